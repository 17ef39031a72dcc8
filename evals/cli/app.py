"""Puts the commands together."""

import typer

from evals.cli.ablation import ablation
from evals.cli.bugs import bugs
from evals.cli.cases import cases
from evals.cli.diff import diff
from evals.cli.gate import gate
from evals.cli.record import record
from evals.cli.replay import replay
from evals.cli.run import run as run_command
from evals.cli.score import score

_ABOUT = (
    "Evaluate the agent offline: simulated clients talk to it, graders judge what came of it.\n\n"
    "New here? `python -m evals run --fast` takes two minutes and ends with a report to open. After a change "
    "of yours, `python -m evals gate --fast` says whether the agent got worse, and "
    "`python -m evals diff` where. evals/README.md teaches the rest."
)

TELLING = frozenset(
    {
        "evals.files.UnreadableRun",
        "evals.gate.BrokenThresholds",
        "evals.recordings.UnknownRecording",
        "evals.scenarios.loading.BrokenScenario",
    }
)
"""Errors whose message is written for a person. By name, so that explaining one imports nothing."""


def build() -> typer.Typer:
    """The command line with all its commands."""
    app = typer.Typer(
        name="python -m evals",
        help=_ABOUT,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.command("run", rich_help_panel="Evaluate")(run_command)
    app.command("gate", rich_help_panel="Evaluate")(gate)
    app.command("score", rich_help_panel="Evaluate")(score)
    app.command("replay", rich_help_panel="Look closer")(replay)
    app.command("bugs", rich_help_panel="Evaluate the evaluation")(bugs)
    app.command("diff", rich_help_panel="Look closer")(diff)
    app.command("record", rich_help_panel="Keep")(record)
    app.command("cases", rich_help_panel="Keep")(cases)
    app.command("ablation", rich_help_panel="Evaluate the evaluation")(ablation)
    return app
