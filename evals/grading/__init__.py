"""Grades conversations: the end state first, then whether all that was said is so, then what it took.

A gate is 0 or 1 and the case's score is multiplied by it; the other grades are averaged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import prod
from types import MappingProxyType

from evals.grading.asking import grade_number_of_questions, grade_question_worth, grade_questions
from evals.grading.brief import grade_brief, grade_firmness, grade_unchanged
from evals.grading.case import Case, Grader
from evals.grading.conduct import grade_ending, grade_path, grade_refusals
from evals.grading.cost import LATENCY, grade_cost, grade_latency
from evals.grading.determinism import grade_determinism
from evals.grading.grounding import grade_grounding
from evals.grading.people import grade_dismissed, grade_fresh, grade_hand_off, grade_shortlist
from evals.grading.privacy import grade_privacy
from evals.grading.relevance import grade_acceptable, grade_relevance
from evals.grading.requirements import grade_requirements
from evals.nouns import CaseResult, Grade, Scenario, Transcript
from evals.truth import MarketplaceTruth
from store.knowledge import Knowledge

__all__ = ["GRADERS", "Case", "Grader", "grade", "grade_determinism", "result"]

GRADERS: Mapping[str, Grader] = MappingProxyType(
    {
        "ending": grade_ending,
        "brief": grade_brief,
        "firmness": grade_firmness,
        "unchanged": grade_unchanged,
        "shortlist": grade_shortlist,
        "dismissed": grade_dismissed,
        "fresh": grade_fresh,
        "hand_off": grade_hand_off,
        "requirements": grade_requirements,
        "acceptable": grade_acceptable,
        "grounding": grade_grounding,
        "questions": grade_questions,
        "refusals": grade_refusals,
        "privacy": grade_privacy,
        "path": grade_path,
        "relevance": grade_relevance,
        "few_questions": grade_number_of_questions,
        "question_worth": grade_question_worth,
        "latency": grade_latency,
        "cost": grade_cost,
    }
)
"""Every grader by name. Some give several grades, some none where there is nothing to grade."""


def grade(
    scenario: Scenario | None,
    transcript: Transcript,
    truth: MarketplaceTruth,
    knowledge: Knowledge,
    graders: Iterable[Grader] | None = None,
) -> CaseResult:
    """All grades of a transcript and what they come to. With no scenario nothing is held against a gold."""
    if scenario is not None and scenario.today != truth.today:
        truth = replace(truth, today=scenario.today)
    case = Case(scenario, transcript, truth, knowledge)
    chosen = GRADERS.values() if graders is None else graders
    return result(case, [each for grader in chosen for each in grader(case)])


def result(case: Case, grades: Iterable[Grade]) -> CaseResult:
    """The mean of the grades that are no gates (1 if there are none), times the gates.

    Latency is told but not averaged: it is the machine's as much as the agent's, and would make the score of
    the same conversation differ from run to run.
    """
    given = tuple(grades)
    scores = [each.score for each in given if not each.gate and each.key != LATENCY]
    gates = [each.score for each in given if each.gate]
    return CaseResult(
        scenario=case.transcript.scenario,
        group=case.scenario.group if case.scenario is not None else "recorded",
        seed=case.transcript.seed,
        perturbation=case.transcript.perturbation,
        score=(sum(scores) / len(scores) if scores else 1.0) * prod(gates),
        passed=all(score == 1 for score in gates),
        grades=given,
    )
