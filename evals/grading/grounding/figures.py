"""Every figure of a reply held against the figures there are."""

import re
from calendar import month_name
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from evals.grading.grounding.facts import Fact, Kind, of_brief, of_messages, of_person, of_turn
from evals.grading.grounding.keeping import made_once
from evals.grading.grounding.masking import masked
from evals.grading.grounding.scope import Piece, Scope, pieces
from store.knowledge import Knowledge
from store.nouns.freelancer import Freelancer

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_MONTHS = [*month_name][1:]
_NOUNS = {
    "person": Kind.PEOPLE,
    "people": Kind.PEOPLE,
    "candidate": Kind.PEOPLE,
    "candidates": Kind.PEOPLE,
    "freelancer": Kind.PEOPLE,
    "freelancers": Kind.PEOPLE,
    "contract": Kind.CONTRACTS,
    "contracts": Kind.CONTRACTS,
    "job": Kind.JOBS,
    "jobs": Kind.JOBS,
    "review": Kind.REVIEWS,
    "reviews": Kind.REVIEWS,
    "rating": Kind.REVIEWS,
    "ratings": Kind.REVIEWS,
    "hour": Kind.HOURS,
    "hours": Kind.HOURS,
    "week": Kind.WEEKS,
    "weeks": Kind.WEEKS,
    "month": Kind.MONTHS,
    "months": Kind.MONTHS,
}
_AFTER = re.compile(r"\s+(?:[a-z-]+\s+|\d+\s+){0,3}?(" + "|".join(_NOUNS) + r")\b|\s+portfolio (items?)\b")
_EDGES = ".,;:!?()"
_AT_ONCE = re.compile(r"\s*[(:]\s*")
_MEAN = re.compile(r"\s+over\s+\d")
_MARK = re.compile(r"\s+for\s")
_FIGURE = re.compile(
    rf"(?P<offset>\bUTC(?P<hours>[+-]\d{{1,2}}(?::\d\d)?)?)"
    rf"|(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})"
    rf"|(?P<percent>{_NUMBER})%"
    rf"|(?P<number>(?<![\w.]){_NUMBER})"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as the reply has it. A sum of money may be in any of several currencies: many say '$'."""

    kind: Kind
    value: float
    words: str
    currencies: frozenset[str] = frozenset()
    own: bool = False
    """Whether it can only be the person's own: it stands right after the name, or is a mean rating."""


def false_figures(scope: Scope) -> Iterator[str]:
    """What the reply states and the data do not."""
    text, faults = _without_counts(scope.turn.reply, scope)
    yield from faults
    yield from _false_totals(text, scope)
    text = masked(text, scope)
    named = [person for person in scope.people if person.name in scope.turn.reply]
    shared = [*of_turn(scope), *of_messages(scope.messages), *(f for b in scope.briefs for f in of_brief(b))]
    for piece in pieces(text, scope.people):
        about = piece.about or tuple(named)
        stated = list(_figures(piece, scope.knowledge))
        facts = [fact for person in about for fact in of_person(person, scope)] if stated else []
        for figure in stated:
            if not _is_true(figure, facts, shared, piece.about):
                whose = f" of {piece.about[0].name}" if piece.about else ""
                yield f"{figure.words!r}{whose} is nowhere in the data ({figure.kind.value})"


def _is_true(
    figure: Figure, facts: Iterable[Fact], shared: Iterable[Fact], about: tuple[Freelancer, ...]
) -> bool:
    if figure.own and about:
        return any(_owns(figure, person) for person in about)
    return any(_fits(figure, fact) for fact in (*facts, *shared))


def _owns(figure: Figure, person: Freelancer) -> bool:
    if figure.kind is Kind.MONEY:
        rate = person.hourly_rate
        return rate is not None and rate.currency in figure.currencies and _equal(figure.value, rate.amount)
    rating = person.track.rating
    return rating is not None and _equal(figure.value, round(rating, 1))


def _fits(figure: Figure, fact: Fact) -> bool:
    if figure.kind is not Kind.NUMBER and fact.kind is not figure.kind:
        return False
    if figure.currencies and fact.currency not in figure.currencies:
        return False
    if fact.rounded:
        return abs(figure.value - fact.value) <= max(1.0, 0.01 * abs(fact.value))
    return _equal(figure.value, fact.value)


def _equal(one: float, other: float) -> bool:
    return abs(one - other) < 0.006


def _figures(piece: Piece, knowledge: Knowledge) -> Iterator[Figure]:
    for found in _FIGURE.finditer(piece.text):
        yield _figure(found, piece, knowledge)


def _figure(found: re.Match[str], piece: Piece, knowledge: Knowledge) -> Figure:
    text, words = piece.text, found.group()
    if found["offset"]:
        whole, _, minutes = (found["hours"] or "0").partition(":")
        sign = -1 if whole.startswith("-") else 1
        return Figure(Kind.OFFSET, float(whole) + sign * int(minutes or 0) / 60, words)
    if found["day"]:
        try:
            day = date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]))
        except ValueError:
            return Figure(Kind.DATE, 0, words)
        return Figure(Kind.DATE, day.toordinal(), words)
    if found["percent"]:
        return Figure(Kind.PERCENT, _value(found["percent"]), words)
    value, before, after = _value(words), text[: found.start()], text[found.end() :]
    unit = _currency_before(before, knowledge) or _currency_after(after, knowledge)
    if unit is not None:
        written, currencies = unit
        start = text[: found.start() - len(written)] if before.rstrip().endswith(written) else before
        own = piece.said_at_once and bool(_AT_ONCE.fullmatch(start))
        return Figure(Kind.MONEY, value, f"{written}{words}", currencies, own)
    if _MEAN.match(after):
        return Figure(Kind.RATING, value, words, own=True)
    if _MARK.match(after) and before.strip() in ("", "-") and "." in words:
        return Figure(Kind.MARK, value, words)
    noun = _AFTER.match(after)
    if noun is None:
        return Figure(Kind.NUMBER, value, words)
    return Figure(_NOUNS[noun[1]] if noun[1] else Kind.ITEMS, value, words + noun.group())


