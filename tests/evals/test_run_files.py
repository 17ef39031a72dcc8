from pathlib import Path

import pytest

from evals.files import UnreadableRun, read_outcomes, read_run, write_outcomes, write_run
from evals.outcomes import outcomes
from tests_support.eval_runs import small_run

FAILING: dict[tuple[str, str | None], tuple[str, ...]] = {
    ("a", None): ("brief",),
    ("c", "typos"): ("grounding",),
}


@pytest.mark.parametrize("name", ["run.json", "deep/run.json.gz"])
def test_a_run_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    run = small_run(FAILING)
    write_run(run, tmp_path / name)
    assert read_run(tmp_path / name) == run
    assert read_outcomes(tmp_path / name) == outcomes(run)


def test_a_baseline_has_all_but_the_comments_and_a_line_for_each_scenario(tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    told = outcomes(small_run(FAILING))
    write_outcomes(told, file)
    assert len(file.read_text().splitlines()) == 1 + 4
    read = read_outcomes(file)
    assert [case.key for case in read.cases] == [case.key for case in told.cases]
    assert [case.failures for case in read.cases if case.failures] == [
        tuple(failure.model_copy(update={"comment": ""}) for failure in case.failures)
        for case in told.cases
        if case.failures
    ]
    strip = {"failures": ()}
    assert [case.model_copy(update=strip) for case in read.cases] == [
        case.model_copy(update=strip) for case in told.cases
    ]


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_outcomes(outcomes(small_run()), tmp_path / f"{name}.jsonl")
        write_run(small_run(), tmp_path / f"{name}.json.gz")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert (tmp_path / "one.json.gz").read_bytes() == (tmp_path / "two.json.gz").read_bytes()


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "no json", '{"transcripts": 3}', '{"created": 1}\n{"a": 1}']
)
def test_another_file_is_refused_by_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(text)
    with pytest.raises(UnreadableRun, match=r"other\.json"):
        read_outcomes(file)
    with pytest.raises(UnreadableRun, match=r"other\.json"):
        read_run(file)
