"""Whether every number, date, skill and name in a reply is in the data.

A figure is held against what it is said of: a person's against that person's profile and record, a count
against what the turn counted, a limit against the brief, an option against the question. What cannot be told
from the transcript (a count that an old recording does not hold) is no fault: a fault is always real.
"""

from collections.abc import Iterator

from evals.grading.case import Case, gate
from evals.grading.grounding.claims import false_claims
from evals.grading.grounding.figures import false_figures
from evals.grading.grounding.names import false_names
from evals.grading.grounding.scope import scopes
from evals.nouns import Grade

__all__ = ["grade_grounding"]


def grade_grounding(case: Case) -> Iterator[Grade]:
    """`grounding`: figures and claims; `names`: people. Their values are the numbers of violations."""
    figures: list[tuple[int | None, str]] = []
    names: list[tuple[int | None, str]] = []
    for scope in scopes(case):
        figures += [(scope.number, fault) for fault in (*false_figures(scope), *false_claims(scope))]
        names += [(scope.number, fault) for fault in false_names(scope)]
    yield gate("grounding", figures)
    yield gate("names", names)
