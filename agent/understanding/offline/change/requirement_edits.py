"""Reads changes to a requirement called by its name: 'location does not matter', 'the rate is firm'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Operation
from store.nouns.brief import (
    Brief,
    Slot,
)

_REACH = 4
_SKIPPED = 6
"""How far a word reaches; how many words may be let by between it and a name."""
_NEVER = frozenset({"cant", "cannot", "couldnt", "not", "never", "wont"})
"""Before an order these turn it round: "we can't do without Figma" drops nothing."""


def endless(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'ongoing', 'for the foreseeable future': the length that the brief holds counts no longer."""
    said = scene.message.of("schedule", "endless")
    lasts = any(q.unit in ("week", "month", "day") for q in scene.quantities)
    if said and Slot.DURATION_WEEKS in brief.terms and scene.is_fragment and not lasts:
        yield Finding(Slot.DURATION_WEEKS, None, said[0].first, said[0].last, Operation.REMOVE)


def cue_before(
    scene: Scene, key: str, first: int, skipped: tuple[str, ...], joined: bool = False
) -> Mention | None:
    """The cue of that table right before a token, small words and skills between them let by.

    With `joined` the items of a list it ends are let by too.
    """
    message = scene.message
    index = first
    for _ in range(_SKIPPED):
        for mention in message.between("edits", max(0, index - 5), index + 1):
            if mention.key == key and mention.first < index <= mention.last <= index + 1:
                return None if message.norm(mention.first - 1) in _NEVER else mention
        links = joined and message.norm(index - 1) in ("and", "or", ",", "&")
        if message.norm(index - 1) in skipped or message.at("skill", index - 1) or links:
            index -= 1
        else:
            break
    return None


def is_taken_away(scene: Scene, first: int, last: int) -> bool:
    """'take Java off the list', 'leave the seniority out of it'."""
    message = scene.message
    low, high = message.sentence(first)
    verbs, away = scene.lexicon.words("edits", "split_drop"), scene.lexicon.words("edits", "split_away")
    before = message.norms[max(low, first - _REACH) : first]
    after = message.norms[last : min(high, last + 3)]
    return any(word in verbs for word in before) and any(word in away for word in after)


def _is_dropped_with_others(scene: Scene, mention: Mention) -> bool:
    """'forget the two people and the rating': an item of the list that a dropping verb begins."""
    message = scene.message
    segment = message.segment(mention.first)
    cue = next((m for m in message.between("edits", segment.first, mention.first) if m.key == "drop"), None)
    if cue is None or message.norm(cue.first) in ("no", "any", "whatever") or cue.last >= mention.first:
        return False
    kinds = ("skill", "language", "industry", "country", "heads", "slots", "units")
    named = [m for kind in kinds for m in message.between(kind, cue.last, mention.first)]
    items = {i for m in named for i in range(m.first, m.last)}
    items |= {i for q in scene.quantities for i in range(q.first, q.last)}
    rest = {message.norm(i) for i in range(cue.last, mention.first) if i not in items}
    return bool(items) and rest <= _ITEM_LINKS | {"people", "about", "requirement", "limit"} and "and" in rest


