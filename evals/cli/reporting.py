"""Shows a run in the terminal and writes its reports."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from evals.cli.options import ABLATION_FILE, RUN_FILE

if TYPE_CHECKING:
    from evals.nouns import Run
    from evals.outcomes import Outcomes

_WIDEST = 130
_PIPED = 120


def terminal_width() -> int:
    """Columns of the terminal; where there is none, as many as a report needs."""
    return min(_WIDEST, shutil.get_terminal_size((_PIPED, 40)).columns)


def read_baseline(path: Path | None) -> Outcomes | None:
    """The baseline that was named, or the committed one if there is one."""
    from evals.files import read_outcomes
    from evals.gate import BASELINE

    if path is None and not BASELINE.exists():
        return None
    return read_outcomes(path or BASELINE)


def write_reports(run: Run, baseline: Outcomes | None, folder: Path) -> None:
    """The run itself, the page, the JUnit XML and the figures as JSON."""
    from evals.files import write_run
    from evals.reports import as_json, as_junit, as_page
    from evals.reports.ablation import ablation_as_cards, read_ablation

    folder.mkdir(parents=True, exist_ok=True)
    write_run(run, folder / RUN_FILE)
    for name, text in (
        ("report.html", as_page(run, baseline, ablation_as_cards(read_ablation(folder / ABLATION_FILE)))),
        ("junit.xml", as_junit(run)),
        ("summary.json", as_json(run, baseline) + "\n"),
    ):
        (folder / name).write_text(text, encoding="utf-8")


def show(run: Run, baseline: Outcomes | None, folder: Path, failures: int) -> None:
    """The summary, and where the rest is."""
    from evals.reports import as_terminal

    colour = sys.stdout.isatty()
    typer.echo(as_terminal(run, baseline, width=terminal_width(), colour=colour, failures=failures))
    typer.echo(f"Every conversation: {(folder / 'report.html').resolve().as_uri()}")
    typer.echo(f"For machines: {folder / RUN_FILE}, {folder / 'summary.json'}, {folder / 'junit.xml'}")
