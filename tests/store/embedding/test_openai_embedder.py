"""OpenAI's embeddings, against a real HTTP endpoint that speaks their protocol."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import numpy as np
import pytest

from store.embedding import EmbeddingError, OpenAIEmbedding, open_embedder


class Service(BaseHTTPRequestHandler):
    """Gives a vector of the text's length and 1; answers in reverse order, as it may."""

    requests: ClassVar[list[dict[str, Any]]] = []
    status = 200

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).requests.append(body)
        data = [
            {"object": "embedding", "index": i, "embedding": [float(len(text)), 1.0]}
            for i, text in enumerate(body["input"])
        ]
        answer = {
            "object": "list",
            "model": body["model"],
            "data": data[::-1],
            "usage": {"prompt_tokens": 1, "total_tokens": 1},
        }
        raw = json.dumps(answer if self.status == 200 else {"error": {"message": "no"}}).encode()
        self.send_response(self.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def service() -> Iterator[OpenAIEmbedding]:
    Service.requests, Service.status = [], 200
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield OpenAIEmbedding("sk-test", f"http://127.0.0.1:{server.server_port}/v1", "small", 2, timeout=5)
    server.shutdown()
    server.server_close()
    thread.join()


async def test_rows_come_in_the_order_of_the_texts(service: OpenAIEmbedding) -> None:
    async with open_embedder("openai", service) as embedder:
        vectors = embedder.embed_documents(["a", "bbbb"])
        assert vectors[0] == pytest.approx(np.array([1, 1]) / np.sqrt(2), abs=1e-6)
        assert vectors[1] == pytest.approx(np.array([4, 1]) / np.sqrt(17), abs=1e-6)
        assert embedder.name == "openai-small-2"
        assert Service.requests[0]["dimensions"] == 2


async def test_many_texts_go_in_batches(service: OpenAIEmbedding) -> None:
    async with open_embedder("openai", service) as embedder:
        assert embedder.embed_documents(["text"] * 600).shape == (600, 2)
        assert [len(request["input"]) for request in Service.requests] == [256, 256, 88]
        Service.requests.clear()
        embedder.embed_documents(["long " * 1_500] * 60)
        assert len(Service.requests) == 3


async def test_empty_texts_and_no_texts(service: OpenAIEmbedding) -> None:
    async with open_embedder("openai", service) as embedder:
        assert embedder.embed_documents([]).shape == (0, 2)
        assert embedder.embed_query("").shape == (2,)


async def test_a_failing_service_is_an_embedding_error_without_its_text(service: OpenAIEmbedding) -> None:
    async with open_embedder("openai", service) as embedder:
        Service.status = 401
        with pytest.raises(EmbeddingError, match="AuthenticationError") as failure:
            embedder.embed_query("x")
        assert "sk-test" not in str(failure.value)


async def test_vectors_of_another_length_are_refused(service: OpenAIEmbedding) -> None:
    longer = OpenAIEmbedding(service.api_key, service.base_url, "small", 3, timeout=5)
    async with open_embedder("openai", longer) as embedder:
        with pytest.raises(EmbeddingError, match="shape"):
            embedder.embed_query("x")


async def test_without_a_service_it_says_which_setting_is_missing() -> None:
    with pytest.raises(ValueError, match="OPENAI_API_KEY"):
        async with open_embedder("openai"):
            pass
