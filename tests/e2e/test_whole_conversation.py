"""From one sentence to an approved hand-off, over a real WebSocket, with a client library not our own."""

import uuid
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from gql import gql
from gql.client import AsyncClientSession

from tests_support.server import Deployment, play

START = "mutation { conversationStart { ... on ConversationStarted { conversation { id } } } }"

TURN = """
subscription Turn($conversation: ID!, $text: String!, $message: ID!) {
  turn(conversationId: $conversation, text: $text, clientMessageId: $message) {
    __typename
    ... on Event { sequence turnId }
    ... on BriefChanged { brief { role { id } seniority skills { name importance } utcOffset { min max } } }
    ... on QuestionAsked { question { text options { label candidates } } }
    ... on CandidatesRanked {
      ranking {
        eligible
        receipt { marketplace today brief { utcOffset { min max } } steps { people } }
        matches {
          reason
          outlook { chance low high jobs }
          checks { requirement verdict hard }
          candidate {
            id name timeZone rating jobsCompleted
            hourlyRate { amount currency }
            portfolio(first: 3) { edges { node { title } } }
          }
        }
      }
    }
    ... on ReplyDelta { text }
    ... on HandoffPrepared { handoff { id status message candidate { id } } }
    ... on TurnCompleted { reply step intent handoff { id status } }
    ... on TurnFailed { message }
  }
}
"""

APPROVE = """
mutation Approve($handoff: ID!) {
  handoffApprove(handoffId: $handoff) {
    __typename
    ... on HandoffApproved { handoff { id status decided candidate { id name } } }
    ... on Failure { message }
  }
}
"""


def offset_now(time_zone: str) -> float:
    """Hours from UTC at this moment."""
    offset = datetime.now(ZoneInfo(time_zone)).utcoffset()
    assert offset is not None
    return offset.total_seconds() / 3600


class Talk:
    """One conversation over a session."""

    def __init__(self, session: AsyncClientSession, conversation: str) -> None:
        self.session = session
        self.conversation = conversation
        self.sequences: list[int] = []

    async def say(self, text: str) -> list[dict[str, Any]]:
        """Send a message and return its turn's events."""
        variables = {"conversation": self.conversation, "text": text, "message": str(uuid.uuid4())}
        events = await play(self.session, TURN, variables)
        self.sequences += [event["sequence"] for event in events]
        assert events[-1]["__typename"] == "TurnCompleted", events[-1]
        return events


def only(events: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    """The one event of a kind."""
    (found,) = [event for event in events if event["__typename"] == kind]
    return found


def matches(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The matches a turn ranked."""
    ranked: list[dict[str, Any]] = only(events, "CandidatesRanked")["ranking"]["matches"]
    return ranked


async def test_a_business_finds_and_hires_a_freelancer(deployment: Deployment) -> None:
    server = deployment.server
    server.start()
    async with server.http(deployment.ada) as session:
        started = await session.execute(gql(START))
        conversation = started["conversationStart"]["conversation"]["id"]

    async with server.websocket(deployment.ada) as session:
        talk = Talk(session, conversation)

        events = await talk.say(
            "I need a senior React developer with experience in e-commerce platforms "
            "for a three-month project starting next month."
        )
        brief = only(events, "BriefChanged")["brief"]
        assert brief["seniority"] == "EXPERT"
        assert {"name": "React", "importance": "MUST"} in brief["skills"]
        first = matches(events)
        assert len(first) == 5
        assert all(match["reason"] for match in first)
        deltas = [event["text"] for event in events if event["__typename"] == "ReplyDelta"]
        assert deltas
        assert deltas[-1] == events[-1]["reply"]

        events = await talk.say("I'd prefer someone who has worked with Shopify specifically")
        brief = only(events, "BriefChanged")["brief"]
        assert {"name": "Shopify", "importance": "NICE"} in brief["skills"]

        events = await talk.say("Can you find candidates in European time zones?")
        shown = matches(events)
        assert shown
        assert all(0 <= offset_now(match["candidate"]["timeZone"]) <= 3 for match in shown)
        outlooks = [match["outlook"] for match in shown]
        assert all(0 < each["low"] < each["chance"] < each["high"] < 1 for each in outlooks)
        receipt = only(events, "CandidatesRanked")["ranking"]["receipt"]
        assert receipt["brief"]["utcOffset"] == only(events, "BriefChanged")["brief"]["utcOffset"]
        assert receipt["steps"][0]["people"] > receipt["steps"][-1]["people"] >= len(shown)

        events = await talk.say("who of these is cheapest?")
        assert events[-1]["step"] == "ANSWER"
        assert any(match["candidate"]["name"] in events[-1]["reply"] for match in shown)

        second = shown[1]["candidate"]
        events = await talk.say("let's go with the second one")
        handoff = only(events, "HandoffPrepared")["handoff"]
        assert handoff["candidate"]["id"] == second["id"]
        assert handoff["status"] == "PREPARED"
        assert talk.sequences == list(range(1, len(talk.sequences) + 1))

    server.stop()
    server.start()

    async with server.http(deployment.ada) as session:
        request = gql(APPROVE)
        request.variable_values = {"handoff": handoff["id"]}
        approved = (await session.execute(request))["handoffApprove"]
        assert approved["__typename"] == "HandoffApproved", approved
        assert approved["handoff"]["status"] == "APPROVED"
        assert approved["handoff"]["candidate"]["name"] == second["name"]

    async with server.websocket(deployment.ada) as session:
        talk = Talk(session, conversation)
        events = await talk.say("show me more people")
        again = {match["candidate"]["id"] for match in matches(events)}
        assert not again & {match["candidate"]["id"] for match in shown}


async def test_a_yes_in_words_approves_too(on_sqlite: Deployment) -> None:
    on_sqlite.server.start()
    async with on_sqlite.server.websocket(on_sqlite.ada) as session:
        started = await session.execute(gql(START))
        talk = Talk(session, started["conversationStart"]["conversation"]["id"])
        await talk.say("I need a bookkeeper")
        events = await talk.say("let's go with the first one")
        prepared = only(events, "HandoffPrepared")["handoff"]
        events = await talk.say("yes, go ahead")
        assert events[-1]["handoff"] == {"id": prepared["id"], "status": "APPROVED"}


async def test_a_vague_need_gets_one_question_with_options_and_no_random_list(on_sqlite: Deployment) -> None:
    on_sqlite.server.start()
    async with on_sqlite.server.websocket(on_sqlite.ada) as session:
        started = await session.execute(gql(START))
        talk = Talk(session, started["conversationStart"]["conversation"]["id"])
        events = await talk.say("I need help with my business")
        question = only(events, "QuestionAsked")["question"]
        assert 2 <= len(question["options"]) <= 5
        assert not [event for event in events if event["__typename"] == "CandidatesRanked"]
