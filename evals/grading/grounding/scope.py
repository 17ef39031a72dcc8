"""What one reply may speak of, and the reply cut into pieces that are each about one person or none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.replay import TurnRecord
from api.replay.record import AskedQuestion, OfferedStep
from evals.grading.case import Case
from evals.grading.plain import brief_shown
from evals.truth import MarketplaceTruth
from store.knowledge import Knowledge
from store.nouns.brief import Brief
from store.nouns.freelancer import Freelancer


@dataclass(frozen=True)
class Scope:
    """A turn's reply and everything it may be about."""

    number: int
    turn: TurnRecord
    people: tuple[Freelancer, ...]
    """Everybody shown so far, the people of this turn's list first."""
    briefs: tuple[Brief, ...]
    """The brief after the turn and before it."""
    listed: int
    """How many people the list last shown has."""
    offers: tuple[OfferedStep, ...]
    question: AskedQuestion | None
    messages: tuple[str, ...]
    """The client's, this turn's and those before it."""
    handoffs: frozenset[str]
    """Ids of the hand-offs so far, and of the people they are for."""
    truth: MarketplaceTruth
    knowledge: Knowledge


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a reply about the people of one name; about nobody if there are none."""

    about: tuple[Freelancer, ...]
    text: str
    said_at_once: bool
    """Whether it begins right after the name."""


def scopes(case: Case) -> Iterator[Scope]:
    """The scope of every turn of the case."""
    shown: dict[str, None] = {}
    before, listed = Brief(), 0
    handoffs: set[str] = set()
    for number, turn in enumerate(case.turns, start=1):
        here = [each.id for each in turn.listed]
        listed = len(here) or listed
        shown.update(dict.fromkeys(here))
        handoffs.update(part for each in turn.handoffs for part in (each.id, each.freelancer_id))
        after = brief_shown(turn.brief)
        ids = dict.fromkeys([*here, *reversed(shown), *(each.freelancer_id for each in turn.handoffs)])
        yield Scope(
            number=number,
            turn=turn,
            people=tuple(case.truth.people[each] for each in ids if each in case.truth.people),
            briefs=(after, before),
            listed=listed,
            offers=turn.offers,
            question=turn.question,
            messages=tuple(each.text for each in case.turns[:number]),
            handoffs=frozenset(handoffs),
            truth=case.truth,
            knowledge=case.knowledge,
        )
        before = after


def pieces(text: str, people: Sequence[Freelancer]) -> Iterator[Piece]:
    """The text from one name to the next; at the end of a line nobody is spoken of any more."""
    by_name: dict[str, list[Freelancer]] = {}
    for person in people:
        by_name.setdefault(person.name, []).append(person)
    names = sorted(by_name, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names)) if names else None
    for line in text.split("\n"):
        at = 0
        about: tuple[Freelancer, ...] = ()
        for found in pattern.finditer(line) if pattern is not None else ():
            yield Piece(about, line[at : found.start()], bool(about))
            at, about = found.end(), tuple(by_name[found.group()])
        yield Piece(about, line[at:], bool(about))
