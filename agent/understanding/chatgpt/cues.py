"""Whether the words for a change are there: a model may not drop or soften a wish that nobody took back."""

import re
from collections.abc import Iterable
from enum import Enum

from agent.understanding.offline.words.lexicon import load_lexicon
from agent.understanding.offline.words.tokens import folded
from agent.understanding.reading import Span

_SENTENCE_END = re.compile(r"[.!?;\n]+(?=\s|$)|\n")


class Cue(Enum):
    """What words can say about a wish: tables of the offline reader's data."""

    REFUSED = (("cues", "no"), ("cues", "exclude"), ("cues", "excluded"))
    LET_GO = (
        *REFUSED,
        ("cues", "unneeded"),
        ("cues", "not_needed"),
        ("edits", "drop"),
        ("edits", "instead_of"),
    )
    SOFTENED = (
        ("cues", "nice"),
        ("cues", "preferred"),
        ("cues", "unneeded"),
        ("cues", "not_needed"),
        ("edits", "relax"),
        ("edits", "relaxed"),
    )
    HARDENED = (("cues", "must"), ("cues", "required"), ("edits", "tighten"))
    EXCHANGED = (("edits", "instead_of"), ("edits", "replace"), ("edits", "instead"), ("edits", "drop"))


def says(cue: Cue, text: str, span: Span) -> bool:
    """Whether the sentence of the message that holds the span has such words."""
    words = f" {folded(_sentence(text, span))} "
    lexicon = load_lexicon()
    return any(f" {phrase} " in words for kind, key in _tables(cue) for phrase in lexicon.words(kind, key))


def _tables(cue: Cue) -> Iterable[tuple[str, str]]:
    tables: Iterable[tuple[str, str]] = cue.value
    return tables


def _sentence(text: str, span: Span) -> str:
    start = max((found.end() for found in _SENTENCE_END.finditer(text, 0, span.start)), default=0)
    ending = _SENTENCE_END.search(text, span.end)
    return text[start : ending.start() if ending is not None else len(text)]
