"""What one WebSocket operation does, right or wrong, is its own affair."""

import json
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus

from tests_support.api_server import ApiServer
from tests_support.transport_ws import RawSocket, greeted_socket, open_socket

EVENTS = (
    "subscription ($id: ID!) { turnEvents(conversationId: $id) { __typename ... on Event { sequence } } }"
)
TURN = """subscription ($id: ID!, $text: String!, $key: ID!) {
  turn(conversationId: $id, text: $text, clientMessageId: $key) { __typename ... on Event { sequence } }
}"""


async def say(socket: RawSocket, conversation: str, operation: str, text: str = "React please") -> list[str]:
    """Send a message in a turn of its own; the kinds of its events."""
    await socket.subscribe(operation, TURN, variables={"id": conversation, "text": text, "key": operation})
    messages = await socket.until(operation, "complete", "error")
    return [message["payload"]["data"]["turn"]["__typename"] for message in messages[:-1]]


async def test_a_turn_streams_to_its_end(api: ApiServer) -> None:
    conversation = api.start_conversation()
    async with greeted_socket(api) as socket:
        kinds = await say(socket, conversation, "t1")
    assert kinds == [
        "TurnStarted",
        "StepEntered",
        "BriefChanged",
        "QuestionAsked",
        "CandidatesRanked",
        "ReplyDelta",
        "TurnCompleted",
    ]


async def test_the_same_message_again_replays_the_turn(api: ApiServer) -> None:
    conversation = api.start_conversation()
    async with greeted_socket(api) as socket:
        first = await say(socket, conversation, "same")
        await say(socket, conversation, "other")
        assert await say(socket, conversation, "same") == first


async def test_a_failed_turn_ends_its_subscription_and_can_be_retried(api: ApiServer) -> None:
    conversation = api.start_conversation()
    async with greeted_socket(api) as socket:
        assert (await say(socket, conversation, "f", "fail"))[-1] == "TurnFailed"
        turn = api.data(
            "query ($id: ID!) { conversation(id: $id) { turns { nodes { id error { message } } } } }",
            {"id": conversation},
        )
        (node,) = turn["conversation"]["turns"]["nodes"]
        assert "hunter2" not in json.dumps(node)
        retried = api.data(
            """mutation ($id: ID!) {
              turnRetry(turnId: $id) { ... on TurnRetried { turn { status attempt } } } }""",
            {"id": node["id"]},
        )
        assert retried["turnRetry"]["turn"] == {"status": "QUEUED", "attempt": 1}
        kinds = await say(socket, conversation, "f", "fail")
        assert kinds.count("TurnFailed") == 2
        assert kinds[-1] == "TurnFailed"


MALFORMED: list[Any] = [
    [1],
    "text",
    1,
    None,
    {},
    {"type": 1},
    {"type": "nonsense"},
    {"type": "next", "id": "live"},
    {"type": "nonsense", "id": "live"},
    {"type": "subscribe"},
    {"type": "subscribe", "id": 7, "payload": {"query": "{ __typename }"}},
    {"type": "subscribe", "id": "", "payload": {"query": "{ __typename }"}},
    {"type": "complete"},
    {"type": "complete", "id": "unknown"},
    {"type": "connection_init", "payload": [1]},
    {"type": "ping", "payload": 3},
    {"type": "pong"},
]


@pytest.mark.parametrize("message", MALFORMED, ids=lambda message: json.dumps(message)[:40])
async def test_a_message_that_is_none_leaves_subscriptions_alone(api: ApiServer, message: Any) -> None:
    conversation = api.start_conversation()
    async with greeted_socket(api) as socket:
        await socket.subscribe("live", EVENTS, variables={"id": conversation})
        await socket.send(message)
        assert (await say(socket, conversation, "after"))[-1] == "TurnCompleted"
        await socket.subscribe("q", "{ viewer { name } }")
        (answer, _) = await socket.until("q", "complete", "error")
        assert answer["payload"]["data"] == {"viewer": {"name": "alice"}}
        await socket.send({"type": "ping"})


