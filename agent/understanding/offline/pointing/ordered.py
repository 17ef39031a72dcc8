"""Tells whom an order is about from whom another order of the same message is: 'keep Maria and drop Liam'.

Only one of the orders is carried out, and it must not reach the people of the other.
"""

from collections.abc import Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.orders import CUES
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Intent

_DENYING = frozenset({"not", "no", "without", "nor", "neither"})
_OUT = CUES[Intent.DISMISS]
_IN = CUES[Intent.SHORTLIST]


def of_order(scene: Scene, intent: Intent, pointers: Sequence[Pointer]) -> list[Pointer]:
    """The pointers at those whom the order is about; all where nothing tells them apart."""
    order = CUES.get(intent)
    if order is None or len(pointers) < _SEVERAL:
        return list(pointers)
    cues = _cues(scene, order)
    owners = [_order_for(scene, pointer, cues) for pointer in pointers]
    if order not in owners:
        return list(pointers)
    return [p for p, owner in zip(pointers, owners, strict=True) if owner in (order, None)]


_SEVERAL = 2


def _cues(scene: Scene, order: str) -> list[Mention]:
    """The words of orders in a message; those of hiring that mean much else only where it hires."""
    orders = {*CUES.values()}
    found = [cue for cue in scene.message.of("intents") if cue.key in orders]
    weak = {(cue.first, cue.last) for cue in scene.message.of("intents", "weak_hand_off")}
    hires = order == CUES[Intent.HAND_OFF]
    return [cue for cue in found if hires or cue.key in (_IN, _OUT) or (cue.first, cue.last) not in weak]


def _order_for(scene: Scene, pointer: Pointer, cues: Sequence[Mention]) -> str | None:
    """The order about somebody: a word beside them tells it, or the last order before, or the first after."""
    norm = scene.message.norm
    if norm(pointer.first - 1) in _DENYING or norm(pointer.last) == "no":
        return _OUT
    if norm(pointer.last) == "yes" or _takes_the_place(scene, pointer):
        return _IN
    praise = scene.lexicon.words("intents", "praise")
    said = next((cue for cue in cues if cue.first == pointer.last and norm(cue.first) in praise), None)
    before = [cue for cue in cues if cue.first <= pointer.first]
    after = [cue for cue in cues if cue.first > pointer.first]
    chosen = said or (before[-1] if before else after[0] if after else None)
    return None if chosen is None else chosen.key


def _takes_the_place(scene: Scene, pointer: Pointer) -> bool:
    """The Liam of 'not Maria but Liam'."""
    norms = scene.message.norms[: pointer.first]
    return norms[-1:] == ("but",) and "not" in norms
