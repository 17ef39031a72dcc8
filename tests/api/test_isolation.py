"""One client can never read, follow, change or guess at another's, by any field, id, stream or error.

The test walks the schema itself, so a field that is added is walked too.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from httpx_sse import connect_sse

from api.graphql.limits import Limits
from api.graphql.schema import build_schema
from tests_support.api_server import ApiServer, serve_api
from tests_support.schema_walk import id_arguments, operation, root_fields

SCHEMA = build_schema().core
ROOTS = [pytest.param(*root, id=f"{root[0]}-{root[1]}") for root in root_fields(SCHEMA)]
NAMELESS = [root for root in ROOTS if not id_arguments(root.values[2])]
"""Root fields that name no object."""


@dataclass
class Alices:
    """What alice owns: its ids by prefix, and words that occur nowhere else."""

    ids: dict[str, str]
    words: list[str]
    cursors: dict[str, str]

    def leaks_into(self, text: str, asked: str = "") -> list[str]:
        """Whatever of hers is in `text`, besides what was asked for by name."""
        return [each for each in (*self.ids.values(), *self.words) if each != asked and each in text]


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ApiServer]:
    roomy = Limits(query_length=2_000_000, tokens=500_000, depth=50, aliases=1000)
    with serve_api(tmp_path_factory.mktemp("data"), limits=roomy) as server:
        yield server


@pytest.fixture(scope="module")
def alices(api: ApiServer) -> Alices:
    title, words = "Quokka rollout", "Wombat React marketplace"
    started = api.data(
        """mutation ($t: String!) {
          conversationStart(title: $t) { ... on ConversationStarted { conversation { id } } } }""",
        {"t": title},
    )
    conversation = started["conversationStart"]["conversation"]["id"]
    turn = send(api, conversation, words)
    send(api, conversation, "fail")
    (freelancer,) = list(api.run(api.services.store.freelancers.get_many([freelancer_id(api)])))
    prepared = api.data(
        """mutation ($id: ID!, $who: ID!) { handoffPrepare(conversationId: $id, candidateId: $who) {
          ... on HandoffPreviewed { handoff { id } } ... on Failure { message } } }""",
        {"id": conversation, "who": freelancer},
    )["handoffPrepare"]
    page = api.data(
        """query ($id: ID!) { conversations { pageInfo { endCursor } } conversation(id: $id) {
          messages(first: 1) { nodes { id } pageInfo { endCursor } }
          turns(first: 1) { pageInfo { endCursor } } handoffs(first: 1) { pageInfo { endCursor } } } }""",
        {"id": conversation},
    )
    mine = page["conversation"]
    return Alices(
        ids={
            "cv": conversation,
            "tn": turn,
            "ms": mine["messages"]["nodes"][0]["id"],
            "ho": prepared["handoff"]["id"],
            "cl": api.data("{ viewer { id } }")["viewer"]["id"],
        },
        words=[title, words],
        cursors={
            "conversations": page["conversations"]["pageInfo"]["endCursor"],
            "messages": mine["messages"]["pageInfo"]["endCursor"],
            "turns": mine["turns"]["pageInfo"]["endCursor"],
            "handoffs": mine["handoffs"]["pageInfo"]["endCursor"],
        },
    )


def freelancer_id(api: ApiServer) -> str:
    return str(
        api.data('{ candidateSearch(brief: {skills: [{name: "React"}]}) { nodes { candidateId } } }')[
            "candidateSearch"
        ]["nodes"][0]["candidateId"]
    )


def send(api: ApiServer, conversation: str, text: str) -> str:
    """A message of alice's and its finished turn."""
    sent = api.data(
        """mutation ($id: ID!, $text: String!) {
          messageSend(conversationId: $id, text: $text, clientMessageId: $id) {
          ... on MessageSent { turn { id } } } }""".replace(
            "clientMessageId: $id", f'clientMessageId: "{text}"'
        ),
        {"id": conversation, "text": text},
    )
    turn: str = sent["messageSend"]["turn"]["id"]
    client = api.data("{ viewer { id } }")["viewer"]["id"]
    api.run(api.services.runner.wait(client, turn, 10))
    return turn


