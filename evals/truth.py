"""What the graders know and the agent does not: everybody in the marketplace, and what they really can do.

It is made from the generator alone, with no database and no index, so that a transcript can be graded where
it was not played. A marketplace that is not the demo has people and no hidden truth; nothing then grades
relevance.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import nlargest

from evals.oracle import meets
from store.demo import Truth, generate, relevance
from store.knowledge import Knowledge
from store.nouns.brief import Brief
from store.nouns.freelancer import Freelancer
from store.track_record import derive

_MOST_LISTED = 5


def beginnings(names: Iterable[str]) -> frozenset[str]:
    """The first words of names."""
    return frozenset(name.split(" ", 1)[0] for name in names)


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody who meets a brief's hard requirements, and how well they really answer it, 0 to 1."""

    freelancer_id: str
    grade: float


@dataclass(frozen=True)
class MarketplaceTruth:
    """The people of a marketplace by id, their track records derived, and the hidden truth about them."""

    people: Mapping[str, Freelancer]
    today: date
    knowledge: Knowledge
    hidden: Mapping[str, Truth] = field(default_factory=dict)
    _rankings: dict[str, tuple[Standing, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def names(self) -> frozenset[str]:
        """Everybody's name."""
        return frozenset(person.name for person in self.people.values())

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first words of everybody's name."""
        return beginnings(self.names)

    def grade(self, freelancer_id: str, brief: Brief) -> float:
        """How well somebody really answers the brief, 0 to 1; 0 where that is not known."""
        truth, person = self.hidden.get(freelancer_id), self.people.get(freelancer_id)
        if truth is None or person is None:
            return 0.0
        return relevance(truth, person, brief, self.knowledge)

    def meets(self, freelancer_id: str, brief: Brief) -> bool:
        """Whether somebody meets every hard requirement of the brief; an id nobody has meets nothing."""
        person = self.people.get(freelancer_id)
        return person is not None and meets(person, brief, self.today, self.knowledge)

    def best(self, brief: Brief, number: int = _MOST_LISTED, without: Iterable[str] = ()) -> list[Standing]:
        """The best list there could be: those who meet the brief, the most relevant first."""
        gone = frozenset(without)
        found: list[Standing] = []
        for standing in self._ranking(brief):
            if len(found) == number:
                break
            if standing.freelancer_id not in gone and self.meets(standing.freelancer_id, brief):
                found.append(standing)
        return found

    def _ranking(self, brief: Brief) -> tuple[Standing, ...]:
        """The most relevant of everybody; graded once a brief, because every run of a scenario asks again."""
        key = brief.model_dump_json()
        if key not in self._rankings:
            graded = ((self.grade(each, brief), each) for each in self.hidden)
            best = nlargest(len(self.hidden), (pair for pair in graded if pair[0] > 0))
            self._rankings[key] = tuple(Standing(each, grade) for grade, each in best)
        return self._rankings[key]


def marketplace_truth(size: int, seed: int, today: date, knowledge: Knowledge) -> MarketplaceTruth:
    """The truth about the demo marketplace of this size and seed as it was built on `today`."""
    made = list(generate(size, seed, today, knowledge))
    return MarketplaceTruth(
        people={each.freelancer.id: with_track_record(each.freelancer, today, knowledge) for each in made},
        today=today,
        knowledge=knowledge,
        hidden={each.freelancer.id: each.truth for each in made},
    )


def with_track_record(person: Freelancer, today: date, knowledge: Knowledge) -> Freelancer:
    """The profile as the marketplace hands it out: with the numbers its record adds up to."""
    return person.model_copy(update={"track": derive(person, today, knowledge)})
