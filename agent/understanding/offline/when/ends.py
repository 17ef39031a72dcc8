"""How long the work lasts where its end is said, or its whole span: 'until Easter', 'throughout January'."""

from collections.abc import Iterator
from datetime import date, timedelta

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.when.periods import Period
from agent.understanding.offline.when.purposes import purpose_of
from agent.understanding.offline.when.starts import (
    are_months,
    are_working_days,
    ends_working_week,
    is_whole_span,
    with_lead,
)
from agent.understanding.offline.words.spans import WEEKS, whole_weeks
from store.nouns.brief import Range, Slot

_INCLUDING = frozenset({"through", "thru", "including"})
"""'through February': the month is worked to its end."""
_EARLY = frozenset({"beginning", "start", "early", "first", "top", "mid", "middle"})
_WHOLE = frozenset({("all", "of"), ("whole", "of"), ("month", "of"), ("whole", "month"), ("duration", "of")})
_THROUGHOUT = frozenset({"throughout", "entire", "whole"})
_SHORTEST, _LONGEST = 27, 93
"""Days of a month or a quarter."""


def find_ends(scene: Scene, begin: date) -> Iterator[Finding]:
    """durationWeeks from the end of the work, which begins on a day that is given, or from its span."""
    for place, period in enumerate(scene.periods):
        before = scene.periods[place - 1] if place else None
        whole_period = _worked_through(scene, place)
        if whole_period is not None:
            yield _finding(scene, period, period.start, whole_period)
            continue
        if scene.message.norm(period.first - 1) in ("each", "every"):
            continue
        of_every_week = before is not None and are_working_days(scene, before, period)
        if of_every_week or ends_working_week(scene, period):
            continue
        purpose = purpose_of(scene, period)
        whole = before is not None and is_whole_span(scene, before, period)
        if before is not None and whole and not (are_months(before, period) and _is_said(scene)):
            begin, purpose = before.start, "until"
        if purpose != "until":
            continue
        worked = whole or scene.message.norm(period.first - 1) in _INCLUDING
        end = period.end if worked and not _EARLY & {_opener(scene, period)} else period.start
        if end > begin:
            yield _finding(scene, period, begin, end)


def _finding(scene: Scene, period: Period, begin: date, end: date) -> Finding:
    weeks = whole_weeks((end - begin).days / 7)
    stance = scene.stance(period.first, period.last)
    return Finding(
        Slot.DURATION_WEEKS,
        Range(min=weeks, max=weeks),
        with_lead(scene, period.first),
        period.last,
        hard=stance.hard,
        uncertain=stance.unsure,
    )


def _opener(scene: Scene, period: Period) -> str:
    first = period.first + (scene.message.norm(period.first) == "the")
    return scene.message.norm(first)


def _worked_through(scene: Scene, place: int) -> date | None:
    """The day after a month or quarter that is worked from end to end; None where it is not said to be."""
    message, period = scene.message, scene.periods[place]
    if not _SHORTEST <= (period.end - period.start).days + 1 <= _LONGEST or _is_said(scene):
        return None
    before = message.norms[max(0, period.first - 2) : period.first]
    others = (p for i, p in enumerate(scene.periods) if i != place)
    alone = message.fills_clause(period.first, period.last) and any(p.start == period.start for p in others)
    if not (before in _WHOLE or (before[-1:] and before[-1] in _THROUGHOUT) or alone):
        return None
    following = scene.periods[place + 1] if place + 1 < len(scene.periods) else None
    joined = following is not None and message.norms[period.last : following.first] == ("and",)
    end = following.end if following is not None and joined else period.end
    return end + timedelta(days=1)


def _is_said(scene: Scene) -> bool:
    """Whether the length itself is said: '15 days of work over Jan-Feb'."""
    return any(q.unit in WEEKS and q.per is None and not q.step for q in scene.quantities)
