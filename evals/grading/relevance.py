"""How good the people shown really are, by the hidden truth of the demo marketplace."""

from collections.abc import Iterator
from math import log2

from api.replay import TurnRecord
from evals.grading.case import Case, gate
from evals.grading.requirements import gold_brief, tells_need
from evals.nouns import Act, Grade
from store.nouns.brief import Brief

GOOD_ENOUGH = 0.6
"""The share of the best there is from which somebody is acceptable."""

SOON = 3
"""Turns within which somebody acceptable should be on the list."""


def grade_relevance(case: Case) -> Iterator[Grade]:
    """`relevance`: nDCG (Järvelin and Kekäläinen 2002) of the list shown once the client had told all.

    The ideal is the best list of as many people who meet the gold's requirements, without those sent away
    and, where the client asked for others, those it had seen.
    """
    brief = gold_brief(case)
    found = _answer_to_all(case)
    if brief is None or found is None or not case.truth.hidden:
        return
    number, turn, gone = found
    ideal = [each.grade for each in case.truth.best(brief, len(turn.candidates), gone)]
    if not ideal:
        return
    gains = [
        case.truth.grade(shown.id, brief) if case.truth.meets(shown.id, brief) else 0.0
        for shown in turn.candidates
    ]
    score = min(_discounted(gains) / _discounted(ideal), 1.0)
    yield Grade(
        key="relevance",
        score=score,
        value=score,
        turn=number if score < GOOD_ENOUGH else None,
        comment=f"nDCG {score:.2f} of the {len(gains)} shown",
    )


def grade_acceptable(case: Case) -> Iterator[Grade]:
    """`acceptable`: somebody who meets all and is nearly as good as the best was shown; `turns` when.

    Somebody is acceptable with at least GOOD_ENOUGH of the best grade there is. Where nobody meets the
    requirements there is nothing to grade. `turns` is 1 up to SOON turns, then falls as SOON / turns.
    """
    brief = gold_brief(case)
    if brief is None or case.gold is None or not case.gold.acceptable or not case.truth.hidden:
        return
    best = case.truth.best(brief, 1)
    if not best:
        return
    first = _first_acceptable(case, brief, best[0].grade * GOOD_ENOUGH)
    missing = [] if first is not None else [(None, "nobody acceptable was shown")]
    yield gate("acceptable", missing)
    if first is not None:
        yield Grade(
            key="turns",
            score=min(SOON / first, 1.0),
            value=float(first),
            comment=f"{first} turns to the first acceptable candidate",
        )


def _first_acceptable(case: Case, brief: Brief, least: float) -> int | None:
    for number, turn in enumerate(case.turns, start=1):
        for shown in turn.candidates:
            if case.truth.grade(shown.id, brief) >= least and case.truth.meets(shown.id, brief):
                return number
    return None


def _answer_to_all(case: Case) -> tuple[int, TurnRecord, set[str]] | None:
    """The first list after the client's last word on its need, and who could not be on it."""
    told = max(
        (number for number, _, meant in case.intents if tells_need(meant.act, meant.answers)), default=1
    )
    gone: set[str] = set()
    seen: set[str] = set()
    meant = {number: each for number, _, each in case.intents}
    for number, turn in enumerate(case.turns, start=1):
        act = meant[number].act if number in meant else None
        if act is Act.DISMISS:
            gone.update(meant[number].people)
        if number >= told and turn.candidates:
            return number, turn, gone | (seen if act is Act.MORE else set())
        seen.update(shown.id for shown in turn.candidates)
    return None


def _discounted(gains: list[float]) -> float:
    return sum(gain / log2(place + 1) for place, gain in enumerate(gains, start=1))
