"""What choosing questions by their value is worth, for a terminal and for the page."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from html import escape
from pathlib import Path

from rich.table import Table
from rich.text import Text

from evals.ablation import METRICS, Comparison
from evals.relevance.grading import Mean
from evals.reports.page.drawing import forest
from evals.reports.paper import Paper

_LESS_IS_BETTER = frozenset({"turns", "questions"})


def ablation_as_terminal(compared: Sequence[Comparison], *, width: int = 120, colour: bool = False) -> str:
    """A table for each rival policy."""
    paper = Paper(width, colour)
    for each in compared:
        table = Table(
            title=f"By their value against {each.rival}, {each.clients} clients",
            title_justify="left",
            title_style="bold",
            box=None,
            pad_edge=False,
            header_style="dim",
        )
        for name in ("", "by value", each.rival, "difference", "95% interval", ""):
            table.add_column(name, justify="left" if name in ("", "95% interval") else "right")
        for metric in METRICS:
            difference = each.difference[metric]
            low, high = difference["interval"]
            judged = _judged(metric, difference)
            table.add_row(
                metric,
                f"{each.ours[metric]:.3f}",
                f"{each.theirs[metric]:.3f}",
                f"{difference['mean']:+.3f}",
                f"[{low:+.3f}, {high:+.3f}]",
                Text(judged, {"better": "green", "worse": "red"}.get(judged, "")),
            )
        paper.print(table)
        paper.print()
    return paper.text


def ablation_as_cards(compared: Sequence[Comparison]) -> str:
    """A card of the page for each rival policy."""
    return "".join(
        f'<section class="card"><h2>Asking by value against {escape(each.rival)}</h2>'
        f'<p class="note">{each.clients} clients who say little at first, each under both policies; the '
        f"difference with its 95% interval.</p>"
        f"{forest([_line(each, metric) for metric in METRICS], f'Against {each.rival}')}</section>"
        for each in compared
    )


def write_ablation(compared: Sequence[Comparison], path: Path) -> None:
    """Keep what was measured."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(each) for each in compared], indent=1) + "\n", encoding="utf-8")


def read_ablation(path: Path) -> tuple[Comparison, ...]:
    """What was measured before; nothing where nothing was."""
    if not path.exists():
        return ()
    return tuple(Comparison(**each) for each in json.loads(path.read_text(encoding="utf-8")))


def _line(each: Comparison, metric: str) -> tuple[str, float, float, float, str, str]:
    difference = each.difference[metric]
    low, high = difference["interval"]
    figure = f"{difference['mean']:+.3f}"
    return (metric, difference["mean"], low, high, figure, _judged(metric, difference) or "plain")


def _judged(metric: str, difference: Mean) -> str:
    low, high = difference["interval"]
    if low <= 0 <= high:
        return ""
    return "better" if (difference["mean"] < 0) is (metric in _LESS_IS_BETTER) else "worse"
