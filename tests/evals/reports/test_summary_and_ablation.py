import json
from pathlib import Path

import pytest

from evals.ablation import Comparison
from evals.outcomes import outcomes
from evals.reports import as_json, as_page
from evals.reports.ablation import (
    ablation_as_cards,
    ablation_as_terminal,
    read_ablation,
    write_ablation,
)
from tests_support.eval_runs import small_run

COMPARED = Comparison(
    rival="random",
    clients=40,
    ours={"success": 0.8, "turns": 2.0, "relevance": 0.7, "questions": 2.5},
    theirs={"success": 0.6, "turns": 2.4, "relevance": 0.7, "questions": 2.5},
    difference={
        "success": {"mean": 0.2, "interval": (0.1, 0.3)},
        "turns": {"mean": -0.4, "interval": (-0.6, -0.2)},
        "relevance": {"mean": 0.0, "interval": (-0.1, 0.1)},
        "questions": {"mean": 0.3, "interval": (0.1, 0.5)},
    },
)


def test_the_figures_for_machines() -> None:
    told = json.loads(as_json(small_run({("a", None): ("brief",)}), outcomes(small_run())))
    assert told["cases"] == 36
    assert told["metrics"]["success_first_try"]["value"] == 0.75
    assert told["pass_hat"]["8"] == 1.0
    assert told["against_baseline"]["success_first_try"]["value"] == -0.25
    assert told["failures"] == {"brief": [["a", None, 0]]}
    assert [row["name"] for row in told["groups"]] == ["design", "legal"]
    assert told["questions"][0]["slot"] == "hourlyRate"
    assert told["latency_ms"][-1]["name"] == "total"


def test_fewer_turns_are_better_and_more_questions_are_worse() -> None:
    lines = ablation_as_terminal([COMPARED]).splitlines()
    judged = {line.split()[0]: line.split()[-1] for line in lines[2:] if line.strip()}
    assert judged == {"success": "better", "turns": "better", "relevance": "+0.100]", "questions": "worse"}


def test_it_is_kept_and_shown_on_the_page(tmp_path: Path) -> None:
    assert read_ablation(tmp_path / "ablation.json") == ()
    write_ablation([COMPARED], tmp_path / "deep" / "ablation.json")
    (read,) = read_ablation(tmp_path / "deep" / "ablation.json")
    assert read.difference["success"]["mean"] == pytest.approx(0.2)
    assert "Asking by value against random" in as_page(small_run(), None, ablation_as_cards([read]))
