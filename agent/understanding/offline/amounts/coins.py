"""Reads the coin an amount is in: by what is said after it, and which of the coins of one name it is."""

from agent.briefs.slots import PRICES
from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention

_DOLLAR = "USD"
OF_LAKHS = "INR"
_OPENERS = frozenset({"(", ",", "in"})
_DEFAULTS = {
    "USD": "dollar",
    "MXN": "peso",
    "SEK": "krona",
    "NOK": "krona",
    "INR": "rupee",
    "KES": "shilling",
    "CHF": "franc",
}
"""What an amount is read in of which only the common name is said, or a sign that several nations have."""

_COMMON = frozenset(
    {"$", "dollar", "dollars", "buck", "bucks", "peso", "pesos", "kr", "krona", "kronor", "kroner", "rupee"}
    | {"rupees", "rs", "shilling", "shillings", "franc", "francs", "lakh", "lakhs", "lac", "crore", "crores"}
)

_KINDS = {"krone": "krona", "króna": "krona"}


def coin_beside(scene: Scene, quantity: Quantity) -> tuple[str, int] | None:
    """The currency's code and the token it is told by; a nation's word tells it in brackets only."""
    message = scene.message
    inside = message.norms[quantity.core : quantity.last]
    place = quantity.core + inside.index("(") if "(" in inside else quantity.last
    opener = message.norm(place)
    if quantity.currency not in (None, *_DEFAULTS) or opener not in _OPENERS:
        return None
    index = place + 1
    index += message.norm(index) == "in"
    named = message.at("currency", index)
    if named is not None and quantity.currency is None:
        return named.key, index
    nation = message.at("demonym", index) or (message.at("country", index) if opener == "(" else None)
    if nation is None:
        return None
    currency = scene.knowledge.countries[nation.key].currency
    if quantity.currency not in (None, _DOLLAR):  # of pesos and rupees the nation can only tell the coin
        return (currency, index) if _is_alike(scene, quantity.currency, currency) else None
    if opener == "," and _ends_an_answer(scene, nation.last):
        return currency, index
    if opener != "(" or message.norm(nation.last) not in (")", "dollars", "dollar"):
        return None
    return currency, index


def coin_meant(scene: Scene, quantity: Quantity, currency: str) -> str:
    """Which coin of that name: what the brief is in, what a code tells, or, but for dollars, a nation.

    Dollars stay American whatever country is named, since those are offered all over the world.
    """
    words = scene.message.norms[quantity.first : quantity.last]
    inside = scene.message.between("currency", quantity.first, quantity.last)
    named = "us" in words or currency.lower() in words or any(_names_nation(scene, m) for m in inside)
    if named or currency not in _DEFAULTS or not _COMMON.intersection(words):
        return currency
    said = {c for c in scene.coins_apart - {currency} if _is_alike(scene, currency, c)}
    said = {c for c in said if not names_work(scene, c)}
    if said:
        return said.pop() if len(said) == 1 else currency
    held = scene.context.brief.hourly_rate or scene.context.brief.fixed_budget
    if held is not None and _is_alike(scene, currency, held.currency):
        return held.currency
    told = () if currency == _DOLLAR else scene.coins_of_places
    said = {c for c in told if _is_alike(scene, currency, c)}
    return said.pop() if len(said) == 1 else currency


def names_work(scene: Scene, code: str) -> bool:
    """'CAD drawings, AutoCAD': where the work is called so too, the letters are no coin."""
    word = code.casefold()
    return any(word in m.key.casefold() for kind in ("role", "skill") for m in scene.message.of(kind))


def _names_nation(scene: Scene, coin: Mention) -> bool:
    """'Mexican pesos', 'US$'."""
    return coin.size > 1 and len(scene.message.norm(coin.last - 1)) > 1


def _is_alike(scene: Scene, currency: str, other: str) -> bool:
    """Whether the two are called the same: pesos of Mexico and of Colombia."""
    return _DEFAULTS.get(currency) == _kind(scene, other)


def _kind(scene: Scene, code: str) -> str:
    known = scene.knowledge.currencies.get(code)
    word = "" if known is None else known.name.rpartition(" ")[2]
    return _KINDS.get(word, word)


def _ends_an_answer(scene: Scene, last: int) -> bool:
    """'a couple of hundred, Aussie' to the question what may be spent."""
    rest = scene.message.norms[last:]
    return scene.asked in PRICES and not any(word.isalnum() for word in rest)


def is_coin_of_amount(scene: Scene, first: int) -> bool:
    """Whether the word at a token only tells the coin of an amount before it."""
    if scene.message.norm(first - 1) not in _OPENERS:
        return False
    told = (coin_beside(scene, quantity) for quantity in scene.quantities)
    return any(coin is not None and coin[1] == first for coin in told)
