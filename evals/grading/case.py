"""What every grader looks at: one transcript, the scenario it was played from, and the truth."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from api.replay import TurnRecord
from evals.golds import gold_as_said
from evals.nouns import Act, Gold, Grade, Intended, Scenario, Transcript
from evals.truth import MarketplaceTruth
from store.knowledge import Knowledge


@dataclass(frozen=True)
class Case:
    """One conversation to grade. A recorded one may have no scenario; then nothing is held against a gold."""

    scenario: Scenario | None
    transcript: Transcript
    truth: MarketplaceTruth
    knowledge: Knowledge

    @property
    def turns(self) -> tuple[TurnRecord, ...]:
        return self.transcript.turns

    @cached_property
    def gold(self) -> Gold | None:
        """The scenario's gold, in the units the client spoke in."""
        if self.scenario is None:
            return None
        return gold_as_said(self.scenario.gold, self.transcript.intended, self.knowledge)

    @property
    def intents(self) -> Iterator[tuple[int, TurnRecord, Intended]]:
        """The turns of which it is known what the client meant, with their numbers from 1."""
        for number, (turn, meant) in enumerate(
            zip(self.turns, self.transcript.intended, strict=False), start=1
        ):
            yield number, turn, meant

    @cached_property
    def restarts(self) -> frozenset[int]:
        """Numbers of the turns with which the client began afresh."""
        return frozenset(number for number, _, meant in self.intents if meant.act is Act.START_OVER)

    def pointed_at(self, act: Act) -> tuple[str, ...]:
        """Ids of the people the client pointed at with such messages, in order."""
        return tuple(
            dict.fromkeys(who for _, _, meant in self.intents if meant.act is act for who in meant.people)
        )


Grader = Callable[[Case], Iterable[Grade]]


def gate(key: str, faults: Iterable[tuple[int | None, str]], value: float | None = None) -> Grade:
    """A gate that holds when there is no fault; the first fault's turn is the grade's, all are named."""
    found = list(faults)
    told = [f"turn {turn}: {fault}" if turn is not None else fault for turn, fault in found[:_MOST_TOLD]]
    more = len(found) - len(told)
    return Grade(
        key=key,
        score=0.0 if found else 1.0,
        comment="; ".join([*told, *([f"and {more} more"] if more > 0 else [])]),
        turn=next((turn for turn, _ in found if turn is not None), None),
        gate=True,
        value=float(len(found)) if value is None else value,
    )


_MOST_TOLD = 5
