"""Power cuts and dropped sockets: no message is lost, no event repeated, no conversation stuck."""

import asyncio
import contextlib
import json
import random
import uuid
from typing import Any

import pytest
import websockets
from gql import gql
from gql.client import AsyncClientSession

from tests_support.server import Deployment, ServerProcess

KILLS = 50
DROPS = 200

START = "mutation { conversationStart { ... on ConversationStarted { conversation { id } } } }"

SEND = """
mutation Send($conversation: ID!, $text: String!, $message: ID!) {
  messageSend(conversationId: $conversation, text: $text, clientMessageId: $message) {
    __typename
    ... on MessageSent { turn { id } }
    ... on Failure { message }
  }
}
"""

EVENTS = """
subscription Events($conversation: ID!, $after: Int!) {
  turnEvents(conversationId: $conversation, after: $after) {
    __typename
    ... on Event { sequence turnId attempt }
  }
}
"""

MESSAGES = """
query Messages($conversation: ID!) {
  conversation(id: $conversation) { messages(first: 100) { edges { node { author text } } } }
}
"""

TEXTS = (
    "I need a senior React developer",
    "I'd prefer Shopify experience",
    "in European time zones please",
    "who of these is cheapest?",
    "show me more",
)


async def execute(session: AsyncClientSession, document: str, **variables: object) -> dict[str, Any]:
    request = gql(document)
    request.variable_values = variables
    return dict(await session.execute(request))


async def events_until_quiet(
    session: AsyncClientSession, conversation: str, turns: int
) -> list[dict[str, Any]]:
    """All events of a conversation, up to the end of its `turns`-th turn."""
    events: list[dict[str, Any]] = []
    ended: set[str] = set()
    request = gql(EVENTS)
    request.variable_values = {"conversation": conversation, "after": 0}
    async with asyncio.timeout(60):
        async for result in session.subscribe(request):
            event = result["turnEvents"]
            events.append(event)
            if event["__typename"] in ("TurnCompleted", "TurnFailed"):
                ended.add(event["turnId"])
            if len(ended) == turns:
                return events
    return events


async def send_and_be_cut_off(
    server: ServerProcess, token: str, conversation: str, text: str, message: str, after: float
) -> None:
    """Send a message; the server dies `after` seconds later, whether it has answered or not."""

    async def send() -> None:
        with contextlib.suppress(Exception):
            async with server.http(token) as session:
                await execute(session, SEND, conversation=conversation, text=text, message=message)

    sending = asyncio.create_task(send())
    await asyncio.sleep(after)
    server.kill()
    await sending


@pytest.mark.timeout(1500)
async def test_killing_the_server_in_mid_turn_loses_nothing(on_sqlite: Deployment) -> None:
    server, token, chance = on_sqlite.server, on_sqlite.ada, random.Random(7)
    server.start()
    conversation, sent = "", list[tuple[str, str]]()
    for round_number in range(KILLS):
        if round_number % len(TEXTS) == 0:
            async with server.http(token) as session:
                started = await execute(session, START)
            conversation, sent = started["conversationStart"]["conversation"]["id"], []
        text, message = TEXTS[round_number % len(TEXTS)], str(uuid.uuid4())
        sent.append((text, message))
        await send_and_be_cut_off(server, token, conversation, text, message, chance.uniform(0, 0.3))
        server.start()
        async with server.http(token) as session:
            answer = await execute(session, SEND, conversation=conversation, text=text, message=message)
            assert answer["messageSend"]["__typename"] == "MessageSent"
        async with server.websocket(token) as session:
            events = await events_until_quiet(session, conversation, len(sent))
        numbers = [event["sequence"] for event in events]
        assert numbers == list(range(1, len(numbers) + 1))
        assert_each_turn_completed_once(events, len(sent))
        async with server.http(token) as session:
            stored = await execute(session, MESSAGES, conversation=conversation)
        nodes = [edge["node"] for edge in stored["conversation"]["messages"]["edges"]]
        assert [n["text"] for n in nodes if n["author"] == "CLIENT"] == [text for text, _ in sent]
        assert len([n for n in nodes if n["author"] == "AGENT"]) == len(sent)


def assert_each_turn_completed_once(events: list[dict[str, Any]], turns: int) -> None:
    completed = [event["turnId"] for event in events if event["__typename"] == "TurnCompleted"]
    assert len(completed) == len(set(completed)) == turns
    for turn in completed:
        last = [event for event in events if event["turnId"] == turn][-1]
        assert last["__typename"] == "TurnCompleted"


@pytest.mark.timeout(600)
async def test_a_follower_whose_socket_drops_at_random_gets_every_event_once(on_sqlite: Deployment) -> None:
    server, token, chance = on_sqlite.server, on_sqlite.ada, random.Random(11)
    server.start()
    async with server.http(token) as session:
        started = await execute(session, START)
        conversation = started["conversationStart"]["conversation"]["id"]
        seen: list[int] = []
        turns = 0
        for _ in range(DROPS):
            if chance.random() < 0.25:
                text = TEXTS[turns % len(TEXTS)]
                await execute(session, SEND, conversation=conversation, text=text, message=str(uuid.uuid4()))
                turns += 1
            await follow_until_dropped(server, token, conversation, seen, chance)
        async with server.websocket(token) as last:
            whole = [event["sequence"] for event in await events_until_quiet(last, conversation, turns)]
        async with server.websocket(token) as last:
            await catch_up(last, conversation, seen, len(whole))
    assert seen == whole == list(range(1, len(whole) + 1))


async def follow_until_dropped(
    server: ServerProcess, token: str, conversation: str, seen: list[int], chance: random.Random
) -> None:
    """Follow from the last event seen, and tear the socket down without a goodbye after a moment."""
    socket = await websockets.connect(
        server.ws_url, subprotocols=[websockets.Subprotocol("graphql-transport-ws")]
    )
    following = asyncio.create_task(read_events(socket, token, conversation, seen))
    await asyncio.sleep(chance.uniform(0, 0.12))
    socket.transport.abort()
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)


async def read_events(
    socket: websockets.ClientConnection, token: str, conversation: str, seen: list[int]
) -> None:

    await socket.send(
        json.dumps({"type": "connection_init", "payload": {"authorization": f"Bearer {token}"}})
    )
    await socket.recv()
    variables = {"conversation": conversation, "after": seen[-1] if seen else 0}
    payload = {"query": EVENTS, "variables": variables}
    await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
    async for raw in socket:
        message = json.loads(raw)
        if message["type"] == "next":
            seen.append(message["payload"]["data"]["turnEvents"]["sequence"])


async def catch_up(session: AsyncClientSession, conversation: str, seen: list[int], last: int) -> None:
    if seen and seen[-1] == last:
        return
    request = gql(EVENTS)
    request.variable_values = {"conversation": conversation, "after": seen[-1] if seen else 0}
    async with asyncio.timeout(30):
        async for result in session.subscribe(request):
            seen.append(result["turnEvents"]["sequence"])
            if seen[-1] == last:
                return
