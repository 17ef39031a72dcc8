"""Keyword stuffing: saying a word many times, or listing everything, to be found for anything.

Damping keeps the first few uses of a word, so that repeating it gains nothing. The score tells how much
of a text was repetition and how far its list of skills runs beyond what one person shows.
"""

import re
from collections import Counter
from collections.abc import Mapping

USES_KEPT = 3
"""Uses of one word that stay in the text; shorter words than four letters are not counted."""
PLAUSIBLE_SKILLS = 30
PROVEN_BY_CONTRACT = 3
"""Each finished contract makes this many further skills plausible."""
_COUNTED = re.compile(r"[^\W\d_]{4,}")
_SHORTEST_JUDGED = 40
_NATURAL_REPETITION = 0.12
_PLAIN_STUFFING = 0.35


def word_uses(text: str) -> Counter[str]:
    """How often each longer word is used, in small letters."""
    return Counter(map(str.lower, _COUNTED.findall(text)))


def damped(text: str, uses: Mapping[str, int]) -> str:
    """The text with the fourth and later uses of every longer word taken out; `uses` are its `word_uses`."""
    left = {word: USES_KEPT for word, count in uses.items() if count > USES_KEPT}
    if not left:
        return text

    def keep(found: re.Match[str]) -> str:
        word = found.group().lower()
        if word not in left:
            return found.group()
        left[word] -= 1
        return found.group() if left[word] >= 0 else ""

    return re.sub(r"[ \t]{2,}", " ", _COUNTED.sub(keep, text)).strip()


def stuffing(uses: Counter[str], skills: int, contracts: int) -> float:
    """0 (natural) to 1 (plainly stuffed): the worse of the text's repetition and the skill list's length."""
    return max(_repetition(uses), _listing(skills, contracts))


def _repetition(uses: Counter[str]) -> float:
    words = uses.total()
    if words < _SHORTEST_JUDGED:
        return 0.0
    allowed = max(USES_KEPT, words // 25)
    surplus = sum(count - allowed for count in uses.values() if count > allowed) / words
    return _share(surplus, _NATURAL_REPETITION, _PLAIN_STUFFING)


def _listing(skills: int, contracts: int) -> float:
    plausible = PLAUSIBLE_SKILLS + PROVEN_BY_CONTRACT * contracts
    return _share(skills, plausible, 2 * plausible)


def _share(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))
