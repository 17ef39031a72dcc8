"""The need in the client's own words, which say more of the work than any field can."""

from agent.understanding.reading import Intent, Reading

MOST_CHARACTERS = 2000
_SHORTEST = 8
"""Words below which the fields hold all that a message says."""


def described_by(text: str, reading: Reading) -> str:
    """The message as a description of the work, without personal data; empty if it does not describe any."""
    if reading.intent is not Intent.DESCRIBE_NEED or len(text.split()) < _SHORTEST:
        return ""
    kept, end = [], 0
    for found in sorted(reading.personal_data, key=lambda item: item.span.start):
        kept.append(text[end : found.span.start])
        end = max(end, found.span.end)
    kept.append(text[end:])
    return " ".join(" ".join(kept).split())[:MOST_CHARACTERS]
