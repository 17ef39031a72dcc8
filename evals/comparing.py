"""Two runs of the same cases, side by side: which came out otherwise, and which turns changed and how."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile, zip_longest
from typing import Any

from api.replay import TurnRecord
from evals.nouns import Run, Transcript
from evals.outcomes import CaseKey, Outcome, Outcomes, case_of


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing about a turn that is not as it was."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TurnChange:
    """A turn that came out otherwise. `aspects` is empty where only that much is known."""

    turn: int
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class CaseChange:
    """A case that came out otherwise."""

    before: Outcome
    after: Outcome
    turns: tuple[TurnChange, ...]

    @property
    def broke(self) -> bool:
        """It passed and does so no more."""
        return self.before.passed and not self.after.passed

    @property
    def mended(self) -> bool:
        """It failed and passes now."""
        return self.after.passed and not self.before.passed


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two runs."""

    same: int
    """Cases that are as they were."""
    changed: tuple[CaseChange, ...]
    """Those that broke first, then those that were mended, then the greatest change of the score."""
    gone: tuple[CaseKey, ...]
    new: tuple[CaseKey, ...]


def compare(before: Outcomes, after: Outcomes, runs: tuple[Run, Run] | None = None) -> Comparison:
    """What differs. With both whole runs it is told how each turn changed, else only which did."""
    old, now = before.by_key(), after.by_key()
    talks = tuple({case_of(each): each for each in run.transcripts} for run in runs) if runs else ({}, {})
    changed = []
    for key in (key for key in now if key in old):
        turns = tuple(_turns(old[key], now[key], talks[0].get(key), talks[1].get(key)))
        if turns or _came_to(old[key]) != _came_to(now[key]):
            changed.append(CaseChange(old[key], now[key], turns))
    return Comparison(
        same=sum(key in old for key in now) - len(changed),
        changed=tuple(sorted(changed, key=_first_what_matters)),
        gone=tuple(key for key in old if key not in now),
        new=tuple(key for key in now if key not in old),
    )


def _came_to(case: Outcome) -> tuple[Any, ...]:
    kinds = tuple((failure.kind, failure.turn) for failure in case.failures)
    return (case.passed, case.score, case.questions, kinds)


def _first_what_matters(change: CaseChange) -> tuple[bool, bool, float, str]:
    moved = abs(change.after.score - change.before.score)
    return (not change.broke, not change.mended, -moved, str(change.after.key))


def _turns(
    old: Outcome, now: Outcome, before: Transcript | None, after: Transcript | None
) -> Iterator[TurnChange]:
    if before is not None and after is not None:
        for number, (was, is_) in enumerate(zip_longest(before.turns, after.turns), start=1):
            aspects = tuple(_aspects(was, is_))
            if aspects:
                yield TurnChange(number, aspects)
        return
    for number, (mark, other) in enumerate(zip_longest(old.turns, now.turns), start=1):
        if mark != other:
            yield TurnChange(number, ())


def _aspects(was: TurnRecord | None, now: TurnRecord | None) -> Iterator[Aspect]:
    if was is None or now is None:
        yield Aspect("client", "nothing" if was is None else was.text, "nothing" if now is None else now.text)
        return
    for name, before, after in (
        ("client", was.text, now.text),
        ("intent", str(was.intent), str(now.intent)),
        ("step", was.step, now.step),
        ("question", _asked(was), _asked(now)),
        ("people", _people(was), _people(now)),
    ):
        if before != after:
            yield Aspect(name, before, after)
    for slot in sorted({*was.brief, *now.brief} - {"terms"}):
        if was.brief.get(slot) != now.brief.get(slot):
            yield Aspect(f"brief: {slot}", _value(was.brief.get(slot)), _value(now.brief.get(slot)))
    for slot in sorted(_hard(was) ^ _hard(now)):
        yield Aspect(f"brief: {slot}", _firmness(slot, was), _firmness(slot, now))
    if was.reply != now.reply:
        yield Aspect("reply", *_where_they_differ(was.reply, now.reply))


def _asked(turn: TurnRecord) -> str:
    return str(turn.question.slot) if turn.question is not None else "none"


def _people(turn: TurnRecord) -> str:
    return ", ".join(each.name for each in turn.candidates) or "none"


def _value(value: Any) -> str:
    if value is None:
        return "not set"
    if isinstance(value, dict):
        return ", ".join(f"{key} {_value(each)}" for key, each in sorted(value.items()))
    if isinstance(value, list):
        return "; ".join(map(_value, value))
    return str(value)


def _hard(turn: TurnRecord) -> frozenset[str]:
    terms: dict[str, dict[str, Any]] = turn.brief.get("terms", {})
    return frozenset(slot for slot, term in terms.items() if term.get("hard"))


def _firmness(slot: str, turn: TurnRecord) -> str:
    return "a requirement" if slot in _hard(turn) else "no requirement"


_AROUND = 30
"""Characters kept on both sides of what differs in a reply."""


def _where_they_differ(before: str, after: str) -> tuple[str, str]:
    start = _alike(before, after)
    ending = _alike(before[start:][::-1], after[start:][::-1])
    return _cut(before, start, len(before) - ending), _cut(after, start, len(after) - ending)


def _alike(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _cut(text: str, start: int, end: int) -> str:
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return f"{'…' if low else ''}{text[low:high]}{'…' if high < len(text) else ''}"
