"""Grading over processes, and what is played twice."""

from datetime import date
from pathlib import Path

import pytest

from evals.grading.processes import grade_all
from evals.nouns import End
from evals.running import with_determinism
from evals.staging import StageSettings
from tests_support.eval_runs import VARIANTS, result, scenario, transcript

NAMES = [f"s{number}" for number in range(8)]


@pytest.fixture
def stage(tmp_path: Path) -> StageSettings:
    """Grading reads nothing from the folder: it knows the people by their seed."""
    return StageSettings(size=30, folder=tmp_path, today=date(2026, 11, 23))


def test_grades_do_not_depend_on_the_number_of_processes(stage: StageSettings) -> None:
    talks = [transcript(name, variant) for name in NAMES for variant in (None, *VARIANTS)]
    scenarios = [scenario(name) for name in NAMES]
    told: list[tuple[str, int, int]] = []
    alone = grade_all(talks, scenarios, stage, 1, lambda *step: told.append(step))
    together = grade_all(talks, scenarios, stage, 2, lambda *step: None)
    assert alone == together
    assert [each.scenario for each in alone] == [talk.scenario for talk in talks]
    assert told[-1] == ("Grading conversations", 72, 72)


def test_what_comes_out_otherwise_the_second_time_fails() -> None:
    talks = [transcript("a"), transcript("b"), transcript("c")]
    again = [transcript("a", ms=900), transcript("b", people=("fr_9",))]
    results = with_determinism([result(name) for name in "abc"], talks, again)
    assert [each.passed for each in results] == [True, False, True]
    assert [len(each.grades) for each in results] == [6, 6, 5]
    failed = results[1]
    assert failed.score == 0
    assert [(grade.key, grade.turn) for grade in failed.grades if grade.score == 0] == [("determinism", 2)]


def test_a_conversation_the_agent_broke_off_fails(stage: StageSettings) -> None:
    broken = transcript("a").model_copy(update={"ended": End.FAILED, "error": "ValueError: no"})
    (graded,) = grade_all([broken], [scenario("a")], stage, 1, lambda *step: None)
    assert not graded.passed
    assert any("ValueError: no" in grade.comment for grade in graded.grades if grade.score == 0)
