"""An agent whose turns are scripted by the message: quick, sure, and able to wait or to fail on demand.

Everything around it is real: the store, the runner, the server. Messages: "fail" raises, "wait" holds the
turn until it is released, a button prepares or decides a hand-off, and anything else ranks everyone.
"""

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from datetime import date

from agent.events import (
    BriefChanged,
    CandidatesRanked,
    HandoffPrepared,
    QuestionAsked,
    ReplyDelta,
    StepEntered,
    TurnEvent,
)
from agent.graph.state import ClientMessage
from agent.turns.playing import Outcome
from agent.understanding.reading import Change, Intent, Operation, Span
from store.nouns.brief import Brief, SkillWish, Slot, Term
from store.nouns.conversation import ActionKind, Memory, PendingHandoff, Question, QuestionOption
from store.nouns.handoff import Handoff, HandoffStatus
from store.nouns.match import (
    Exclusion,
    Match,
    Ranking,
    Relaxation,
    RequirementCheck,
    ScorePart,
    Verdict,
)
from store.opening import Store
from tests_support.nouns import NOW

BRIEF = Brief(
    skills=(SkillWish(name="React", words="React"),),
    terms={Slot.SKILLS: Term(hard=True, words="React")},
)
REPLY = "Here is who fits best."


class EveryoneMatcher:
    """Ranks everyone in the store by id."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def search(
        self,
        brief: Brief,
        *,
        today: date,
        limit: int = 5,
        exclude: Collection[str] = (),
        liked: Collection[str] = (),
        dismissed: Collection[str] = (),
    ) -> Ranking:
        """Everyone but those who are excluded or dismissed."""
        ids = sorted([one.id async for batch in self._store.freelancers.batches(100) for one in batch])
        chosen = [each for each in ids if each not in exclude and each not in dismissed]
        return Ranking(
            matches=tuple(match_of(each) for each in chosen[:limit]),
            eligible=len(chosen),
            marketplace=len(ids),
            exclusions=(Exclusion(slot=Slot.SKILLS, requirement="React", people=2),),
            relaxations=(Relaxation(slot=Slot.SKILLS, description="Drop React", adds=2),),
        )

    async def compare(self, brief: Brief, ids: Sequence[str], today: date) -> list[Match]:
        """A match for each id."""
        return [match_of(each) for each in ids]

    async def count(self, brief: Brief, today: date) -> int:
        """Everyone."""
        return await self._store.freelancers.count()


class ScriptedPlayer:
    """Plays turns by script. `release` lets those go on that wait."""

    def __init__(self, store: Store, matcher: EveryoneMatcher) -> None:
        self._store = store
        self._matcher = matcher
        self.release = asyncio.Event()
        self.forgotten: list[str] = []

    async def forget(self, conversation_id: str) -> None:
        """Remember who was forgotten."""
        self.forgotten.append(conversation_id)

    async def play(self, message: ClientMessage, memory: Memory) -> AsyncIterator[TurnEvent | Outcome]:
        """The turn's events, then its Outcome."""
        yield StepEntered(step="understand")
        if message.text == "fail":
            raise RuntimeError("the script says so: postgresql://user:hunter2@db/prod")
        if message.text == "wait":
            await self.release.wait()
        if message.action is not None:
            async for item in self._button(message, memory):
                yield item
            return
        change = Change(
            slot=Slot.SKILLS,
            operation=Operation.ADD,
            value=BRIEF.skills[0],
            span=Span(start=0, end=5),
            words="React",
        )
        yield BriefChanged(intent=Intent.DESCRIBE_NEED, brief=BRIEF, changes=(change,))
        question = Question(
            slot=Slot.SENIORITY,
            text="How senior?",
            options=(QuestionOption(label="Senior", text="Senior, please", candidates=2),),
        )
        yield QuestionAsked(question=question)
        ranking = await self._matcher.search(BRIEF, today=NOW.date())
        yield CandidatesRanked(ranking=ranking)
        yield ReplyDelta(delta=REPLY, text=REPLY)
        shown = tuple(match.freelancer_id for match in ranking.matches)
        remembered = memory.model_copy(
            update={"brief": BRIEF, "shown": shown, "seen": shown, "question": question}
        )
        yield Outcome(memory=remembered, reply=REPLY, intent=Intent.DESCRIBE_NEED, step="search", handoffs=())

    async def _button(self, message: ClientMessage, memory: Memory) -> AsyncIterator[TurnEvent | Outcome]:
        action = message.action
        yield StepEntered(step="hand_off")
        if action is not None and action.kind is ActionKind.HAND_OFF and action.freelancer_id:
            freelancer = await self._store.freelancers.get(action.freelancer_id)
            handoff = Handoff(
                id=f"ho_{message.turn_id[3:]}",
                conversation_id=message.conversation_id,
                freelancer_id=action.freelancer_id,
                freelancer_name=freelancer.name if freelancer else "",
                status=HandoffStatus.PREPARED,
                brief=memory.brief,
                message="Hello",
                shared=("Skills: React",),
                withheld=("this conversation",),
                created=NOW,
            )
            yield HandoffPrepared(handoff=handoff)
            pending: PendingHandoff | None = PendingHandoff(handoff=handoff)
        elif memory.pending_handoff is not None and action is not None:
            status = HandoffStatus.APPROVED if action.kind is ActionKind.APPROVE else HandoffStatus.CANCELLED
            handoff = memory.pending_handoff.handoff.model_copy(update={"status": status, "decided": NOW})
            pending = None
        else:
            yield Outcome(memory=memory, reply="Nothing.", intent=Intent.CONFIRM, step="answer", handoffs=())
            return
        yield Outcome(
            memory=memory.model_copy(update={"pending_handoff": pending}),
            reply="Done.",
            intent=Intent.HAND_OFF,
            step="hand_off",
            handoffs=(handoff,),
        )


def match_of(freelancer_id: str) -> Match:
    """A match with one of each kind of explanation."""
    return Match(
        freelancer_id=freelancer_id,
        score=0.5,
        checks=tuple(
            RequirementCheck(slot=Slot.SKILLS, requirement="React", verdict=verdict, hard=False, fact="fact")
            for verdict in Verdict
        ),
        parts=(ScorePart(name="skills", value=0.5, weight=1.0),),
        reason="React in 3 contracts.",
        labels=("NEWCOMER",),
    )
