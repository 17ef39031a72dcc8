"""The people a reply names: those of its list alone, and nobody who does not exist."""

import json
import re
from calendar import day_name, month_name
from collections.abc import Iterator
from functools import cache

from spellchecker import SpellChecker

from evals.grading.grounding.masking import own_words
from evals.grading.grounding.scope import Scope
from evals.grading.grounding.vocabulary import find, vocabulary_of
from evals.truth import beginnings

_CAPITAL = re.compile(r"(?<![\w'’&-])[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*)*")
_BEGINS = re.compile(r"(?:^|[.!?:;\n\"“(]|\n-|[-•])\s*$")
_ALWAYS_CAPITAL = frozenset({"I", "UTC", *month_name, *day_name})


def false_names(scope: Scope) -> Iterator[str]:
    """People who were not shown, and names that nobody and nothing in the data has."""
    reply = scope.turn.reply
    shown = {person.name for person in scope.people}
    here = {person.name for person in scope.people if _may_be_named(person.id, scope)}
    people = scope.truth.names | shown
    for mention in find(reply, people, scope.truth.beginnings | beginnings(shown)):
        if " " not in mention.name:
            continue
        if mention.name not in shown:
            yield f"names {mention.name}, who was never shown"
        elif mention.name not in here:
            yield f"names {mention.name}, who is not on the list it shows"
    yield from (f"names {name!r}, who is nowhere in the data" for name in _unknown(reply, scope))


def _may_be_named(freelancer_id: str, scope: Scope) -> bool:
    """With a list, its people and those a hand-off waits for; without one, everybody shown so far."""
    listed = {each.id for each in scope.turn.listed}
    return not listed or freelancer_id in listed or freelancer_id in scope.handoffs


def _unknown(reply: str, scope: Scope) -> Iterator[str]:
    text, written = _without_known(reply, scope), _written(scope)
    for found in _CAPITAL.finditer(text):
        words = found.group().split(" ")
        if _BEGINS.search(text[: found.start()]) and _is_word(words[0]):
            words = words[1:]
        words = [word for word in words if word.rstrip("'’&-") not in _ALWAYS_CAPITAL]
        name = " ".join(words)
        if words and name.casefold() not in written:
            yield name


def _without_known(reply: str, scope: Scope) -> str:
    """The reply with blanks for the names of people and of everything the market knows by name."""
    for name in sorted({person.name for person in scope.people}, key=len, reverse=True):
        reply = reply.replace(name, "~" * len(name))
    reply = re.sub(r"\bUTC[+-]\d[\d:]*", "~", reply)
    for sign in _signs(scope):
        reply = re.sub(rf"(?<!\w){re.escape(sign)}(?=\s?\d)", "~" * len(sign), reply)
    for mention in list(vocabulary_of(scope.knowledge).mentions(reply)):
        reply = reply[: mention.start] + "~" * (mention.end - mention.start) + reply[mention.end :]
    return reply


def _signs(scope: Scope) -> Iterator[str]:
    """The signs of currencies that look like names."""
    for currency in scope.knowledge.currencies.values():
        yield from (sign for sign in currency.symbols if sign[0].isalpha())


def _written(scope: Scope) -> str:
    """All text a name may come from: profiles, the client's messages, the brief, the question."""
    parts = [*scope.messages, json.dumps(scope.turn.brief, ensure_ascii=False)]
    for person in scope.people:
        zone = (person.time_zone or "").replace("_", " ")
        parts += [*own_words(person), zone, person.track.reported_by or ""]
        parts += [each.name for each in person.skills]
    if scope.question is not None:
        parts += [scope.question.text, *(each.label for each in scope.question.options)]
    return "\n".join(parts).casefold()


@cache
def _dictionary() -> SpellChecker:
    return SpellChecker()


def _is_word(word: str) -> bool:
    """Whether it is an ordinary English word, as sentences begin with."""
    plain = re.split(r"['’]", word)[0]
    return len(plain) < 2 or plain.isupper() or plain.lower() in _dictionary()
