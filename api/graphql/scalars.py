"""Scalars with descriptions a frontend developer can use."""

from datetime import date, datetime

import strawberry
from graphql import GraphQLError
from strawberry.scalars import JSON
from strawberry.types.scalar import ScalarDefinition


def _day(value: object) -> date:
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise GraphQLError("A Date is a day such as '2026-03-31'.") from None


def _moment(value: object) -> datetime:
    try:
        return datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise GraphQLError("A DateTime is a moment such as '2026-03-31T09:30:00+00:00'.") from None


SCALARS: dict[object, ScalarDefinition] = {
    date: strawberry.scalar(
        name="Date",
        description="A calendar day in ISO 8601 form without a time zone, e.g. '2026-03-31'.",
        serialize=date.isoformat,
        parse_value=_day,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment in ISO 8601 form with its offset, always UTC, e.g. "
        "'2026-03-31T09:30:00+00:00'.",
        serialize=datetime.isoformat,
        parse_value=_moment,
    ),
    JSON: strawberry.scalar(
        name="JSON",
        description="Any JSON value: an object, a list, a string, a number, a boolean or null.",
        serialize=lambda value: value,
        parse_value=lambda value: value,
    ),
}
