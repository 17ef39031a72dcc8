"""What of an error a client may see. Anything unexpected is logged under an id, and only the id is shown."""

import logging
import secrets

from graphql import GraphQLError

from api.graphql.errors import ApiError, Code, code_of, with_code

_log = logging.getLogger("rolecall.api")


def published(error: GraphQLError) -> GraphQLError:
    """The error as the client sees it.

    Shown as they are: errors with a code of ours, and GraphQL's own complaints about the variables, which
    arise before any field is resolved. Everything else is ours to worry about.
    """
    if code_of(error) is not None:
        return error
    if error.path is None and (
        error.original_error is None or isinstance(error.original_error, GraphQLError)
    ):
        return with_code(error, Code.BAD_INPUT)
    return _masked(error)


def _masked(error: GraphQLError) -> GraphQLError:
    error_id = secrets.token_hex(6)
    _log.error(
        "Unexpected error %s at %s",
        error_id,
        ".".join(str(step) for step in error.path or ()) or "the operation",
        exc_info=error.original_error or error,
    )
    shown = ApiError(
        Code.INTERNAL,
        f"Something went wrong on our side. It is logged under the id {error_id}.",
        errorId=error_id,
    )
    return GraphQLError(shown.message, nodes=error.nodes, path=error.path, extensions=shown.extensions)
