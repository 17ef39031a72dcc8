from pathlib import Path

import pytest

from evals.gate import BrokenThresholds, Thresholds, judge, passed, read_thresholds
from evals.outcomes import Outcomes, outcomes
from evals.reports.figures import METRICS
from tests_support.eval_runs import result, run_of, small_run, transcript

LOOSE = Thresholds(may_break=1)


def passes(run: Outcomes, baseline: Outcomes | None, thresholds: Thresholds) -> bool:
    return passed(judge(run, baseline, thresholds))


def test_our_own_thresholds_can_be_read_and_bound_what_they_should() -> None:
    found = read_thresholds()
    bound = {*found.least, *found.most, *found.may_fall}
    assert bound >= {*METRICS}
    assert found.may_worsen < 0.01


def test_one_case_that_passed_and_fails_now_is_enough_for_our_own_thresholds() -> None:
    names = [f"case-{number}" for number in range(250)]
    good = outcomes(run_of([], [result(name) for name in names]))
    broken = result(names[7], failing=("brief",))
    bad = outcomes(run_of([], [broken, *(result(name) for name in names if name != names[7])]))
    ours = Thresholds(may_break=read_thresholds().may_break)
    assert passes(good, good, ours)
    assert not passes(bad, good, ours)


def test_a_run_like_its_baseline_passes() -> None:
    run = outcomes(small_run())
    assert passes(run, run, Thresholds(least={"success_first_try": 0.98, "pass_hat_8": 0.95}))


@pytest.mark.parametrize(
    ("thresholds", "kind", "case"),
    [
        (Thresholds(least={"success_first_try": 0.98}, may_break=1), "brief", ("a", None)),
        (Thresholds(least={"pass_hat_8": 0.95}, may_break=1), "brief", ("a", "typos")),
        (Thresholds(most={"grounding_violations": 0}, may_break=1), "grounding", ("a", "typos")),
        (Thresholds(most={"broken_hard_requirements": 0}, may_break=1), "requirements", ("a", "typos")),
        (Thresholds(may_break=0), "brief", ("a", "typos")),
    ],
)
def test_each_bound_fails_a_run_that_crosses_it(
    thresholds: Thresholds, kind: str, case: tuple[str, str | None]
) -> None:
    good, bad = outcomes(small_run()), outcomes(small_run({case: (kind,)}))
    assert passes(good, good, thresholds)
    assert passes(bad, good, LOOSE)
    assert not passes(bad, good, thresholds)


def test_a_small_loss_everywhere_fails_though_no_case_does() -> None:
    before, after = outcomes(small_run(relevance=0.9)), outcomes(small_run(relevance=0.88))
    assert passes(after, before, LOOSE)
    assert not passes(after, before, Thresholds(may_fall={"score": 0.003}))
    assert passes(before, after, Thresholds(may_fall={"score": 0.003}))


def test_a_ranking_that_became_worse_fails_also_where_cases_fail_anyway() -> None:
    failing = {(name, None): ("brief",) for name in "abcd"}
    before, after = (outcomes(small_run(failing, relevance)) for relevance in (0.9, 0.8))
    assert not passes(after, before, Thresholds(may_fall={"relevance": 0.005}))


def test_lists_that_became_less_relevant_fail_unless_as_many_became_more_so() -> None:
    names = [str(number) for number in range(10)]

    def run(relevance: dict[str, float]) -> Outcomes:
        return outcomes(
            run_of(
                [transcript(name) for name in names],
                [result(name, relevance=relevance.get(name, 0.8)) for name in names],
            )
        )

    bound = Thresholds(may_worsen=0.05)
    assert not passes(run({"1": 0.7}), run({}), bound)
    assert passes(run({"1": 0.7, "2": 0.9}), run({}), bound)
    assert passes(run({"1": 0.795}), run({}), bound)


def test_more_questions_than_before_fail() -> None:
    asked = transcript("a")
    again = asked.turns[0].question
    more = asked.model_copy(
        update={"turns": tuple(t.model_copy(update={"question": again}) for t in asked.turns)}
    )
    before, after = run_of([asked], [result("a")]), run_of([more], [result("a")])
    bound = Thresholds(may_rise={"mean_questions": 0.1})
    assert passes(outcomes(before), outcomes(before), bound)
    assert not passes(outcomes(after), outcomes(before), bound)


def test_a_figure_the_cases_cannot_give_is_said_and_does_not_fail() -> None:
    run = outcomes(run_of([transcript("a")], [result("a")]))
    checks = judge(run, run, Thresholds(least={"pass_hat_8": 0.95}))
    assert any("not measured" in check.told for check in checks)
    assert all(check.holds for check in checks)


def test_a_missed_aim_is_said_and_does_not_decide() -> None:
    run = outcomes(small_run({("a", None): ("brief",)}))
    checks = judge(run, run, Thresholds())
    assert [check.told for check in checks if not check.holds] == [
        "success on first try: 75%, aim ≥ 98%",
    ]
    assert passed(checks)


def test_nothing_to_compare_with_and_nothing_played_fail() -> None:
    run = outcomes(small_run())
    assert not passes(run, None, LOOSE)
    assert not passes(run, run.model_copy(update={"size": 50}), LOOSE)
    assert not passes(run.model_copy(update={"cases": ()}), run, LOOSE)


def test_the_cases_that_broke_are_named() -> None:
    checks = judge(outcomes(small_run({("c", "typos"): ("brief",)})), outcomes(small_run()), Thresholds())
    assert any("c [typos]" in check.told for check in checks if not check.holds)


@pytest.mark.parametrize(
    "text", ["[least]\nsucces = 1", "least = 3", "[least", "[least]\nsuccess_first_try = 'all'"]
)
def test_a_threshold_that_would_do_nothing_is_an_error(tmp_path: Path, text: str) -> None:
    file = tmp_path / "thresholds.toml"
    file.write_text(text)
    with pytest.raises(BrokenThresholds, match=r"thresholds\.toml"):
        read_thresholds(file)
