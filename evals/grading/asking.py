"""The questions the agent asked: how many, never twice, never what it knows, and what the answers were worth.

A question about a slot that is set asks which requirement may give way. That is right where hardly anybody
is left, and only there; it may stand there again until it is answered, and does not count as one in a row,
because without it such a list would be a dead end.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from api.replay import TurnRecord
from api.replay.record import AskedQuestion
from evals.grading.case import Case, gate
from evals.nouns import Grade
from store.nouns.brief import Slot

MOST_IN_ROW = 3
FEW_SHOWN = 3
"""With a list shorter than this, asking what may give way is right."""
ENOUGH = 2
"""Questions after which a conversation is worth less with each further one."""

_SAID_BY: Mapping[Slot, frozenset[Slot]] = {
    Slot.REGIONS: frozenset({Slot.COUNTRIES, Slot.UTC_OFFSET}),
    Slot.HOURLY_RATE: frozenset({Slot.FIXED_BUDGET}),
}
"""What answers a question as well as its own slot does."""


def grade_questions(case: Case) -> Iterator[Grade]:
    """`questions`: none twice, none that was answered or declined, at most three in a row."""
    yield gate("questions", [*_repeated(case), *_known_already(case), *_in_a_row(case)])


def grade_number_of_questions(case: Case) -> Iterator[Grade]:
    """`few_questions`: 1 up to ENOUGH questions, then ENOUGH / questions."""
    number = sum(turn.question is not None for turn in case.turns)
    yield Grade(
        key="few_questions",
        score=min(ENOUGH / number, 1.0) if number else 1.0,
        value=float(number),
        comment=f"{number} questions",
    )


def grade_question_worth(case: Case) -> Iterator[Grade]:
    """`question_worth`: the share of answered questions whose answer changed the list."""
    changed: list[bool] = []
    shown: tuple[str, ...] = ()
    for _, turn, meant in case.intents:
        listed = tuple(each.id for each in turn.listed)
        if meant.answers is not None and not meant.declines:
            changed.append(bool(listed) and listed != shown)
        shown = listed or shown
    if changed:
        score = sum(changed) / len(changed)
        yield Grade(
            key="question_worth",
            score=score,
            value=score,
            comment=f"{sum(changed)} of {len(changed)} answers changed the list",
        )


def _repeated(case: Case) -> Iterator[tuple[int | None, str]]:
    asked: set[tuple[Any, ...]] = set()
    last: tuple[Any, ...] | None = None
    meant = {number: each for number, _, each in case.intents}
    for number, turn, before in _with_brief_before(case):
        if number in case.restarts or _is_another_need(before, turn.brief):
            asked.clear()
        said = meant.get(number)
        if said is not None and said.answers is not None and last is not None:
            asked.add(last)
        question, last = turn.question, None
        if question is None or _cannot_search(turn):
            continue
        last = _identity(question, turn.brief)
        if last in asked:
            yield number, f"asks about {question.slot.value} again"
        if not _may_give_way(turn):
            asked.add(last)


def _identity(question: AskedQuestion, brief: Mapping[str, Any]) -> tuple[Any, ...]:
    """What makes two questions the same: an open slot; or the requirements offered to give way."""
    if question.slot.value not in brief:
        return (question.slot,)
    return (question.slot, *sorted(option.label for option in question.options))


def _known_already(case: Case) -> Iterator[tuple[int | None, str]]:
    declined: set[Slot] = set()
    meant = {number: each for number, _, each in case.intents}
    for number, turn, before in _with_brief_before(case):
        if number in case.restarts or _is_another_need(before, turn.brief):
            declined.clear()
        said = meant.get(number)
        if said is not None and said.declines and said.answers is not None:
            declined.add(said.answers)
        question = turn.question
        if question is None or _cannot_search(turn):
            continue
        slots = {question.slot, *_SAID_BY.get(question.slot, ())}
        if any(slot.value in turn.brief for slot in slots) and not _may_give_way(turn):
            yield number, f"asks about {question.slot.value}, which the brief has"
        elif question.slot in declined and question.slot.value not in turn.brief:
            yield number, f"asks about {question.slot.value}, which the client would not answer"


def _in_a_row(case: Case) -> Iterator[tuple[int | None, str]]:
    row = 0
    for number, turn in enumerate(case.turns, start=1):
        if number in case.restarts or turn.question is None:
            row = 0
        if turn.question is not None and not _cannot_search(turn) and not _may_give_way(turn):
            row += 1
            if row > MOST_IN_ROW:
                yield number, f"{row} questions in a row"


def _may_give_way(turn: TurnRecord) -> bool:
    """Whether the question is which requirement may give way, asked where hardly anybody is left."""
    question = turn.question
    return question is not None and question.slot.value in turn.brief and len(turn.candidates) < FEW_SHOWN


def _cannot_search(turn: TurnRecord) -> bool:
    """Whether there is neither role nor skill: then there is only one thing to ask."""
    wanted = [each for each in turn.brief.get("skills", ()) if each["importance"] != "EXCLUDED"]
    return "role" not in turn.brief and not wanted


def _is_another_need(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return "role" in before and "role" in after and before["role"] != after["role"]


def _with_brief_before(case: Case) -> Iterator[tuple[int, TurnRecord, Mapping[str, Any]]]:
    before: Mapping[str, Any] = {}
    for number, turn in enumerate(case.turns, start=1):
        yield number, turn, before
        before = turn.brief
