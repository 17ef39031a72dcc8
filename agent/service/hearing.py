"""Hears a question about the service in what was taken for something else.

A topic, above all one of an operator's own, may be asked about in words the readers have never met. They take
it for none of our business, or for a need: "am I talking to a real person?", "GDPR compliant?".
"""

import re
from collections.abc import Sequence
from itertools import dropwhile

from agent.service.answers import SURE, ServiceAnswers, spoken_words
from agent.understanding.reading import Context, Intent, Reading

SURER = 0.85
"""The score a question needs that has been read as a need, or as one about the people shown."""

_LEADING = frozenset(
    {"so", "hey", "hi", "hello", "ok", "okay", "and", "but", "wait", "sorry", "well", "hmm", "oh"}
)
"""What a question may begin with before its own first word."""

_BEGINNINGS = frozenset(
    {"am", "are", "is", "was", "do", "does", "did", "can", "could", "may", "might", "will", "would", "shall"}
    | {"should", "has", "have", "how", "what", "whats", "when", "where", "why", "which", "any"}
    | {"who", "whos", "whom", "whose", "explain"}
)
"""How a question begins."""

_OF_PEOPLE = frozenset(
    {"he", "she", "him", "her", "his", "they", "them", "their", "these", "those", "any", "anyone", "anybody"}
    | {"each", "all", "which", "both", "one", "ones", "none", "nobody", "everyone"}
)
"""Words of a question about the people shown, or about whoever is sought."""

_OF_A_NEED = (
    _OF_PEOPLE
    | {"need", "needs", "want", "find", "looking", "hire", "get", "recommend", "someone", "somebody"}
    | {"we", "us", "our"}
)
"""Words of a question for somebody: 'we need help with our invoices, can you do that?'."""

_BETWEEN_US = frozenset({"i", "me", "my", "you", "your", "yours", "this", "here", "there"})
_FEW = 4
"""Words of a question that needs none of those: 'GDPR compliant?'."""

_ENDS = re.compile(r"[?.!]\s+\S|\n")
"""Where one sentence ends and another begins."""


def heard(reading: Reading, text: str, context: Context, answers: ServiceAnswers) -> Reading:
    """The reading, or that the message asks about the service, where it plainly does."""
    words = spoken_words(text)
    least = _least(reading, words, context)
    is_question = text.rstrip().endswith("?") or _begins_a_question(words)
    if least is None or not is_question or not answers.is_asked(text, least):
        return reading
    if reading.changes and _ENDS.search(text.strip()):
        return reading  # More is said than the question, and nothing of it may be lost.
    return Reading(
        intent=Intent.HELP,
        personal_data=reading.personal_data,
        language=reading.language,
        interpreter=reading.interpreter,
        fallback=reading.fallback,
    )


def _least(reading: Reading, words: Sequence[str], context: Context) -> float | None:
    """The score from which the message is taken for a question about the service; None if it never is."""
    match reading.intent:
        case Intent.OUT_OF_SCOPE | Intent.GREETING | Intent.SMALLTALK:
            return SURE
        case Intent.DESCRIBE_NEED | Intent.REFINE if not reading.answers_question:
            return None if _OF_A_NEED.intersection(words) or not _is_between_us(words) else SURER
        case Intent.ASK_ABOUT_CANDIDATE if not reading.references and context.focus is None:
            return None if _OF_PEOPLE.intersection(words) else SURER
        case _:
            return None


def _is_between_us(words: Sequence[str]) -> bool:
    """Whether it is about what the client has to do with us."""
    return len(words) <= _FEW or not _BETWEEN_US.isdisjoint(words)


def _begins_a_question(words: Sequence[str]) -> bool:
    """'any hidden costs', 'so, tell me about pricing', 'explain the icons'."""
    asked = list(dropwhile(_LEADING.__contains__, words))
    return bool(asked) and (asked[0] in _BEGINNINGS or asked[:2] == ["tell", "me"])
