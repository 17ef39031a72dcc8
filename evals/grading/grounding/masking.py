"""Takes out of a reply what is not its own statement: quotations, addresses, ids, names with digits in them.

What is taken out has first been found in the data, character by character; what was not found stays in and
is read like the rest.
"""

import re
from collections.abc import Iterator

from evals.grading.grounding.scope import Scope
from evals.grading.grounding.vocabulary import vocabulary_of
from store.nouns.freelancer import Freelancer

_QUOTED = re.compile(r"\"([^\"\n]*)\"|“([^”\n]*)”")
_EXAMPLE = re.compile(r"(?:for example|such as|say)\s*$", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s)]+")
_HANDOFF = re.compile(r"\bho_[0-9a-z]+")


def masked(text: str, scope: Scope) -> str:
    """The text with blanks for what was found in the data as it stands."""
    text = _blank(text, _spans(text, scope))
    return _blank(text, _names_with_digits(text, scope))


def _blank(text: str, spans: Iterator[tuple[int, int]]) -> str:
    for start, end in list(spans):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _spans(text: str, scope: Scope) -> Iterator[tuple[int, int]]:
    written = {_plain(each) for person in scope.people for each in own_words(person)}
    said = _plain(" ".join(scope.messages))
    for found in _QUOTED.finditer(text):
        words = _plain(found.group(1) or found.group(2) or "")
        if words in written or words in said or _EXAMPLE.search(text[: found.start()]):
            yield found.span()
    addresses = {item.url for person in scope.people for item in person.portfolio}
    for found in _URL.finditer(text):
        if found.group() in addresses:
            yield found.span()
    for found in _HANDOFF.finditer(text):
        if found.group() in scope.handoffs or not any(each.startswith("ho_") for each in scope.handoffs):
            yield found.span()
    for person in scope.people:
        for words in (person.headline.strip().rstrip("."), *(item.title for item in person.portfolio)):
            at = text.find(words) if words else -1
            if at >= 0:
                yield at, at + len(words)


def _names_with_digits(text: str, scope: Scope) -> Iterator[tuple[int, int]]:
    for mention in vocabulary_of(scope.knowledge).mentions(text):
        if any(letter.isdigit() for letter in mention.name):
            yield mention.start, mention.end
    for person in scope.people:
        if any(letter.isdigit() for letter in person.name):
            yield from (found.span() for found in re.finditer(re.escape(person.name), text))


def own_words(person: Freelancer) -> Iterator[str]:
    """Everything on a profile that is free text."""
    yield from (person.headline, person.bio, person.city or "", *person.badges)
    for contract in person.contracts:
        yield from (contract.title, contract.review or "")
    for item in person.portfolio:
        yield from (item.title, item.description)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
