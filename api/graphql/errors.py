"""Errors a client is meant to see: each has a code in `extensions`, so that a frontend can branch on it.

Expected failures of a mutation are types in its payload instead (api.graphql.types.failures). What is
left for this module are the refusals GraphQL itself has to report: no token, a limit, a wrong argument of
a query, a subscription to something that is not there.
"""

from enum import StrEnum
from typing import Any

from graphql import GraphQLError, GraphQLSyntaxError


class Code(StrEnum):
    """The values of `extensions.code`. Part of the API: never renamed."""

    UNAUTHENTICATED = "UNAUTHENTICATED"
    NOT_FOUND = "NOT_FOUND"
    BAD_REQUEST = "BAD_REQUEST"
    BAD_INPUT = "BAD_INPUT"
    SYNTAX = "GRAPHQL_PARSE_FAILED"
    VALIDATION = "GRAPHQL_VALIDATION_FAILED"
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"
    NOT_ACCEPTABLE = "NOT_ACCEPTABLE"
    BODY_TOO_LARGE = "BODY_TOO_LARGE"
    QUERY_TOO_LONG = "QUERY_TOO_LONG"
    QUERY_TOO_MANY_TOKENS = "QUERY_TOO_MANY_TOKENS"
    QUERY_TOO_DEEP = "QUERY_TOO_DEEP"
    QUERY_TOO_MANY_ALIASES = "QUERY_TOO_MANY_ALIASES"
    QUERY_TOO_REPETITIVE = "QUERY_TOO_REPETITIVE"
    LIST_TOO_LONG = "LIST_TOO_LONG"
    MESSAGE_TOO_LONG = "MESSAGE_TOO_LONG"
    TOO_MANY_OPERATIONS = "TOO_MANY_OPERATIONS"
    TIMEOUT = "TIMEOUT"
    INTERNAL = "INTERNAL"


class ApiError(GraphQLError):
    """An error whose message and code are written for the client, and never masked."""

    def __init__(self, code: Code, message: str, **details: Any) -> None:
        """`details` join the code in `extensions`, e.g. the limit that was exceeded."""
        super().__init__(message, extensions={"code": code.value, **details})


def code_of(error: GraphQLError) -> str | None:
    """The error's code, if it has one."""
    code = (error.extensions or {}).get("code")
    return code if isinstance(code, str) else None


def with_code(error: GraphQLError, code: Code) -> GraphQLError:
    """The same error with `code` in its extensions, unless it has a code already."""
    if code_of(error) is not None:
        return error
    return GraphQLError(
        error.message,
        nodes=error.nodes,
        source=error.source,
        positions=error.positions,
        path=error.path,
        original_error=error.original_error,
        extensions={**(error.extensions or {}), "code": code.value},
    )


def syntax_error(error: GraphQLSyntaxError, max_tokens: int) -> GraphQLError:
    """A parser's complaint with its code; its own limits are among them, known by their messages only."""
    if "nested too deeply" in error.message:
        return with_code(error, Code.QUERY_TOO_DEEP)
    if "Document contains more than" in error.message:
        return ApiError(
            Code.QUERY_TOO_MANY_TOKENS,
            f"The document has more than {max_tokens} tokens. Split it into several requests.",
            limit=max_tokens,
        )
    return with_code(error, Code.SYNTAX)
