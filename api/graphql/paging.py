"""Relay connections: a page of a longer list, walked forward with opaque cursors."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Annotated, Generic, TypeVar

import strawberry

from api.graphql.errors import ApiError, Code

Item = TypeVar("Item")
Source = TypeVar("Source")

First = Annotated[
    int,
    strawberry.argument(description="How many items to return at most: from 0 to 100. More is an error."),
]
After = Annotated[
    str | None,
    strawberry.argument(
        description="Return the items after this cursor: the endCursor of the page before. Null: from the "
        "start."
    ),
]


@strawberry.type(description="Where a page stands in its list, as the Relay specification defines it.")
class PageInfo:
    """Forward paging only, so there is never a previous page to ask for."""

    has_next_page: bool = strawberry.field(description="Whether more items follow this page.")
    has_previous_page: bool = strawberry.field(description="Whether items come before this page.")
    start_cursor: str | None = strawberry.field(
        description="The cursor of the first item; null on an empty page."
    )
    end_cursor: str | None = strawberry.field(
        description="The cursor of the last item: pass it as `after` to get the next page."
    )


@strawberry.type(description="An item of a connection together with its place in the list.")
class Edge(Generic[Item]):
    """One item and its cursor."""

    cursor: str = strawberry.field(
        description="The item's place in the list: opaque, to be passed as `after`."
    )
    node: Item = strawberry.field(description="The item itself, with all its fields.")


@strawberry.type(description="One page of a longer list. Walk it with `first`, and `after` the endCursor.")
class Connection(Generic[Item]):
    """A page, with Relay's edges and, for those who need no cursors, the nodes alone."""

    edges: list[Edge[Item]] = strawberry.field(description="The items of this page, each with its cursor.")
    nodes: list[Item] = strawberry.field(description="The items of this page without cursors: a shorthand.")
    page_info: PageInfo = strawberry.field(description="Whether there is more, and where to go on.")


def check_first(first: int, limit: int) -> int:
    """`first`, if it is within 0 and `limit`. Raises ApiError otherwise."""
    if first < 0:
        raise ApiError(Code.BAD_INPUT, "'first' must not be negative.", argument="first")
    if first > limit:
        raise ApiError(
            Code.LIST_TOO_LONG,
            f"'first' is {first}; at most {limit} items can be asked for at once.",
            argument="first",
            limit=limit,
        )
    return first


def encode_cursor(kind: str, place: str) -> str:
    """An opaque cursor. `kind` names the list, so that a cursor of another list is refused."""
    return base64.urlsafe_b64encode(f"{kind}\x1f{place}".encode()).decode().rstrip("=")


def decode_cursor(kind: str, cursor: str | None) -> str | None:
    """The place in `cursor`. Raises ApiError where it is not a cursor of this list."""
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        found, _, place = base64.urlsafe_b64decode(padded.encode()).decode().partition("\x1f")
    except (binascii.Error, ValueError):
        raise _bad_cursor() from None
    if found != kind or not place:
        raise _bad_cursor()
    return place


def decode_number(kind: str, cursor: str | None) -> int | None:
    """The place in `cursor`, where places are whole numbers from 0. Raises ApiError otherwise."""
    place = decode_cursor(kind, cursor)
    if place is None:
        return None
    if not place.isascii() or not place.isdigit() or len(place) > 9:
        raise _bad_cursor()
    return int(place)


def connect(
    rows: Sequence[Source],
    *,
    first: int,
    after: object,
    cursor: Callable[[Source], str],
    project: Callable[[Source], Item],
) -> Connection[Item]:
    """The page of `rows`, which were read with one more than `first` to see whether more follow."""
    edges = [Edge(cursor=cursor(row), node=project(row)) for row in rows[:first]]
    return Connection(
        edges=edges,
        nodes=[edge.node for edge in edges],
        page_info=page_info(edges, more=len(rows) > first, after=after),
    )


def page_info(edges: Sequence[Edge[Item]], *, more: bool, after: object) -> PageInfo:
    """The PageInfo of a page that was asked for `after` a cursor (None: from the start)."""
    return PageInfo(
        has_next_page=more,
        has_previous_page=after is not None,
        start_cursor=edges[0].cursor if edges else None,
        end_cursor=edges[-1].cursor if edges else None,
    )


def _bad_cursor() -> ApiError:
    return ApiError(
        Code.BAD_INPUT,
        "'after' is not a cursor of this list: pass the endCursor of its page.",
        argument="after",
    )
