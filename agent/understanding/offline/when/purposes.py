"""Tells what a date is for: the start of the work, its end, or something else."""

from collections.abc import Iterable

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.when.periods import Period
from agent.understanding.offline.when.whose import is_of_something_else, verb_before
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import Slot

REACH = 7
"""Words before a date within which a cue tells what it is for."""
_SHORT_SENTENCE = 8
_SHORT_ANSWER = 10
_FAR = 40
"""Words of a sentence beyond which nothing says any more what a date is for."""


def purpose_of(scene: Scene, period: Period) -> str:
    """What a date is for, by the nearest cue before it in its sentence: start, until or deadline."""
    message = scene.message
    low, high = message.sentence(period.first)
    if message.norm(period.last) in _OF_THE_DAY and message.norm(period.first - 1) in _NEEDED_BY:
        return "deadline"  # 'needed by Wednesday noon'
    if message.norm(period.last) in _EVERY_WEEK and period.start == period.end:
        return "none"  # 'a tutor on Tuesday evenings'
    if message.norm(period.first) == "beginning" and period.start == period.end:
        return "start"
    if _is_labelled_end(scene, period):
        return "until"
    if message.norm(period.first - 1) == "between" or _is_span_of_days(scene, period):
        return "start"
    low, high = max(low, period.first - _FAR), min(high, period.last + _FAR)
    if is_when_nobody_works(scene, period, low, high):
        return "none"
    clause = message.segment(period.first).first
    if any(m.key == "own_talks" for m in message.between("schedule", clause, period.first)):
        return "none"
    if _is_when_a_thing_is_needed(scene, period, low):
        return "deadline"
    cues = _outermost(
        m
        for m in message.between("schedule", max(low, period.first - REACH), period.first)
        if m.key in ("start", "until", "deadline")
    )
    if cues:
        nearest = cues[-1]
        if _is_of_something_ours(scene, nearest):
            return "none"
        if message.norms[nearest.first : nearest.last] in _LATEST:
            dated = [p.first for p in scene.periods if low <= p.first < nearest.first]
            earlier = [m for m in cues[:-1] if m.last - nearest.first >= -4]
            if earlier and not any(earlier[-1].first <= place for place in dated):
                return earlier[-1].key
            if dated:
                return "deadline"
            if earlier:
                return earlier[-1].key
            if any(_is_plain_start(scene, m) for m in message.between("schedule", low, nearest.first)):
                return "start"
            short = bool(scene.context.brief.terms) and _is_all_that_is_said(scene, nearest.first)
            return "start" if scene.asked is Slot.START_BY or short else "deadline"
        if nearest.key == "start" or period.first - nearest.last <= 3:
            return nearest.key
    told = message.norm(period.last) in ("is", "would")  # 'Monday 1 March is when the person starts'
    after = message.between("schedule", period.last, min(high, period.last + (REACH if told else 3)))
    for cue in after:
        if cue.key == "start" or (
            cue.key == "deadline" and message.norm(cue.first) in ("deadline", "launch")
        ):
            return cue.key
    if _is_of_an_event(scene, period):
        return "none"
    if _is_bare_month(scene, period):
        return "start"
    happens = verb_before(message, period.first, _HAPPENING)
    if happens is not None and is_of_something_else(scene, happens):
        return "none"
    held = scene.context.brief.start_by == period.start
    return "start" if held or _is_of_the_work(scene, period, low, high) else "deadline"


def _outermost(cues: Iterable[Mention]) -> list[Mention]:
    """The cues without those that are a part of another: the 'until' of 'can wait until'."""
    found: list[Mention] = []
    for cue in cues:
        if not found or cue.last > found[-1].last:
            found.append(cue)
    return found


def _is_labelled_end(scene: Scene, period: Period) -> bool:
    """'end 5 March', 'End: 18.12.2026', 'End date - 5 March': a day, and the word for the last one."""
    if period.start != period.end:
        return False
    index = period.first - 1
    while scene.message.norm(index) in _AFTER_LABELS:
        index -= 1
    return index >= 0 and scene.message.norm(index) == "end"


_AFTER_LABELS = frozenset({":", "-", "–", "=", "date", "day", "on"})


def is_when_nobody_works(scene: Scene, period: Period, low: int, high: int) -> bool:
    """'closed until 5 January', and not 'from 5 January while I am on leave', which is when the work is."""
    norms = scene.message.norms
    away = (m for m in scene.message.between("schedule", low, high) if m.key == "other_dates")
    return any(not _MEANWHILE & set(norms[period.last : m.first]) for m in away)


_MEANWHILE = frozenset({"while", "whilst", "because", "since"})
_OF_THE_DAY = frozenset(
    {"noon", "midday", "midnight", "morning", "lunchtime", "evening", "eod", "cob", "night"}
)
_EVERY_WEEK = frozenset({"evenings", "mornings", "afternoons", "nights", "lunchtimes"})
"""After a day of the week: every such day."""