@pytest.mark.parametrize("frame", ["{", "", "\x00", "[" * 100_000, b"\x00\x01"])
async def test_a_frame_that_is_not_json_is_answered(api: ApiServer, frame: str | bytes) -> None:
    async with greeted_socket(api) as socket:
        await socket.connection.send(frame)
        answer = await socket.receive()
        assert answer["type"] == "pong"
        assert answer["payload"]["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


BAD_OPERATIONS: list[tuple[dict[str, Any], str]] = [
    ({"query": "subscription {"}, "GRAPHQL_PARSE_FAILED"),
    ({"query": "{ nothing }"}, "GRAPHQL_VALIDATION_FAILED"),
    ({"query": "query A { __typename }", "operationName": "B"}, "BAD_REQUEST"),
    ({"query": "query A { __typename } query B { __typename }"}, "BAD_REQUEST"),
    ({"query": "fragment F on Query { __typename }"}, "BAD_REQUEST"),
    ({"query": 1}, "BAD_REQUEST"),
    ({}, "BAD_REQUEST"),
    ({"query": "{ __typename }", "variables": [1]}, "BAD_REQUEST"),
    ({"query": "{ __typename }", "operationName": 1}, "BAD_REQUEST"),
    ({"query": "query ($id: ID!) { node(id: $id) { id } }", "variables": {}}, "BAD_INPUT"),
    ({"query": 'subscription { turnEvents(conversationId: "cv_x") { __typename } }'}, "NOT_FOUND"),
    ({"query": EVENTS, "variables": {"id": "cv_\ud800"}}, "BAD_REQUEST"),
    ({"query": EVENTS, "variables": {"id": "cv_\x00"}}, "BAD_REQUEST"),
]


@pytest.mark.parametrize(("payload", "code"), BAD_OPERATIONS)
async def test_a_bad_operation_is_answered_and_leaves_subscriptions_alone(
    api: ApiServer, payload: dict[str, Any], code: str
) -> None:
    conversation = api.start_conversation()
    async with greeted_socket(api) as socket:
        await socket.subscribe("live", EVENTS, variables={"id": conversation})
        await socket.send({"id": "bad", "type": "subscribe", "payload": payload})
        (answer,) = await socket.until("bad", "error", "next")
        assert answer["type"] == "error"
        assert answer["payload"][0]["extensions"]["code"] == code
        await socket.subscribe("bad", "{ __typename }")
        assert [each["type"] for each in await socket.until("bad", "complete")] == ["next", "complete"]
        sent = api.data(
            """mutation ($id: ID!) { messageSend(conversationId: $id, text: "React", clientMessageId: "x") {
              __typename } }""",
            {"id": conversation},
        )
        assert sent["messageSend"]["__typename"] == "MessageSent"
        seen = [(await socket.until("live", "next", "complete", "error"))[0] for _ in range(7)]
        assert [each["payload"]["data"]["turnEvents"]["sequence"] for each in seen] == list(range(1, 8))


async def test_an_operation_can_be_stopped(api: ApiServer) -> None:
    conversation = api.start_conversation()
    async with greeted_socket(api) as socket:
        await socket.subscribe("live", EVENTS, variables={"id": conversation})
        await socket.send({"id": "live", "type": "complete"})
        await say(socket, conversation, "t")
        await socket.subscribe("live", EVENTS, variables={"id": conversation})
        (first,) = await socket.until("live", "next")
        assert first["payload"]["data"]["turnEvents"]["sequence"] == 1


async def test_following_after_a_number_repeats_nothing(api: ApiServer) -> None:
    conversation = api.start_conversation()
    async with greeted_socket(api) as socket:
        await say(socket, conversation, "t")
    async with greeted_socket(api) as socket:
        query = EVENTS.replace("id)", "id, after: 5)")
        await socket.subscribe("rest", query, variables={"id": conversation})
        rest = [(await socket.until("rest", "next"))[0] for _ in range(2)]
        assert [each["payload"]["data"]["turnEvents"]["sequence"] for each in rest] == [6, 7]


async def test_deleting_the_conversation_ends_the_subscription(api: ApiServer) -> None:
    conversation = api.start_conversation()
    async with greeted_socket(api) as socket:
        await socket.subscribe("live", EVENTS, variables={"id": conversation})
        await socket.subscribe("q", "{ __typename }")
        await socket.until("q", "complete")
        api.data(
            "mutation ($id: ID!) { conversationDelete(conversationId: $id) { __typename } }",
            {"id": conversation},
        )
        assert [each["type"] for each in await socket.until("live", "complete", "error")] == ["complete"]


@pytest.mark.parametrize(
    "payload", [None, {}, {"authorization": "Bearer rc_wrong"}, {"token": ""}, {"token": 7}]
)
async def test_no_valid_token_no_entry(api: ApiServer, payload: Any) -> None:
    async with open_socket(api) as socket:
        await socket.send({"type": "connection_init", **({} if payload is None else {"payload": payload})})
        assert await socket.close_code() == 4403


@pytest.mark.parametrize("key", ["authorization", "Authorization", "token"])
async def test_the_token_may_come_under_any_usual_name(api: ApiServer, key: str) -> None:
    for value in (api.tokens["bob"], f"Bearer {api.tokens['bob']}"):
        async with open_socket(api) as socket:
            await socket.send({"type": "connection_init", "payload": {key: value}})
            assert (await socket.receive())["type"] == "connection_ack"


async def test_the_token_may_come_with_the_handshake(api: ApiServer) -> None:
    async with open_socket(api, additional_headers=api.headers()) as socket:
        await socket.send({"type": "connection_init"})
        assert (await socket.receive())["type"] == "connection_ack"


async def test_the_protocols_own_reasons_to_close(api: ApiServer) -> None:
    async with open_socket(api) as socket:
        await socket.subscribe("early", "{ __typename }")
        assert await socket.close_code() == 4401
    async with greeted_socket(api) as socket:
        await socket.send({"type": "connection_init", "payload": {"token": api.tokens["alice"]}})
        assert await socket.close_code() == 4429
    async with greeted_socket(api) as socket:
        conversation = api.start_conversation()
        for _ in range(2):
            await socket.subscribe("twice", EVENTS, variables={"id": conversation})
        assert await socket.close_code() == 4409
    for subprotocol in ("graphql-ws", None):
        async with open_socket(api, subprotocol=subprotocol) as socket:
            assert await socket.close_code() == 4406


async def test_a_foreign_page_is_refused(api: ApiServer) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with open_socket(api, origin="https://evil.example"):
            pass
    assert refused.value.response.status_code == 403
    async with open_socket(api, origin=f"http://127.0.0.1:{api.port}") as socket:
        await socket.send({"type": "ping"})
        assert (await socket.receive())["type"] == "pong"


async def test_a_withdrawn_token_starts_nothing_more(api: ApiServer) -> None:
    clients = api.services.store.clients
    carol = api.run(clients.create("carol"))
    secret, info = api.run(clients.create_token(carol.id, "test"))
    api.tokens["carol"] = secret
    async with greeted_socket(api, "carol") as socket:
        api.run(clients.revoke(info.id))
        await socket.subscribe("q", "{ viewer { name } }")
        (answer,) = await socket.until("q", "error", "next")
        assert answer["payload"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_a_mutation_over_the_socket(api: ApiServer) -> None:
    async with greeted_socket(api) as socket:
        await socket.subscribe("m", "mutation { conversationStart { __typename } }")
        answer, end = await socket.until("m", "complete")
        assert answer["payload"] == {"data": {"conversationStart": {"__typename": "ConversationStarted"}}}
        assert end == {"id": "m", "type": "complete"}