def ask(api: ApiServer, kind: str, document: str, variables: dict[str, Any], client: str) -> str:
    """The answer as text; of a subscription, its first event."""
    if kind != "subscription":
        return json.dumps(api.post(document, variables, client), sort_keys=True)
    with (
        httpx.Client(timeout=20) as http,
        connect_sse(
            http,
            "POST",
            api.http_url,
            json={"query": document, "variables": variables},
            headers={**api.headers(client), "Accept": "text/event-stream"},
        ) as source,
    ):
        first = next(source.iter_sse())
        return json.dumps(json.loads(first.data), sort_keys=True)


@pytest.mark.parametrize(("kind", "name", "field"), NAMELESS)
def test_nothing_of_hers_without_naming_it(
    api: ApiServer, alices: Alices, kind: str, name: str, field: Any
) -> None:
    document, variables = operation(SCHEMA, kind, name, field, {})
    answer = ask(api, kind, document, variables, "bob")
    assert '"errors"' not in answer
    assert alices.leaks_into(answer) == []


@pytest.mark.parametrize(("kind", "name", "field"), ROOTS)
def test_her_ids_are_like_ids_that_never_were(
    api: ApiServer, alices: Alices, kind: str, name: str, field: Any
) -> None:
    before = export(api, alices)
    for argument in id_arguments(field):
        for prefix, hers in alices.ids.items():
            never = f"{prefix}_{'z' * (len(hers) - 3)}"
            given = {each: freelancer_id(api) for each in id_arguments(field) if each == "candidateId"}
            document, variables = operation(SCHEMA, kind, name, field, {**given, argument: hers})
            answer = ask(api, kind, document, variables, "bob")
            assert alices.leaks_into(answer, asked=hers) == []
            document, variables = operation(SCHEMA, kind, name, field, {**given, argument: never})
            other = ask(api, kind, document, variables, "bob")
            assert answer.replace(hers, never) == other
    assert export(api, alices) == before


def test_the_walk_would_see_a_leak(api: ApiServer, alices: Alices) -> None:
    """Alice herself finds by the same walk what bob must not."""
    seen = ""
    for kind, name, field in root_fields(SCHEMA):
        if kind == "mutation":
            continue
        for argument in id_arguments(field) or [""]:
            for hers in alices.ids.values():
                given = {argument: hers} if argument else {}
                document, variables = operation(SCHEMA, kind, name, field, given)
                if name != "turn":
                    seen += ask(api, kind, document, variables, "alice")
    assert set(alices.leaks_into(seen)) == {*alices.ids.values(), *alices.words}


@pytest.mark.parametrize("listed", ["conversations", "messages", "turns", "handoffs"])
def test_her_cursors_lead_nowhere(api: ApiServer, alices: Alices, listed: str) -> None:
    conversation = api.start_conversation("bob")
    cursor = alices.cursors[listed]
    if listed == "conversations":
        answer = api.data(
            "query ($c: String) { conversations(after: $c) { nodes { id } } }", {"c": cursor}, "bob"
        )
        assert answer["conversations"]["nodes"] == []
    else:
        selected = f"{listed}(after: $c) {{ nodes {{ id }} }}"
        query = f"query ($id: ID!, $c: String) {{ conversation(id: $id) {{ {selected} }} }}"
        answer = api.data(query, {"id": conversation, "c": cursor}, "bob")
        assert answer["conversation"][listed]["nodes"] == []


def test_the_walk_reaches_everything() -> None:
    """A root field that takes ids under another name would escape the walk: name it so that it does not."""
    named = {each for _, _, field in root_fields(SCHEMA) for each in id_arguments(field)}
    assert named == {"id", "conversationId", "candidateId", "turnId", "handoffId"}


def export(api: ApiServer, alices: Alices) -> Any:
    document = api.data(
        """mutation ($id: ID!) {
          conversationExport(conversationId: $id) { ... on ConversationExported { document } } }""",
        {"id": alices.ids["cv"]},
    )["conversationExport"]["document"]
    del document["exported"]
    return document
