"""What goes wrong inside is logged under an id and shown as nothing but that id."""

import asyncio
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from api.graphql.limits import Limits
from api.server.limits import ServerLimits
from store.nouns.match import Ranking
from tests_support.api_server import ApiServer, serve_api
from tests_support.transport_ws import greeted_socket, open_socket

SEARCH = '{ candidateSearch(brief: {skills: [{name: "React"}]}) { eligible } }'


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ApiServer]:
    """A server that waits for nobody."""
    with serve_api(
        tmp_path_factory.mktemp("data"),
        Limits(operation_seconds=0.2),
        ServerLimits(
            init_seconds=0.2, recheck_seconds=0.1, body_seconds=0.2, socket_operations=3, socket_faults=5
        ),
    ) as server:
        yield server


@pytest.fixture
def broken(hasty: ApiServer, monkeypatch: pytest.MonkeyPatch) -> None:
    async def search(*_: Any, **__: Any) -> Ranking:
        raise RuntimeError("postgresql://rolecall:hunter2@db/prod is down")

    monkeypatch.setattr(hasty.services.matcher, "search", search)


@pytest.fixture
def stuck(hasty: ApiServer, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    ends: list[str] = []

    async def search(*_: Any, **__: Any) -> Ranking:
        try:
            await asyncio.Event().wait()
        finally:
            ends.append("ended")
        return Ranking()

    monkeypatch.setattr(hasty.services.matcher, "search", search)
    return ends


@pytest.mark.usefixtures("broken")
def test_an_unexpected_error_is_masked_and_logged(hasty: ApiServer, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        answer = hasty.post(SEARCH)
    (error,) = answer["errors"]
    assert answer["data"] is None
    assert error["extensions"]["code"] == "INTERNAL"
    assert error["path"] == ["candidateSearch"]
    assert "hunter2" not in str(answer)
    (record,) = caplog.records
    assert error["extensions"]["errorId"] in record.getMessage()
    assert error["extensions"]["errorId"] in error["message"]
    assert "hunter2" in caplog.text


@pytest.mark.usefixtures("broken")
async def test_so_it_is_over_a_socket(hasty: ApiServer) -> None:
    async with greeted_socket(hasty) as socket:
        await socket.subscribe("s", SEARCH)
        answer, _ = await socket.until("s", "complete")
        assert answer["payload"]["errors"][0]["extensions"]["code"] == "INTERNAL"
        assert "hunter2" not in str(answer)


@pytest.mark.parametrize(
    ("document", "variables"),
    [
        ("query ($id: ID!) { node(id: $id) { id } }", {}),
        ("query ($n: Int!) { conversations(first: $n) { nodes { id } } }", {"n": "three"}),
        ("query ($b: BriefInput!) { candidateSearch(brief: $b) { eligible } }", {"b": {"startBy": "soon"}}),
        ("query ($b: BriefInput!) { candidateSearch(brief: $b) { eligible } }", {"b": {"seniority": "BOSS"}}),
        ("query ($b: BriefInput!) { candidateSearch(brief: $b) { eligible } }", {"b": {"minRating": 1e999}}),
    ],
)
def test_wrong_variables_are_the_clients_to_know(
    hasty: ApiServer, document: str, variables: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    answer = hasty.run(_posted(hasty, document, variables))
    assert answer["errors"][0]["extensions"]["code"] == "BAD_INPUT"
    assert "data" not in answer
    assert caplog.records == []


async def _posted(api: ApiServer, document: str, variables: dict[str, Any]) -> dict[str, Any]:
    """Straight into the engine: httpx will not write every number a client can."""
    from api.graphql.engine import OperationRequest

    (alice, _) = await api.services.store.clients.list()
    engine = api.app.state.engine
    result = await engine.execute(engine.prepare(OperationRequest(document, variables), alice))
    response: dict[str, Any] = result.as_response()
    return response


def test_an_operation_that_takes_too_long_is_stopped(hasty: ApiServer, stuck: list[str]) -> None:
    (error,) = hasty.post(SEARCH)["errors"]
    assert error["extensions"]["code"] == "TIMEOUT"
    assert stuck == ["ended"]


async def test_so_it_is_on_a_socket(hasty: ApiServer, stuck: list[str]) -> None:
    async with greeted_socket(hasty) as socket:
        await socket.subscribe("s", SEARCH)
        (answer,) = await socket.until("s", "complete", "error")
        assert answer["payload"][0]["extensions"]["code"] == "TIMEOUT"
    assert stuck == ["ended"]


async def test_a_socket_that_never_introduces_itself_is_closed(hasty: ApiServer) -> None:
    async with open_socket(hasty) as socket:
        assert await socket.close_code() == 4408


async def test_a_socket_whose_token_is_withdrawn_is_closed(hasty: ApiServer) -> None:
    clients = hasty.services.store.clients
    carol = await asyncio.to_thread(hasty.run, clients.create("carol"))
    hasty.tokens["carol"], info = await asyncio.to_thread(hasty.run, clients.create_token(carol.id, "test"))
    async with greeted_socket(hasty, "carol") as socket:
        await asyncio.to_thread(hasty.run, clients.revoke(info.id))
        assert await socket.close_code() == 4403


async def test_a_socket_has_a_place_for_so_many_operations(hasty: ApiServer) -> None:
    conversation = hasty.start_conversation()
    events = "subscription ($id: ID!) { turnEvents(conversationId: $id) { __typename } }"
    async with greeted_socket(hasty) as socket:
        for number in range(4):
            await socket.subscribe(str(number), events, variables={"id": conversation})
        (answer,) = await socket.until("3", "error", "next")
        assert answer["payload"][0]["extensions"] == {"code": "TOO_MANY_OPERATIONS", "limit": 3}
        await socket.send({"type": "complete", "id": "0"})
        await socket.subscribe("4", "{ __typename }")
        assert (await socket.until("4", "error", "next"))[0]["type"] == "next"


async def test_patience_with_nonsense_ends(hasty: ApiServer) -> None:
    async with greeted_socket(hasty) as socket:
        for _ in range(6):
            await socket.send([1])
        assert await socket.close_code() == 4400


async def test_a_body_that_dribbles_is_given_up(hasty: ApiServer) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", hasty.port)
    writer.write(
        b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
    )
    answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
    assert answer.startswith(b"HTTP/1.1 408 ")
    writer.close()
    await writer.wait_closed()
