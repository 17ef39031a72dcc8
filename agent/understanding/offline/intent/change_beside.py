"""Finds the change of the need that stands beside an order or a question about the people shown.

"Drop 3 and only show me people from Germany" turns somebody down and says what whoever comes instead must be.
The words of such a clause are read by themselves, so that "drop" is not heard of Germany.
"""

from agent.understanding.offline.intent.evidence import Evidence
from agent.understanding.reading import Intent

BESIDE = frozenset({Intent.DISMISS, Intent.SHORTLIST, Intent.ASK_ABOUT_CANDIDATE})
"""What leaves room for a change: no hand-off is held up by one, and a comparison has no use for it."""

_LINKS = frozenset({"and", "but", "also", "then", "please", "plus", "so", "instead", ",", "-", "–", ":", ";"})


def change_beside(evidence: Evidence) -> str | None:
    """The message's text with all but such clauses blanked; None where there is none."""
    message = evidence.scene.message
    kept, index = list[tuple[int, int]](), 0
    while index < len(message.tokens):
        _, high = message.sentence(index)
        begin = _begins(evidence, index, high)
        kept += [] if begin is None else [(begin, high)]
        index = high
    if not kept or sum(last - first for first, last in kept) == len(message.tokens):
        return None
    text, done = "", 0
    for first, last in kept:
        start, end = message.tokens[first].start, message.tokens[last - 1].end
        text += " " * (start - done) + message.text[start:end]
        done = end
    return text


def _begins(e: Evidence, low: int, high: int) -> int | None:
    """Where, behind whom the sentence points at, a clause begins as changes do; None if none does."""
    norm = e.scene.message.norm
    pointed = max((p.last for p in e.pointers if low <= p.first < high), default=low)
    places = (i for i in range(pointed, high) if i == low or norm(i - 1) in _LINKS)
    return next((i for i in places if _changes_from(e, i)), None)


def _changes_from(e: Evidence, index: int) -> bool:
    """Whether a change begins at a token: 'only people who …', but not the record of 'only 8 jobs'."""
    message, words = e.scene.message, e.scene.lexicon.words("intents", "change_beside")
    return message.phrase_end(index, words) is not None and not message.norm(index + 1)[:1].isdigit()
