from xml.etree import ElementTree

from evals.nouns import Usage
from evals.outcomes import outcomes
from evals.reports import as_junit, as_terminal
from tests_support.eval_runs import result, run_of, small_run, transcript


def test_the_summary_has_the_figures_with_their_intervals_and_the_change() -> None:
    run = small_run({("a", None): ("grounding",)})
    told = as_terminal(run, outcomes(small_run()), width=140)
    assert "success on first try" in told
    assert "75%  [30.1, 95.4]" in told
    assert "-25.0 points" in told
    for name in ("design", "legal", "as written", "typos", "understand", "95th percentile"):
        assert name in told


def test_every_failure_has_its_kind_its_turn_and_the_command_that_replays_it() -> None:
    run = small_run({("a", None): ("grounding",), ("c", "typos"): ("brief",)})
    told = as_terminal(run)
    assert "grounding: 1 case of 1 scenario\n" in told
    assert "a: turn 2: grounding: 4.9 & <not> said" in told
    assert "python -m evals replay a\n" in told
    assert "python -m evals replay c --perturbation typos\n" in told


def test_the_command_names_another_marketplace_seed_and_policy() -> None:
    talk = transcript("a").model_copy(update={"seed": 3, "policy": "random"})
    failed = result("a", failing=("brief",)).model_copy(update={"seed": 3})
    told = as_terminal(run_of([talk], [failed], size=200, marketplace_seed=11))
    assert "python -m evals replay a --seed 3 --policy random --size 200 --marketplace-seed 11\n" in told


def test_a_scenario_is_listed_once_with_how_many_of_its_variants_fail() -> None:
    failing = {(name, variant): ("brief",) for name in "abcd" for variant in ("typos", "order")}
    told = as_terminal(small_run({**failing, ("d", None): ("brief",)}), failures=2)
    listed = [line.split(":")[0].strip() for line in told.splitlines() if "brief: 4.9" in line]
    assert "brief: 9 cases of 4 scenarios" in told
    assert listed == ["d", "a"]
    assert "(and 2 more of its variants)" in told
    assert told.count("python -m evals replay") == 2
    assert "and 2 more: --failures 4" in told


def test_a_run_in_which_all_went_well_says_so() -> None:
    told = as_terminal(small_run(), None)
    assert "Nothing failed." in told
    assert "no baseline" in told


def test_a_baseline_of_other_people_is_not_compared_with() -> None:
    told = as_terminal(small_run(), outcomes(small_run()).model_copy(update={"size": 50}))
    assert "another marketplace" in told
    assert "no change" not in told


def test_tokens_and_cost_are_told_where_they_are_known() -> None:
    talk = transcript("a")
    counted = talk.model_copy(update={"usage": (Usage(input_tokens=1100, output_tokens=100),)})
    priced = talk.model_copy(update={"usage": (Usage(input_tokens=1100, cost_usd=0.002),)})
    assert "Tokens: 1,100 in and 100 out" in as_terminal(run_of([counted], [result("a")]))
    assert "Cost: $0.0020" in as_terminal(run_of([priced], [result("a")]))
    assert "okens" not in as_terminal(run_of([talk], [result("a")]))


def test_junit_counts_suites_cases_and_failures() -> None:
    run = small_run({("a", None): ("grounding", "brief"), ("c", "typos"): ("brief",)})
    root = ElementTree.fromstring(as_junit(run))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("36", "2", "0")
    assert [(suite.get("name"), suite.get("failures")) for suite in root] == [("design", "1"), ("legal", "1")]
    failed = [case for case in root.iter("testcase") if case.find("failure") is not None]
    assert [case.get("name") for case in failed] == ["a", "c [typos]"]
    failure = failed[0].find("failure")
    assert failure is not None
    assert failure.get("type") == "brief, grounding"
    assert "python -m evals replay a" in (failure.text or "")
    assert "4.9 & <not> said" in (failure.text or "")


def test_what_xml_cannot_write_is_left_out() -> None:
    failed = result("a", failing=("brief",))
    odd = failed.grades[2].model_copy(update={"comment": "bell \x07 rang"})
    run = run_of([transcript("a")], [failed.model_copy(update={"grades": (odd,)})])
    assert ElementTree.fromstring(as_junit(run)).find(".//failure") is not None
