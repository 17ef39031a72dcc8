"""GraphQL over server-sent events, in the protocol's distinct connections mode."""

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from httpx_sse import connect_sse

from tests_support.api_server import ApiServer

TURN = """subscription ($id: ID!, $text: String!) {
  turn(conversationId: $id, text: $text, clientMessageId: "m1") { __typename ... on Event { sequence } }
}"""
EVENTS = "subscription ($id: ID!) { turnEvents(conversationId: $id) { ... on Event { sequence } } }"


def stream(
    api: ApiServer, query: str, variables: dict[str, Any] | None = None, headers: dict[str, str] | None = None
) -> Iterator[tuple[str, Any]]:
    """The events of one operation: kind and decoded data."""
    with (
        httpx.Client(timeout=20) as client,
        connect_sse(
            client,
            "POST",
            api.http_url,
            json={"query": query, "variables": variables},
            headers={**(api.headers() if headers is None else headers), "Accept": "text/event-stream"},
        ) as source,
    ):
        source.response.raise_for_status()
        for event in source.iter_sse():
            yield event.event, json.loads(event.data) if event.data else None


def test_a_turn_streams_and_completes(api: ApiServer) -> None:
    events = list(stream(api, TURN, {"id": api.start_conversation(), "text": "React"}))
    assert [kind for kind, _ in events] == ["next"] * 7 + ["complete"]
    assert [data["data"]["turn"]["sequence"] for _, data in events[:-1]] == list(range(1, 8))


def test_a_query_is_one_event(api: ApiServer) -> None:
    assert list(stream(api, "{ viewer { name } }")) == [
        ("next", {"data": {"viewer": {"name": "alice"}}}),
        ("complete", None),
    ]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("subscription {", "GRAPHQL_PARSE_FAILED"),
        ("subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ('subscription { turnEvents(conversationId: "cv_x") { __typename } }', "NOT_FOUND"),
    ],
)
def test_faults_of_the_operation_are_events(api: ApiServer, query: str, code: str) -> None:
    (kind, data), end = stream(api, query)
    assert (kind, end) == ("next", ("complete", None))
    assert data["errors"][0]["extensions"]["code"] == code


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer rc_wrong"}])
def test_no_token_is_a_status(api: ApiServer, headers: dict[str, str]) -> None:
    with pytest.raises(httpx.HTTPStatusError) as refused:
        next(stream(api, EVENTS, {"id": "cv_x"}, headers))
    assert refused.value.response.status_code == 401


def test_a_subscription_for_a_client_that_takes_no_stream(api: ApiServer) -> None:
    for accept in ("application/json", "application/graphql-response+json"):
        response = httpx.post(
            api.http_url,
            json={"query": EVENTS, "variables": {"id": "cv_x"}},
            headers={**api.headers(), "Accept": accept},
        )
        assert response.status_code == 406
        assert response.json()["errors"][0]["extensions"]["code"] == "NOT_ACCEPTABLE"


def test_json_is_preferred_for_what_is_no_subscription(api: ApiServer) -> None:
    response = httpx.post(
        api.http_url,
        json={"query": "{ viewer { name } }"},
        headers={
            **api.headers(),
            "Accept": "application/graphql-response+json, application/json, text/event-stream, */*",
        },
    )
    assert response.headers["content-type"] == "application/graphql-response+json; charset=utf-8"


def test_whoever_leaves_is_forgotten(api: ApiServer) -> None:
    """A client that stops reading and then drops the connection leaves no subscriber behind."""
    conversation = api.start_conversation()
    bell: Any = api.services.runner._bell
    with (
        httpx.Client(timeout=20) as client,
        connect_sse(
            client,
            "POST",
            api.http_url,
            json={"query": EVENTS, "variables": {"id": conversation}},
            headers={**api.headers(), "Accept": "text/event-stream"},
        ),
    ):
        wait_for(lambda: conversation in bell._rings)
    wait_for(lambda: conversation not in bell._rings)


def test_streams_end_when_the_server_stops(api: ApiServer) -> None:
    conversation = api.start_conversation()
    events: list[tuple[str, Any]] = []
    bell: Any = api.services.runner._bell
    follower = threading.Thread(target=lambda: events.extend(stream(api, EVENTS, {"id": conversation})))
    follower.start()
    wait_for(lambda: conversation in bell._rings)
    stopping: asyncio.Event = api.app.state.stopping
    api.loop.call_soon_threadsafe(stopping.set)
    follower.join(10)
    assert not follower.is_alive()
    assert events == []
    assert httpx.get(f"http://127.0.0.1:{api.port}/readyz").status_code == 503
    api.loop.call_soon_threadsafe(stopping.clear)


def wait_for(condition: Any) -> None:
    pause = threading.Event()
    for _ in range(1000):
        if condition():
            return
        pause.wait(0.01)
    raise AssertionError("it never happened")
