import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests_support.command import CODE, environment, rolecall_here


@contextmanager
def serving(data_dir: Path, *arguments: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """`rolecall` with these arguments, once it listens, and all it said until then."""
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", CODE, *arguments, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(data_dir, PYTHONUNBUFFERED="1"),
    )
    try:
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said += line
            if "Ctrl-C stops it" in line:
                break
        else:
            pytest.fail(f"it stopped: {said}")
        yield process, said
    finally:
        process.kill()
        process.communicate()


def address_in(said: str) -> str:
    found = re.search(r"http://127\.0\.0\.1:\d+", said)
    assert found, said
    return found[0]


def client_name(address: str, token: str) -> str | None:
    answer = httpx.post(
        f"{address}/graphql",
        json={"query": "{ viewer { name } }"},
        headers={"Authorization": f"Bearer {token}"},
        timeout=30,
    ).json()
    return answer["data"]["viewer"]["name"] if answer.get("data") else None


def test_the_demo_serves_with_a_token_that_ends_with_it(
    monkeypatch: pytest.MonkeyPatch, demo_dir: Path
) -> None:
    with serving(demo_dir, "demo", "--size", "30") as (process, said):
        address = address_in(said)
        token = re.search(r"#token=(\S+)", said)
        assert token
        assert client_name(address, token[1]) == "Development"
        here = rolecall_here(monkeypatch, demo_dir, "chat")
        assert here.code == 2
        assert "rolecall chat --url" in here.err
        doctor = rolecall_here(monkeypatch, demo_dir, "doctor", ROLECALL_PORT=address.rpartition(":")[2])
        assert doctor.code == 0, doctor.out
        assert "Rolecall is serving there" in doctor.out
        typed = "I need a bookkeeper\nwho is cheapest?\n"
        talk = rolecall_here(monkeypatch, demo_dir, "chat", "--url", address, typed=typed)
        assert talk.code == 0, talk.err
        assert talk.out.count("you> ") == 2
        resumed = rolecall_here(
            monkeypatch, demo_dir, "chat", "--url", address, "--continue", typed="hello again\n"
        )
        assert resumed.code == 0, resumed.err
        wrong = rolecall_here(monkeypatch, demo_dir, "chat", "--url", address, "--token", "rc_wrong")
        assert wrong.code == 2
        assert "does not know this token" in wrong.err
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    with serving(demo_dir, "serve") as (process, said):
        assert "#token=" not in said
        assert client_name(address_in(said), token[1]) is None
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def test_a_conversation_in_the_terminal_goes_on_after_a_restart(
    monkeypatch: pytest.MonkeyPatch, demo_dir: Path
) -> None:
    first = rolecall_here(monkeypatch, demo_dir, "chat", typed="I need help with my business\n1\n")
    assert first.code == 0, first.err
    assert "  1  " in first.out
    assert "#1 " in first.out
    assert "\x1b" not in first.out
    second = rolecall_here(
        monkeypatch, demo_dir, "chat", "--continue", typed="let's go with the first one\nyes\n"
    )
    assert second.code == 0, second.err
    assert "would receive:" in second.out
    assert "Nothing has been sent" in second.out
    assert "ho_" in second.out.rpartition("you> yes")[2]
