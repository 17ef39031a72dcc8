"""Bugs of speaking: all was done right, and what is said of it is not so."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from agent.understanding.reading import Topic
from evals.bugs.seams import ABOUT, COMPARISON, PREPARE, READ, SEARCH_REPLY, SERVICE, Bug, Seam
from evals.bugs.where import Where, asks_about, does, searches, writes
from evals.nouns import Act

TextOf = Callable[[str], str]

_EMAIL = re.compile(r"\S+@\S+\.\w+")


def _says(place: str, change: TextOf) -> tuple[Seam, ...]:
    def broken(reply: Any) -> Any:
        return lambda *args: change(reply(*args))

    return (Seam(place, broken),)


def _each(pattern: str, change: Callable[[re.Match[str]], str]) -> TextOf:
    return lambda text: re.sub(pattern, change, text)


def _first(pattern: str, change: Callable[[re.Match[str]], str]) -> TextOf:
    return lambda text: re.sub(pattern, change, text, count=1)


def _better(found: re.Match[str]) -> str:
    return "5.0 over" if found[1] != "5.0" else "4.4 over"


def _more(by: int) -> Callable[[re.Match[str]], str]:
    return lambda found: found.group().replace(found[1], str(int(found[1].replace(",", "")) + by))


def _echoed(reply: Any) -> Any:
    def other(state: Mapping[str, Any], *args: Any) -> str:
        said: str = reply(state, *args)
        written = _EMAIL.findall(state["message"].text)
        return f"{said} I will write to {written[0]}." if written else said

    return other


def _also(reply: Any) -> Any:
    """Names somebody of the pool who is not on the list."""

    def other(state: Any, ranking: Any, people: Mapping[str, Any], *args: Any) -> str:
        said: str = reply(state, ranking, people, *args)
        listed = {match.freelancer_id for match in (*ranking.matches, *ranking.near_misses)}
        others = [person.name for each, person in people.items() if each not in listed]
        return f"{said}\n\n{others[-1]} would do as well." if others else said

    return other


def _swapped(reply: Any) -> Any:
    """Gives the first two people on the list each other's price."""

    def other(*args: Any) -> str:
        said: str = reply(*args)
        prices = re.findall(r"\((\S+/h)\)", said)
        if len(set(prices[:2])) < 2:
            return said
        return (
            said.replace(f"({prices[0]})", "(~)")
            .replace(f"({prices[1]})", f"({prices[0]})")
            .replace("(~)", f"({prices[1]})")
        )

    return other


class _Overheard:
    """Keeps the last e-mail address a client wrote, and writes it into the letter to the freelancer."""

    def __init__(self) -> None:
        self._last = ""

    def seams(self) -> tuple[Seam, ...]:
        return (Seam(READ, self._listening), Seam(PREPARE, self._telling))

    def _listening(self, read: Any) -> Any:
        def other(interpreter: Any, text: str, context: Any) -> Any:
            self._last = next(iter(_EMAIL.findall(text)), self._last)
            return read(interpreter, text, context)

        return other

    def _telling(self, prepare: Any) -> Any:
        def other(*args: Any) -> Any:
            handoff = prepare(*args)
            return handoff.model_copy(
                update={
                    "message": f"{handoff.message}\n{self._last}",
                    "shared": (*handoff.shared, self._last),
                }
            )

        return other


_POEM = (
    "Of course! Roses are red, violets are blue, here is what you wanted, and a recipe too: take two eggs, "
    "a little flour, and stir."
)


def _obliging(reply: Any) -> Any:
    def other(*args: Any) -> str:
        said: str = reply(*args)
        return _POEM if "have to pass on that" in said else said

    return other


