"""All that deciding an intent looks at, and what is asked of it by every rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import Operation
from store.nouns.brief import Slot

SHORT = 8
VERY_SHORT = 5
SOON = 4
COURTESY = 3
LONGEST_RESTART = 20
"""How many words a message may have to be an order, a word or two, or a courtesy; how soon a cue follows."""
POLITE = frozenset({"can", "could", "may", "shall", "would", "will"})
NEEDS = frozenset({Slot.ROLE, Slot.SKILLS})


@dataclass(frozen=True)
class Evidence:
    """All that deciding looks at."""

    scene: Scene
    findings: Sequence[Finding]
    pointers: Sequence[Pointer]
    asks: bool
    """Whether a role is asked for."""

    def has(self, *keys: str) -> bool:
        """Whether the message has a cue of one of these tables."""
        return self.scene.message.has("intents", *keys)

    def cues(self, key: str) -> list[Mention]:
        """The cues of one table."""
        return list(self.scene.message.of("intents", key))

    @property
    def needs(self) -> bool:
        """Whether the message names a role or a skill it wants."""
        return self.asks or any(
            f.slot in NEEDS and f.operation in (Operation.SET, Operation.ADD) for f in self.findings
        )

    @property
    def size(self) -> int:
        """How many words the message has."""
        return sum(token.kind is TokenKind.WORD for token in self.scene.message.tokens)

    def begins(self, *keys: str) -> bool:
        """Whether the message begins with a cue of one of these tables, after politeness."""
        message = self.scene.message
        index = 0
        while index < len(message.tokens):
            starts = [m for m in message.between("intents", index, index + 8) if m.first == index]
            if any(m.key in keys for m in starts):
                return True
            polite = [m.last for m in starts if m.key in ("greeting", "smalltalk", "confirm")]
            if polite:
                index = max(polite)
            elif message.norm(index) in (
                ",",
                ".",
                "!",
                "please",
                "and",
                "so",
                "well",
                "then",
                "ok",
                "\n",
                "hmm",
                "um",
                "just",
                "-",
                "oh",
                "now",
            ):
                index += 1
            else:
                return False
        return False


def is_question(e: Evidence) -> bool:
    """Whether the message is a question."""
    return any(token.norm == "?" for token in e.scene.message.tokens) or begins_as_question(e)


def begins_as_question(e: Evidence) -> bool:
    """Whether it begins as questions do: 'is she free', not 'could be longer'."""
    if e.scene.message.norms[:2] in _MAY_BE and "?" not in e.scene.message.norms:
        return False
    return e.begins("question") and not e.begins("need")


_MAY_BE = frozenset(
    {("could", "be"), ("can", "be"), ("would", "be"), ("should", "be"), ("may", "be"), ("will", "be")}
)
