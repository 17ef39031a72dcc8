"""Hours from UTC or a zone, said in numbers: 'UTC+1 to UTC+3', 'within 2 hours of', 'give or take 2'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.words.message import Message
from store.nouns.brief import Range, Slot

_LEAST_OFFSET, _MOST_OFFSET = -12.0, 14.0
_LONGEST_NUMBER = 2
"""Digits of hours from UTC or from a zone."""


def slack_before(scene: Scene, first: int) -> float | None:
    """'within 3 hours of', '2 hours difference from', '+/- 3h from' before token `first`."""
    message = scene.message
    for quantity in scene.quantities:
        if quantity.unit != "hour" or quantity.per is not None or not 0 <= first - quantity.last <= 6:
            continue
        words = set(message.norms[max(0, quantity.first - 5) : first])
        signed = message.norm(quantity.first - 1) in ("±", "-", "–") and "overlap" not in words
        signed |= quantity.bounded and message.norms[quantity.last : first] in (("from",), ("of",))
        overlap = any(m.key == "overlap" for m in message.between("places", quantity.first, first))
        if (signed or words & _APART) and not overlap:
            return quantity.value
    return None


_APART = frozenset({"within", "difference", "off", "away", "further", "farther"})


def signed_slack(message: Message, index: int) -> tuple[float, int]:
    """'+/- 2', 'give or take 2 hours', ', two hours either way' from a token on: the hours, and their end.

    No hours where nothing of it stands.
    """
    index += message.norms[index : index + 4] == (",", "give", "or", "take")
    start, signs = index, ""
    while message.norm(index) in _SIGNS:
        signs += message.norm(index)
        index += 1
    either = signs in _EITHER_WAY or message.norms[start : start + 3] == ("give", "or", "take")
    words = 3 if either else message.norm(start) in (",", "(")
    place = index if signs in _EITHER_WAY else start + words
    number = _DIGITS.get(message.norm(place), message.norm(place))
    if not (number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER):
        return 0.0, start
    last = place + 1
    if not either:
        last += message.norm(last) in ("hour", "hours", "hrs", "hr", "h")
        if message.norm(last) != "either":
            return 0.0, start
        last += 2
    return float(number), last


_SIGNS = frozenset({"+", "/", "-", "±", "plus", "minus", "or"})
_DIGITS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "an": "1"}


_EITHER_WAY = frozenset({"+/-", "±", "+-", "plus/minus", "plusorminus", "plusminus"})


def numeric_offsets(scene: Scene) -> Iterator[Finding]:
    """'UTC+2', 'GMT-5', 'UTC+1 to UTC+3', 'UTC -5 to -8', '3 hours from UTC+2'."""
    message = scene.message
    said: list[tuple[float, int, int]] = []
    for index, token in enumerate(message.tokens):
        if token.norm not in ("utc", "gmt"):
            continue
        signed = _signed(message, index + 1) or _bare_end(message, index)
        if signed is None:
            continue
        offset, end = signed
        slack, last = signed_slack(message, end)
        slack = slack or slack_before(scene, index) or 0.0
        said += [(offset - slack, index, last), (offset + slack, index, last)]
        other = None
        if message.norm(last) in _TO:
            other = _signed(message, last + 1) or _same_sign(scene, offset, last + 1)
        if other is not None:
            said.append((other[0], last + 1, other[1]))
    said = _still_meant(message, said)
    if not said:
        return
    offsets = [offset for offset, _, _ in said]
    stance = scene.stance(said[0][1], said[-1][2])
    yield Finding(
        Slot.UTC_OFFSET,
        clamped(min(offsets), max(offsets)),
        said[0][1],
        said[-1][2],
        hard=stance.hard,
        uncertain=stance.unsure,
    )


_TO = frozenset({"to", "and", "or", "until", "till", "/"})


def _signed(message: Message, index: int) -> tuple[float, int] | None:
    """'+2', '-5', '+5:30': hours from UTC, and where they end."""
    number, last = message.norm(index + 1), index + 2
    if message.norm(index) not in ("+", "-", "–") or not (number.isascii() and number.isdigit()):
        return None
    value = float(number)
    if message.norm(last) == ":" and message.norm(last + 1) in ("30", "45"):
        value, last = value + float(message.norm(last + 1)) / 60, last + 2
    return None if value > _MOST_OFFSET else (value if message.norm(index) == "+" else -value, last)


def _same_sign(scene: Scene, offset: float, index: int) -> tuple[float, int] | None:
    """The 11 of 'UTC+10 or 11', a number that nothing is counted in."""
    number = scene.message.norm(index)
    if not (number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER) or offset == 0:
        return None
    if scene.is_priced(index) or float(number) > _MOST_OFFSET:
        return None
    return (float(number) if offset > 0 else -float(number)), index + 1


def _bare_end(message: Message, index: int) -> tuple[float, int] | None:
    """The first 'UTC' of 'between UTC and UTC+3', or 'UTC 0'."""
    if message.norm(index + 1) == "0":
        return 0.0, index + 2
    named = message.norm(index + 2) in ("utc", "gmt")
    return (0.0, index + 1) if named and message.norm(index + 1) in (*_TO, "-", "–") else None


def _still_meant(message: Message, said: list[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    """Without the span that counts no longer: 'not UTC-8 to UTC-5: it is UTC+1 to UTC+2'."""
    kept: list[tuple[float, int, int]] = []
    denied, end = False, 0
    for offset, first, last in said:
        if first >= end:
            goes_on = end > 0 and set(message.norms[end:first]) <= {"to", "-", "–", "and", "until"}
            before = message.norms[max(0, first - 2) : first]
            denied = (denied and goes_on) or before[-1:] == ("not",) or before in _INSTEAD
            end = last
        if not denied:
            kept.append((offset, first, last))
    return kept or said


_INSTEAD = frozenset({("instead", "of"), ("rather", "than")})


def clamped(least: float, most: float) -> Range:
    return Range(min=max(least, _LEAST_OFFSET), max=min(most, _MOST_OFFSET))
