import pytest

from evals.outcomes import outcomes
from evals.reports.figures import METRICS, changes, figures
from evals.reports.latency import stages
from evals.reports.paying import paying
from tests_support.eval_runs import VARIANTS, result, run_of, small_run, transcript


def test_success_is_of_first_tries_and_pass_hat_of_the_variants() -> None:
    found = figures(outcomes(small_run({("a", None): ("brief",), ("c", "typos"): ("brief",)})))
    assert (found.whole.success.hits, found.whole.success.total) == (3, 4)
    assert (found.whole.robust.hits, found.whole.robust.total) == (3, 4)
    assert found.pass_hat[8] == pytest.approx(0.75)
    assert found.pass_hat[1] == pytest.approx(31 / 32)
    assert found.metric("success_first_try").value == 0.75


def test_every_group_and_every_perturbation_has_its_row() -> None:
    found = figures(outcomes(small_run({("c", "typos"): ("grounding",)})))
    assert [row.name for row in found.groups] == ["design", "legal"]
    assert [row.ungrounded.hits for row in found.groups] == [0, 1]
    assert [row.name for row in found.perturbations] == ["as written", *sorted(VARIANTS)]
    failing = next(row for row in found.perturbations if row.name == "typos")
    assert (failing.success.hits, failing.success.total) == (3, 4)


def test_violations_are_counted_over_all_variants() -> None:
    run = small_run({("c", "typos"): ("grounding",), ("d", "order"): ("grounding", "requirements")})
    found = figures(outcomes(run))
    assert found.metric("grounding_violations").value == 2
    assert found.metric("broken_hard_requirements").value == 1
    assert [(kind, len(cases)) for kind, cases in found.kinds] == [("grounding", 2), ("requirements", 1)]


def test_questions_and_turns_are_of_the_client_as_written() -> None:
    run = run_of(
        [transcript("a"), transcript("a", "typos")],
        [result("a", first_acceptable=2), result("a", "typos", first_acceptable=7)],
    )
    found = figures(outcomes(run))
    assert found.metric("mean_questions").value == 1
    assert found.metric("turns_to_acceptable").value == 2


def test_a_run_of_one_case_has_what_it_can_have() -> None:
    found = figures(outcomes(run_of([transcript("a")], [result("a")])))
    assert tuple(metric.key for metric in found.metrics) == METRICS
    assert found.metric("pass_hat_8").value is None
    assert found.pass_hat == {}


def test_changes_are_paired_by_case() -> None:
    moved = changes(
        outcomes(small_run({("a", None): ("brief",)})),
        outcomes(small_run({("b", "typos"): ("brief",)}, relevance=0.8)),
    )
    assert moved["success_first_try"].value == pytest.approx(0.25)
    assert moved["pass_hat_8"].value == pytest.approx(-0.25)
    assert moved["success"].value == 0
    assert moved["score"].value < 0
    assert moved["relevance"].value == pytest.approx(-0.1)
    assert moved["mean_questions"].value == 0


def test_the_time_of_a_turn_adds_up() -> None:
    found = stages(run_of([transcript("a", ms=20), transcript("b", ms=40)], [result("a"), result("b")]))
    assert [stage.name for stage in found] == ["understand", "search", "rest", "total"]
    assert sum(stage.share for stage in found[:-1]) == pytest.approx(1)
    assert found[-1].p50 == 30
    assert found[-1].turns == 4


def test_nothing_timed_is_no_latency() -> None:
    talk = transcript("a")
    untimed = talk.model_copy(
        update={"turns": tuple(turn.model_copy(update={"ms": None}) for turn in talk.turns)}
    )
    assert stages(run_of([untimed], [result("a")])) == ()


def test_a_question_pays_when_its_answer_moves_the_list() -> None:
    talks = [
        transcript("a", people=("fr_2", "fr_1")),
        transcript("b", people=("fr_1", "fr_2")),
        transcript("c", people=("fr_1", "fr_2"), declines=True),
    ]
    (price,) = paying(run_of(talks, [result(name) for name in "abc"]))
    assert (price.moved, price.kept, price.declined, price.passed_over) == (1, 1, 1, 0)
    assert price.asked == 3


def test_a_question_the_conversation_ends_with_is_passed_over() -> None:
    talk = transcript("a")
    cut = talk.model_copy(update={"turns": talk.turns[:1], "intended": talk.intended[:1]})
    (price,) = paying(run_of([cut], [result("a")]))
    assert (price.asked, price.passed_over) == (1, 1)