def _is_bare_month(scene: Scene, period: Period) -> bool:
    """'PHP dev, 20 h a week, january': a month by itself between commas."""
    whole = (period.end - period.start).days >= _SHORTEST_MONTH
    return whole and period.last - period.first <= 1 and scene.message.fills_clause(period.first, period.last)


_SHORTEST_MONTH = 27


def _is_all_that_is_said(scene: Scene, first: int) -> bool:
    """'ideally by mid January', and not 'ten articles by mid January', which is a deadline."""
    message = scene.message
    small = scene.lexicon.words("common", "function_words")
    before = [word for word in message.norms[:first] if word.isalnum() and word not in small]
    return len(message.tokens) <= _SHORT_ANSWER and len(before) <= 1


def _is_of_something_ours(scene: Scene, cue: Mention) -> bool:
    """'our sale starts on 1 December', 'the lease ends in March', 'shooting begins 3 May'."""
    return scene.message.norm(cue.first) in _TELLING and is_of_something_else(scene, cue.first)


def _is_of_an_event(scene: Scene, period: Period) -> bool:
    """'conference on 5 May', 'flash sale on Friday': its day, which for some is the day they work."""
    message = scene.message
    on = message.norm(period.first - 1) in ("on", ",")
    events = scene.lexicon.words("schedule", "events")
    named = message.norm(period.first - 2)
    if not on or not {named, named.removesuffix("s")} & events:
        return False
    there = scene.lexicon.words("schedule", "working_at_events")
    return scene.context.brief.role not in there and not any(m.key in there for m in message.of("role"))


_TELLING = frozenset(
    {
        "starts",
        "begins",
        "ends",
        "opens",
        "launches",
        "commences",
        "start",
        "begin",
        "end",
        "finishes",
        "runs",
    }
)
_HAPPENING = frozenset(
    {"is", "are", "was", "ships", "ship", "leaves", "leave", "airs", "drops", "goes", "happens", "expires"}
    | {
        "closes",
        "returns",
        "moves",
        "arrives",
        "falls",
        "retires",
        "takes",
        "launches",
        "opens",
        "left",
        "ends",
    }
)


def _is_when_a_thing_is_needed(scene: Scene, period: Period, low: int) -> bool:
    """'I need the logo on Friday', 'we want it before Christmas'."""
    message = scene.message
    if message.norm(period.first - 1) not in _NEEDED_BY:
        return False
    needs = [m for m in message.between("intents", low, period.first) if m.key == "need"]
    if not needs or message.norm(needs[-1].last) not in _THINGS:
        return False
    persons = ("heads", "people")
    return not any(message.between(kind, needs[-1].last, period.first) for kind in persons)


_NEEDED_BY = frozenset({"on", "by", "before", "until", "till", "til"})
_THINGS = frozenset({"the", "it", "this", "them", "these", "my", "everything", "our"})
_LATEST = frozenset({("by",), ("before",), ("no", "later", "than")})


def _is_span_of_days(scene: Scene, period: Period) -> bool:
    """'commissioning in Slovakia 11–29 January': the days the work is done on."""
    said = scene.message.norm(period.first).isdigit() and scene.message.norm(period.first + 1) in (
        "-",
        "–",
        "to",
    )
    return said and (period.end - period.start).days >= _SHORTEST_SPAN


_SHORTEST_SPAN = 3


def _is_plain_start(scene: Scene, cue: Mention) -> bool:
    """'start …' and its like, not the 'from' of 'from Polish to German'."""
    return cue.key == "start" and scene.message.norm(cue.first) not in ("from", "as")


def _is_of_the_work(scene: Scene, period: Period, low: int, high: int) -> bool:
    """Whether a bare date can only be the work's: beside a need or on its own, not 'fix it this week'."""
    message = scene.message
    before = message.norm(period.first - 1)
    past = scene.near("schedule", "past", period.first, period.first, 4, 0)
    if message.norms[max(0, period.first - 2) : period.first] in (("make", "it"), ("make", "that")):
        return True
    if past or before in ("it", "this", "that", "them", "since", "back", "over", "are", "is", "was", "were"):
        return False
    if scene.context.brief.terms and len(message.tokens) <= _SHORT_ANSWER:
        return True
    if scene.context.brief.start_by is not None and len(message.tokens) <= 2 * _SHORT_ANSWER:
        return True
    is_task = message.between("tasks", low, period.first) and not message.between("heads", low, high)
    if is_task and not message.between("role", low, high):
        return False
    if scene.asked is Slot.START_BY or high - low <= _SHORT_SENTENCE:
        return True
    needs = [m for m in message.between("intents", low, high) if m.key == "need"]
    return bool(needs or message.between("role", low, high) or message.between("heads", low, high))
