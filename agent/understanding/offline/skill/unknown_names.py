"""Finds the names in a message that no list has: words that are written like names and known as nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind

_LONGEST = 4
"""Words of the longest name."""

_KNOWN = (
    "skill",
    "role",
    "industry",
    "country",
    "demonym",
    "region",
    "city",
    "zone",
    "language",
    "currency",
    "heads",
    "callings",
)
"""What a word may be the name of."""

_BEFORE_BEGINNINGS = frozenset('.!?:•*"“(')
"""After these a capital tells nothing."""

_OF_ADDRESSES = (".com", ".org", ".net", ".co", ".me")
"""What the addresses of clients end with: 'example.org'."""


class Writing(StrEnum):
    """What makes a word look like a name."""

    MIXED = "mixed"
    """'n8n', 'FlowTrack', 'GPT4'."""
    CAPITALS = "capitals"
    """'DKIM'."""
    UNHEARD = "unheard"
    """'Zorbify': a capital, and in no dictionary."""
    CAPITAL = "capital"
    """'Prophet' in the midst of a sentence."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name, and how its words are written."""

    mention: Mention
    written: tuple[Writing, ...]


def unknown_names(scene: Scene) -> tuple[UnknownName, ...]:
    """The names that are unknown, in order: runs of such words up to four."""
    return scene.once(_unknown_names)


def _unknown_names(scene: Scene) -> tuple[UnknownName, ...]:
    others = scene.lexicon.words("ordinary", "no_tools")
    return tuple(
        name
        for name in _runs(scene)
        if name.mention.size <= _LONGEST
        and not others.issuperset(scene.message.norms[name.mention.first : name.mention.last])
        and not _is_introduced(scene, name.mention)
    )


def _is_introduced(scene: Scene, name: Mention) -> bool:
    """'Brillkox, our startup', 'Xanthe, my partner', 'a writer for Brillkox': whom somebody works for."""
    message = scene.message
    if message.norm(name.last) == "," and message.norm(name.last + 1) in _INTRODUCING:
        return True
    person = message.ending("role", name.first - 1) or message.ending("heads", name.first - 1)
    return message.norm(name.first - 1) == "for" and person is not None


_INTRODUCING = frozenset({"our", "my", "a", "an", "the", "which", "who", "where"})


def _runs(scene: Scene) -> Iterator[UnknownName]:
    run: list[Writing] = []
    shouted = scene.message.text.isupper()
    for index in range(len(scene.message.tokens) + 1):
        written = _written(scene, index, shouted) if index < len(scene.message.tokens) else None
        if written is not None:
            run.append(written)
        elif run:
            first = index - len(run)
            yield UnknownName(Mention("skill", scene.message.words(first, index), first, index), tuple(run))
            run = []


def _written(scene: Scene, index: int, shouted: bool) -> Writing | None:
    """How a word is written that may be a name or a part of one; None for all other words.

    Where all is `shouted`, capitals tell nothing.
    """
    message = scene.message
    token = message.tokens[index]
    if token.kind is not TokenKind.WORD or index in scene.misspelled or scene.is_measured(index, index + 1):
        return None
    word = message.text[token.start : token.end]
    if {"'", "’"} & set(word) or any(message.over(kind, index, index + 1) for kind in _KNOWN):
        return None
    if token.norm.endswith(_OF_ADDRESSES):
        return None
    if any(not letter.isalpha() for letter in word) or any(
        a.islower() and b.isupper() for a, b in pairwise(word)
    ):
        return Writing.MIXED
    if len(word) > 1 and word.isupper():
        return None if shouted else Writing.CAPITALS
    if word[0].isupper() and index in scene.unknown:
        return Writing.UNHEARD
    return Writing.CAPITAL if word[0].isupper() and not _begins(scene, index) else None


def _begins(scene: Scene, index: int) -> bool:
    """Whether a word begins a sentence or a line."""
    before = scene.message.tokens[index - 1] if index else None
    return before is None or before.kind is TokenKind.BREAK or before.norm in _BEFORE_BEGINNINGS
