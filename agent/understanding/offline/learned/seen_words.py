"""The words of a message as the models see them: names and numbers replaced by what they are.

So that "keep Maria" teaches about "keep Tomasz", and "no PHP" about "no Perl".
"""

from collections.abc import Callable
from dataclasses import dataclass

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind, fold

_NAMED = (
    ("role", "<role>"),
    ("skill", "<skill>"),
    ("language", "<language>"),
    ("country", "<place>"),
    ("demonym", "<place>"),
    ("region", "<place>"),
    ("city", "<place>"),
    ("industry", "<industry>"),
)
"""What names are replaced by; of names in one place the longest counts, of equally long ones the first."""


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word, or what stands for the name that tokens [first, last) are."""

    text: str
    first: int
    last: int


def seen_words(scene: Scene, means_skill: Callable[[Mention], bool]) -> list[SeenWord]:
    """The message in order; `means_skill` tells skills from everyday words of the same spelling."""
    message = scene.message
    people = {word for each in scene.context.shown for word in fold(each.name).split()}
    found: list[SeenWord] = []
    index = 0
    while index < len(message.tokens):
        word = _person(scene, people, index) or _named(scene, means_skill, index) or _plain(scene, index)
        found.append(word)
        index = word.last
    return found


def _person(scene: Scene, people: set[str], first: int) -> SeenWord | None:
    last = first
    while scene.message.norm(last) in people:
        last += 1
    return SeenWord("<person>", first, last) if last > first else None


def _named(scene: Scene, means_skill: Callable[[Mention], bool], index: int) -> SeenWord | None:
    best: SeenWord | None = None
    for kind, text in _NAMED:
        mention = scene.message.at(kind, index)
        if mention is None or (best is not None and mention.last <= best.last):
            continue
        if kind != "skill" or means_skill(mention):
            best = SeenWord(text, mention.first, mention.last)
    return best


def _plain(scene: Scene, index: int) -> SeenWord:
    token = scene.message.tokens[index]
    text = "0" if token.kind is TokenKind.NUMBER else "¶" if token.kind is TokenKind.BREAK else token.norm
    return SeenWord(text, index, index + 1)
