"""Runs a command's asynchronous work. Apart, because importing asyncio would slow `rolecall --help`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")


def finish(work: Coroutine[Any, Any, T]) -> T:
    """The result of the work, in an event loop of its own."""
    import asyncio

    return asyncio.run(work)
