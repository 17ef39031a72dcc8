"""Reads a number put right in the same breath: 'five people, no wait, just two', '20 hours, sorry, 25'."""

from dataclasses import replace

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.words.message import Message


def put_right(message: Message, known: Quantity, said: Quantity) -> Quantity | None:
    """The first number with the worth of the second, where words between them take it back; else None."""
    start = _begin_of_words(message, known, said)
    if start is None or not _are_alike(known, said):
        return None
    near = _FAR if known.is_bare and said.is_bare else _NEAR
    if start - known.last > near or message.sentence(known.first)[0] + _FAR < message.sentence(said.first)[0]:
        return None
    if start == known.last and known.is_bare and said.is_bare:
        return said  # 'three, no, two writers'
    right = replace(known, low=said.low, high=said.high, spelled=said.spelled, bounded=said.bounded)
    # So many people are told by the word after the first number, an amount by all that was said of it.
    return right if known.is_bare else replace(right, per=known.per or said.per, last=said.last)


_NEAR, _FAR = 3, 12
"""Words between a number and what takes it back: of an amount, and of so many people or things."""


def _are_alike(known: Quantity, said: Quantity) -> bool:
    if said.step or known.step or said.scaled or known.currency is not None or said.currency is not None:
        return False
    same = said.per is None or known.per in (None, said.per)
    return said.is_bare or (said.unit in (None, known.unit) and same and not known.is_bare)


def _begin_of_words(message: Message, known: Quantity, said: Quantity) -> int | None:
    """Where 'sorry', 'no wait', 'I mean' begins that leads straight to the second number."""
    index = said.first
    while index > known.last and message.norm(index - 1) in _FILLING:
        index -= 1
    for size in (3, 2, 1):
        if index - size >= known.last and message.norms[index - size : index] in _WORDS:
            return _past_marks(message, index - size, known.last)
    return None


def _past_marks(message: Message, index: int, low: int) -> int | None:
    """Back over the comma or dash that must stand before the words."""
    begin = index
    while begin > low and message.norm(begin - 1) in _MARKS:
        begin -= 1
    return begin if begin < index else None


_FILLING = frozenset({",", ":", "-", "–", "just", "only", "rather", "say", "!"})
_MARKS = frozenset({",", ".", "-", "–", ";", "...", "…", "(", "\n", "no", "oh", "hmm", "wait", "um"})
_WORDS = frozenset(
    {
        ("no", "wait"), ("wait",), ("sorry",), ("oh", "sorry"), ("i", "mean"), ("i", "meant"), ("oops",),
        ("scratch", "that"), ("correction",), ("make", "that"), ("make", "it"), ("actually",), ("no",),
        ("or", "rather"), ("better",), ("on", "second", "thought"),
    }
)  # fmt: skip
