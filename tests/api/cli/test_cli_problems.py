import importlib
from pathlib import Path

import pytest

from api.cli import problems
from api.cli.problems import CommandError, explained
from tests_support.command import rolecall_here


@pytest.mark.parametrize("name", sorted(problems._TELLING | problems._DATABASE))
def test_every_error_that_is_told_exists(name: str) -> None:
    module, _, kind = name.rpartition(".")
    assert issubclass(getattr(importlib.import_module(module), kind), Exception)


def test_errors_are_told_in_one_line() -> None:
    assert explained(CommandError("do\nthis")) == "do this"
    assert explained(ExceptionGroup("x", [CommandError("do this")])) == "do this"
    assert explained(FileNotFoundError(2, "No such file", "a.toml")) == "a.toml: No such file"
    assert explained(ValueError("a bug")) is None


@pytest.mark.parametrize(
    ("arguments", "variables", "complaint"),
    [
        (("serve", "--workers", "2"), {}, "DATABASE_URL and CHROMA_URL"),
        (("serve",), {"ROLECALL_PORT": "eighty"}, "ROLECALL_PORT:"),
        (("serve", "--host", "no.such.host.invalid"), {}, "cannot listen on"),
        (("demo", "--host", "192.0.2.1"), {}, "ROLECALL_HOST=127.0.0.1"),
        (("token", "list"), {"DATABASE_URL": "mysql://x/y"}, "SQLite and PostgreSQL"),
        (("token", "list"), {"DATABASE_URL": "postgresql://127.0.0.1:1/x"}, "the database does not answer"),
        (("token", "revoke", "rc_secret"), {}, "give its id"),
        (("token", "revoke", "tk_none"), {}, "there is no token tk_none"),
        (("import", "absent.jsonl"), {}, "cannot read absent.jsonl"),
        (("import", "people.xlsx"), {}, "cannot tell the format"),
        (("import", "people.csv", "--mapping", "absent.toml"), {}, "cannot read the mapping"),
        (("index", "--rebuild", "--check"), {}, "choose one"),
        (("chat", "--url", "http://127.0.0.1:1", "--token", "rc_x"), {}, "no Rolecall server answers"),
        (("chat", "--url", "http://127.0.0.1:1"), {}, "wants a token"),
        (("chat", "--url", "ftp://x", "--token", "rc_x"), {}, "is not a server's address"),
        (("frobnicate",), {}, "No such command"),
        (("demo", "--size", "0"), {}, "--size"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: tuple[str, ...],
    variables: dict[str, str],
    complaint: str,
) -> None:
    ran = rolecall_here(monkeypatch, tmp_path, *arguments, **variables)
    assert (ran.code, ran.out) == (2, "")
    assert complaint in " ".join(ran.err.split())
    assert "Traceback" not in ran.err


def test_a_data_folder_that_cannot_be_made_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    ran = rolecall_here(monkeypatch, blocker / "data", "token", "list")
    assert ran.code == 2
    assert "Traceback" not in ran.err
