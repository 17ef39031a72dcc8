"""What a server says when it listens: what to open, with which token, and what to try."""

from __future__ import annotations

import shlex
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marketplace:
    """What is known of the data before serving starts."""

    freelancers: int
    tokens: int


def announcement(address: str, marketplace: Marketplace, development_token: str | None) -> list[str]:
    """The lines. `address` is 'http://host:port'; the token is given in demo mode on loopback alone."""
    lines = [f"Rolecall serves {marketplace.freelancers:,} freelancers."]
    if development_token is None:
        lines += [
            "",
            f"  GraphiQL   {address}/graphql",
            f"  API        {address}/graphql  (HTTP, WebSocket, SSE)",
        ]
    else:
        lines += [
            "",
            f"  Open       {address}/graphql#token={development_token}",
            f"  Token      {development_token}",
            "             for development: it works on this machine only, in demo mode only",
            f"  Terminal   rolecall chat --url {address}",
            f"  curl       {_curl(address, development_token)}",
        ]
    if not marketplace.freelancers:
        lines += [
            "",
            "Nobody is in the marketplace yet: `rolecall import FILE`, or `rolecall demo` for a trial.",
        ]
    if not marketplace.tokens and development_token is None:
        lines += ["", "Nobody can get in yet: `rolecall token create NAME` makes a client and a token."]
    return [*lines, "", "Ctrl-C stops it."]


def _curl(address: str, token: str) -> str:
    body = '{"query": "{ viewer { name } }"}'
    return (
        f"curl -s {address}/graphql -H {shlex.quote(f'Authorization: Bearer {token}')} "
        f"-H 'Content-Type: application/json' -d {shlex.quote(body)}"
    )
