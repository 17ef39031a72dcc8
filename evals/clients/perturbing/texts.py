"""Perturbations of the words themselves: they change how a message looks, and nothing it says."""

import re
from collections.abc import Iterable

from evals.clients.wording import Wording
from store.demo.chance import Chance
from store.knowledge import Knowledge

_WORD = re.compile(r"[A-Za-z]{5,}")
_WORDS_FOR_A_TYPO = 12
_MOST_TYPOS = 3
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def mistyped(
    text: str, chance: Chance, wording: Wording, knowledge: Knowledge, names: Iterable[str] = ()
) -> str:
    """A slip of the fingers in one to three longer words: never in a name, a number, or the word 'without'.

    A slip that would spell another word of the marketplace's is not made.
    """
    kept = {part.casefold() for name in names for part in name.split()} | wording.never_mistyped
    words = [found for found in _WORD.finditer(text) if found.group().casefold() not in kept]
    number = min(max(1, len(text.split()) // _WORDS_FOR_A_TYPO), _MOST_TYPOS)
    for found in sorted(chance.sample(words, number), key=lambda each: -each.start()):
        slip = _slip(found.group(), chance)
        if not _means_something(slip, knowledge):
            text = f"{text[: found.start()]}{slip}{text[found.end() :]}"
    return text


def _slip(word: str, chance: Chance) -> str:
    """Two letters swapped, one left out or one doubled; the first and the last stay."""
    place = chance.whole(1, len(word) - 3)
    kind = chance.whole(0, 2)
    if kind == 0 and word[place] != word[place + 1]:
        return f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}"
    if kind == 1:
        return f"{word[:place]}{word[place + 1 :]}"
    return f"{word[:place]}{word[place]}{word[place:]}"


def _means_something(word: str, knowledge: Knowledge) -> bool:
    finders = (
        knowledge.find_skill,
        knowledge.find_role,
        knowledge.find_country,
        knowledge.find_language,
        knowledge.find_city,
        knowledge.find_industry,
    )
    return any(find(word) is not None for find in finders)


def distracted(text: str, line: str, chance: Chance) -> str:
    """The message with a line before it, after it or between that has nothing to do with it."""
    sentences = _SENTENCE_END.split(text)
    place = chance.whole(0, len(sentences))
    before, after = " ".join(sentences[:place]), " ".join(sentences[place:])
    if before and not re.search(r"[.!?,]$", before):
        before += "."
    return " ".join(part for part in (before, line, after) if part)


def chatty(text: str, wording: Wording) -> str:
    """As people type in a chat: small letters, short forms, no full stops at the end of a message."""
    text = text.lower().replace("'", "")
    for long, short in wording.chat.items():
        text = re.sub(rf"\b{re.escape(long)}\b", short, text)
    return re.sub(r"[.!]+(\s|$)", lambda end: "\n" if end.group(1) else "", text).strip()
