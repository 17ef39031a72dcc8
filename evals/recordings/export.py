"""Reads what the API's conversationExport gives: every turn's events, and the profiles they showed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from agent.events import (
    TURN_EVENT,
    BriefChanged,
    CandidatesRanked,
    HandoffPrepared,
    QuestionAsked,
    StepEntered,
    TurnCompleted,
    TurnEvent,
    TurnFailed,
    TurnStarted,
)
from api.replay import TurnRecord
from api.replay.briefs import brief_as_record
from api.replay.record import AskedQuestion, HandoffRecord, ListedCandidate, OfferedOption, OfferedStep
from evals.nouns import End, HandOffGold, HandOffMade, Transcript
from evals.truth import MarketplaceTruth
from store.knowledge import Knowledge
from store.nouns.brief import Brief
from store.nouns.conversation import Memory
from store.nouns.freelancer import Freelancer
from store.nouns.handoff import Handoff
from store.nouns.match import Match, Ranking

FORMAT = "rolecall.conversation/1"


def transcript_of_export(document: Mapping[str, Any], name: str) -> Transcript:
    """The transcript of an exported conversation. What the client meant is not recorded."""
    memory = Memory.model_validate(document["conversation"]["memory"])
    names = {person["id"]: person["name"] for person in document.get("freelancers", ())}
    turns: list[TurnRecord] = []
    error: str | None = None
    brief = Brief()
    for events in _by_turn(document["events"]):
        heard = _Heard.of(events)
        brief = heard.brief or brief
        if heard.completed is None:
            error = heard.error or error
        else:
            turns.append(_record(document["conversation"]["id"], len(turns) + 1, heard, brief, names))
    return Transcript(
        scenario=name,
        client="recorded",
        turns=tuple(turns),
        shortlist=memory.shortlisted,
        dismissed=memory.dismissed,
        hand_off=_last(document.get("handoffs", ())),
        ended=End.DONE if error is None else End.FAILED,
        error=error,
    )


def people_of_export(document: Mapping[str, Any], knowledge: Knowledge) -> MarketplaceTruth:
    """The people the conversation showed, to ground it on: there is no hidden truth about them."""
    people = [Freelancer.model_validate(each) for each in document.get("freelancers", ())]
    exported = datetime.fromisoformat(document["exported"]).date()
    return MarketplaceTruth(
        people={person.id: person for person in people},
        today=_day(document["events"]) or exported,
        knowledge=knowledge,
    )


@dataclass
class _Heard:
    """The events of one turn's last attempt."""

    text: str = ""
    brief: Brief | None = None
    changed: BriefChanged | None = None
    question: QuestionAsked | None = None
    ranking: Ranking | None = None
    completed: TurnCompleted | None = None
    error: str | None = None
    path: tuple[str, ...] = ()
    handoffs: tuple[Handoff, ...] = ()

    @classmethod
    def of(cls, events: Sequence[TurnEvent]) -> "_Heard":
        heard = cls()
        for event in events:
            heard._take(event)
        return heard

    def _take(self, event: TurnEvent) -> None:
        match event:
            case TurnStarted():
                self.text = event.text
            case StepEntered():
                self.path = (*self.path, event.step)
            case BriefChanged():
                self.changed, self.brief = event, event.brief
            case QuestionAsked():
                self.question = event
            case CandidatesRanked():
                self.ranking = event.ranking
                if event.ranking.receipt is not None:
                    self.brief = event.ranking.receipt.brief
            case HandoffPrepared():
                self.handoffs = (*self.handoffs, event.handoff)
            case TurnCompleted():
                self.completed = event
                known = {each.id for each in self.handoffs}
                if event.handoff is not None and event.handoff.id not in known:
                    self.handoffs = (*self.handoffs, event.handoff)
            case TurnFailed():
                self.error = event.message


def _by_turn(rows: Sequence[Mapping[str, Any]]) -> Iterator[list[TurnEvent]]:
    """Each turn's events of its last attempt, turns in the order they began."""
    attempts: dict[str, tuple[int, list[TurnEvent]]] = {}
    for row in rows:
        attempt, events = attempts.get(row["turnId"], (0, []))
        if row["attempt"] > attempt:
            attempt, events = row["attempt"], []
        if row["attempt"] == attempt:
            events.append(TURN_EVENT.validate_python(row["event"]))
        attempts[row["turnId"]] = attempt, events
    for _, events in attempts.values():
        yield events


def _record(
    conversation: str, number: int, heard: _Heard, brief: Brief, names: Mapping[str, str]
) -> TurnRecord:
    done, ranking, question = heard.completed, heard.ranking, heard.question
    if done is None:
        raise ValueError("The turn was not completed.")
    return TurnRecord.model_validate(
        {
            "id": conversation,
            "turn": number,
            "text": heard.text,
            "intent": done.intent,
            "step": done.step,
            "brief": brief_as_record(brief),
            "changes": heard.changed.changes if heard.changed is not None else (),
            "refs": (),
            "question": None
            if question is None
            else AskedQuestion(
                slot=question.question.slot,
                text=question.question.text,
                options=tuple(
                    OfferedOption(label=each.label, text=each.text, candidates=each.candidates)
                    for each in question.question.options
                ),
            ),
            "candidates": _listed(ranking.matches if ranking is not None else (), names),
            "near_misses": _listed(ranking.near_misses if ranking is not None else (), names),
            "path": heard.path,
            "eligible": ranking.eligible if ranking is not None else None,
            "offers": tuple(
                OfferedStep(description=each.description, adds=each.adds)
                for each in (ranking.relaxations if ranking is not None else ())
            ),
            "handoffs": tuple(
                HandoffRecord(
                    id=each.id,
                    freelancer_id=each.freelancer_id,
                    status=each.status,
                    message=each.message,
                    shared=each.shared,
                )
                for each in heard.handoffs
            ),
            "reply": done.reply,
            "ms": done.ms or None,
        }
    )


def _last(handoffs: Sequence[Mapping[str, Any]]) -> HandOffMade | None:
    if not handoffs:
        return None
    made = Handoff.model_validate({**handoffs[-1]})
    return HandOffMade(freelancer_id=made.freelancer_id, status=HandOffGold(made.status.value))


def _day(rows: Sequence[Mapping[str, Any]]) -> date | None:
    """The conversation's day, as its last search had it."""
    for row in reversed(rows):
        receipt = (row["event"].get("ranking") or {}).get("receipt")
        if receipt:
            return date.fromisoformat(receipt["today"])
    return None


def _listed(matches: Sequence[Match], names: Mapping[str, str]) -> tuple[ListedCandidate, ...]:
    return tuple(
        ListedCandidate(id=each.freelancer_id, name=names.get(each.freelancer_id, ""), score=each.score)
        for each in matches
    )
