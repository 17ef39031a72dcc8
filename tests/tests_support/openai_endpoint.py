"""A local HTTP server that speaks the OpenAI chat protocol, streaming too, and misbehaves as it is told."""

import json
import re
import select
import socket
import struct
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_END = "data: [DONE]\n\n"


@dataclass
class Endpoint:
    """What the server answers next, and what it was asked.

    A request for a form is answered with `form` (or `content`); one for wording with `wording`, in pieces if
    a stream is asked for.
    """

    url: str = ""
    form: dict[str, Any] = field(default_factory=dict)
    content: str | None = None
    wording: Sequence[str] = ()
    refusal: str | None = None
    finish_reason: str = "stop"
    choices: int = 1
    usage: dict[str, Any] | None = field(
        default_factory=lambda: {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
    )
    status: int = 200
    statuses: list[int] = field(default_factory=list)
    """Of the next answers, one each; then `status` holds."""
    wording_status: int = 200
    retry_after: str | None = None
    body: bytes | None = None
    """Sent to the letter, with `content_type`, instead of any answer."""
    content_type: str = "application/json"
    seconds: float = 0
    """Before any answer."""
    strict: bool = True
    tools: bool = True
    streams: bool = True
    stalls_after: int | None = None
    """Pieces of a stream, after which nothing comes any more while the connection stays open."""
    resets_after: int | None = None
    """Pieces of a stream, after which the connection is reset."""
    requests: list[dict[str, Any]] = field(default_factory=list)
    asked: threading.Event = field(default_factory=threading.Event)
    """Set when a request is there."""
    hung_up: threading.Event = field(default_factory=threading.Event)
    """Set when the other side closed a connection whose answer was not finished."""

    @property
    def asked_for_wording(self) -> list[dict[str, Any]]:
        """The requests to word a reply."""
        return [request for request in self.requests if _wants_wording(request)]

    def refuses(self, request: dict[str, Any]) -> int | None:
        """The status of a refusal; None if the request is answered."""
        if self.statuses:
            status = self.statuses.pop(0)
        elif _wants_wording(request) and self.wording_status != 200:
            status = self.wording_status
        else:
            status = self.status
        if status != 200:
            return status
        unknown = (
            ("response_format" in request and not self.strict)
            or ("tools" in request and not self.tools)
            or (request.get("stream") and not self.streams)
        )
        return 400 if unknown else None

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The body of a whole answer."""
        if _wants_wording(request):
            content = "".join(self.wording)
        else:
            content = self.content if self.content is not None else json.dumps(self.form)
        message: dict[str, Any] = {"role": "assistant", "content": content, "refusal": self.refusal}
        if "tools" in request:
            call = {"name": request["tools"][0]["function"]["name"], "arguments": content}
            message["content"] = None
            message["tool_calls"] = [{"id": "call_1", "type": "function", "function": call}]
        choice = {"index": 0, "message": message, "finish_reason": self.finish_reason}
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 0,
            "model": "scripted",
            "choices": [choice] * self.choices,
            "usage": self.usage,
        }

    def stream(self, request: dict[str, Any]) -> Iterator[str]:
        """The events of a streamed answer."""
        for piece in self.wording:
            yield self._chunk({"delta": {"role": "assistant", "content": piece}, "finish_reason": None})
        yield self._chunk({"delta": {}, "finish_reason": self.finish_reason})
        if request.get("stream_options", {}).get("include_usage"):
            yield self._chunk(None)
        yield _END

    def _chunk(self, choice: dict[str, Any] | None) -> str:
        chunk = {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "created": 0,
            "model": "scripted",
            "choices": [] if choice is None else [{"index": 0, **choice}] * self.choices,
            "usage": self.usage if choice is None else None,
        }
        return f"data: {json.dumps(chunk)}\n\n"


def _wants_wording(request: dict[str, Any]) -> bool:
    return str(request["messages"][0]["content"]).startswith("You word the reply")


def in_tokens(text: str) -> list[str]:
    """A text in small pieces, as models write it."""
    return re.findall(r"\s*\w+|\s*[^\w\s]", text)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    endpoint: Endpoint

    def do_POST(self) -> None:
        """Answer as the endpoint says."""
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.endpoint.requests.append(request)
        self.endpoint.asked.set()
        if self._hangs(self.endpoint.seconds):
            return
        refusal = self.endpoint.refuses(request)
        if self.endpoint.body is not None:
            self._whole(200, self.endpoint.body, self.endpoint.content_type)
        elif refusal is not None:
            error = {"message": "scripted", "type": "scripted", "code": None}
            self._whole(refusal, json.dumps({"error": error}).encode(), "application/json")
        elif request.get("stream"):
            self._stream(request)
        else:
            self._whole(200, json.dumps(self.endpoint.answer(request)).encode(), "application/json")

    def _whole(self, status: int, body: bytes, content_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        if status == 429 and self.endpoint.retry_after is not None:
            self.send_header("Retry-After", self.endpoint.retry_after)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self._hung_up()

    def _stream(self, request: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for number, event in enumerate(self.endpoint.stream(request)):
                if number == self.endpoint.stalls_after:
                    self._hangs(60)
                    return
                if number == self.endpoint.resets_after:
                    self._reset()
                    return
                data = event.encode()
                self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            self._hung_up()

    def _hangs(self, seconds: float) -> bool:
        """Wait; True if the other side hung up meanwhile."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            readable, _, _ = select.select([self.connection], [], [], min(left, 0.05))
            if readable and self.connection.recv(1, socket.MSG_PEEK) == b"":
                self._hung_up()
                return True
        return False

    def _hung_up(self) -> None:
        self.endpoint.hung_up.set()
        self.close_connection = True

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def finish(self) -> None:
        """Close, unless the connection was reset."""
        try:
            super().finish()
        except (OSError, ValueError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that ended early is part of the play."""


@contextmanager
def openai_endpoint() -> Iterator[Endpoint]:
    """The endpoint, listening on loopback."""
    endpoint = Endpoint()
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"endpoint": endpoint}))
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
