"""Transcripts and truths put together by hand: only what a test is about is given."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from api.replay import TurnRecord
from evals.grading import GRADERS, Case
from evals.nouns import Act, AgendaItem, Gold, Grade, Intended, Scenario, Transcript
from evals.truth import MarketplaceTruth, with_track_record
from store.knowledge import load_knowledge
from store.nouns.freelancer import Freelancer

TODAY = date(2026, 11, 23)


def make_turn(number: int, reply: str = "", shown: Sequence[Freelancer] = (), **fields: Any) -> TurnRecord:
    """A turn that showed these people, and otherwise did nothing."""
    given: dict[str, Any] = {
        "id": "test",
        "turn": number,
        "text": "hello",
        "intent": "refine",
        "step": "search" if shown else "answer",
        "brief": {},
        "changes": (),
        "refs": (),
        "question": None,
        "candidates": [{"id": each.id, "name": each.name, "score": 0.5} for each in shown],
        "eligible": len(shown) if shown else None,
        "reply": reply,
    }
    return TurnRecord.model_validate({**given, **fields})


def make_scenario(**gold: Any) -> Scenario:
    """A scenario with this gold."""
    return Scenario(
        id="test",
        group="test",
        goal="To find somebody.",
        intents=("describe_need",),
        agenda=(AgendaItem(act=Act.OPEN),),
        gold=Gold.model_validate(gold),
    )


def make_transcript(turns: Sequence[TurnRecord], meant: Sequence[Intended] = (), **fields: Any) -> Transcript:
    """The turns, with what the client meant by each of them."""
    return Transcript(scenario="test", turns=tuple(turns), intended=tuple(meant), **fields)


def make_truth(*people: Freelancer) -> MarketplaceTruth:
    """A marketplace of these people, nothing hidden about them."""
    knowledge = load_knowledge()
    known = [with_track_record(each, TODAY, knowledge) for each in people]
    return MarketplaceTruth({each.id: each for each in known}, TODAY, knowledge)


def grades_of(
    name: str, transcript: Transcript, truth: MarketplaceTruth, scenario: Scenario | None = None
) -> dict[str, Grade]:
    """What one grader says, by key."""
    case = Case(scenario, transcript, truth, truth.knowledge)
    return {each.key: each for each in GRADERS[name](case)}
