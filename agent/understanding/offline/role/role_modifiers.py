"""Finds where the words begin that say more of a role: 'two senior Django' before 'developers'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.tokens import TokenKind

ARTICLES = frozenset({"a", "an", "the", "another", "some", "one"})

MODIFIERS = 6
"""Words that may stand between a role and what says more of it."""


def start_of_modifiers(scene: Scene, first: int) -> int:
    """Where the modifiers of a role begin: skills, levels, numbers and adjectives right before it."""
    message = scene.message
    start, seen = first, 0
    segment = message.segment(first)
    while start > segment.first and seen < MODIFIERS:
        index = start - 1
        token = message.tokens[index]
        skill = message.ending("skill", start)
        if skill is not None:
            start = skill.first
        elif token.norm in ("and", "/", "&", "+") and message.ending("skill", index) is not None:
            start = index
        elif token.norm in ARTICLES or token.kind in (TokenKind.SYMBOL, TokenKind.BREAK):
            break
        elif token.kind is TokenKind.NUMBER or scene.lexicon.setting("numbers", "ones", "values").get(
            token.norm
        ):
            start = index
            break
        elif any(
            m.last >= start and m.key in ("need", "question")
            for m in message.between("intents", max(0, index - 4), start)
        ) or token.norm in (
            "for",
            "with",
            "of",
            "in",
            "from",
            "to",
            "is",
            "by",
            "as",
            "who",
            "that",
            "and",
            "or",
            "our",
            "my",
            "your",
        ):
            break
        else:
            start = index
        seen += 1
    return start
