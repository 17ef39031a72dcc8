"""Skills that a profile's own words name though its list of skills does not.

Marketplaces cap the list at a handful of tags, and people put the rest into their text. A mention is
weaker than the list: it never decides the role, and it is shown as a mention.

Known names only, the longest first, each place read once. A name that is also an everyday word ("Pages")
does not count, nor does a single word that is only an alias, unless it is no word at all ("ReactJS").
"""

import re
from collections.abc import Iterator, Sequence

from store.knowledge import Knowledge, SkillEntry
from store.knowledge.spelling import spelling_key

MOST_MENTIONS = 30
"""Mentions kept: what comes after that is a list of keywords, not a description of somebody."""

_WORD = re.compile(r"[^\W_][\w.+#/&'’-]*[\w+#]|[^\W_]")
_BREAK = re.compile(r"[\n,;:|•·()*!?]|\.\s")
_WORDS_IN_NAME = 4
_SHORTEST_SPLIT_NAME = 7
"""Letters of a name that may also be written apart: "word press" is WordPress, "I am" is not IAM."""


def mentioned_skills(texts: Sequence[str], listed: Sequence[str], knowledge: Knowledge) -> tuple[str, ...]:
    """Canonical names of the skills the texts mention beyond those listed, in the order of mention."""
    found = dict.fromkeys(entry.name for text in texts for entry in _in(text, knowledge))
    have = {name.casefold() for name in listed}
    return tuple(name for name in found if name.casefold() not in have)[:MOST_MENTIONS]


def _in(text: str, knowledge: Knowledge) -> Iterator[SkillEntry]:
    for clause in _BREAK.split(text):
        words = _WORD.findall(clause)
        start = 0
        while start < len(words):
            taken = 1
            for length in range(min(_WORDS_IN_NAME, len(words) - start), 0, -1):
                written = " ".join(words[start : start + length])
                entry = knowledge.find_skill(written)
                if entry is not None and _is_meant(written, entry):
                    yield entry
                    taken = length
                    break
            start += taken


def _is_meant(written: str, entry: SkillEntry) -> bool:
    everyday = {name.casefold() for name in entry.ordinary_names}
    if entry.ordinary_word:
        everyday.add(entry.name.casefold())
    if written.casefold() in everyday:
        return False
    key = spelling_key(written)
    if " " in written:
        written_apart = (name for name in (entry.name, *entry.aliases) if " " in name)
        return len(key) >= _SHORTEST_SPLIT_NAME or key in map(spelling_key, written_apart)
    return key == spelling_key(entry.name) or _is_coined(written)


def _is_coined(word: str) -> bool:
    """Whether the word could not stand in a dictionary: "PHP", "CSS3", "ReactJS"."""
    return not word.isalpha() or any(letter.isupper() for letter in word[1:])
