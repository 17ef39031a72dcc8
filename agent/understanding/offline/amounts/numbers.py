"""Reads numbers: '1,500', '3.500,00', '2.5k', 'fifty', 'a hundred and twenty', 'half a dozen'."""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind

_LONGEST_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens [first, last). `scale`: the 'k' or 'million' that was said. `vague`: 'a few'."""

    value: float
    first: int
    last: int
    scale: float = 1.0
    vague: bool = False
    spelled: bool = False


class NumberReader:
    """The grammar of numbers over tokens."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = _values(lexicon, "ones", "tens")
        self._tens = _values(lexicon, "tens")
        self._scales = _values(lexicon, "scales")
        self._vague = _values(lexicon, "vague")
        self._articles = lexicon.words("numbers", "articles")
        self._halves = _values(lexicon, "fractions")
        self.starters = frozenset((*self._words, *self._scales, *self._vague, *self._halves))

    def read(self, message: Message, index: int) -> Number | None:
        """The number that begins at a token, as long as it goes."""
        if index >= len(message.tokens):
            return None
        token = message.tokens[index]
        if token.kind is TokenKind.NUMBER:
            return self._digits(message, index)
        if token.kind is not TokenKind.WORD:
            return None
        return self._spelled(message, index)

    def _digits(self, message: Message, index: int) -> Number | None:
        last = _last_of_spaced(message, index)
        value = digits("".join(message.norms[index:last]))
        if value is None:
            return None
        scale = self._scales.get(message.norm(last))
        if scale is not None and (message.tokens[last].glued or len(message.norm(last)) > 1 or scale == 1000):
            return Number(value * scale, index, last + 1, scale)
        if message.norms[last : last + 3] == _AND_A_HALF:
            return self._halved(message, value, index, last + 3)
        return Number(value, index, last)

    def _halved(self, message: Message, value: float, first: int, last: int) -> Number:
        """'four and a half', 'four and a half thousand'."""
        scale = self._scales.get(message.norm(last)) if len(message.norm(last)) > 1 else None
        if scale is not None:
            return Number((value + 0.5) * scale, first, last + 1, scale, spelled=True)
        return Number(value + 0.5, first, last, spelled=True)

    def _spelled(self, message: Message, index: int) -> Number | None:
        norm = message.norm(index)
        if norm in self._vague:
            last = index + 1
            if message.norm(last) == "of":
                last += 1
            scale = self._scales.get(message.norm(last).removesuffix("s"))
            if scale is not None and scale >= 10:
                return Number(self._vague[norm] * scale, index, last + 1, scale, vague=True)
            return Number(self._vague[norm], index, last, vague=norm not in ("couple", "pair"), spelled=True)
        if (
            norm in self._halves
            and message.norm(index + 1) == "a"
            and message.norm(index + 2) in self._scales
        ):
            value = self._halves[norm] * self._scales[message.norm(index + 2)]
            return Number(value, index, index + 3, spelled=True)
        if norm in self._halves and message.norm(index + 1) in ("a", "an") and message.at("units", index + 2):
            return Number(self._halves[norm], index, index + 2, spelled=True)
        if norm in self._scales and len(norm) > 1:
            if index and message.norm(index - 1) in self._articles:
                return self._sum(message, index, index)
            return None
        if norm in self._words:
            return self._sum(message, index, index)
        return None

    def _sum(self, message: Message, first: int, index: int) -> Number:
        """'two hundred and fifty thousand': groups below a thousand, times their scales."""
        total = group = 0.0
        largest = 1.0
        last = index
        while last < len(message.tokens):
            norm = message.norm(last)
            if norm in self._words:
                value = self._words[norm]
                if group and value >= 10 and group % 100 != 0:
                    break
                if group % 100 and not (group % 100 in self._tens.values() and value < 10):
                    break
                group += value
            elif norm in self._scales and len(norm) > 1:
                scale = self._scales[norm]
                largest = max(largest, scale)
                if scale == 100:
                    group = (group or 1) * 100
                else:
                    total += (group or 1) * scale
                    group = 0.0
            elif norm == "and" and (group or total) and largest > 1 and message.norm(last + 1) in self._words:
                pass
            else:
                break
            last += 1
        if message.norms[last : last + 3] == _AND_A_HALF:
            return self._halved(message, total + group, first, last + 3)
        return Number(total + group, first, max(last, index + 1), largest, spelled=True)


def _last_of_spaced(message: Message, index: int) -> int:
    """Where a number ends whose thousands are set apart by spaces: 'R15 000', '1 250 000 kr'."""
    head, last = message.norm(index), index + 1
    if not head.isdigit() or len(head) > _GROUP or head.startswith("0"):
        return last
    while last < len(message.tokens) and _is_group(message, last):
        last += 1
    is_money = message.ending("currency", index) is not None or message.at("currency", last) is not None
    return last if is_money else index + 1


def _is_group(message: Message, index: int) -> bool:
    token = message.tokens[index]
    apart = token.start - message.tokens[index - 1].end == 1
    return token.kind is TokenKind.NUMBER and apart and token.norm.isdigit() and len(token.norm) == _GROUP


_GROUP = 3
_AND_A_HALF = ("and", "a", "half")


def digits(written: str) -> float | None:
    """The value of digits with separators: '1,500', '1.500', '3.500,00', '4.5'; None if it is too long.

    A last group of exactly three digits is thousands; any other last group is the decimal part.
    """
    if sum(c.isdigit() for c in written) > _LONGEST_DIGITS or not written.isascii():
        return None
    marks = [c for c in written if c in ".,"]
    if not marks:
        return float(written)
    last = max(written.rfind("."), written.rfind(","))
    tail = written[last + 1 :]
    head = written[:last]
    if len(tail) == 3 and (len(set(marks)) == 1) and not head.startswith("0"):
        return float(head.replace(",", "").replace(".", "") + tail)
    if len(set(marks)) == 1 and len(marks) > 1:
        return None
    return float(f"{head.replace(',', '').replace('.', '')}.{tail}")


def _values(lexicon: Lexicon, *tables: str) -> Mapping[str, float]:
    return {
        word: float(value)
        for table in tables
        for word, value in lexicon.setting("numbers", table, "values").items()
    }
