"""Finds when and how much: hours a week, how long, from when."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.when.by_clock import find_hours_of_days
from agent.understanding.offline.when.ends import find_ends
from agent.understanding.offline.when.experience import is_after_for, is_contract, is_experience
from agent.understanding.offline.when.now import find_now
from agent.understanding.offline.when.other_lengths import is_other_length
from agent.understanding.offline.when.starts import find_starts, is_for_a_task, is_start
from agent.understanding.offline.when.whose import is_of_something_else, verb_before
from agent.understanding.offline.when.workload import find_hours, find_workload
from agent.understanding.offline.words.spans import (
    DAYS_A_WEEK,
    MOST_WORKING_DAYS,
    WEEKS,
    hardness,
    scaled_range,
)
from agent.understanding.offline.words.tokens import TokenKind
from store.nouns.brief import Range, Slot

LONGEST_WORK = 260
"""Weeks that somebody is looked for at most: whoever tells of more years tells of the past."""


def find_schedule(scene: Scene) -> list[Finding]:
    """hoursPerWeek, durationWeeks, startBy and availableNow."""
    found = [*find_workload(scene), *find_hours(scene), *find_hours_of_days(scene)]
    starts = find_starts(scene)
    known = scene.context.brief.start_by or scene.context.today
    begin = next((f.value for f in starts if isinstance(f.value, date)), max(known, scene.context.today))
    return [*found, *_durations(scene, begin), *starts, *find_ends(scene, begin), *find_now(scene)]


def _durations(scene: Scene, begin: date) -> Iterator[Finding]:
    for quantity in scene.quantities:
        if not _is_duration(scene, quantity):
            continue
        weeks_each = _weeks_each(quantity)
        stance = scene.stance(quantity.first, quantity.last)
        allowed = _is_allowed_too(scene, quantity)
        if stance.excluded or (stance.unneeded and not allowed):
            continue
        value = scaled_range(quantity, weeks_each, 520)
        if allowed:
            value = _widened(scene.context.brief.duration_weeks, value)
        ahead = scene.near("schedule", "ahead", quantity.core, quantity.last, 2, 0)
        if (
            ahead
            and not quantity.bounded
            and (
                scene.near("schedule", "deadline", quantity.first, quantity.last, 5, 3)
                or is_for_a_task(scene, quantity)
            )
        ):
            value = Range(max=value.max)
        yield Finding(
            Slot.DURATION_WEEKS,
            value,
            quantity.first,
            quantity.last,
            hard=hardness(quantity, stance.hard, plain_bound=None),
            uncertain=quantity.vague or stance.unsure,
        )


def _is_allowed_too(scene: Scene, quantity: Quantity) -> bool:
    """'10 weeks is okay too', where the brief holds a length already."""
    held = scene.context.brief.duration_weeks is not None
    return held and scene.near("people", "allowed", quantity.first, quantity.last, 0, 3)


def _widened(held: Range | None, value: Range) -> Range:
    """The length held, with an end moved to the one that is fine as well."""
    if held is None or value.max is None:
        return value
    if held.max is not None and value.max < held.max:
        return Range(min=value.max, max=held.max)
    return Range(min=held.min, max=value.max)


def _weeks_each(quantity: Quantity) -> float:
    """Weeks of one unit: a few days are working days, many are days of the calendar."""
    if quantity.unit == "day" and quantity.value <= MOST_WORKING_DAYS and quantity.value % 7:
        return 1 / DAYS_A_WEEK
    return WEEKS[quantity.unit or "week"]


def _is_duration(scene: Scene, quantity: Quantity) -> bool:
    if (
        quantity.unit not in WEEKS
        or quantity.step
        or quantity.per is not None
        or quantity.currency is not None
    ):
        return False
    first, core, last = quantity.first, quantity.core, quantity.last
    if quantity.unit == "day" and (
        scene.message.norm(last) in ("on", "off") or scene.asked is Slot.HOURS_PER_WEEK
    ):
        return False
    if quantity.value * WEEKS[quantity.unit] > LONGEST_WORK and scene.asked is not Slot.DURATION_WEEKS:
        return False
    if is_experience(scene, quantity) or is_start(scene, quantity) or _is_of_a_thing(scene, quantity):
        return False
    if _is_of_something_else(scene, quantity) or is_other_length(scene, quantity):
        return False
    if scene.near("schedule", "other_times", first, last, 2, 3):
        return False
    norms = scene.message.norms
    counted_from = norms[last : last + 2] in (("from", "now"), ("from", "today"))
    if _is_past(scene, core, last) or counted_from or norms[last : last + 1] in _LATER:
        return False
    message = scene.message
    if message.norm(core - 1) in ("the",) and message.norm(core - 2) not in ("for", "over"):
        return False
    if quantity.spelled and quantity.value == 1 and message.norm(core) in ("a", "an"):
        if scene.near("schedule", "deadline", first, last, 4, 0):
            return True
        alone = scene.is_fragment and len(scene.quantities) == 1
        held = alone and Slot.DURATION_WEEKS in scene.context.brief.terms
        if held or is_after_for(scene, quantity) or scene.message.fills_clause(first, last):
            return True
        if _TAKES & set(message.norms[max(0, first - _FAR_VERB) : first]):
            return True
        return scene.near("schedule", "lasting", first, last, 2, 2) or scene.asked is Slot.DURATION_WEEKS
    lasting = any(m.key == "lasting" for m in message.between("schedule", last, last + 3))
    if message.norm(last) == "of" and not lasting:
        return False
    if quantity.unit == "year":
        if quantity.value < 1:
            return True
        known = bool(scene.context.brief.terms) and (scene.is_fragment or message.fills_clause(first, last))
        return (
            known
            or is_contract(scene, quantity)
            or is_after_for(scene, quantity)
            or scene.near("schedule", "lasting", core, last, 2, 2)
        )
    return True


_TAKES = frozenset({"take", "takes", "taking", "need"})
_FAR_VERB = 5
_LATER = frozenset({("before",), ("after",), ("later",), ("earlier",), ("apart",)})


def _is_of_a_thing(scene: Scene, quantity: Quantity) -> bool:
    """'a 12-week training plan', 'a 10 day trip': how long a thing is, and not the work on it."""
    message, last = scene.message, quantity.last
    if message.norm(last - 1) not in _SINGULAR or quantity.value == 1 or last >= len(message.tokens):
        return False
    on_trial = message.norm(last) == "trial" and quantity.unit in ("week", "month")
    if message.norm(last) in scene.lexicon.words("schedule", "events") and not on_trial:
        return True
    if message.tokens[last].kind is not TokenKind.WORD or message.norm(quantity.core - 1) not in _OF_THING:
        return False
    if message.norm(last) in scene.lexicon.words("common", "function_words"):
        return False
    if message.norm(quantity.core - 2) == "for":
        things = scene.lexicon.words("schedule", "lasting_things")
        return bool(things & {word.removesuffix("s") for word in message.norms[last : last + _NOUN - 1]})
    following = message.between("schedule", last, last + _NOUN)
    works = any(m.key == "lasting" and message.norm(m.first) not in _OF_TIME for m in following)
    if message.norm(last) in scene.lexicon.words("schedule", "engagements"):
        return False
    kinds = ("role", "heads", "people", "cues", "quantities", "schedule")
    named = [message.at(kind, i) for kind in kinds for i in range(last, last + 2)]
    return not works and not any(m is not None and message.norm(m.first) not in _OF_TIME for m in named)


def _is_of_something_else(scene: Scene, quantity: Quantity) -> bool:
    """'production takes 45 days', 'our sprint cycle is two weeks': so long is something else."""
    message = scene.message
    verb = verb_before(message, quantity.first, _LASTING)
    if verb is None:
        return False
    if message.norms[max(0, verb - 2) : verb] in _IF_IT:
        return True
    return is_of_something_else(scene, verb, ours=message.norm(verb) in ("is", "are", "was"))


_LASTING = frozenset({"takes", "take", "lasts", "last", "runs", "is", "are", "was", "took", "goes", "wait"})
_IF_IT = frozenset({("if", "it"), ("once", "it"), ("if", "this")})
_OF_TIME = frozenset({"for", "over", "last"})
_SINGULAR = frozenset({"week", "day", "month", "year", "hour"})
_OF_THING = frozenset({"a", "an", "the", "our", "my", "this", "their"})
_NOUN = 4


_SHOULD = frozenset({"should", "will", "to", "may", "might", "would", "can", "shall", "could", "must", "and"})
"""Before 'last', which then is a verb: 'it should last four months'."""


def _is_past(scene: Scene, core: int, last: int) -> bool:
    """'been running it for 5 years', 'in the last 3 months'."""
    norms = scene.message.norms[max(0, core - 4) : core]
    if any(pair[1] == "last" and pair[0] in _SHOULD for pair in pairwise(norms)):
        return False
    return (
        scene.near("schedule", "past", core, last, 3, 1)
        or "been" in scene.message.norms[max(0, core - 5) : core]
    )
