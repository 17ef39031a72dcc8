"""Small pieces of English: money, dates, counts and lists."""

from collections.abc import Sequence
from datetime import date

from store.knowledge import Knowledge
from store.nouns.brief import MoneyRange, Range
from store.nouns.freelancer import Money


def count(number: int, singular: str, plural: str | None = None) -> str:
    """'1 person', '3 people', 'nobody' is left to the caller."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def article(phrase: str) -> str:
    """'a' or 'an', by how the phrase begins."""
    spelled_out = phrase[:2].isupper() and phrase[0] in "AEFHILMNORSX"
    return "an" if spelled_out or phrase[:1].lower() in "aeio" or phrase[:2].lower() == "un" else "a"


def place(name: str) -> str:
    """A country or region as it is called after 'in': 'the United Kingdom', 'Spain'."""
    return (
        f"the {name}"
        if name in _WITH_THE or name.startswith(_BEGIN_WITH_THE) or name.endswith(" Islands")
        else name
    )


_BEGIN_WITH_THE = ("United ", "European ", "UK ")
_WITH_THE = frozenset(
    {
        "Bahamas",
        "Caribbean Netherlands",
        "Central African Republic",
        "Comoros",
        "DR Congo",
        "Dominican Republic",
        "Gambia",
        "Isle of Man",
        "Maldives",
        "Middle East",
        "Netherlands",
        "Philippines",
        "Seychelles",
    }
)


def listed(items: Sequence[str], conjunction: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


def sentence(text: str) -> str:
    """The text with a capital letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")


def lowered(text: str) -> str:
    """The text as it reads after a colon: its first letter small, unless it begins a name such as "UX"."""
    begins_a_word = text[1:2].islower() or text[1:2] == " "
    return text[:1].lower() + text[1:] if begins_a_word else text


def number(value: float) -> str:
    """Digits without a needless '.0': 45, 4.5, 12,000."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")


def amount(value: float, currency: str, knowledge: Knowledge) -> str:
    """'$45', '€1,200', 'CHF 80'."""
    entry = knowledge.currencies.get(currency)
    symbol = entry.symbols[0] if entry is not None and entry.symbols else None
    return f"{symbol}{number(value)}" if symbol is not None else f"{currency} {number(value)}"


def money(value: Money, knowledge: Knowledge) -> str:
    """An amount in its own currency."""
    return amount(value.amount, value.currency, knowledge)


def hourly(value: Money | None, knowledge: Knowledge) -> str:
    """'$45/h', or that the rate is not stated."""
    return f"{money(value, knowledge)}/h" if value is not None else "rate not stated"


def price_range(value: MoneyRange, knowledge: Knowledge) -> str:
    """'up to $60', 'at least $20', '$40 to $60'."""
    low = amount(value.min, value.currency, knowledge) if value.min is not None else None
    high = amount(value.max, value.currency, knowledge) if value.max is not None else None
    return _bounds(low, high)


def quantity_range(value: Range, unit: str) -> str:
    """'up to 20 hours', '10 to 20 hours', '13 weeks'."""
    low = number(value.min) if value.min is not None else None
    high = number(value.max) if value.max is not None else None
    words = _bounds(low, high)
    if value.max == 1 and value.min in (None, 1):
        unit = _ONE.get(unit, unit)
    return f"{words} {unit}" if words else ""


_ONE = {"weeks": "week", "months": "month", "hours a week": "hour a week", "hours": "hour"}


def duration(weeks: Range) -> str:
    """'3 weeks', and from two months on '3 months' where the weeks are whole months."""
    ends = [end for end in (weeks.min, weeks.max) if end is not None]
    months = [round(end / _WEEKS_A_MONTH) for end in ends]
    whole = all(abs(end - n * _WEEKS_A_MONTH) <= 0.5 for end, n in zip(ends, months, strict=True))
    if not whole or not ends or min(months) < 2:
        return quantity_range(weeks, "weeks")
    low = months[0] if weeks.min is not None else None
    return quantity_range(Range(min=low, max=months[-1] if weeks.max is not None else None), "months")


_WEEKS_A_MONTH = 52 / 12


def _bounds(low: str | None, high: str | None) -> str:
    match (low, high):
        case (None, None):
            return ""
        case (None, top):
            return f"up to {top}"
        case (bottom, None):
            return f"at least {bottom}"
        case (bottom, top) if bottom == top:
            return f"{bottom}"
        case (bottom, top):
            return f"{bottom} to {top}"


def day(value: date) -> str:
    """'1 December 2026'."""
    return f"{value.day} {value:%B %Y}"


def offset(hours: float) -> str:
    """'UTC+2', 'UTC-3:30', 'UTC'."""
    if hours == 0:
        return "UTC"
    whole, minutes = divmod(round(abs(hours) * 60), 60)
    return f"UTC{'+' if hours > 0 else '-'}{whole}{f':{minutes:02}' if minutes else ''}"
