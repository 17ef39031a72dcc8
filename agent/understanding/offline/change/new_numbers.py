"""Reads a bare number that takes the place of one held: 'lower that to 90', 'make it 30', 'no, 30'."""

from collections.abc import Iterator

from agent.understanding.offline.amounts.held_numbers import held_numbers, like_held, nearest_held
from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.change.steps import direction
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.pointing.bare_positions import points_at_somebody
from store.nouns.brief import Brief, Slot


def set_to(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'lower that to 90', 'make it 30': a bare number takes the place of the value it is nearest to."""
    for quantity in scene.quantities:
        if brief.headcount is not None and _sums_up_people(scene, quantity):
            yield Finding(Slot.HEADCOUNT, round(quantity.value), quantity.first, quantity.last)
            return
        if not is_set_to(scene, quantity):
            continue
        slot = nearest_held(brief, quantity.value)
        if slot is None:
            continue
        value = like_held(brief, slot, quantity)
        if value is not None:
            term = brief.terms.get(slot)
            hard = None if term is None else term.hard
            yield Finding(slot, value, quantity.first, quantity.last, hard=hard)
        return


def _sums_up_people(scene: Scene, quantity: Quantity) -> bool:
    """'two for mornings, two for evenings, so four in total': of people, where a number of them is held."""
    after = scene.message.norms[quantity.core + 1 : quantity.last + 2]
    summed = after[:2] in _IN_ALL or after[:1] == ("altogether",)
    plain = quantity.unit in (None, "project") and quantity.per is None and quantity.currency is None
    return summed and plain and not quantity.step and 1 <= quantity.value <= _MOST_PEOPLE


_IN_ALL = frozenset({("in", "total"), ("in", "all"), ("all", "together"), ("all", "told")})

_MOST_PEOPLE = 20


def is_set_to(scene: Scene, quantity: Quantity) -> bool:
    """Whether a bare number is said to be the new value of something that goes unnamed."""
    message = scene.message
    bare = quantity.is_bare
    moved = (
        message.norms[max(0, quantity.core - 2) : quantity.core] != ("up", "to")
        and (message.norm(quantity.core - 1) == "to")
        and (
            direction(scene, quantity) != 0
            or any(message.norm(i) in _SETTING for i in range(max(0, quantity.core - 6), quantity.core))
        )
    )
    made = message.norms[max(0, quantity.first - 2) : quantity.first] in _MADE
    alone = not message.norm(quantity.last).isalnum()
    if bare and _is_put_alone(scene, quantity):
        return True
    old = message.at("edits", quantity.last) or message.at("edits", quantity.last + 1)
    begins = quantity.first - message.sentence(quantity.first)[0] <= 1
    restated = old is not None and old.key == "instead_of" and begins
    return bare and (moved or (made and alone) or restated)


def _is_put_alone(scene: Scene, quantity: Quantity) -> bool:
    """'no, 30', 'actually three', 'more like 25', '10-15': a number and small words, with nothing asked."""
    message = scene.message
    low, high = message.sentence(quantity.core)
    if scene.asked is not None or not scene.context.brief.terms or high - low > _FEW_WORDS:
        return False
    if high - low < len(message.tokens) and (len(message.tokens) > _FEW_SENTENCES or low == 0):
        return False
    if points_at_somebody(scene, quantity.core):
        return False
    old = {i for q in scene.quantities if _is_held(scene, q) for i in range(q.first, q.last)}
    if quantity.first in old and len(scene.quantities) > 1:
        return False
    rest = [
        message.norm(i) for i in range(low, high) if not quantity.first <= i < quantity.last and i not in old
    ]
    small = scene.lexicon.words("edits", "beside_a_number")
    said = bool(set(rest) - {".", ",", "!", "?"}) or quantity.is_range or quantity.about
    return (
        said
        and not message.between("money", low, high)
        and all(word in small or not word.isalnum() for word in rest)
    )


def _is_held(scene: Scene, quantity: Quantity) -> bool:
    """The 300 of 'I said 300 but 400 is fine as well'."""
    return any(number == quantity.value for _, number in held_numbers(scene.context.brief))


_FEW_WORDS, _FEW_SENTENCES = 10, 14
"""Tokens of a sentence that says but a number, and of a message that such a sentence ends."""


_SETTING = frozenset(
    {
        "relax",
        "upped",
        "raised",
        "lowered",
        "reduced",
        "cut",
        "changed",
        "moved",
        "loosen",
        "change",
        "back",
        "set",
        "put",
        "move",
        "bring",
        "go",
        "switch",
        "update",
        "adjust",
        "drop",
    }
)


_MADE = frozenset(
    {
        ("make", "it"),
        ("give", "it"),
        ("give", "them"),
        ("make", "that"),
        ("make", "this"),
        ("say", "rather"),
        ("rather", "say"),
        ("lets", "say"),
    }
    | {("well", "say"), ("just", "say"), ("call", "it"), ("go", "with"), ("go", "for"), ("settle", "on")}
)
