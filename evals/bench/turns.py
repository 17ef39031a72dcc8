"""A whole turn over GraphQL, as a frontend has it: a real server, a real connection, up to the last event."""

import os
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from evals.bench.searching import NEEDS
from evals.bench.timing import Latency, latency

_START = "mutation { conversationStart { ... on ConversationStarted { conversation { id } } } }"
_TURN = """
subscription Turn($conversation: ID!, $text: String!, $message: ID!) {
  turn(conversationId: $conversation, text: $text, clientMessageId: $message) {
    __typename
    ... on CandidatesRanked { ranking { matches { position reason candidate { name rating } } } }
    ... on TurnCompleted { reply }
  }
}
"""
_PATIENCE = 900.0
"""Seconds that a start or a turn may take: a million profiles are read at every start."""
_MAIN = "from api.cli import main; main()"


def measure_turns(folder: Path, repeats: int) -> tuple[Latency, float, float]:
    """Latency of a first turn and of a refinement; the server's start in seconds; its memory in MB."""
    with _server(folder) as (url, token, started, process):
        with httpx.Client(headers={"Authorization": f"Bearer {token}"}, timeout=_PATIENCE) as client:
            _turn(client, url, _conversation(client, url), "warm up: a designer")
            times = []
            for number in range(repeats):
                for need in NEEDS:
                    conversation = _conversation(client, url)
                    times.append(_turn(client, url, conversation, f"I need a {need}, {number + 20} hours"))
                    times.append(_turn(client, url, conversation, "at most $60 an hour please"))
        return latency(times), started, _memory_mb(process.pid)


def _conversation(client: httpx.Client, url: str) -> str:
    answer = client.post(url, json={"query": _START}).raise_for_status().json()
    found: str = answer["data"]["conversationStart"]["conversation"]["id"]
    return found


def _turn(client: httpx.Client, url: str, conversation: str, text: str) -> float:
    """Seconds until the turn's last event is here."""
    variables = {"conversation": conversation, "text": text, "message": str(uuid.uuid4())}
    start = time.perf_counter()
    with client.stream(
        "POST",
        url,
        json={"query": _TURN, "variables": variables},
        headers={"Accept": "text/event-stream"},
    ) as stream:
        for line in stream.iter_lines():
            if "TurnFailed" in line:
                raise RuntimeError(f"the turn failed: {line}")
            if "TurnCompleted" in line:
                return time.perf_counter() - start
    raise RuntimeError("the turn had no end")


@contextmanager
def _server(folder: Path) -> Iterator[tuple[str, str, float, "subprocess.Popen[bytes]"]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "ROLECALL_DATA_DIR": str(folder), "ROLECALL_PORT": str(port)}
    token = subprocess.run(
        [sys.executable, "-c", _MAIN, "token", "create", "bench"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()[0]
    begun = time.perf_counter()
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", _MAIN, "serve"], env=environment, stdout=log, stderr=log
        )
    try:
        _wait(process, port)
        yield f"http://127.0.0.1:{port}/graphql", token, time.perf_counter() - begun, process
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=5).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    raise RuntimeError("the server did not start; see server.log in the data folder")


def _memory_mb(pid: int) -> float:
    """Resident memory of a process, from Linux's own account; 0 where there is none."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024, 1)
