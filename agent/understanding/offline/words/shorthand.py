"""Writes out what was written in a hurry: 'pls', 'wanna', 'w/'. Every word keeps its place in the message."""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.tokens import Token, TokenKind

_WITH, _WITHOUT = "with", "without"
_COUNTED = frozenset({"number", "candidate", "person", "freelancer"})
"""Before 'ones', where an apostrophe was left out: 'number ones rating'."""


def written_out(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens with short forms as the words they stand for."""
    return tuple(_written_out(tokens, lexicon))


def _written_out(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.norm == "w":
            word, taken = _with(tokens, index)
            yield token._replace(norm=word, end=tokens[index + taken - 1].end)
            index += taken
            continue
        if token.norm == "ones" and index and tokens[index - 1].norm in _COUNTED:
            yield token._replace(norm="one", end=token.end - 1)
            yield token._replace(norm="'s", start=token.end - 1, glued=True)
            index += 1
            continue
        long = lexicon.setting("shorthand", "forms", token.norm) if token.kind is TokenKind.WORD else None
        if long is None:
            yield token
        else:
            for word in str(long).split(" "):
                yield token._replace(norm=word)
        index += 1


def _with(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """What 'w' at a place stands for, and of how many tokens: 'w/' is with, 'w/o' is without."""
    slash = _glued(tokens, index + 1, "/")
    if slash and _glued(tokens, index + 2, "o"):
        return _WITHOUT, 3
    return (_WITH, 2) if slash else ("w", 1)


def _glued(tokens: Sequence[Token], index: int, norm: str) -> bool:
    return index < len(tokens) and tokens[index].glued and tokens[index].norm == norm
