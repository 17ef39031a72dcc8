"""A list reads its rows at once, and every operation reads anew, on a WebSocket too."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from store.nouns.freelancer import Freelancer
from tests_support.api_server import ApiServer, candidate
from tests_support.transport_ws import greeted_socket

SEARCH = """query ($first: Int!) {
  candidateSearch(brief: {skills: [{name: "React"}]}, first: $first) {
    nodes { candidate { name contracts { nodes { title } } portfolio { nodes { title } } } }
  }
}"""


@contextmanager
def statements(api: ApiServer) -> Iterator[list[str]]:
    """The SQL the server sends meanwhile."""
    seen: list[str] = []
    engine = api.services.store.database.engine.sync_engine

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_seven_candidates_cost_as_many_queries_as_one(api: ApiServer) -> None:
    counts = []
    for first in (1, 7):
        with statements(api) as seen:
            answer = api.data(SEARCH, {"first": first})
        assert len(answer["candidateSearch"]["nodes"]) == first
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_lists_of_one_conversation_share_a_query(api: ApiServer) -> None:
    conversation = api.start_conversation()
    everyone = api.data('{ candidateSearch(brief: {skills: [{name: "React"}]}) { nodes { candidateId } } }')
    for node in everyone["candidateSearch"]["nodes"]:
        api.data(
            """mutation ($id: ID!, $who: ID!) {
              candidateShortlist(conversationId: $id, candidateId: $who) { __typename } }""",
            {"id": conversation, "who": node["candidateId"]},
        )
    with statements(api) as seen:
        one = api.data(
            "query ($id: ID!) { conversation(id: $id) { shortlist { reason candidate { name } } } }",
            {"id": conversation},
        )
    with statements(api) as again:
        api.data(
            """query ($id: ID!) { conversation(id: $id) { shortlist { candidate { name } } }
              a: node(id: $id) { ... on Conversation { dismissed { name }
                shortlist { candidate { headline } } shown { candidate { name } } } } }""",
            {"id": conversation},
        )
    assert len(one["conversation"]["shortlist"]) == 7
    assert len(seen) == len(again)


async def test_an_operation_on_a_socket_sees_what_changed_since_the_last(api: ApiServer) -> None:
    changed: Freelancer = candidate(3)
    query = "query ($id: ID!) { candidate(id: $id) { headline } }"
    headlines = []
    async with greeted_socket(api) as socket:
        for headline in ("Before", "After"):
            update = changed.model_copy(update={"headline": headline})
            await asyncio.to_thread(api.run, api.services.store.freelancers.upsert_many([update]))
            await socket.subscribe(headline, query, variables={"id": changed.id})
            (answer, _) = await socket.until(headline, "complete")
            headlines.append(answer["payload"]["data"]["candidate"]["headline"])
    assert headlines == ["Before", "After"]


async def test_an_event_of_a_subscription_sees_what_changed_since_the_last(api: ApiServer) -> None:
    conversation = api.start_conversation()
    changed: Freelancer = candidate(4)
    query = """subscription ($id: ID!) { turnEvents(conversationId: $id) {
      ... on CandidatesRanked { ranking { matches { candidate { id headline } } } } } }"""
    headlines = []
    async with greeted_socket(api) as socket:
        await socket.subscribe("live", query, variables={"id": conversation})
        for headline in ("Before", "After"):
            update = changed.model_copy(update={"headline": headline})
            await asyncio.to_thread(api.run, api.services.store.freelancers.upsert_many([update]))
            api.data(
                """mutation ($id: ID!, $text: String!, $key: ID!) {
                  messageSend(conversationId: $id, text: $text, clientMessageId: $key) { __typename } }""",
                {"id": conversation, "text": "React", "key": headline},
            )
            for _ in range(7):
                (answer,) = await socket.until("live", "next")
                ranking = answer["payload"]["data"]["turnEvents"].get("ranking")
                if ranking is not None:
                    (one,) = [
                        m["candidate"] for m in ranking["matches"] if m["candidate"]["id"] == changed.id
                    ]
                    headlines.append(one["headline"])
    assert headlines == ["Before", "After"]


@pytest.mark.parametrize("first", [0, 3, 100])
def test_a_page_has_at_most_what_was_asked_for(api: ApiServer, first: int) -> None:
    answer = api.data(SEARCH, {"first": first})
    assert len(answer["candidateSearch"]["nodes"]) == min(first, 7)


def test_conversations_of_a_list_are_read_once(api: ApiServer) -> None:
    query = """query ($n: Int!) {
      conversations(first: $n) { nodes { title shortlist { reason } shown { reason } } } }"""
    who = api.data('{ candidateSearch(brief: {role: "frontend-developer"}) { nodes { candidateId } } }')
    for _ in range(3):
        api.data(
            """mutation ($id: ID!, $who: ID!) {
              candidateShortlist(conversationId: $id, candidateId: $who) { __typename } }""",
            {"id": api.start_conversation(), "who": who["candidateSearch"]["nodes"][0]["candidateId"]},
        )
    counts = []
    for number in (1, 3):
        with statements(api) as seen:
            api.data(query, {"n": number})
        counts.append(len(seen))
    assert counts[0] == counts[1]
