"""Bounds how much one answer may send us: an endpoint gone mad must not fill the memory."""

from collections.abc import AsyncIterator

import httpx


class AnswerTooLong(httpx.ReadError):
    """The answer has more bytes than any of ours needs."""


class BoundedTransport(httpx.AsyncBaseTransport):
    """Another transport, whose responses end with AnswerTooLong after `most_bytes`."""

    def __init__(self, inner: httpx.AsyncBaseTransport, most_bytes: int) -> None:
        self._inner = inner
        self._most_bytes = most_bytes

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The response, its body counted as it is read."""
        response = await self._inner.handle_async_request(request)
        if isinstance(response.stream, httpx.AsyncByteStream):
            response.stream = _Counted(response.stream, self._most_bytes)
        return response

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


class _Counted(httpx.AsyncByteStream):
    def __init__(self, inner: httpx.AsyncByteStream, most_bytes: int) -> None:
        self._inner = inner
        self._left = most_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._inner:
            self._left -= len(piece)
            if self._left < 0:
                raise AnswerTooLong("the answer is too long")
            yield piece

    async def aclose(self) -> None:
        await self._inner.aclose()
