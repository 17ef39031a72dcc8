"""Measures search, turns, imports and memory on marketplaces of growing size.

    python -m evals.bench                       10,000 and 100,000 people
    python -m evals.bench --million             and 1,000,000
    python -m evals.bench --sizes 2000 --keep /tmp/bench

A marketplace that was built is kept, so that the next run measures at once.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from pathlib import Path

from api.composition import open_marketplace
from api.services import Marketplace
from api.settings import Settings
from evals.bench.building import build
from evals.bench.crossovers import Crossing, as_lines, measure_crossovers
from evals.bench.plain_chroma import PlainChroma
from evals.bench.report import SizeFigures, as_data, as_table, draw
from evals.bench.searching import SearchFigures, measure_search
from evals.bench.turns import measure_turns

SIZES = (10_000, 100_000)
_GLANCE = 0.01
"""Seconds between looks."""

MILLION = 1_000_000


async def measure(folder: Path, size: int, repeats: int) -> SizeFigures:
    """Everything at one size."""
    place = folder / str(size)
    building = await build(place, size)
    search, update = await _search(place, repeats)
    turn, start, memory = await asyncio.to_thread(measure_turns, place, max(1, repeats // 4))
    return SizeFigures(size, search, building, turn, start, memory, update)


async def crossovers(folder: Path, size: int, repeats: int) -> list[list[Crossing]]:
    """The ways of retrieval at one size, for a list and for the pool that a ranking draws on."""
    place = folder / str(size)
    await build(place, size)
    async with open_marketplace(Settings(data_dir=place)) as marketplace:
        return [await measure_crossovers(marketplace, wanted, repeats) for wanted in (10, 200)]


async def _search(place: Path, repeats: int) -> tuple[list[SearchFigures], float]:
    async with open_marketplace(Settings(data_dir=place)) as marketplace:
        with PlainChroma(place) as chroma:
            search = await measure_search(marketplace, chroma, repeats)
        return search, await _update(marketplace)


async def _update(marketplace: Marketplace) -> float:
    """Seconds until a change to one freelancer can be found."""
    freelancers = marketplace.store.freelancers
    view = marketplace.search.view()
    person = (await freelancers.get_many([view.id_of(0)]))[view.id_of(0)]
    mark = f"zx{time.time_ns()}"
    await freelancers.upsert_many([person.model_copy(update={"bio": f"{mark} {person.bio}"})])
    start = time.perf_counter()
    # The catalog has no event to wait for.
    while not marketplace.search.view().mentions(mark).any():  # noqa: ASYNC110
        await asyncio.sleep(_GLANCE)
    took = time.perf_counter() - start
    await freelancers.upsert_many([person])
    await marketplace.search.sync()
    return took


def main() -> None:
    """Measure, print the table, write what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=list(SIZES), help="people; default: %(default)s"
    )
    parser.add_argument(
        "--million", action="store_true", help="measure a million people too (an hour to build)"
    )
    parser.add_argument("--repeats", type=int, default=12, help="how often each search is timed")
    parser.add_argument("--keep", type=Path, default=Path("data/bench"), help="where marketplaces are kept")
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--plot", type=Path, help="draw cost against size here, as SVG")
    parser.add_argument(
        "--crossovers", action="store_true", help="only measure where each way of retrieval is the cheapest"
    )
    arguments = parser.parse_args()
    sizes = [*arguments.sizes, *([MILLION] if arguments.million else [])]
    if arguments.crossovers:
        for size in sizes:
            print(f"{size:,} freelancers, median milliseconds")
            for crossings in asyncio.run(crossovers(arguments.keep, size, max(1, arguments.repeats // 4))):
                print("\n".join(as_lines(crossings)))
        return
    measured = [asyncio.run(measure(arguments.keep, size, arguments.repeats)) for size in sizes]
    print(as_table(measured))
    data = json.dumps(as_data(measured, os.getloadavg()[0]), indent=2)
    if arguments.json is None:
        print(data)
    else:
        arguments.json.write_text(data + "\n")
    if arguments.plot is not None:
        arguments.plot.write_text(draw(measured))
        print(f"drawn: {arguments.plot}", file=sys.stderr)


if __name__ == "__main__":
    main()
