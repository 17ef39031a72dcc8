from itertools import combinations

import pytest

from evals.reports.statistics import Interval, Rate, change, mean, pass_hat, rate


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (294, 300, 0.9571, 0.9908),
    ],
)
def test_known_wilson_intervals(hits: int, total: int, low: float, high: float) -> None:
    interval = Rate(hits, total).interval
    assert interval.low == pytest.approx(low, abs=1e-4)
    assert interval.high == pytest.approx(high, abs=1e-4)


def test_nothing_counted_says_nothing() -> None:
    assert rate([]).interval == Interval(0.0, 1.0)
    assert mean([]) is None


def test_the_mean_is_of_cases_and_its_interval_always_the_same() -> None:
    values = [(scenario, float(scenario % 3)) for scenario in range(30)]
    measured = mean(values)
    assert measured is not None
    assert measured.value == pytest.approx(1.0)
    assert measured.interval.low < 1.0 < measured.interval.high
    assert measured == mean(values)


def test_many_alike_cases_of_a_scenario_do_not_make_us_surer() -> None:
    once = mean([(n, float(n % 2)) for n in range(20)])
    often = mean([(n, float(n % 2)) for n in range(20) for _ in range(50)])
    assert once is not None
    assert often is not None
    assert once.interval == often.interval


def test_a_change_is_paired_and_only_over_what_both_have() -> None:
    before = {("a", None): 1.0, ("b", None): 0.0, ("gone", None): 0.0}
    after = {("a", None): 1.0, ("b", None): 1.0, ("new", None): 0.0}
    measured = change(before, after)
    assert measured is not None
    assert (measured.value, measured.total) == (0.5, 2)
    assert change({}, after) is None


def test_the_same_small_loss_everywhere_is_sure_and_a_mixed_one_is_not() -> None:
    cases: list[tuple[str, None]] = [(str(n), None) for n in range(40)]
    before = dict.fromkeys(cases, 0.8)
    worse = change(before, dict.fromkeys(cases, 0.79))
    mixed = change(before, {case: 0.8 + (0.1 if n % 2 else -0.1) for n, case in enumerate(cases)})
    assert worse is not None
    assert worse.interval.excludes_zero
    assert mixed is not None
    assert not mixed.interval.excludes_zero


def test_pass_hat_is_the_share_of_draws_in_which_all_pass() -> None:
    variants = [True, True, False, True, True, False, True, True]
    for k in range(1, 9):
        draws = list(combinations(variants, k))
        assert pass_hat([(6, 8)], k) == pytest.approx(sum(map(all, draws)) / len(draws))


def test_pass_hat_leaves_out_scenarios_with_too_few_variants() -> None:
    assert pass_hat([(8, 8), (1, 1)], 8) == 1.0
    assert pass_hat([(1, 1)], 8) is None
