"""Knows when people of the list are put beside each other: 'Maria or Liam?', 'which of 2 and 3 is best?'."""

from agent.understanding.offline.intent.evidence import Evidence
from agent.understanding.reading import ReferenceKind


def weighs_people(e: Evidence) -> bool:
    """Whether the message asks for one of several it names, or sets one against another."""
    return _weighs_two(e) or _asks_which(e) or _sets_against(e)


def _weighs_two(e: Evidence) -> bool:
    """'Maria or Liam?'."""
    norms, pointers = e.scene.message.norms, e.pointers
    if len(pointers) < _TWO or norms[-1:] != ("?",) or e.findings:
        return False
    named = {i for p in pointers for i in range(p.first, p.last)}
    rest = {word for i, word in enumerate(norms) if i not in named} - {"?", ",", "the"}
    return rest == {"or"}


_TWO = 2


def _sets_against(e: Evidence) -> bool:
    """'Maria against Liam on price'."""
    message = e.scene.message
    begins = {p.first for p in e.pointers}
    return any(message.norm(p.last) == "against" and p.last + 1 in begins for p in e.pointers)


def _asks_which(e: Evidence) -> bool:
    """'which of Maria and Liam is the better choice?'."""
    first = e.scene.message.norm(e.scene.beginning)
    named = [p for p in e.pointers if p.kind in (ReferenceKind.NAME, ReferenceKind.POSITION)]
    return first in ("who", "whom", "which", "whos") and len(named) >= _TWO and not e.findings