def _currency_before(before: str, knowledge: Knowledge) -> tuple[str, frozenset[str]] | None:
    text = before.rstrip()
    near = _signs(knowledge).ending.get(text[-1:], ())
    return next((sign for sign in near if text.endswith(sign[0]) and not _inside(text, sign[0])), None)


def _inside(text: str, sign: str) -> bool:
    """Whether the sign is only the end of a longer word."""
    start = len(text) - len(sign)
    return sign[0].isalpha() and start > 0 and text[start - 1].isalnum()


def _currency_after(after: str, knowledge: Knowledge) -> tuple[str, frozenset[str]] | None:
    text = after.lstrip()
    near = _signs(knowledge).beginning.get(text[:1], ())
    found = next((s for s in near if text.startswith(s[0]) and not text[len(s[0]) :][:1].isalnum()), None)
    return None if found is None or _begins_a_name(text, knowledge) else found


def _begins_a_name(text: str, knowledge: Knowledge) -> bool:
    """Whether what looks like a code is part of a role's or a skill's name: '2 CAD drafters' are no money."""
    words = tuple(word.strip(_EDGES).casefold().removesuffix("s") for word in text.split(maxsplit=2)[:2])
    return words in _beginnings_of_names(knowledge)


@made_once
def _beginnings_of_names(knowledge: Knowledge) -> frozenset[tuple[str, ...]]:
    """The first two words of every name of two words or more, singular."""
    names = (*(role.name for role in knowledge.roles.values()), *knowledge.skills)
    pairs = (name.casefold().split()[:2] for name in names)
    return frozenset(tuple(word.removesuffix("s") for word in pair) for pair in pairs if len(pair) > 1)


@dataclass(frozen=True)
class _Signs:
    """The signs of currencies with those they can mean, the longest first, by their last and first letter."""

    ending: Mapping[str, Sequence[tuple[str, frozenset[str]]]]
    beginning: Mapping[str, Sequence[tuple[str, frozenset[str]]]]


@made_once
def _signs(knowledge: Knowledge) -> _Signs:
    meant: dict[str, set[str]] = defaultdict(set)
    for each in knowledge.currencies.values():
        for sign in (each.code, *each.symbols):
            meant[sign].add(each.code)
    ending: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    beginning: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for sign in sorted(meant, key=lambda sign: (-len(sign), sign)):
        ending[sign[-1]].append((sign, frozenset(meant[sign])))
        beginning[sign[0]].append((sign, frozenset(meant[sign])))
    return _Signs(ending, beginning)


def _value(words: str) -> float:
    return float(words.replace(",", ""))


def _without_counts(text: str, scope: Scope) -> tuple[str, list[str]]:
    """The text without the options and offers stated with their counts, and the counts that are wrong."""
    faults = []
    stated = [
        *((each.label, each.candidates, "") for each in (scope.question.options if scope.question else ())),
        *((each.description, each.adds, "adds ") for each in scope.offers),
    ]
    for words, count, verb in sorted(stated, key=lambda each: -len(each[0])):
        label = f"[{words[0]}{words[0].lower()}]{re.escape(words[1:])}" if words else ""
        pattern = re.compile(rf"(?<!\w){label}(?: \({verb}({_NUMBER})(?: (?:person|people))?\))?(?!\w)")
        for found in list(pattern.finditer(text)) if words else ():
            if found[1] is not None and count is not None and _value(found[1]) != count:
                faults.append(f"{found.group()!r}: it is {count}")
            text = text[: found.start()] + " " * len(found.group()) + text[found.end() :]
    return text, faults


_MEET = re.compile(rf"({_NUMBER}) (?:person|people) meets?\b")
_BEST = re.compile(rf"\bthe best ({_NUMBER})\b")
_MORE = re.compile(rf"({_NUMBER}) more (?:person|people)\b")


def _false_totals(text: str, scope: Scope) -> Iterator[str]:
    """Counts of the turn that can only be one number."""
    turn = scope.turn
    if turn.eligible is None:
        return
    for pattern, count in (
        (_MEET, turn.eligible),
        (_BEST, len(turn.candidates)),
        (_MORE, len(turn.candidates)),
    ):
        for found in pattern.finditer(text):
            if _value(found[1]) != count:
                yield f"{found.group()!r}: it is {count}"
