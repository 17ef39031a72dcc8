"""What was measured: as a table, as JSON, and as a picture of cost against size."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from evals.bench.building import Figures
from evals.bench.searching import SearchFigures
from evals.bench.timing import Latency

NOTE = "Vectors are composed of a few hundred real embeddings and noise; queries are truly embedded."


@dataclass(frozen=True, slots=True)
class SizeFigures:
    """Everything measured at one size of the marketplace."""

    size: int
    search: Sequence[SearchFigures]
    building: Figures
    turn: Latency
    start_seconds: float
    memory_mb: float
    update_seconds: float


def as_data(measured: Sequence[SizeFigures], load: float) -> dict[str, Any]:
    """For machines."""
    return {
        "note": NOTE,
        "load average at the end": round(load, 2),
        "sizes": [asdict(each) for each in measured],
    }


def as_table(measured: Sequence[SizeFigures]) -> str:
    """For people. Milliseconds are p50/p95."""
    lines = [NOTE]
    for each in measured:
        lines += ["", f"{each.size:,} freelancers", _HEAD]
        lines += [_line(figures) for figures in each.search]
        lines += [
            f"  whole turn over GraphQL   {_both(each.turn)} ms",
            f"  update searchable after   {each.update_seconds:.2f} s",
            f"  server start              {each.start_seconds:.1f} s, then {each.memory_mb:,.0f} MB",
            *(f"  {name:<25} {rate:,.0f} people/s" for name, rate in each.building.items()),
        ]
    return "\n".join(lines)


_HEAD = (
    f"  {'filters':<8} {'passing':>9} {'retrieval ms':>16} {'ranking ms':>16} {'Chroma where ms':>18} "
    f"{'exact scan ms':>16} {'faster':>8} {'recall@10':>10}"
)


def _line(figures: SearchFigures) -> str:
    chroma = "-" if figures.chroma is None else _both(figures.chroma)
    faster = "-" if figures.times_faster is None else f"{figures.times_faster:.1f}x"
    return (
        f"  {figures.filters:<8} {figures.passing:>9,} {_both(figures.ours):>16} "
        f"{_both(figures.ranking):>16} "
        f"{chroma:>18} {_both(figures.scan):>16} {faster:>8} "
        f"{figures.recall:>10.3f}"
    )


def _both(times: Latency) -> str:
    return f"{times.p50:.1f}/{times.p95:.1f}"


def draw(measured: Sequence[SizeFigures]) -> str:
    """An SVG of the 95th percentile against the number of people, both on scales of ten."""
    from evals.bench.picture import lines_on_log_scales

    names = [figures.filters for figures in measured[0].search]
    series = {
        f"ours, {name}": [(each.size, _of(each, name).ours.p95) for each in measured] for name in names
    } | {
        f"Chroma where, {name}": [
            (each.size, chroma.p95) for each in measured if (chroma := _of(each, name).chroma) is not None
        ]
        for name in names
        if name != "none"
    }
    series = {name: line for name, line in series.items() if line}
    return lines_on_log_scales(series, "people in the marketplace", "p95, milliseconds")


def _of(measured: SizeFigures, name: str) -> SearchFigures:
    return next(figures for figures in measured.search if figures.filters == name)
