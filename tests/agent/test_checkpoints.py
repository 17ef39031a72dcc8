"""What a paused hand-off keeps, on both databases."""

import asyncio
import contextlib
import random
import warnings

from langgraph.checkpoint.base import empty_checkpoint

from agent.checkpoints import open_saver
from agent.graph.state import ClientMessage, Decision, opening_state
from agent.understanding.reading import (
    Change,
    Intent,
    Operation,
    Reading,
    Reference,
    ReferenceKind,
    Span,
    Topic,
)
from store.database import open_database
from store.nouns.brief import Brief, Importance, Seniority, SkillWish, Slot, Term
from store.nouns.conversation import Memory, PendingHandoff, Question
from store.repositories.clients import ClientRepository
from tests_support.nouns import make_handoff

MEMORY = Memory(
    brief=Brief(
        seniority=Seniority.EXPERT,
        skills=(SkillWish(name="React", importance=Importance.NICE),),
        terms={Slot.SENIORITY: Term(hard=False, words="senior")},
    ),
    question=Question(slot=Slot.HOURLY_RATE, text="How much?"),
    pending_handoff=PendingHandoff(handoff=make_handoff("fl_1")),
)
READING = Reading(
    intent=Intent.REFINE,
    changes=(
        Change(
            slot=Slot.SENIORITY,
            operation=Operation.SET,
            value=Seniority.EXPERT,
            span=Span(start=0, end=6),
            words="senior",
        ),
    ),
    references=(
        Reference(kind=ReferenceKind.NAME, freelancer_id="fl_1", span=Span(start=7, end=8), words="M"),
    ),
    topic=Topic.RATE,
)


async def test_a_state_comes_back_as_it_was(database_url: str) -> None:
    message = ClientMessage(turn_id="tn_1", conversation_id="cv_1", text="hello")
    state = opening_state(message, MEMORY) | {"reading": READING, "decision": Decision.APPROVE}
    config = {"configurable": {"thread_id": "cv_1", "checkpoint_ns": ""}}
    async with open_saver(database_url) as saver:
        checkpoint = empty_checkpoint() | {"channel_values": dict(state)}
        versions = dict.fromkeys(state, "1")
        checkpoint["channel_versions"] = versions
        await saver.aput(config, checkpoint, {"step": 1}, versions)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        async with open_saver(database_url) as saver:
            kept = await saver.aget(config)
    assert kept is not None
    assert kept["channel_values"] == state


async def test_a_turn_cancelled_while_it_saves_locks_nobody_out(database_url: str) -> None:
    config = {"configurable": {"thread_id": "cv_1", "checkpoint_ns": ""}}
    chance = random.Random(7)

    async def save_and_forget() -> None:
        await saver.aput(config, empty_checkpoint(), {"step": 1}, {})
        await saver.adelete_thread("cv_1")

    async with open_database(database_url) as database, open_saver(database_url) as saver:
        clients = ClientRepository(database)
        for number in range(40):
            saving = asyncio.create_task(save_and_forget())
            await asyncio.sleep(chance.random() * 0.004)
            saving.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await saving
            async with asyncio.timeout(5):
                await clients.create(f"Client {number}")
