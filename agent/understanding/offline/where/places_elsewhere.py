"""Tells the places where nobody is wanted: the client's own, a market's, a part of somebody's name."""

from agent.understanding.offline.amounts.coins import is_coin_of_amount
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.where.codes_of_countries import codes_beside_place_words, is_listed_code
from agent.understanding.offline.where.matters import (
    is_code_of_thing,
    is_matter,
    is_of_known_field,
    is_of_route,
)
from agent.understanding.offline.where.place_names import KINDS, Place
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind

_SELF = frozenset({"we", "i", "im", "were", "my", "our"})


_PAIR_MARKS = frozenset({">", "<", "-", "/", "→"})


LONGEST_CODE = 2


def is_name_of_something(scene: Scene, place: Place) -> bool:
    """'German market', 'UK law', 'American Express' are no wish for a place."""
    message = scene.message
    following = message.at("languages", _after_list(scene, place.last))
    if following is not None and following.key == "elsewhere" and place.kind != "zone":
        return not any(message.norm(i) in ("time", "hours") for i in range(place.last, place.last + 2))
    if place.kind != "zone" and is_of_known_field(scene, _after_list(scene, place.last)):
        return True
    is_coin = is_coin_of_amount(scene, place.first) and not _begins_item(message, place)
    if _is_of_business(scene, place) or is_coin or is_code_of_thing(scene, place):
        return True
    if place.kind == "country" and _is_of_name(scene, place):
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
        if kind == "role" and is_listed_code(scene.message, place.first):
            continue
        if other is not None and (kind == "role" or other.size > place.last - place.first):
            return True
    if message.at("language", place.last) is not None and place.kind != "zone":
        return True
    if is_part_of_word(message, place) or is_matter(message, place) or is_of_route(message, place):
        return True
    return message.norm(place.last) == "'s" and message.norm(place.last + 1) not in _SAID_OF_IT


def _begins_item(message: Message, place: Place) -> bool:
    """'CHF 900, Swiss or German developers': who is wanted, and no coin of the amount before it."""
    people = message.names_somebody(place.last)
    return message.norm(place.first - 1) == "," and (people or message.norm(place.last) in ("or", "/"))


def is_part_of_word(message: Message, place: Place) -> bool:
    """'turkey-shaped': a hyphen makes it the beginning of another word, but for 'US-based' and its like."""
    if place.last >= len(message.tokens) or message.tokens[place.last].kind is not TokenKind.WORD:
        return False
    end, following = message.tokens[place.last - 1].end, message.tokens[place.last]
    joined = following.start == end + 1 and message.text[end] == "-"
    kinds = (*KINDS, "language", "zone", "places")
    whole = following.norm not in _AFTER_PLACE and not any(message.at(kind, place.last) for kind in kinds)
    return joined and whole


_AFTER_PLACE = frozenset(
    {"based", "located", "living", "resident", "residents", "only", "side", "wide", "born"}
)


_SAID_OF_IT = frozenset(
    {"not", "no", "out", "off", "fine", "ok", "okay", "alright", "also", "too", "good", "ruled"}
)


def _is_paired(scene: Scene, place: Place) -> bool:
    """Whether a code is half of another pair: 'EN>DE' of a translator, 'CI/CD', 'PL/SQL'."""
    message = scene.message
    if len(message.words(place.first, place.last)) > LONGEST_CODE:
        return False
    if place.first in scene.once(codes_beside_place_words):
        return False
    for mark, other in ((place.first - 1, place.first - 2), (place.last, place.last + 1)):
        if message.norm(mark) in _PAIR_MARKS and message.tokens[mark].glued:
            kinds = ("country", "region", "demonym")
            beside = next((m for k in kinds if (m := message.over(k, other, other + 1)) is not None), None)
            if beside is None or scene.once(_has_translator):
                return True
    return False


def _after_list(scene: Scene, index: int) -> int:
    """Past further places: 'UK and US tax' is tax in both."""
    message = scene.message
    while message.norm(index) in ("and", "or", "/", "&", "+"):
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
    """'a Dutch SaaS', 'we're a London fintech'."""
    message = scene.message
    named = place.kind == "country" and message.at("demonym", place.first) is not None
    named = named or (place.kind == "city" and message.norm(place.first - 1) in _ARTICLES)
    industry = message.at("industry", place.last) if named else None
    if industry is None and message.norm(place.last) == "based":
        industry = message.at("industry", place.last + 1)  # 'a Kenya-based NGO'
    return industry is not None and not any(
        message.at(kind, industry.last) for kind in ("role", "heads", "skill")
    )


def _is_of_subject(scene: Scene, place: Place) -> bool:
    """Whether a sentence about the client, without a need, names the place: 'we are two founders in X'."""
    message = scene.message
    low, _ = message.sentence(place.first)
    if message.norm(place.first - 1) not in _WHERE or message.norm(place.first - 2) == "remote":
        return False
    business = message.ending("industry", place.first - 1) or message.ending("trades", place.first - 1)
    if business is not None and message.norm(place.first - 1) == "in" and business.kind == "industry":
        return True
    segment = message.segment(place.first).first
    if message.norm(segment) in _OWNERS:
        low = segment
    elif scene.is_post and message.norm(place.first - 1) in _SPREAD:
        pass  # 'Fernhill moves freight between Ireland and the UK': nobody is sought in that sentence
    elif message.norm(low) not in _SELF:
        return False
    if _is_of_our_people(message, segment):
        return not any(m.key == "need" for m in message.between("intents", low, place.first))
    open_to = any(m.key == "theirs" for m in message.between("places", low, place.first))
    return not open_to and not any(m.key == "need" for m in message.between("intents", low, place.first))


