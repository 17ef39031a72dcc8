"""Reads the coin an amount is in by what is said right after it: '75 an hour (Canadian)', '40, in euros'."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from store.nouns.brief import Slot

_DOLLAR = "USD"
_OPENERS = frozenset({"(", ",", "in"})


def coin_beside(scene: Scene, quantity: Quantity) -> tuple[str, int] | None:
    """The currency's code and the token it is told by; a nation's word tells it in brackets only."""
    message, opener = scene.message, scene.message.norm(quantity.last)
    if quantity.currency not in (None, _DOLLAR) or opener not in _OPENERS:
        return None
    index = quantity.last + 1
    index += message.norm(index) == "in"
    named = message.at("currency", index)
    if named is not None and quantity.currency is None:
        return named.key, index
    nation = message.at("demonym", index)
    if nation is not None and opener == "," and _ends_an_answer(scene, nation.last):
        return scene.knowledge.countries[nation.key].currency, index
    if nation is None or opener != "(" or message.norm(nation.last) not in (")", "dollars", "dollar"):
        return None
    return scene.knowledge.countries[nation.key].currency, index


def _ends_an_answer(scene: Scene, last: int) -> bool:
    """'a couple of hundred, Aussie' to the question what may be spent."""
    rest = scene.message.norms[last:]
    return scene.asked in (Slot.HOURLY_RATE, Slot.FIXED_BUDGET) and not any(word.isalnum() for word in rest)


def is_coin_of_amount(scene: Scene, first: int) -> bool:
    """Whether the word at a token only tells the coin of an amount before it."""
    if scene.message.norm(first - 1) not in _OPENERS:
        return False
    told = (coin_beside(scene, quantity) for quantity in scene.quantities)
    return any(coin is not None and coin[1] == first for coin in told)
