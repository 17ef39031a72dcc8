"""The commands as they are typed, on a marketplace small enough for a test."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from evals.cli import main
from evals.files import read_outcomes, read_run, write_outcomes, write_run
from evals.outcomes import outcomes
from tests_support.eval_runs import small_run

SCENARIO = {
    "id": "small-shop-designer",
    "group": "design",
    "goal": "A graphic designer for a small shop.",
    "intents": ["describe_need", "shortlist"],
    "facts": {"role": "graphic-designer"},
    "unknown": ["seniority", "hourlyRate", "regions", "hoursPerWeek", "skills"],
    "agenda": [
        {"act": "open", "facts": {"role": "graphic-designer"}, "says": ["I need a graphic designer."]},
        {"act": "shortlist", "people": [1], "says": ["Put the first one on my shortlist."]},
    ],
    "gold": {"brief": {"role": "graphic-designer"}, "shortlist": 1},
}

Type = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keeps the marketplace that the first test builds."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> Type:
    """Types a command in an empty folder: its exit code, and what it printed."""
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("ROLECALL_DEBUG", "")
    monkeypatch.chdir(tmp_path)

    def enter(*words: str | Path) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["evals", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        code = left.value.code
        return (code if isinstance(code, int) else 0, printed.err + printed.out)

    return enter


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    file = tmp_path / "mine.jsonl"
    file.write_text(json.dumps(SCENARIO) + "\n")
    return file


def test_a_case_of_ones_own_is_played_kept_judged_and_compared(
    typed: Type, cases: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    code, told = typed("run", "--cases", cases, "--size", "60", "--workers", "1", "-o", out)
    assert code == 0
    assert "success on first try" in told
    assert "report.html" in told
    run = read_run(out / "run.json.gz")
    assert len(run.results) == 9
    assert run.selection == "mine.jsonl"
    assert json.loads((out / "summary.json").read_text())["cases"] == 9
    assert ElementTree.parse(out / "junit.xml").getroot().get("tests") == "9"
    assert "small-shop-designer" not in (out / "report.html").read_text()  # packed

    code, told = typed("record", out / "run.json.gz", "--to", tmp_path / "golden.jsonl")
    assert code == 2
    assert "--part" in told
    code, told = typed("record", out / "run.json.gz", "--to", tmp_path / "golden.jsonl", "--part")
    assert code == 0
    assert read_outcomes(tmp_path / "golden.jsonl").cases[0].scenario == "small-shop-designer"

    loose = tmp_path / "loose.toml"
    loose.write_text("may_break = 0\n")
    run_file = out / "run.json.gz"
    code, told = typed("gate", run_file, "--baseline", tmp_path / "golden.jsonl", "--thresholds", loose)
    assert (code, told.splitlines()[-1]) == (0, "PASS")

    code, told = typed("diff", run_file, run_file)
    assert code == 0
    assert "9 cases are as they were" in told

    code, told = typed("score", run_file, "--cases", cases, "-o", tmp_path / "scored")
    assert code == 0
    again = read_run(tmp_path / "scored" / "run.json.gz")
    assert [(each.passed, each.score) for each in again.results] == [
        (each.passed, each.score) for each in run.results
    ]


def test_a_conversation_is_played_again_to_read(typed: Type, cases: Path) -> None:
    code, told = typed("replay", "small-shop-designer", "--cases", cases, "--size", "60")
    assert "1 client  I need a graphic designer." in told
    assert "Put the first one on my shortlist." in told
    assert told.splitlines()[-1].startswith("passed" if code == 0 else "FAILED")


def test_the_gate_fails_where_cases_broke(typed: Type, tmp_path: Path) -> None:
    write_outcomes(outcomes(small_run()), tmp_path / "golden.jsonl")
    write_run(small_run({("a", None): ("brief",)}), tmp_path / "run.json")
    code, told = typed("gate", tmp_path / "run.json", "--baseline", tmp_path / "golden.jsonl")
    assert (code, told.splitlines()[-1]) == (1, "FAIL")
    assert "FAIL  passed in the baseline and fail now: 1 of 36, at most 0%: a" in told


def test_recorded_messages_are_scored_without_a_scenario(typed: Type, tmp_path: Path) -> None:
    thread = tmp_path / "thread.json"
    thread.write_text(
        json.dumps(
            [{"type": "human", "content": "hello"}, {"type": "ai", "content": "Hello! Whom do you need?"}]
        )
    )
    code, told = typed("score", thread, "--size", "60", "-o", tmp_path / "scored")
    assert code == 0
    assert "1 conversations of 1 scenarios, recorded" in told


def test_cases_are_checked_and_counted(typed: Type, cases: Path, tmp_path: Path) -> None:
    code, told = typed("cases", cases)
    assert (code, told.splitlines()[0]) == (0, "1 scenarios")
    broken = tmp_path / "broken.jsonl"
    broken.write_text(json.dumps({**SCENARIO, "gold": {"brief": {"role": "wizard"}}}) + "\n")
    code, told = typed("cases", broken)
    assert code == 2
    assert "broken.jsonl:1" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("run", "--scenario", "desing-logo-bakery"), "There is no scenario 'desing-logo-bakery'"),
        (("run", "--group", "dezign"), "Did you mean design"),
        (("run", "--policy", "best", "-g", "design"), "There is no policy 'best'"),
        (("replay", "design-logo-bakery", "-p", "louder"), "There is no perturbation 'louder'"),
        (("gate", "nothing.json"), "nothing.json"),
        (("score", "nothing.json"), "nothing.json"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_do(typed: Type, words: tuple[str, ...], told: str) -> None:
    code, printed = typed(*words)
    assert code == 2
    assert told in printed
    assert "Traceback" not in printed


def test_a_model_needs_a_key(typed: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    code, printed = typed("run", "-g", "design", "--model")
    assert code == 2
    assert "OPENAI_API_KEY" in printed


def test_every_command_explains_itself(typed: Type) -> None:
    code, printed = typed("--help")
    assert code == 0
    commands = ("run", "gate", "score", "replay", "diff", "record", "cases", "ablation", "bugs")
    assert all(f" {command} " in printed for command in commands)
    for command in commands:
        code, printed = typed(command, "--help")
        assert code == 0
        assert len(printed) > 200