def slot_edits(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'location doesn't matter any more', 'be flexible on the rate', 'the rating is a must'."""
    done: set[Slot] = set()
    before: tuple[int, Operation] | None = None
    places = scene.message.of("places", "anywhere")
    anywhere = [m for m in places if scene.message.over("places", m.first, m.last, "for_each") is None]
    closed = scene.message.of("places", "nowhere_else")
    named = [hours_of_a_place(scene, mention) or mention for mention in scene.message.of("slots")]
    for mention in (*closed, *named, *anywhere):
        keys = ("countries", "regions", "utcOffset") if mention.kind == "places" else (mention.key,)
        for key in keys:
            slot = _present(brief, Slot(key))
            if slot is None or slot in done or _is_of_a_name(scene, mention):
                continue
            operation = _OF_PLACES[mention.key] if mention.kind == "places" else _edit(scene, mention)
            if operation is None and brief.terms[slot].hard and _is_liked(scene, mention):
                operation = Operation.RELAX
            if operation is None and before is not None and _is_next_item(scene, before[0], mention):
                operation = before[1]
            if operation is None:
                continue
            done.add(slot)
            before = (mention.last, operation)
            dropping = cue_before(scene, "drop", mention.first, _BEFORE_SLOT)
            first = dropping.first if operation is Operation.REMOVE and dropping else mention.first
            yield Finding(slot, None, first, mention.last, operation)


def hours_of_a_place(scene: Scene, mention: Mention) -> Mention | None:
    """'the UK hours' are a time zone, and no hours a week; None for other words."""
    if scene.message.norm(mention.last - 1) not in ("hours", "time"):
        return None
    before = (scene.message.ending(kind, mention.first) for kind in _PLACES)
    place = next((each for each in before if each is not None), None)
    return None if place is None else Mention("slots", Slot.UTC_OFFSET.value, place.first, mention.last)


_PLACES = ("zone", "country", "demonym", "city", "region")


_OF_PLACES = {"anywhere": Operation.REMOVE, "nowhere_else": Operation.TIGHTEN}


def _is_liked(scene: Scene, mention: Mention) -> bool:
    """'their time zone is a plus, no more', 'the rate is only a preference'."""
    return scene.stance(mention.first, mention.last).hard is False and not scene.quantities


def _is_of_a_name(scene: Scene, mention: Mention) -> bool:
    """'SaaS experience', 'Java skills': of what is named, and not of the person's level."""
    if scene.message.norm(mention.last - 1) not in ("experience", "skills", "skill"):
        return False
    kinds = ("skill", "industry", "language")
    return any(scene.message.ending(kind, mention.first, reach=5) is not None for kind in kinds)


def _is_next_item(scene: Scene, last: int, mention: Mention) -> bool:
    """'forget the start date and the duration'."""
    between = scene.message.norms[last : mention.first]
    return 0 < len(between) <= _REACH and set(between) <= _ITEM_LINKS


_ITEM_LINKS = frozenset({"and", "or", "nor", ",", "&", "/", "the", "my", "our", "also", "that", "bit"})


def _present(brief: Brief, slot: Slot) -> Slot | None:
    """The slot if the brief holds it; a word for the price means whichever price it holds."""
    if slot in brief.terms:
        return slot
    if slot is Slot.HOURLY_RATE and Slot.FIXED_BUDGET in brief.terms:
        return Slot.FIXED_BUDGET
    if slot is Slot.COUNTRIES and Slot.REGIONS in brief.terms:
        return Slot.REGIONS
    if slot in (Slot.COUNTRIES, Slot.REGIONS) and Slot.UTC_OFFSET in brief.terms:
        return Slot.UTC_OFFSET
    return None


def _edit(scene: Scene, mention: Mention) -> Operation | None:
    message = scene.message
    low, high = message.sentence(mention.first)
    if mention.key == Slot.SKILLS.value and message.ending("skill", mention.first) is not None:
        return None  # 'no AI tools' is said of these alone
    unneeded = scene.stance(mention.first, mention.last).unneeded
    if unneeded and message.has("edits", "liked"):
        return Operation.RELAX
    if (
        unneeded
        or is_taken_away(scene, mention.first, mention.last)
        or _is_dropped_with_others(scene, mention)
    ):
        return Operation.REMOVE
    for key, operation in (("relax", Operation.RELAX), ("drop", Operation.REMOVE)):
        if cue_before(scene, key, mention.first, _BEFORE_SLOT):
            return operation
    after = message.between("edits", mention.last, min(high, mention.last + 5))
    for cue in after:
        if cue.key == "left_open":
            return Operation.REMOVE
        if cue.key == "relaxed":
            return Operation.RELAX
        if cue.key == "tighten" and message.norm(cue.first - 1) in _NO:
            return Operation.RELAX
        if cue.key == "tighten" and not any(q.first < high and q.last > low for q in scene.quantities):
            return Operation.TIGHTEN
    before = message.between("edits", max(low, mention.first - 4), mention.first)
    if any(cue.key == "tighten" for cue in before) and message.norm(mention.first - 1) in (
        "on",
        "about",
        "the",
        "strict",
    ):
        return Operation.TIGHTEN
    return None


_LIMITS = ("limit", "limits", "cap", "ceiling", "restriction", "restrictions", "maximum")
_BEFORE_SLOT = (
    *("the", "my", "our", "that", "about", "on", "for", "with", "of", "hourly", "any", "a"),
    *("requirement", "condition", *_LIMITS),
)

_NO = frozenset({"isnt", "arent", "not", "no", "never", "neednt", "hardly"})
"""'isn't essential', 'is hardly crucial': what is denied to be firm gives way."""


def last_weighed(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'make that a must', 'no, it is a must', 'that one is optional': the requirement named last."""
    message = scene.message
    low, high = message.sentence(0)
    starts = scene.lexicon.words("edits", "before_that")
    while low < high and message.norm(low) in starts:
        low += 1
    said = message.norms[low:high]
    if len(said) > _SHORT or said[:1] == () or said[0] not in _THAT | {"make"} or not set(said) & _THAT:
        return
    weighed = _weight(scene, low, high)
    if weighed is None:
        return
    hard, operation = weighed
    slots = [slot for slot, term in brief.terms.items() if term.hard is not hard and slot is not Slot.ROLE]
    if slots and slots[-1] is not Slot.SKILLS:
        yield Finding(slots[-1], None, low, high, operation, uncertain=True)


_SHORT = 8


def _weight(scene: Scene, low: int, high: int) -> tuple[bool, Operation] | None:
    """How much it is wanted: a cue of weight, or one that it is no must."""
    if any(m.key == "relaxed" for m in scene.message.between("edits", low, high)):
        return False, Operation.RELAX
    cues = scene.message.between("cues", low, high)
    return next((_WEIGHTS[m.key] for m in cues if m.key in _WEIGHTS), None)


_WEIGHTS = {
    "must": (True, Operation.TIGHTEN),
    "required": (True, Operation.TIGHTEN),
    "nice": (False, Operation.RELAX),
    "preferred": (False, Operation.RELAX),
}


_THAT = frozenset({"that", "thats", "this", "it", "its"})
