"""Options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

KEPT = Path("data/evals")
"""Where runs and reports are kept unless another folder is named."""

RUN_FILE = "run.json.gz"
ABLATION_FILE = "ablation.json"

Fast = Annotated[
    bool, typer.Option("--fast", help="A stratified few of the cases, in under two minutes; always the same.")
]
Scenarios = Annotated[
    list[str] | None,
    typer.Option("--scenario", "-s", metavar="ID", help="Only this scenario. May be given often."),
]
Groups = Annotated[
    list[str] | None,
    typer.Option("--group", "-g", metavar="GROUP", help="Only this group. May be given often."),
]
Files = Annotated[
    list[Path] | None,
    typer.Option(
        "--cases",
        metavar="FILE",
        help="Your own scenarios, JSON Lines or a folder of such files, instead of ours. May be given often.",
    ),
]
Variants = Annotated[
    bool,
    typer.Option("--variants/--no-variants", help="Play the eight variants of each scenario too."),
]
Size = Annotated[int, typer.Option(min=20, help="People in the invented marketplace.")]
MarketplaceSeed = Annotated[int, typer.Option(help="Another seed invents other people.")]
Seed = Annotated[int, typer.Option(help="Another seed has the clients choose other words.")]
Policy = Annotated[str, typer.Option(help="How the agent chooses questions: evoi, random or fixed.")]
Workers = Annotated[int, typer.Option(min=1, help="Processes that play conversations.")]
WithModel = Annotated[
    bool,
    typer.Option(
        "--model",
        help="Have the model of OPENAI_API_KEY, OPENAI_BASE_URL and ROLECALL_MODEL read the messages, not "
        "the offline reader.",
    ),
]
Out = Annotated[
    Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the run and its reports are written.")
]
Baseline = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Compare with this run or baseline (default: evals/baseline.jsonl)."),
]
Failures = Annotated[int, typer.Option(min=0, help="How many scenarios of each kind of failure are listed.")]
