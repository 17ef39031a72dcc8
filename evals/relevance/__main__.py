"""Measures nDCG@10 of the search (Järvelin and Kekäläinen 2002).

    python -m evals.relevance demo --size 1000 --briefs 150 --seed 7
    python -m evals.relevance posts --profiles FILE --mapping FILE.toml --posts FILE

The second takes real profiles (as `rolecall import` does) and real posts, JSON Lines with a title, a
description and the tags that tell who is right. Both print JSON.
"""

import argparse
import asyncio
import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from evals.relevance import demo, posts


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.relevance",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    invented = commands.add_parser("demo", help="invented marketplaces, whose hidden truth is known")
    invented.add_argument("--size", type=int, default=1000, help="people in the marketplace")
    invented.add_argument("--briefs", type=int, default=150, help="briefs to rank for")
    invented.add_argument("--seed", type=int, default=7, help="another seed makes other people and briefs")
    real = commands.add_parser("posts", help="real profiles and posts")
    real.add_argument("--profiles", type=Path, required=True, help="profiles, as for `rolecall import`")
    real.add_argument("--mapping", type=Path, required=True, help="the mapping of their fields (TOML)")
    real.add_argument("--posts", type=Path, required=True, help="posts, JSON Lines")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if chosen.command == "demo":
            ndcg, faults = asyncio.run(demo.measure(chosen.size, chosen.briefs, chosen.seed, folder))
            print(json.dumps({**vars(chosen), "ndcg@10": ndcg, "hard requirements broken": faults}, indent=2))
        else:
            today = datetime.now(UTC).date()
            report = asyncio.run(posts.measure(chosen.profiles, chosen.mapping, chosen.posts, folder, today))
            print(json.dumps({"ndcg@10": report}, indent=2))


if __name__ == "__main__":
    main()
