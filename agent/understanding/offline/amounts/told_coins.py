"""Joins to an amount what tells its coin after it: 'CAD' after '$65', '(Philippine)' after 'pesos'."""

from dataclasses import replace

from agent.understanding.offline.amounts.quantity import PERS, Cues, Quantity
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind


def with_nation(message: Message, quantity: Quantity, cues: Cues) -> Quantity:
    """'30,000 pesos (Philippine) a month': whose coin it is, before what the amount is per."""
    index = quantity.last + 1
    nation = message.at("demonym", index) or message.at("country", index)
    if message.norm(quantity.last) != "(" or nation is None:
        return quantity
    if quantity.currency is None or message.norm(nation.last) != ")":
        return quantity
    after = nation.last + 1
    goes_on = cues.at(after, "per", *PERS) is not None
    return replace(quantity, last=after) if goes_on else quantity


def told_by_code(message: Message, quantity: Quantity, index: int) -> Quantity | None:
    """'$65 CAD', '$21/h CAD': a code after the amount says which dollars they are."""
    currency = message.at("currency", index)
    if currency is None or not (
        _is_priced(message, quantity, index) or _tells_dollars(message, quantity, index)
    ):
        return None
    following = message.tokens[currency.last] if currency.last < len(message.tokens) else None
    counts = message.at("units", currency.last + 1) is not None
    if following is not None and following.kind is TokenKind.NUMBER and not counts:
        return None
    return replace(quantity, currency=currency.key, last=currency.last)


def names_pieces(message: Message, coin: Mention) -> bool:
    """'12 CAD drawings', '3 SEK files': letters between a number and what is counted are no coin."""
    letters = message.norm(coin.first).isalpha() and message.words(coin.first, coin.last).isupper()
    pieces = message.at("units", coin.last)
    return letters and pieces is not None and pieces.key == "piece" and message.norm(coin.last).endswith("s")


def _tells_dollars(message: Message, quantity: Quantity, index: int) -> bool:
    return quantity.currency == _DOLLAR and message.norm(index) in _DOLLARS


def _is_priced(message: Message, quantity: Quantity, index: int) -> bool:
    """'60/h CAD', '50-60 per hour EUR': the coin of a price that has none yet."""
    word = message.norm(index)
    priced = quantity.currency is None and quantity.unit is None and quantity.per == "hour"
    return priced and word.isalpha() and len(word) > 1


_DOLLAR = "USD"
_DOLLARS = frozenset(
    {"cad", "aud", "nzd", "sgd", "hkd", "mxn", "clp", "cop", "ars", "twd", "canadian", "australian"}
)
