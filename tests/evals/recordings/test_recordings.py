"""Recorded conversations become transcripts: from the API's export, from a LangGraph thread, from ours."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from api.composition import open_services
from api.graphql.exporting import export_conversation
from api.services import Services
from api.settings import Settings
from evals.grading import grade
from evals.nouns import End, HandOffGold
from evals.recordings import UnknownRecording, people_of_export, transcript_of
from store.demo import generate
from tests_support.transcripts import make_transcript, make_truth, make_turn

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SAID = (
    "I need a developer, 90 dollars an hour at most",
    "shortlist the first",
    "let's go with the second",
    "yes",
)


async def _exported(services: Services, texts: Sequence[str] = SAID) -> dict[str, Any]:
    client = await services.store.clients.create("Acme")
    conversation = await services.store.conversations.create(client.id)
    for number, text in enumerate(texts):
        turn = await services.runner.submit(client.id, conversation.id, text, f"m{number}")
        await services.runner.wait(client.id, turn.id, 60)
    document = await export_conversation(services, client.id, conversation.id)
    exported: dict[str, Any] = json.loads(json.dumps(document))
    return exported


async def test_an_exported_conversation_is_graded_by_itself(tmp_path: Path) -> None:
    async with open_services(Settings(data_dir=tmp_path), clock=lambda: NOW) as services:
        people = [each.freelancer for each in generate(60, 7, NOW.date(), services.knowledge)]
        await services.store.freelancers.upsert_many(people, today=NOW.date())
        await services.search.sync(lambda done, total: None)
        document = await _exported(services)
        truth = people_of_export(document, services.knowledge)
    transcript = transcript_of(document)
    assert [turn.text for turn in transcript.turns] == list(SAID)
    assert [turn.step for turn in transcript.turns] == ["search", "answer", "hand_off", "hand_off"]
    first = transcript.turns[0]
    assert first.brief["hourlyRate"] == {"max": 90.0, "currency": "USD"}
    assert first.eligible is not None
    assert first.path == ("understand", "search")
    assert {each.id for each in first.candidates} <= set(truth.people)
    assert transcript.shortlist == (first.candidates[0].id,)
    assert transcript.hand_off is not None
    assert transcript.hand_off.freelancer_id == first.candidates[1].id
    assert transcript.hand_off.status is HandOffGold.APPROVED
    result = grade(None, transcript, truth, truth.knowledge)
    assert result.passed, [each for each in result.grades if each.score < 1]
    assert {"requirements", "grounding", "names", "questions", "privacy", "latency"} <= {
        each.key for each in result.grades
    }


async def test_an_export_holds_near_misses_and_who_they_are(tmp_path: Path) -> None:
    said = (
        "I need a developer with COBOL, 90 dollars an hour at most",
        "shortlist the first",
        "compare the first two",
        "what does the first one lack?",
    )
    async with open_services(Settings(data_dir=tmp_path), clock=lambda: NOW) as services:
        people = [each.freelancer for each in generate(60, 7, NOW.date(), services.knowledge)]
        await services.store.freelancers.upsert_many(people, today=NOW.date())
        await services.search.sync(lambda done, total: None)
        document = await _exported(services, said)
        truth = people_of_export(document, services.knowledge)
    transcript = transcript_of(document)
    first = transcript.turns[0]
    assert (first.candidates, first.eligible) == ((), 0)
    assert first.listed == first.near_misses != ()
    assert {each.id for each in first.listed} <= set(truth.people)
    assert transcript.shortlist == (first.near_misses[0].id,)
    assert grade(None, transcript, truth, truth.knowledge).passed


def test_a_turn_that_failed_ends_the_transcript_failed() -> None:
    memory: dict[str, Any] = {}
    row = {"turnId": "t1", "attempt": 1, "sequence": 1}
    events = [
        {**row, "event": {"kind": "TurnStarted", "text": "hello", "attempt": 1}},
        {**row, "event": {"kind": "TurnFailed", "message": "It broke.", "errorId": "e1"}},
    ]
    document = {
        "format": "rolecall.conversation/1",
        "exported": NOW.isoformat(),
        "conversation": {"id": "cv_1", "memory": memory},
        "events": events,
    }
    transcript = transcript_of(document)
    assert (transcript.ended, transcript.error, transcript.turns) == (End.FAILED, "It broke.", ())


@pytest.mark.parametrize(
    ("human", "ai"),
    [
        ({"type": "human", "content": "hello"}, {"type": "ai", "content": "Hi!"}),
        (
            {"role": "user", "content": "hello"},
            {"role": "assistant", "content": [{"type": "text", "text": "Hi!"}]},
        ),
        (
            {"type": "constructor", "id": ["langchain", "HumanMessage"], "kwargs": {"content": "hello"}},
            {"type": "constructor", "id": ["langchain", "AIMessage"], "kwargs": {"content": "Hi!"}},
        ),
    ],
)
def test_a_threads_messages_are_turns(human: dict[str, Any], ai: dict[str, Any]) -> None:
    tool = {"type": "tool", "content": "3 found"}
    for document in ([human, tool, ai], {"messages": [human, ai]}, {"values": {"messages": [human, ai]}}):
        (turn,) = transcript_of(document, "some-case").turns
        assert (turn.text, turn.reply, turn.id) == ("hello", "Hi!", "some-case")


def test_what_a_thread_knows_besides_is_kept() -> None:
    ai = {
        "type": "ai",
        "content": "Hi!",
        "tool_calls": [{"name": "search", "args": {}, "id": "1"}],
        "usage_metadata": {"input_tokens": 10, "output_tokens": 5},
        "additional_kwargs": {"turn": {"brief": {"role": "designer"}, "step": "search"}},
    }
    transcript = transcript_of(
        [{"type": "human", "content": "a designer"}, ai, {"type": "human", "content": "?"}]
    )
    assert transcript.turns[0].path == ("search",)
    assert [turn.brief for turn in transcript.turns] == [{"role": "designer"}, {"role": "designer"}]
    assert transcript.usage[0].output_tokens == 5
    truth = make_truth()
    assert grade(None, transcript, truth, truth.knowledge).passed


def test_our_own_transcripts_come_back_as_they_were() -> None:
    transcript = make_transcript([make_turn(1, "Hi!")])
    assert transcript_of(transcript.model_dump(mode="json")) == transcript


@pytest.mark.parametrize("document", [{}, {"format": "other"}])
def test_what_is_no_recording_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(UnknownRecording, match="conversationExport"):
        transcript_of(document)
