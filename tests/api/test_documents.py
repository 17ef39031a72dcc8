"""Documents are parsed and validated once, with the limits on, and the cache has an end."""

from typing import Any

import pytest
from graphql import GraphQLError

from api.graphql.documents import DocumentCache
from api.graphql.limits import Limits
from api.graphql.schema import build_schema
from tests_support.api_server import ApiServer

SCHEMA = build_schema().core


def faults(text: str, limits: Limits | None = None) -> list[dict[str, Any] | None]:
    """The extensions of what is wrong with a document."""
    documents = DocumentCache(SCHEMA, limits or Limits())
    return [error.extensions for error in documents.validate(documents.parse(text))]


def test_the_server_validates_a_document_once(api: ApiServer) -> None:
    documents = api.app.state.engine.documents
    before = documents.validations
    for first in range(5):
        api.data("query Once($n: Int!) { skills(first: $n) { nodes { name } } }", {"n": first})
    assert documents.validations == before + 1


def test_what_is_wrong_with_a_document_is_remembered_too() -> None:
    documents = DocumentCache(SCHEMA, Limits())
    for _ in range(2):
        (error,) = documents.validate(documents.parse("{ nothing }"))
        assert error.message == "Cannot query field 'nothing' on type 'Query'."
    assert documents.validations == 1


def test_the_least_recently_used_document_goes() -> None:
    documents = DocumentCache(SCHEMA, Limits(cached_documents=2))

    def validations_after(*names: str) -> int:
        for name in names:
            documents.validate(documents.parse(f"{{ {name}: __typename }}"))
        return documents.validations

    assert validations_after("a", "b", "a", "c") == 3
    assert validations_after("a") == 3
    assert validations_after("b") == 4


@pytest.mark.parametrize(
    ("selected", "levels"),
    [
        ("viewer { name }", 2),
        ("viewer { conversations { nodes { title } } }", 4),
        ("viewer { ... on Viewer { ...F } }", 3),
        ("__schema { types { fields { type { ofType { ofType { name } } } } } }", 0),
    ],
)
def test_depth_counts_fields_and_not_how_they_are_written(selected: str, levels: int) -> None:
    text = f"{{ {selected} }}" + (" fragment F on Viewer { limits { listSize } }" if "F" in selected else "")
    assert faults(text, Limits(depth=levels)) == []
    if levels:
        assert faults(text, Limits(depth=levels - 1)) == [{"code": "QUERY_TOO_DEEP", "limit": levels - 1}]


def test_fragments_that_multiply_cost_no_more_than_their_tokens() -> None:
    chain = " ".join(
        f"fragment F{n} on Query {{ ...F{n + 1} ... on Query {{ ...F{n + 1} }} }}" for n in range(200)
    )
    text = f"{{ ...F0 }} {chain} fragment F200 on Query {{ a: viewer {{ id }} }}"
    assert faults(text, Limits(tokens=10_000)) == [{"code": "QUERY_TOO_MANY_ALIASES", "limit": 30}]


@pytest.mark.parametrize(
    "text",
    [
        "{ " + "viewer { id } " * 41 + "}",
        "{ " + "... on Query { viewer { id } } " * 41 + "}",
        "{ ...F0 } "
        + " ".join(f"fragment F{n} on Query {{ ...F{n + 1} viewer {{ id }} }}" for n in range(41)),
        "{ " + "a: viewer { id } " * 21 + "... on Query { " + "a: viewer { id } " * 20 + "} }",
    ],
)
def test_fields_that_would_all_be_compared_are_counted(text: str) -> None:
    assert faults(text, Limits(aliases=100)) == [{"code": "QUERY_TOO_REPETITIVE", "limit": 40}]
    assert faults(text.replace("viewer { id }", "__typename"), Limits(aliases=100))[:1] != [
        {"code": "QUERY_TOO_REPETITIVE", "limit": 40}
    ]


@pytest.mark.parametrize(
    "text", ["{ ...F } fragment F on Query { ...F }", "{ ...F }", "fragment F on Query { ...G }"]
)
def test_broken_fragments_are_validations_to_report(text: str) -> None:
    assert faults(text)
    assert all(each == {"code": "GRAPHQL_VALIDATION_FAILED"} for each in faults(text))


def test_nesting_beyond_the_stack_is_refused() -> None:
    with pytest.raises(GraphQLError) as refused:
        faults("{a" * 5_000, Limits(query_length=100_000, tokens=100_000))
    assert refused.value.extensions == {"code": "QUERY_TOO_DEEP"}
