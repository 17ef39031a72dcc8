"""How the agent behaves towards the client: it declines what is not its business, and nothing else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from api.replay import TurnRecord
from evals.grading.case import Case, gate
from evals.nouns import Act, End, Grade, Intended

_DECLINES = re.compile(
    r"\b(?:can only|only help|can(?:no|')t help|cannot (?:help|do|answer)|not able to|have to pass|"
    r"pass on that|do not do that|don't do that|not something I|outside (?:of )?what I)\b",
    re.IGNORECASE,
)
_LONGEST_DECLINING = 400
"""Characters: who declines does not go on to do it."""

_BUSINESS = frozenset(Act) - {Act.OFF_TOPIC, Act.DELETE_DATA, Act.THANK, Act.GREET, Act.HELP}


def grade_refusals(case: Case) -> Iterator[Grade]:
    """`refusals`: every off-topic message is declined and changes nothing; no other message is declined."""
    faults: list[tuple[int | None, str]] = []
    before: Mapping[str, Any] = {}
    for number, turn, meant in case.intents:
        if meant.act is Act.OFF_TOPIC and case.gold is not None and case.gold.refuses:
            faults += [(number, fault) for fault in _not_declined(turn, before)]
        elif _is_business(meant) and _DECLINES.search(turn.reply) and not turn.candidates:
            faults.append((number, "declines what is its business"))
        before = turn.brief
    if case.transcript.intended:
        yield gate("refusals", faults)


def _not_declined(turn: TurnRecord, before: Mapping[str, Any]) -> Iterator[str]:
    if not _DECLINES.search(turn.reply):
        yield "does not decline"
    elif len(turn.reply) > _LONGEST_DECLINING:
        yield "declines and goes on"
    if turn.brief != before:
        yield "lets it change the brief"
    if turn.handoffs:
        yield "hands off on it"


def _is_business(meant: Intended) -> bool:
    return meant.act in _BUSINESS or (meant.act is None and meant.answers is not None)


def grade_path(case: Case) -> Iterator[Grade]:
    """`path`: the gold's steps were taken in their order, others allowed between."""
    if case.gold is None or not case.gold.steps:
        return
    taken = [turn.step for turn in case.turns]
    missing = missing_steps(case.gold.steps, taken)
    yield gate(
        "path", [(None, f"{' > '.join(taken)} has no {missing[0]} where it belongs")] if missing else []
    )


def missing_steps(wanted: tuple[str, ...], taken: Sequence[str]) -> tuple[str, ...]:
    """What is left of the wanted steps after going through those taken in order; none if all were there."""
    rest = iter(taken)
    for place, step in enumerate(wanted):
        if step not in rest:
            return wanted[place:]
    return ()


def grade_ending(case: Case) -> Iterator[Grade]:
    """`ending`: the conversation came to its end, with no error and nobody stuck."""
    ended = case.transcript.ended
    faults = [] if ended is End.DONE else [(None, case.transcript.error or f"it ended {ended.value}")]
    yield gate("ending", faults)
