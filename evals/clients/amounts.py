"""Money, dates and numbers as people write them, in this notation or in another that means the same."""

from datetime import date, timedelta

from evals.clients.wording import Choice, Wording
from store.knowledge import Knowledge

_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_DOLLARS = "$"


def number(value: float) -> str:
    """Digits without a needless '.0'."""
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.2f}".rstrip("0").rstrip(".")


def count(value: float, wording: Wording) -> str:
    """A small number in letters, else in digits."""
    letters: list[str] = wording.slots["words"]["numbers"]
    return letters[int(value)] if float(value).is_integer() and 0 <= value < len(letters) else number(value)


def money(value: float, currency: str, choice: Choice, knowledge: Knowledge, *, unusual: bool = False) -> str:
    """'$60', '60 USD', '60 dollars', '1.5k EUR'; unusual are the forms with words and a k."""
    entry = knowledge.currencies[currency]
    digits = number(value)
    grouped = f"{value:,.0f}" if value >= 1000 and float(value).is_integer() else digits
    symbol = entry.symbols[0] if entry.symbols else f"{currency} "
    usual = [f"{symbol}{digits}", f"{symbol}{grouped}", f"{digits} {currency}", f"{grouped} {currency}"]
    thousands = f"{number(value / 1000)}k" if value >= 1000 and value % 100 == 0 else digits
    plural = next((word for word in entry.words if word.endswith("s") or word == "euro"), None)
    spelled = [f"{currency} {digits}", f"{thousands} {currency}", f"{symbol}{thousands}"]
    if plural is not None and (symbol != _DOLLARS or currency == "USD"):
        spelled.append(f"{thousands} {plural}")
    return choice.of("money", spelled if unusual else usual)


def other_currency(value: float, currency: str, knowledge: Knowledge) -> tuple[float, str] | None:
    """The amount in another currency, whole and within one part in a hundred; None if there is none."""
    for other in ("EUR", "USD", "GBP", "CAD", "AUD", "CHF"):
        if other == currency:
            continue
        converted = knowledge.convert(value, currency, other)
        whole = float(round(converted))
        if whole and abs(whole - converted) / converted <= 0.01:
            return whole, other
    return None


def day(value: date, today: date, choice: Choice, *, unusual: bool = False) -> str:
    """'December 7', '7 Dec'; unusual are ISO dates, dates with their year and days counted from today."""
    ordinal = f"{value.day}{_ORDINALS.get(value.day, 'th')}"
    usual = [
        f"{value:%B} {value.day}",
        f"{value.day} {value:%B}",
        f"{value:%B} {ordinal}",
        f"{value:%b} {value.day}",
    ]
    if value.year != today.year:
        usual = [f"{form} {value.year}" for form in usual]
    if not unusual:
        return choice.of("day", usual)
    spelled = [
        value.isoformat(),
        f"{ordinal} of {value:%B} {value.year}",
        f"{value:%B} {value.day}, {value.year}",
    ]
    if value - today == timedelta(days=14):
        spelled.append("two weeks from today")
    if value - today == timedelta(days=1):
        spelled.append("tomorrow")
    return choice.of("day", spelled)
