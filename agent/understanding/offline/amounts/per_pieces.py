"""Reads the piece an amount is per: '15 bucks a sprite', '$15 per 500 words', '$20 for a 1000-word post'."""

from collections.abc import Collection

from agent.understanding.offline.amounts.no_amounts import starts_name
from agent.understanding.offline.amounts.numbers import NumberReader
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind


def is_piece(message: Message, mark: Mention, function_words: Collection[str]) -> bool:
    """'15 bucks a sprite', '8 EUR per ASIN': a word for one of many."""
    index = mark.last
    if index >= len(message.tokens) or message.tokens[index].kind is not TokenKind.WORD:
        return False
    if message.norm(mark.first) not in _OF_PIECES or message.at("money", index) is not None:
        return False
    return message.norm(index) not in function_words and message.norm(index) not in _OF_TIME


_OF_PIECES = frozenset({"per", "a", "an", "/", "each", "every"})
_OF_TIME = frozenset(
    {"project", "job", "gig", "month", "week", "day", "hour", "year", "bit", "pop", "time", "max"}
)


def per_several(message: Message, mark: Mention, numbers: NumberReader) -> tuple[str, int] | None:
    """What the amount is per where that is counted itself, and where that ends; else None."""
    number = numbers.read(message, mark.last)
    unit = None if number is None else message.at("units", number.last)
    if unit is None or unit.key not in _COUNTED:
        return None
    one = message.norm(mark.last - 1) in ("a", "an")
    return ("piece" if one else "word"), unit.last


_COUNTED = frozenset({"word", "piece"})


def parts_items(message: Message, mark: Mention) -> bool:
    """The slash of '500 / logo design / Oslo': such slashes part the terms, and the name of one begins."""
    if message.norm(mark.first) != "/" or mark.size > 1 or not starts_name(message, mark.last):
        return False
    tokens = message.tokens
    apart = [i for i, norm in enumerate(message.norms) if norm == "/" and not tokens[i].glued]
    return mark.first in apart and len(apart) > 1