def _bugs() -> Iterator[tuple[str, str, tuple[Seam, ...], Where]]:
    yield (
        "rating-invented",
        "a rating is prettier than it is",
        _says(SEARCH_REPLY, _each(r"(\d\.\d) over", _better)),
        searches,
    )
    yield (
        "rate-invented",
        "prices are a little lower than they are",
        _says(SEARCH_REPLY, _each(r"\(\D{1,3}(\d+)/h\)", _more(-1))),
        searches,
    )
    yield "rates-swapped", "two people have each other's price", (Seam(SEARCH_REPLY, _swapped),), searches
    yield (
        "currency-sign",
        "dollars are written as euros",
        _says(SEARCH_REPLY, _each(r"\(\$(\d+)/h\)", lambda found: f"(€{found[1]}/h)")),
        searches,
    )
    yield (
        "name-invented",
        "somebody who does not exist comes first",
        _says(SEARCH_REPLY, _first(r"\n\n[^\n(]+ \(", lambda _: "\n\nJordan Blakesley (")),
        searches,
    )
    yield "name-leaked", "somebody is named who is not on the list", (Seam(SEARCH_REPLY, _also),), searches
    yield (
        "wrong-count",
        "more people are said to be there than are",
        _says(SEARCH_REPLY, _first(r"([\d,]+) (?:people|person) meets?", _more(3))),
        searches,
    )
    yield (
        "option-count",
        "the counts beside the answers offered are wrong",
        _says(SEARCH_REPLY, _each(r"(?<=[a-z]) \((\d+)\)", _more(2))),
        searches,
    )
    yield (
        "contracts-inflated",
        "more contracts are claimed than there are",
        _says(SEARCH_REPLY, _each(r"(\d+) contracts? with", _more(4))),
        searches,
    )
    yield (
        "skill-claimed",
        "a skill is claimed that nobody has",
        _says(SEARCH_REPLY, _first(r"comes first: ", lambda found: f"{found.group()}lists COBOL, ")),
        searches,
    )
    yield (
        "reviews-inflated",
        "a rating rests on more reviews than it does",
        _says(SEARCH_REPLY, _each(r"over (\d+) reviews?", _more(11))),
        searches,
    )
    yield (
        "date-invented",
        "who is free now is said to be free in spring",
        _says(ABOUT, _each(r"available (?:now|from \d+ \w+ \d+)", lambda _: "available from 3 March 2027")),
        asks_about(Topic.AVAILABILITY),
    )
    yield (
        "answer-invented",
        "an answer about somebody has other numbers",
        _says(ABOUT, _each(r"(?<![\d.,])(\d+)(?![\d.,])", _more(3))),
        does(Act.ASK),
    )
    yield (
        "comparison-invented",
        "a comparison has other ratings",
        _says(COMPARISON, _each(r"(\d\.\d) over", _better)),
        does(Act.COMPARE),
    )
    yield (
        "comparison-flattering",
        "whoever is compared first is said to be the cheapest",
        (Seam(COMPARISON, _first_is_cheapest),),
        does(Act.COMPARE),
    )
    yield (
        "email-echoed",
        "the client's e-mail address is said back",
        (Seam(SEARCH_REPLY, _echoed),),
        writes("@"),
    )
    yield "email-handed-over", "the letter has the client's e-mail address", _Overheard().seams(), writes("@")
    yield "obliging", "it does what is off topic", (Seam(SERVICE, _obliging),), does(Act.OFF_TOPIC)


def _first_is_cheapest(compare: Any) -> Any:
    def other(rows: Any, knowledge: Any) -> str:
        lines: str = compare(rows, knowledge)
        head, _, _ = lines.rpartition("\n\n")
        priced = [person for person, _ in rows if person.hourly_rate is not None]
        if len(priced) < 2:
            return lines
        dearest = max(
            priced,
            key=lambda each: knowledge.convert(each.hourly_rate.amount, each.hourly_rate.currency, "USD"),
        )
        return f"{head}\n\n{dearest.name} is the cheapest."

    return other


REPLYING_BUGS = tuple(Bug(name, says, seams, where) for name, says, seams, where in _bugs())