def _is_of_our_people(message: Message, first: int) -> bool:
    """'our developers sit in Kraków': who is there already, unless it is 'our next developer'."""
    if message.norm(first) not in ("our", "my"):
        return False
    return message.names_somebody(first + 1)


_WHERE = frozenset({"in", "from", "near", "between", "across", "throughout", "outside", "around", "round"})
_SPREAD = frozenset({"between", "across", "throughout"})
_OWNERS = frozenset({"our", "my", "we"})


def _is_of_somebody_served(scene: Scene, place: Place) -> bool:
    """'SEO for a plumber in Leeds': the one it is done for is there."""
    message = scene.message
    low = max(message.sentence(place.first)[0], place.first - _FARTHEST_CUSTOMER)
    start = next((i for i in range(place.first - 3, low, -1) if message.norm(i) == "for"), None)
    if start is None or message.norm(place.first - 1) != "in" or message.norm(start + 1) not in _ARTICLES:
        return False
    served = range(start + 2, place.first - 1)
    asked = any(message.at(kind, i) for kind in ("role", "heads", "people") for i in served)
    occasion = any(message.norm(i) in scene.lexicon.words("places", "occasions") for i in served)
    worked = message.between("role", low - _FARTHEST_CUSTOMER, start) or message.between(
        "skill", low - 2, start
    )
    return bool(served) and bool(worked) and not asked and not occasion


def _is_of_thing(scene: Scene, place: Place) -> bool:
    """'the launch is in Dubai': what is there is a thing, and no freelancer."""
    message, first = scene.message, place.first
    if message.norms[max(0, first - 2) : first] not in _IS_IN:
        return False
    thing = first - 3
    whose = message.norm(thing - 1) in ("the", "our", "my", "its", "this")
    if message.norm(thing) in _WORKPLACES:
        return False
    return whose and not any(message.at(kind, thing) for kind in ("role", "heads", "people"))


_WORKPLACES = frozenset(
    {"seat", "position", "job", "role", "work", "workplace", "assignment", "gig", "location"}
)
_IS_IN = frozenset({("is", "in"), ("'s", "in"), ("are", "in"), ("be", "in"), ("was", "in")})
_FARTHEST_CUSTOMER = 8
_ARTICLES = frozenset({"a", "an", "our", "my", "the"})


def _is_where_they_come(message: Message, place: Place) -> bool:
    """'they'd have to come to the studio in Glasgow': there the freelancer must be, now and then."""
    before = message.norms[message.segment(place.first).first : place.first]
    return bool(_COMING & set(before)) and bool(_THEY & set(before)) and before[-1:] == ("in",)


_COMING = frozenset({"come", "visit", "attend"})
_THEY = frozenset(
    {"they", "theyd", "theyll", "you", "youd", "youll", "someone", "somebody", "must", "freelancer"}
)


def _is_whom_we_want(message: Message, place: Place) -> bool:
    """'I'm in Lima, Peruvian designers please': a new item that says who is wanted."""
    people = message.names_somebody(place.last)
    return people and message.norm(place.first - 1) == "," and message.at("demonym", place.first) is not None


def _is_what_we_are(message: Message, place: Place) -> bool:
    """'our firm's Austrian', 'we're Dutch': what the client is."""
    if message.at("demonym", place.first) is None or message.norm(place.first - 1) not in _BEING:
        return False
    before = message.norms[max(message.segment(place.first).first, place.first - _FEW) : place.first]
    said = message.between("people", place.first - _FEW, place.first)
    return bool(_SELF & set(before)) and not any(m.key in ("anyone", "heads") for m in said)


_BEING = frozenset({"'s", "is", "are", "am", "were", "im"})
_FEW = 4


_ADDRESS = 5
"""Tokens of a street and its number between 'we are at' and the city."""


def is_clients(scene: Scene, place: Place) -> bool:
    """Whether the client, and not the freelancer, is there: 'we are based in Berlin'."""
    message = scene.message
    if _is_where_they_come(message, place) or _is_whom_we_want(message, place):
        return False
    own = [m for m in message.between("places", max(0, place.first - 7), place.first) if m.key == "own_place"]
    segment = message.segment(place.first)
    if _is_of_somebody_served(scene, place) or _is_of_thing(scene, place):
        return True
    if _is_what_we_are(message, place):
        return True
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
    near = [m for m in own if m.last >= place.first - (_ADDRESS if message.norm(m.last).isdigit() else 2)]
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
        return certain and words.split(" ")[0] in scene.lexicon.words("places", "surely_elsewhere")
    if certain:
        return True
    return any(m.key == "self" for m in message.between("places", low, cue.first))
