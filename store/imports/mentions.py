"""Skills that a profile's own words name though its list of skills does not.

Marketplaces cap the list at a handful of tags, and people put the rest into their text. A mention is
weaker than the list: it never decides the role, and it is shown as a mention.

Known names only, the longest first, each place read once. A name that is also an everyday word counts only
as written by somebody who means it: with its own capitals ("Excel", not "excel"), and more than two letters
long.
"""

import re
from collections.abc import Iterator, Sequence

from store.knowledge import Knowledge, SkillEntry

MOST_MENTIONS = 30
"""Mentions kept: what comes after that is a list of keywords, not a description of somebody."""

_WORD = re.compile(r"[^\W_][\w.+#/&'’-]*[\w+#]|[^\W_]")
_BREAK = re.compile(r"[\n,;:|•·()*!?]|\.\s")
_WORDS_IN_NAME = 4
_SHORTEST_EVERYDAY_NAME = 3


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
    everyday = {name.casefold(): name for name in entry.ordinary_names}
    if entry.ordinary_word:
        everyday.setdefault(entry.name.casefold(), entry.name)
    name = everyday.get(written.casefold())
    if name is None:
        return True
    return len(written) >= _SHORTEST_EVERYDAY_NAME and written == name and not written.islower()
