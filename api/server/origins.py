"""Which web pages may open a WebSocket: those of our own origin, and those the operator names.

Tokens are not sent by a browser on its own, so a foreign page could do nothing without one. Refusing it
all the same keeps a token that leaked into a page from being used by another.
"""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers


def is_allowed_origin(headers: Headers, allowed: Collection[str]) -> bool:
    """Whether the handshake comes from no browser, from our own origin, or from an allowed one."""
    origin = headers.get("origin")
    if origin is None or "*" in allowed or origin in allowed:
        return True
    return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
