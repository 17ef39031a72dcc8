"""Runs the `rolecall` command as a person does: in a process of its own."""

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.cli import main

CODE = "from api.cli import main; main()"
_OURS = ("ROLECALL_", "DATABASE_URL", "CHROMA_URL", "REDIS_URL", "OPENAI_")


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


def environment(data_dir: Path, **variables: str) -> dict[str, str]:
    """This process's environment with no settings of ours but those given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return kept | {"ROLECALL_DATA_DIR": str(data_dir), "COLUMNS": "200"} | variables


def rolecall_here(
    monkeypatch: pytest.MonkeyPatch, data_dir: Path, *arguments: str, typed: str = "", **variables: str
) -> Ran:
    """The same in this process, which is much faster; for commands that do not read what is typed."""
    out, err = io.StringIO(), io.StringIO()
    with monkeypatch.context() as patch:
        for name in os.environ:
            if name.startswith(_OURS):
                patch.delenv(name)
        for name, value in environment(data_dir, **variables).items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", ["rolecall", *arguments])
        patch.setattr(sys, "stdin", io.StringIO(typed))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
    return Ran(code, out.getvalue(), err.getvalue())


def rolecall(data_dir: Path, *arguments: str, typed: str = "", **variables: str) -> Ran:
    """`rolecall` with these arguments, this typed into it, and these environment variables."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", CODE, *arguments],
        input=typed,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env=environment(data_dir, **variables),
    )
    return Ran(done.returncode, done.stdout, done.stderr)
