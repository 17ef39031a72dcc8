"""Finds whether one person or a company is wanted: 'no agencies', 'a studio preferred', 'solo only'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.who.seniority import inside_another_name
from agent.understanding.offline.who.wanted_providers import is_changed_to, is_owned, is_wanted
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import Provider, Slot


def find_provider(scene: Scene) -> Iterator[Finding]:
    """The provider asked for, or the one that is left when the other is ruled out."""
    message = scene.message
    answer = _answer(scene)
    if answer is not None:
        yield answer
        return
    said: dict[Provider, Finding] = {}
    excluded: dict[Provider, Finding] = {}
    for mention in message.of("people"):
        if mention.key not in ("agency", "individual"):
            continue
        if inside_another_name(scene, mention) and message.norm(mention.last) not in _SOUGHT:
            continue
        if _is_other_use(scene, mention):
            continue
        stance = scene.stance(mention.first, mention.last)
        changed_to = mention.key == "agency" and is_changed_to(scene, mention)
        if (stance.unneeded and not changed_to) or _tells_which(scene, mention):
            continue
        if _is_of_somebody_else(scene, mention) or _is_allowed_too(scene, mention):
            continue
        if stance.hard is None and not stance.excluded and _is_one_of_both(scene, mention):
            continue
        kind = Provider.AGENCY if mention.key == "agency" else Provider.INDIVIDUAL
        passed = not said and (_is_passed_over(scene, mention) or _is_refused_too(scene, mention))
        if not (stance.excluded or passed) and (
            scene.near("people", "allowed", mention.first, mention.last, 0, 4)
            or not is_wanted(scene, mention, stance.hard is not None)
        ):
            continue
        if stance.excluded and is_owned(scene, mention):
            continue
        against = stance.excluded or passed
        which = excluded if against else said
        hard = stance.hard is not False if stance.excluded else stance.hard
        which.setdefault(
            kind,
            Finding(Slot.PROVIDER, kind, mention.first, mention.last, hard=hard, uncertain=stance.unsure),
        )
    if not excluded and (len(said) == 1 or (len(said) > 1 and _is_choice(scene, *said.values()))):
        yield next(iter(said.values()))
    elif len(excluded) == 1 or (excluded and not said):
        kind, finding = next(iter(excluded.items()))  # of 'no agencies please just one person' the first
        other = Provider.INDIVIDUAL if kind is Provider.AGENCY else Provider.AGENCY
        yield Finding(Slot.PROVIDER, other, finding.first, finding.last, hard=finding.hard is not False)


def _answer(scene: Scene) -> Finding | None:
    """'a team', 'just one person' to the question which of the two it is to be."""
    if scene.asked is not Slot.PROVIDER:
        return None
    polite = ("please", ".", "!", ",", "thanks", "prefer", "preferably", "rather", "then", "i", "we", "only")
    said = " ".join(word for word in scene.message.norms if word not in polite)
    for key, kind in (("answers_agency", Provider.AGENCY), ("answers_individual", Provider.INDIVIDUAL)):
        if said in scene.lexicon.words("people", key):
            return Finding(Slot.PROVIDER, kind, 0, len(scene.message.tokens))
    return None


def _is_other_use(scene: Scene, mention: Mention) -> bool:
    """'solo latam' (only there), 'auto body shop', 'an independent bookshop', 'solo mode'."""
    message, last = scene.message, mention.last
    word = message.norm(mention.first)
    if word == "solo" and (_is_place(scene, last) or message.norm(mention.first - 2) == "here"):
        return True
    if word in ("solo", "independent") and mention.size == 1:
        goes_on = last < len(message.tokens) and message.norm(last) in scene.lexicon.words("people", "alone")
        return goes_on or "here" in message.norms[last : last + 2]
    return word == "body" and message.norm(mention.first - 1) in _REPAIRED


_REPAIRED = frozenset({"auto", "car", "paint", "truck", "vehicle", "autobody"})


def _is_place(scene: Scene, index: int) -> bool:
    return any(scene.message.at(kind, index) for kind in ("region", "country", "city", "demonym"))


def _is_allowed_too(scene: Scene, mention: Mention) -> bool:
    """'fine, agencies too', where the brief asks for the other."""
    held = scene.context.brief.provider
    other = held is not None and mention.key != held.value.lower()
    return other and scene.near("edits", "also", mention.first, mention.last, 1, 2)


_SOUGHT = frozenset({"wanted", "needed", "required", "sought"})


def _is_refused_too(scene: Scene, mention: Mention) -> bool:
    """'No link farms or agencies.': the last of a list that begins with a no."""
    message = scene.message
    segment = message.segment(mention.first)
    named = message.norm(mention.first - 1) in ("or", "nor", "and") and mention.key == "agency"
    return (
        named and message.norm(segment.first) in ("no", "not", "never") and segment.last - mention.last <= 1
    )


def _is_passed_over(scene: Scene, mention: Mention) -> bool:
    """'a team rather than one person'."""
    first = mention.first - (scene.message.norm(mention.first - 1) in ("a", "an"))
    cue = scene.message.ending("edits", first)
    return cue is not None and cue.key == "instead_of"


def _is_choice(scene: Scene, one: Finding, other: Finding) -> bool:
    """'An agency rather than an individual': the first is wanted, the second named for contrast."""
    between = scene.message.between("edits", one.last, other.first)
    return (
        any(cue.key == "instead_of" for cue in between)
        or "than" in scene.message.norms[one.last : other.first]
    )


def _is_of_somebody_else(scene: Scene, mention: Mention) -> bool:
    """'solo founder', 'a one-person company', 'assistant for an individual', 'their own company'."""
    message = scene.message
    if message.norm(mention.first - 1) in _SELVES or message.norm(mention.last) in _OTHERS:
        return True
    before = message.norms[max(0, mention.first - 2) : mention.first]
    if mention.key == "agency":
        return message.norm(mention.last) in _ALLOWED
    named = message.at("people", mention.last)
    return before in (("for", "an"), ("for", "a")) or (named is not None and named.key == "agency")


_SELVES = frozenset({"own", "im", "am"})


_OTHERS = frozenset(
    {"founder", "founders", "author", "authors", "entrepreneur", "business", "startup", "musician"}
)


_ALLOWED = frozenset({"ok", "okay", "fine", "welcome", "allowed", "accepted", "possible"})


def _is_one_of_both(scene: Scene, mention: Mention) -> bool:
    """'agencies or individuals': whichever of them."""
    message = scene.message
    other = "individual" if mention.key == "agency" else "agency"
    for joint, beside in ((mention.last, mention.last + 1), (mention.first - 1, mention.first - 2)):
        covers = any(m.first <= beside < m.last for m in message.of("people", other))
        if message.norm(joint) in ("or", "and", "/") and (covers or message.norm(beside) in _TEAMS):
            return True
    return False


_TEAMS = frozenset({"team", "teams", "group", "duo", "collective"})


def _tells_which(scene: Scene, mention: Mention) -> bool:
    """'top rated freelancers only', 'US-based freelancers only': what is asked is what stands before."""
    message = scene.message
    if not message.norm(mention.first).startswith("freelancer"):
        return False
    kinds = ("record", "demonym", "skill", "country", "region")
    named = any(message.ending(kind, mention.first) is not None for kind in kinds)
    return named or message.norm(mention.first - 1) in _TELLING


_TELLING = frozenset({"based", "rated", "verified", "vetted", "experienced", "senior", "local", "european"})
