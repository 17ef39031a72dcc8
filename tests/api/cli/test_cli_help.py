import subprocess
import sys

import pytest
from typer.testing import CliRunner

from api.cli.app import build

COMMANDS = ("serve", "demo", "import", "index", "chat", "token", "schema", "doctor")
HEAVY = ("sqlalchemy", "chromadb", "strawberry", "langgraph", "starlette", "pydantic", "numpy", "anyio")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS), ("token", "create")])
def test_every_command_explains_itself(command: tuple[str, ...]) -> None:
    result = CliRunner().invoke(build(), [*command, "--help"])
    assert result.exit_code == 0
    assert "Usage:" in result.output


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("schema", "token")])
def test_every_command_that_touches_data_says_where(command: str) -> None:
    result = CliRunner().invoke(build(), [command, "--help"])
    assert "--data-dir" in result.output


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from api.cli.app import build; from typer.testing import CliRunner;"
        "CliRunner().invoke(build(), ['--help']);"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_version_is_shown() -> None:
    result = CliRunner().invoke(build(), ["--version"])
    assert result.output.startswith("rolecall ")
