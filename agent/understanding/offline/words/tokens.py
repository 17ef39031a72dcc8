"""Cuts a message into tokens that remember where they stood.

The same cutter folds the phrases of the data files and the names of the gazetteer, so "Front-End",
"front end" and "front–end" meet in one spelling.
"""

import re
import unicodedata
from enum import Enum
from functools import cache
from typing import NamedTuple


class TokenKind(Enum):
    """What a token is made of."""

    WORD = 1
    NUMBER = 2
    SYMBOL = 3
    BREAK = 4


class Token(NamedTuple):
    """Characters [start, end) of the message; `norm` is their folded spelling.

    `glued` says that no space stands before the token.
    """

    norm: str
    start: int
    end: int
    kind: TokenKind
    glued: bool


_CONTRACTED_IS = frozenset({"let", "it", "that", "what", "who", "he", "she", "there", "here", "where", "how"})
_CODES = (
    "EUR|USD|GBP|CHF|CAD|AUD|NZD|SGD|HKD|SEK|NOK|DKK|PLN|CZK|HUF|ZAR|AED|QAR|SAR|ILS|INR|JPY|BRL|MXN|RON|TRY|"
    "PHP|IDR|MYR|THB|VND|CNY|RMB|KES|NGN|EGP|PKR|BDT|UAH|Rs|Rp|RM|kr|SFr|Fr|Dhs|Tk|KSh|"
    "GHS|UGX|TZS|LKR|NPR|CLP|ARS|RSD|BGN|KRW|TWD|RUB|KZT|GEL|XOF|XAF|USh|TSh"
)
"""Codes that may be written right before their amount: 'EUR50'."""

_LARGE = r"\d{1,3}[.,]\d{3}|\d{4}|\d+(?:[.,]\d+)?k\b"
"""Digits that a lone letter before them makes an amount of money: 'N150,000', no 'N95'."""

_DASHES = "-–—‐‑‒−"
_APOSTROPHES = "'’‘`´"


@cache
def _pattern() -> re.Pattern[str]:
    letter = r"[^\W\d_]"
    joined = r"(?:\.(?:js|net|io|ai|com|ts|py|org|co|ly|me)(?![^\W_]))?"
    return re.compile(
        rf"(?P<break>[ \t]*(?:\r?\n[ \t]*)+)"
        rf"|(?P<number>\d+(?:[.,]\d+|['’]\d{{3}}(?!\d))*)"
        rf"|(?P<times>(?<=\d)[x×](?=\d+ ?(?:h|hr|hrs|hours|days?|weeks?)\b))"
        rf"|(?P<initials>(?<![^\W_]){letter}\.{letter}(?:\.{letter})*\.?(?![^\W_]))"
        rf"|(?P<code>(?<![^\W_])(?:(?:{_CODES})(?=\d)|R(?=\d\d|{_LARGE})|[NP](?={_LARGE})))"
        rf"|(?P<word>(?:\.net\b|{letter}[^\W_]*(?:[{_APOSTROPHES}]{letter}+)*{joined}(?:\+\+|\#(?!\d))?))"
        rf"|(?P<symbol>[^\s])",
        re.IGNORECASE,
    )


def fold(word: str) -> str:
    """Lower case, without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of `text`, in order; linear in its length. Hyphens inside words are dropped."""
    tokens: list[Token] = []
    length = len(text)
    last_end = 0
    for found in _pattern().finditer(text):
        start, end = found.span()
        glued = start == last_end and start > 0
        last_end = end
        piece = found.group()
        match found.lastgroup:
            case "break":
                norm = "\n\n" if piece.count("\n") > 1 else "\n"
                tokens.append(Token(norm, start, end, TokenKind.BREAK, glued))
            case "number":
                norm = piece.replace("'", ",").replace("’", ",")
                tokens.append(Token(norm, start, end, TokenKind.NUMBER, glued))
            case "initials":
                tokens.append(Token(fold(piece.replace(".", "")), start, end, TokenKind.WORD, glued))
            case "code" | "times":
                tokens.append(Token(fold(piece), start, end, TokenKind.WORD, glued))
            case "word":
                _add_word(tokens, piece, start, end, glued)
            case _:
                if piece in _DASHES:
                    inside = glued and end < length and text[end].isalpha()
                    inside = inside and not _begins_coin(tokens, text, end)
                    if inside and tokens and tokens[-1].kind is not TokenKind.SYMBOL:
                        continue
                    piece = "-" if piece in "-‐‑−" else "–"
                elif piece in _APOSTROPHES:
                    continue
                tokens.append(Token(piece, start, end, TokenKind.SYMBOL, glued))
    return tuple(tokens)


def _begins_coin(tokens: list[Token], text: str, place: int) -> bool:
    """The 'R450' of 'R350-R450': the coin of the second of two amounts."""
    if not tokens or tokens[-1].kind is not TokenKind.NUMBER:
        return False
    found = _pattern().match(text, place)
    return found is not None and found.lastgroup == "code"


def _add_word(tokens: list[Token], piece: str, start: int, end: int, glued: bool) -> None:
    for mark in _APOSTROPHES:
        if mark in piece:
            stem, _, tail = piece.rpartition(mark)
            if tail in ("s", "S") and fold(stem) not in _CONTRACTED_IS:
                cut = start + len(stem)
                tokens.append(Token(_without_marks(stem), start, cut, TokenKind.WORD, glued))
                tokens.append(Token("'s", cut, end, TokenKind.WORD, True))
                return
            piece = _without_marks(piece)
            break
    tokens.append(Token(fold(piece), start, end, TokenKind.WORD, glued))


def _without_marks(piece: str) -> str:
    return fold("".join(c for c in piece if c not in _APOSTROPHES))


def folded(phrase: str) -> str:
    """A phrase as its tokens' spellings joined by single spaces: the key it is looked up by."""
    return " ".join(token.norm for token in tokenize(phrase))
