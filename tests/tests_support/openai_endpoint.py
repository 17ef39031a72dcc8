"""A local HTTP server that speaks the OpenAI chat protocol and answers as it is told."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Endpoint:
    """What the server answers next, and what it was asked."""

    url: str = ""
    form: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    content: str | None = None
    refusal: str | None = None
    seconds: float = 0
    strict: bool = True
    requests: list[dict[str, Any]] = field(default_factory=list)

    def answer(self, request: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """The status and body for a request."""
        self.requests.append(request)
        time.sleep(self.seconds)
        if self.status != 200:
            return self.status, {"error": {"message": "scripted", "type": "scripted", "code": None}}
        if "response_format" in request and not self.strict:
            return 400, {"error": {"message": "no response_format here", "type": "invalid_request_error"}}
        content = self.content if self.content is not None else json.dumps(self.form)
        message: dict[str, Any] = {"role": "assistant", "content": content, "refusal": self.refusal}
        if "tools" in request:
            call = {"name": request["tools"][0]["function"]["name"], "arguments": content}
            message["content"] = None
            message["tool_calls"] = [{"id": "call_1", "type": "function", "function": call}]
        return 200, {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 0,
            "model": "scripted",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15},
        }


@contextmanager
def openai_endpoint() -> Iterator[Endpoint]:
    """The endpoint, listening on loopback."""
    endpoint = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            status, body = endpoint.answer(json.loads(self.rfile.read(length)))
            payload = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
