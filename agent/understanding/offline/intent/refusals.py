"""Tells orders no recruiter carries out: to alter a record, to give away how to reach somebody, to pay.

Said of the people on the list they look like questions or wishes of the business, and are neither.
"""

from collections.abc import Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.reading import ReferenceKind

_GIVES = frozenset(
    {"me", "us", "send", "tell", "show", "share", "whats", "what", "get", "have", "need", "want"}
)
_POSSESSIVES = frozenset({"'s", "his", "her", "their", "theirs", "of", "for"})
_ASKED_FOR = 6
_PAID = 5


def is_refused(scene: Scene, pointers: Sequence[Pointer]) -> bool:
    """Whether the message orders such a thing."""
    return (
        _alters_a_record(scene, pointers)
        or _asks_how_to_reach(scene, pointers)
        or _moves_money(scene, pointers)
        or _is_ours_to_do(scene)
    )


def _is_ours_to_do(scene: Scene) -> bool:
    """'can you write the script yourself?': we find people, and do no work of theirs."""
    norms = scene.message.norms
    return norms[:2] in _ARE_WE_ABLE and norms[-2:] in (("yourself", "?"), ("yourself", "."))


_ARE_WE_ABLE = frozenset({("can", "you"), ("could", "you"), ("cant", "you"), ("couldnt", "you")})


def _alters_a_record(scene: Scene, pointers: Sequence[Pointer]) -> bool:
    """'set the rating of the first one to 5', 'delete #2's bad reviews'; not 'set the rating to 4.8'."""
    message = scene.message
    for verb in message.of("refusals", "alter"):
        low, high = message.sentence(verb.first)
        records = [m for m in message.between("refusals", verb.last, high) if m.key == "record"]
        whose = [p for p in pointers if verb.last <= p.first < high and p.kind is not ReferenceKind.PRONOUN]
        if message.norm(verb.last) in ("me", "us") or not _is_an_order(scene, low, verb.first):
            continue
        if records and (whose or _is_in_the_database(scene, low, high)):
            return True
    return False


def _is_in_the_database(scene: Scene, first: int, last: int) -> bool:
    return any(m.key == "our_system" for m in scene.message.between("refusals", first, last))


def _is_an_order(scene: Scene, first: int, last: int) -> bool:
    """Whether nothing but politeness stands before the verb."""
    polite = scene.lexicon.words("refusals", "polite")
    return all(word in polite for word in scene.message.norms[first:last])


def _asks_how_to_reach(scene: Scene, pointers: Sequence[Pointer]) -> bool:
    """'what's Maria's e-mail?', 'give me the phone number of the first one'."""
    message = scene.message
    for detail in message.of("refusals", "contact"):
        low, high = message.sentence(detail.first)
        asked = set(message.norms[max(low, detail.first - _ASKED_FOR) : detail.first]) & _GIVES
        around = message.norms[max(low, detail.first - 2) : min(high, detail.last + 1)]
        whose = any(low <= p.first < high for p in pointers) or bool(
            {"his", "her", "their"} & set(message.norms[low : detail.first])
        )
        if whose and (asked or message.norm(high - 1) == "?") and _POSSESSIVES & set(around):
            return True
    return False


def _moves_money(scene: Scene, pointers: Sequence[Pointer]) -> bool:
    """'transfer 200 dollars to my account', 'please pay the first one 100 dollars now'."""
    message = scene.message
    for verb in message.of("refusals", "pay"):
        low, high = message.sentence(verb.first)
        if not _is_an_order(scene, low, verb.first):
            continue
        paid = any(
            q.currency is not None and verb.last <= q.first <= verb.last + _PAID for q in scene.quantities
        )
        account = any(m.key == "account" for m in message.between("refusals", verb.last, high))
        whom = any(verb.last <= p.first < high for p in pointers)
        if account or (paid and whom):
            return True
    return False
