"""The command line: `python -m evals run | score | diff | record | gate | replay | cases | ablation | bugs`.

Each command is a file. Whatever is heavy is imported when a command runs, so that help answers at once.
"""


def main() -> None:
    """The `python -m evals` program."""
    from api.cli.outcome import run
    from evals.cli.app import TELLING, build

    run("evals", build, TELLING)
