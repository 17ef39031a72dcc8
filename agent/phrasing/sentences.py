"""Cuts a stream of text into sentences as they are finished."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?]+(?=\s)|\n+")


class SentenceStream:
    """Collects text; gives each sentence once its end is certain."""

    def __init__(self) -> None:
        self._text = ""

    @property
    def waiting(self) -> int:
        """Characters of the sentence under way."""
        return len(self._text)

    def add(self, text: str) -> Iterator[str]:
        """The sentences that `text` finishes."""
        self._text += text
        while (found := _END.search(self._text)) is not None:
            sentence = self._text[: found.end()].strip()
            self._text = self._text[found.end() :]
            if sentence:
                yield sentence

    def rest(self) -> str:
        """What is left when the text has ended."""
        text, self._text = self._text.strip(), ""
        return text
