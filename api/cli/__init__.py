"""The command line: `rolecall serve | demo | import | index | chat | token | schema | doctor`.

Each command is a file. Whatever is heavy is imported when a command runs, so that help answers at once.
"""


def main() -> None:
    """The `rolecall` program."""
    from api.cli.app import build
    from api.cli.outcome import run

    run("rolecall", build)
