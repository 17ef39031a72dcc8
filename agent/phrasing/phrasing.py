"""The seam between what a reply says and how it is worded."""

import re
from collections.abc import Callable, Iterator
from typing import Protocol

from agent.chatmodel.work import ModelWork
from agent.replies.draft import Draft

Say = Callable[[str], None]
"""Shows the client the next piece of the reply."""

_SENTENCE = re.compile(r".+?(?:[.!?:]\s+|\n+|$)", re.DOTALL)


class Phrasing(Protocol):
    """Words a reply. Never raises on account of a model."""

    async def phrase(self, draft: Draft, say: Say, work: ModelWork) -> str:
        """Say the reply piece by piece, and give the whole of it."""
        ...


class TemplatePhrasing:
    """Says every draft in our own words."""

    async def phrase(self, draft: Draft, say: Say, work: ModelWork) -> str:
        """The draft as it is, a sentence at a time."""
        for piece in pieces(draft.text):
            say(piece)
        return draft.text


def pieces(reply: str) -> Iterator[str]:
    """The reply's sentences and lines; joined they are the reply."""
    for found in _SENTENCE.finditer(reply):
        if found.group():
            yield found.group()
