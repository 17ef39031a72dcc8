"""Tells the places where nobody is wanted: the client's own, a market's, a part of somebody's name."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.place_names import KINDS, Place

_SELF = frozenset({"we", "i", "im", "were", "my", "our"})


_PAIR_MARKS = frozenset({">", "<", "-", "/", "→"})


LONGEST_CODE = 2


def is_name_of_something(scene: Scene, place: Place) -> bool:
    """'German market', 'UK law', 'American Express' are no wish for a place."""
    message = scene.message
    following = message.at("languages", _after_list(scene, place.last))
    if following is not None and following.key == "elsewhere" and place.kind != "zone":
        return not any(message.norm(i) in ("time", "hours") for i in range(place.last, place.last + 2))
    if place.kind == "country" and (_is_of_business(scene, place) or _is_of_name(scene, place)):
        return True
    whereabouts = scene.lexicon.words("places", "whereabouts")
    if message.norm(place.first - 1) == "of" and message.norm(place.first - 2) not in whereabouts:
        return True
    if (
        place.kind == "country"
        and len(message.words(place.first, place.last)) == 2
        and _is_paired(scene, place)
    ):
        return True
    for kind in ("skill", "industry", "role", "record"):
        other = message.over(kind, place.first, place.last)
        if other is not None and (kind == "role" or other.size > place.last - place.first):
            return True
    if any(message.at("language", i) for i in (place.last,)) and place.kind == "country":
        return True
    return message.norm(place.last) == "'s" and message.norm(place.last + 1) not in _SAID_OF_IT


_SAID_OF_IT = frozenset(
    {"not", "no", "out", "off", "fine", "ok", "okay", "alright", "also", "too", "good", "ruled"}
)


def _is_paired(scene: Scene, place: Place) -> bool:
    """Whether a code is half of another pair: 'EN>DE' of a translator, 'CI/CD', 'PL/SQL'."""
    message = scene.message
    if len(message.words(place.first, place.last)) > LONGEST_CODE:
        return False
    for mark, other in ((place.first - 1, place.first - 2), (place.last, place.last + 1)):
        if message.norm(mark) in _PAIR_MARKS and message.tokens[mark].glued:
            beside = message.at("country", other) or message.ending("country", other + 1)
            if beside is None or _has_translator(scene):
                return True
    return False


def _after_list(scene: Scene, index: int) -> int:
    """Past further places: 'UK and US tax' is tax in both."""
    message = scene.message
    while message.norm(index) in ("and", "or", "/", "&"):
        further = next((m for kind in KINDS if (m := message.at(kind, index + 1)) is not None), None)
        if further is None:
            break
        index = further.last
    return index


def _has_translator(scene: Scene) -> bool:
    asked = scene.message.of("role")
    return any(scene.knowledge.roles[m.key].category == "translation" for m in asked) or any(
        scene.message.norm(i).startswith("translat") for i in range(len(scene.message.tokens))
    )


def _is_of_name(scene: Scene, place: Place) -> bool:
    """'Canadian Boxing Association': a nation's word that begins somebody's name."""
    message, index = scene.message, place.last
    if message.at("demonym", place.first) is None or index >= len(message.tokens):
        return False
    following = message.tokens[index]
    if not following.norm.isalpha() or not message.text[following.start].isupper() or message.text.isupper():
        return False
    known = ("role", "heads", "skill", "people", "language", "demonym", "country", "places", "languages")
    return not any(message.at(kind, index) for kind in known)


def _is_of_business(scene: Scene, place: Place) -> bool:
    """'a Dutch SaaS'."""
    message = scene.message
    industry = message.at("industry", place.last) if message.at("demonym", place.first) else None
    return industry is not None and not any(
        message.at(kind, industry.last) for kind in ("role", "heads", "skill")
    )


def _is_of_subject(scene: Scene, place: Place) -> bool:
    """Whether a sentence about the client, without a need, names the place: 'we are two founders in X'."""
    message = scene.message
    low, _ = message.sentence(place.first)
    if message.norm(place.first - 1) not in ("in", "from", "near"):
        return False
    business = message.ending("industry", place.first - 1) or message.ending("trades", place.first - 1)
    if business is not None and message.norm(place.first - 1) == "in" and business.kind == "industry":
        return True
    if message.norm(low) not in _SELF:
        return False
    open_to = any(m.key == "theirs" for m in message.between("places", low, place.first))
    return not open_to and not any(m.key == "need" for m in message.between("intents", low, place.first))


def is_clients(scene: Scene, place: Place) -> bool:
    """Whether the client, and not the freelancer, is there: 'we are based in Berlin'."""
    message = scene.message
    own = [m for m in message.between("places", max(0, place.first - 7), place.first) if m.key == "own_place"]
    segment = message.segment(place.first)
    if message.norm(place.first - 1) in ("our", "my") or message.norm(place.last) in ("company",):
        return True
    low, high = segment.first, segment.last
    if message.norm(place.last) == "based" and place.last + 1 < high:
        subject = message.norm(low) in ("we", "were", "im", "our", "i") or message.norm(low + 1) in (
            "are",
            "am",
        )
        owner = message.at("people", place.last + 1)
        if (
            subject
            and message.norm(low) in ("we", "were", "our")
            and (owner is None or owner.key != "anyone")
        ):
            return not any(m.key == "need" for m in message.between("intents", low, place.first))
    near = [m for m in own if m.last >= place.first - 2]
    if not near:
        return _is_of_subject(scene, place)
    cue = near[-1]
    words = " ".join(message.norm(i) for i in range(cue.first, cue.last))
    certain = words.split(" ")[0] in ("we", "were", "im", "i", "our", "my") or words not in (
        "based in",
        "located in",
        "out of",
        "about",
    )
    theirs = message.between("places", low, cue.first)
    if any(m.key == "theirs" for m in theirs):
        return certain and words.split(" ")[0] in (
            "we",
            "were",
            "im",
            "i",
            "our",
            "my",
            "customers",
            "clients",
            "office",
            "offices",
            "sell",
            "sold",
            "company",
            "startup",
            "store",
            "shop",
            "business",
            "restaurant",
            "audience",
            "market",
            "event",
            "users",
            "trip",
        )
    if certain:
        return True
    return any(m.key == "self" for m in message.between("places", low, cue.first))
