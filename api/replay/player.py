"""One conversation at a time through the whole agent, in memory: the marketplace is only read."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import get_args

from agent.events import CandidatesRanked, QuestionAsked, StepEntered, TurnEvent
from agent.graph.state import ClientMessage, StepName
from agent.turns import Outcome, TurnPlayer, player_in_memory
from agent.understanding.reading import Reading
from api.replay.briefs import brief_as_record
from api.replay.record import (
    AskedQuestion,
    ConversationScript,
    HandoffRecord,
    ListedCandidate,
    OfferedOption,
    OfferedStep,
    TurnRecord,
)
from api.services import Marketplace
from store.nouns.conversation import Memory, Question
from store.nouns.handoff import Handoff
from store.nouns.match import Match, Ranking

_STEPS: frozenset[str] = frozenset(get_args(StepName))


class Player:
    """A conversation under way. Made by `open_player`.

    `memory` is what the agent remembers of it, `handoff` the last hand-off it prepared or decided.
    """

    def __init__(self, marketplace: Marketplace, turns: TurnPlayer, conversation_id: str) -> None:
        self._marketplace = marketplace
        self._turns = turns
        self._id = conversation_id
        self._said = 0
        self.memory = Memory()
        self.handoff: Handoff | None = None

    async def say(self, text: str) -> TurnRecord:
        """What the client's next message comes to."""
        self._said += 1
        message = ClientMessage(turn_id=f"{self._id}.{self._said}", conversation_id=self._id, text=text)
        events: list[TurnEvent] = []
        outcome: Outcome | None = None
        async for item in self._turns.play(message, self.memory):
            if isinstance(item, Outcome):
                outcome = item
            else:
                events.append(item)
        if outcome is None or outcome.step not in _STEPS:
            raise RuntimeError("The turn ended without an outcome.")
        shown, self.memory = self.memory.shown, outcome.memory
        ranking = _ranked(events)
        self.handoff = outcome.handoffs[-1] if outcome.handoffs else self.handoff
        return TurnRecord(
            id=self._id,
            turn=self._said,
            text=text,
            intent=outcome.intent,
            step=outcome.step,
            brief=brief_as_record(outcome.memory.brief),
            changes=outcome.reading.changes if outcome.reading is not None else (),
            refs=_places(outcome.reading, shown),
            question=_asked(events),
            candidates=await self._listed(ranking.matches if ranking is not None else ()),
            near_misses=await self._listed(ranking.near_misses if ranking is not None else ()),
            path=tuple(event.step for event in events if isinstance(event, StepEntered)),
            eligible=ranking.eligible if ranking is not None else None,
            offers=_offers(ranking),
            handoffs=tuple(_handoff(each) for each in outcome.handoffs),
            reply=outcome.reply,
            usage=outcome.usage,
            ms=outcome.ms,
        )

    async def _listed(self, matches: Sequence[Match]) -> tuple[ListedCandidate, ...]:
        people = await self._marketplace.store.freelancers.get_many([m.freelancer_id for m in matches])
        return tuple(
            ListedCandidate(id=m.freelancer_id, name=people[m.freelancer_id].name, score=m.score)
            for m in matches
            if m.freelancer_id in people
        )


@asynccontextmanager
async def open_player(
    marketplace: Marketplace, conversation_id: str, today: date | None = None
) -> AsyncIterator[Player]:
    """A new conversation on `today` (default: the marketplace's day), forgotten when the block is left."""
    day = datetime.combine(today or marketplace.today, time(12), UTC)
    turns = player_in_memory(replace(marketplace.deps, clock=lambda: day))
    yield Player(marketplace, turns, conversation_id)


async def play(marketplace: Marketplace, script: ConversationScript) -> AsyncIterator[TurnRecord]:
    """The turns of a conversation, one after the other."""
    async with open_player(marketplace, script.id, script.today) as player:
        for text in script.turns:
            yield await player.say(text)


def _places(reading: Reading | None, shown: tuple[str, ...]) -> tuple[int, ...]:
    references = reading.references if reading is not None else ()
    found = [r.freelancer_id for r in references if r.freelancer_id in shown]
    return tuple(dict.fromkeys(shown.index(i) + 1 for i in found if i is not None))


def _ranked(events: list[TurnEvent]) -> Ranking | None:
    rankings: list[Ranking] = [event.ranking for event in events if isinstance(event, CandidatesRanked)]
    return rankings[-1] if rankings else None


def _offers(ranking: Ranking | None) -> tuple[OfferedStep, ...]:
    offered = ranking.relaxations if ranking is not None else ()
    return tuple(OfferedStep(description=each.description, adds=each.adds) for each in offered)


def _handoff(handoff: Handoff) -> HandoffRecord:
    return HandoffRecord(
        id=handoff.id,
        freelancer_id=handoff.freelancer_id,
        status=handoff.status,
        message=handoff.message,
        shared=handoff.shared,
    )


def _asked(events: list[TurnEvent]) -> AskedQuestion | None:
    questions: list[Question] = [event.question for event in events if isinstance(event, QuestionAsked)]
    if not questions:
        return None
    question = questions[-1]
    return AskedQuestion(
        slot=question.slot,
        text=question.text,
        options=tuple(
            OfferedOption(label=o.label, text=o.text, candidates=o.candidates) for o in question.options
        ),
    )
