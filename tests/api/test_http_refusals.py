"""What the HTTP endpoint refuses, each with a status and a code that says why."""

import json
from typing import Any

import httpx
import pytest

from tests_support.api_server import ApiServer

GRAPHQL = "application/graphql-response+json"


def code_of(response: httpx.Response) -> str:
    code: str = response.json()["errors"][0]["extensions"]["code"]
    return code


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ a" * 20, "GRAPHQL_PARSE_FAILED"),
        ("{ a" * 400, "QUERY_TOO_DEEP"),
        ("{ " + "a: __typename " * 3000 + "}", "QUERY_TOO_LONG"),
        ("{ " + "a " * 2100 + "}", "QUERY_TOO_MANY_TOKENS"),
        ("{ " + " ".join(f"a{n}: __typename" for n in range(31)) + "}", "QUERY_TOO_MANY_ALIASES"),
        ("{ viewer { " + "conversations { nodes { messages { nodes { id } } } } }}", None),
        ("{ viewer " + "{ a " * 20 + "}" * 21, "QUERY_TOO_DEEP"),
        ("{" * 900 + "}" * 900, "GRAPHQL_PARSE_FAILED"),
        ('{ node(id: "\\u0000") { id } }', "BAD_REQUEST"),
        ('{ node(id: "\\u{0}") { id } }', "BAD_REQUEST"),
        ("{ conversations(first: 101) { nodes { id } } }", "LIST_TOO_LONG"),
        ("{ conversations(first: -1) { nodes { id } } }", "BAD_INPUT"),
        ('{ conversations(after: "nonsense") { nodes { id } } }', "BAD_INPUT"),
        ('{ skills(after: "Y29udGlueA") { nodes { name } } }', "BAD_INPUT"),
    ],
)
def test_limits_have_codes(api: ApiServer, query: str, code: str | None) -> None:
    answer = api.post(query)
    codes = [error["extensions"]["code"] for error in answer.get("errors", [])]
    assert codes[:1] == ([code] if code else [])


def test_fragments_that_multiply_are_counted_once(api: ApiServer) -> None:
    bombs = " ".join(
        f"fragment F{n} on Query {{ ...F{n + 1} a: viewer {{ id }} ...F{n + 1} }}" for n in range(40)
    )
    answer = api.post(f"{{ ...F0 }} {bombs} fragment F40 on Query {{ b: viewer {{ id }} }}")
    assert answer["errors"][0]["extensions"]["code"] == "QUERY_TOO_MANY_ALIASES"


def test_a_body_that_is_too_large(api: ApiServer) -> None:
    large = json.dumps({"query": "{ __typename }", "variables": {"a": "x" * 300_000}}).encode()
    headers = {**api.headers(), "Content-Type": "application/json"}
    whole = httpx.post(api.http_url, content=large, headers=headers)
    assert (whole.status_code, code_of(whole)) == (413, "BODY_TOO_LARGE")

    def pieces() -> Any:
        yield from (large[start : start + 10_000] for start in range(0, len(large), 10_000))

    piecemeal = httpx.post(api.http_url, content=pieces(), headers=headers)
    assert (piecemeal.status_code, code_of(piecemeal)) == (413, "BODY_TOO_LARGE")


@pytest.mark.parametrize(
    ("content", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'[{"query": "{ __typename }"}]', "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"[" * 200_000, "application/json", 400),
        (b'{"query": "{ __typename }"}', "text/plain", 415),
        (b'{"query": "{ __typename }"}', "application/json; charset=latin-1", 415),
        (b"query={__typename}", "application/x-www-form-urlencoded", 415),
        (
            b'--b\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--b--',
            "multipart/form-data; boundary=b",
            415,
        ),
    ],
)
def test_bodies_that_are_no_request(api: ApiServer, content: bytes, content_type: str, status: int) -> None:
    response = httpx.post(
        api.http_url, content=content, headers={**api.headers(), "Content-Type": content_type}
    )
    assert (response.status_code, code_of(response)) == (status, "BAD_REQUEST")


def test_what_nobody_can_be_answered_in(api: ApiServer) -> None:
    response = httpx.post(
        api.http_url,
        json={"query": "{ __typename }"},
        headers={**api.headers(), "Accept": "text/plain, image/png"},
    )
    assert (response.status_code, code_of(response)) == (406, "NOT_ACCEPTABLE")


def test_a_get_changes_nothing(api: ApiServer) -> None:
    for query in (
        "mutation { conversationStart { __typename } }",
        "subscription { turnEvents(conversationId: 1) { __typename } }",
    ):
        response = httpx.get(api.http_url, params={"query": query}, headers=api.headers())
        assert (response.status_code, code_of(response)) == (405, "METHOD_NOT_ALLOWED")
        assert response.headers["allow"] == "POST"
    asked = httpx.get(
        api.http_url,
        params={
            "query": "query ($n: Int!) { skills(first: $n) { nodes { name } } }",
            "variables": '{"n": 1}',
        },
        headers=api.headers(),
    )
    assert asked.status_code == 200
    assert len(asked.json()["data"]["skills"]["nodes"]) == 1


def test_other_methods(api: ApiServer) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        assert httpx.request(method, api.http_url).status_code == 405


@pytest.mark.parametrize("accept", [GRAPHQL, "application/json"])
@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer rc_wrong"}, {"Authorization": "Basic abc"}]
)
def test_no_token_no_data(api: ApiServer, accept: str, headers: dict[str, str]) -> None:
    for query in (
        "{ viewer { name } }",
        "{ __typename ...F } fragment F on Query { viewer { name } }",
        "mutation { conversationStart { __typename } }",
    ):
        response = httpx.post(api.http_url, json={"query": query}, headers={**headers, "Accept": accept})
        assert (response.status_code, code_of(response)) == (401, "UNAUTHENTICATED")
        assert response.headers["www-authenticate"] == "Bearer"
        assert "data" not in response.json()


def test_the_schema_may_be_read_without_a_token(api: ApiServer) -> None:
    query = """query { __schema { queryType { name } } ...F ... on Query { __typename } }
      fragment F on Query { __type(name: "Brief") { name } }"""
    answer = httpx.post(api.http_url, json={"query": query}).json()
    assert answer == {
        "data": {
            "__schema": {"queryType": {"name": "Query"}},
            "__typename": "Query",
            "__type": {"name": "Brief"},
        }
    }
    wrong = httpx.post(api.http_url, json={"query": query}, headers={"Authorization": "Bearer rc_wrong"})
    assert wrong.status_code == 401


def test_security_headers(api: ApiServer) -> None:
    base = f"http://127.0.0.1:{api.port}"
    for response in (
        httpx.post(api.http_url, json={"query": "{ __typename }"}),
        httpx.get(f"{base}/healthz"),
        httpx.get(f"{base}/nowhere"),
    ):
        assert response.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["referrer-policy"] == "no-referrer"
        assert response.headers["cache-control"] == "no-store"
        assert "server" not in response.headers
    page = httpx.get(api.http_url, headers={"Accept": "text/html"})
    assert "script-src 'self'" in page.headers.get("content-security-policy", "") or page.status_code == 503


def test_no_address_redirects_a_request(api: ApiServer) -> None:
    assert httpx.post(f"{api.http_url}/", json={"query": "{ __typename }"}).status_code == 404
    assert httpx.post(api.http_url, json={"query": "{ __typename }"}).status_code == 200
    assert httpx.get(f"http://127.0.0.1:{api.port}/healthz").json() == {"status": "ok"}
