"""Tells numbers that are no amounts: versions, labels, parts of names, 'the cheapest one'."""

from agent.understanding.offline.amounts.numbers import Number, digits
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind

_HIGHEST_VERSION = 30.0


def is_coin(message: Message, index: int) -> bool:
    """'a dollar', 'a pound': one of a currency that is written out."""
    currency = message.at("currency", index)
    return currency is not None and currency.size == 1 and len(message.norm(index)) > _LONGEST_CODE


_LONGEST_CODE = 3


def inside_name(message: Message, index: int) -> bool:
    """Whether the token is part of a name ("3D artist", "UTC+2") or a version ("Vue 3")."""
    for kind in ("skill", "role", "zone"):
        mention = message.over(kind, index, index + 1)
        if mention is not None and mention.size > 1:
            return not _is_of_a_week(message, mention)
    if message.ending("money", index) is not None:  # "budget 20k"
        return False
    return message.ending("skill", index) is not None and _is_version(message, index)


def _is_of_a_week(message: Message, name: Mention) -> bool:
    """The 3d of '3d/wk' is no 3D design."""
    return name.kind == "skill" and any(
        cue.first == name.last and cue.key == "per_week"
        for cue in message.between("quantities", name.last, name.last + 4)
    )


def _is_version(message: Message, index: int) -> bool:
    """Whether a number after a skill is its version: small, and of nothing."""
    value = digits(message.norm(index)) if message.tokens[index].kind is TokenKind.NUMBER else None
    if value is None or value > _HIGHEST_VERSION:
        return False
    following = (
        message.at("units", index + 1),
        message.at("currency", index + 1),
        message.at("quantities", index + 1),
        message.at("people", index + 1),
        message.at("role", index + 1),
        message.at("heads", index + 1),
    )
    return not any(following)


def starts_name(message: Message, index: int) -> bool:
    """Whether a longer name begins here: 'lead generation specialists' are no leads."""
    unit = message.at("units", index)
    size = 0 if unit is None else unit.size
    names = (message.at(kind, index) for kind in ("role", "skill"))
    return any(name is not None and name.size > size for name in names)


def stands_for_somebody(message: Message, number: Number) -> bool:
    """'the cheapest one', 'that one', 'a one-off' count nothing."""
    before = message.norm(number.first - 1)
    if message.norm(number.first) == "one" and message.norm(number.last) in _ONLY_ONCE:
        return True
    return message.norm(number.first) == "one" and (before.endswith("est") or before in _BEFORE_ONE)


_ONLY_ONCE = frozenset({"off", "offs", "time", "shot", "another"})
_BEFORE_ONE = frozenset(
    {"this", "that", "which", "other", "first", "second", "third", "last", "next", "same"}
)


def is_label(message: Message, number: Number) -> bool:
    """'#2', '2nd', '2D', '9:30', '10am', '24/7', 'the 1950s' and 'spring 2027' are not amounts."""
    before, after = message.norm(number.first - 1), message.norm(number.last)
    glued = number.last < len(message.tokens) and message.tokens[number.last].glued
    if before == "#" or (glued and after in ("st", "nd", "rd", "th", "am", "pm")):
        return True
    if glued and after == ":" and not (before == "of" or number.spelled):
        return True  # but 'a team of 4: two …', 'three: one …'
    if glued and message.words(number.last, number.last + 1) == "D":
        return True
    digits = message.tokens[number.first].kind is TokenKind.NUMBER
    if digits and (_is_decade(message, number) or _is_year(message, number)):
        return True
    if digits and before in ("/", ":") and message.tokens[number.first].glued:
        return message.tokens[number.first - 2].kind is TokenKind.NUMBER if number.first > 1 else True
    return (
        glued
        and after == "/"
        and (
            number.last + 1 < len(message.tokens)
            and message.tokens[number.last + 1].kind is TokenKind.NUMBER
            and message.tokens[number.last + 1].glued
        )
    )


def _is_decade(message: Message, number: Number) -> bool:
    """'a 1920s cinema', 'a 30s clip', 'my 401k'."""
    last = number.first + 1
    if last >= len(message.tokens) or not message.tokens[last].glued:
        return False
    return message.norm(last) == "s" or message.norms[number.first : last + 1] == ("401", "k")


def _is_year(message: Message, number: Number) -> bool:
    """'since 2015', 'founded in 2019', 'spring 2027': four digits and no coin."""
    written = message.norm(number.first)
    if not (len(written) == _YEAR_DIGITS and written.isdigit() and _FIRST_YEAR <= int(written) <= _LAST_YEAR):
        return False
    if message.at("currency", number.last) is not None or message.at("units", number.last) is not None:
        return False
    return message.norm(number.first - 1) in _BEFORE_YEARS


_YEAR_DIGITS, _FIRST_YEAR, _LAST_YEAR = 4, 1900, 2049
_BEFORE_YEARS = frozenset(
    {
        "in", "since", "year", "early", "late", "mid", "circa", "until", "til", "till", "est",
        "established", "fy", "spring", "summer", "autumn", "fall", "winter", "q1", "q2", "q3", "q4",
        "season", "edition", "christmas",
    }
)  # fmt: skip
