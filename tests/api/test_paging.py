"""Connections are walked from one end to the other without gap or repetition."""

from typing import Any

import pytest

from tests_support.api_server import ApiServer

CONNECTIONS = {
    "conversations": "conversations(first: $first, after: $after)",
    "skills": 'skills(query: "sh", first: $first, after: $after)',
    "candidateSearch": 'candidateSearch(brief: {skills: [{name: "React"}]}, first: $first, after: $after)',
}
WITHIN = {
    "conversation": ["messages", "turns", "events", "handoffs"],
    "candidate": ["contracts", "portfolio"],
}


def walk(api: ApiServer, document: str, path: list[str], first: int, **variables: Any) -> list[str]:
    """The cursors of every edge, page by page."""
    cursors: list[str] = []
    after = None
    while True:
        page: Any = api.data(document, {"first": first, "after": after, **variables})
        for step in path:
            page = page[step]
        assert len(page["edges"]) <= first
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        cursors += [edge["cursor"] for edge in page["edges"]]
        if not page["pageInfo"]["hasNextPage"]:
            return cursors
        after = page["pageInfo"]["endCursor"]
        assert after == cursors[-1]


PAGE = (
    "{ edges { cursor node { __typename } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"
)


@pytest.mark.parametrize("name", CONNECTIONS)
def test_root_connections(api: ApiServer, name: str) -> None:
    for _ in range(5):
        api.start_conversation()
    document = f"query ($first: Int!, $after: String) {{ {CONNECTIONS[name]} {PAGE} }}"
    whole = walk(api, document, [name], 100)
    assert len(set(whole)) == len(whole) > 4
    assert walk(api, document, [name], 2) == whole


@pytest.mark.parametrize(
    ("owner", "name"), [(owner, name) for owner, names in WITHIN.items() for name in names]
)
def test_connections_within(api: ApiServer, owner: str, name: str) -> None:
    if owner == "conversation":
        given = api.start_conversation()
        candidate = api.data(
            '{ candidateSearch(brief: {role: "frontend-developer"}) { nodes { candidateId } } }'
        )
        who = candidate["candidateSearch"]["nodes"][0]["candidateId"]
        for _ in range(3):
            api.data(
                """mutation ($id: ID!, $who: ID!) {
                  handoffPrepare(conversationId: $id, candidateId: $who) { __typename } }""",
                {"id": given, "who": who},
            )
    else:
        found = api.data('{ candidateSearch(brief: {role: "frontend-developer"}) { nodes { candidateId } } }')
        given = found["candidateSearch"]["nodes"][0]["candidateId"]
    document = f"""query ($id: ID!, $first: Int!, $after: String) {{
      {owner}(id: $id) {{ {name}(first: $first, after: $after) {PAGE} }} }}"""
    whole = walk(api, document, [owner, name], 100, id=given)
    assert len(set(whole)) == len(whole) > 0
    assert walk(api, document, [owner, name], 1, id=given) == whole
    answer = api.post(document, {"id": given, "first": 101, "after": None})
    assert answer["errors"][0]["extensions"] == {"code": "LIST_TOO_LONG", "argument": "first", "limit": 100}


def test_a_search_can_be_walked_and_keeps_its_positions(api: ApiServer) -> None:
    document = f"""query ($first: Int!, $after: String) {{
      {CONNECTIONS["candidateSearch"]} {{ eligible marketplace nodes {{ position candidateId }}
      pageInfo {{ endCursor }} }} }}"""
    first = api.data(document, {"first": 3})["candidateSearch"]
    second = api.data(document, {"first": 10, "after": first["pageInfo"]["endCursor"]})["candidateSearch"]
    assert [node["position"] for node in first["nodes"] + second["nodes"]] == list(range(1, 8))
    assert len({node["candidateId"] for node in first["nodes"] + second["nodes"]}) == 7
    assert first["eligible"] == first["marketplace"] == 7
