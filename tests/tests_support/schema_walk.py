"""Writes an operation for any root field of the schema, selecting all that can be selected below it."""

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_required_argument,
)

DEEPEST = 4


def root_fields(schema: GraphQLSchema) -> Iterator[tuple[str, str, GraphQLField]]:
    """Kind of operation, name and definition of each root field."""
    for kind, root in (
        ("query", schema.query_type),
        ("mutation", schema.mutation_type),
        ("subscription", schema.subscription_type),
    ):
        if root is not None:
            for name, field in root.fields.items():
                yield kind, name, field


def id_arguments(field: GraphQLField) -> list[str]:
    """Names of the arguments that name an object. A client's own message id names none."""
    return [
        name
        for name, argument in field.args.items()
        if getattr(get_named_type(argument.type), "name", "") == "ID" and name != "clientMessageId"
    ]


def operation(
    schema: GraphQLSchema, kind: str, name: str, field: GraphQLField, given: Mapping[str, str]
) -> tuple[str, dict[str, Any]]:
    """A document for one root field, and its variables: `given` for ids, plain values for the rest."""
    values = {
        argument: given.get(argument, _plain(argument, definition))
        for argument, definition in field.args.items()
        if argument in given or is_required_argument(definition)
    }
    declared = ", ".join(f"${each}: {field.args[each].type}" for each in values)
    passed = ", ".join(f"{each}: ${each}" for each in values)
    head = f"{kind} ({declared})" if declared else kind
    call = f"{name}({passed})" if passed else name
    return f"{head} {{ {call}{selection(schema, field.type)} }}", values


def selection(schema: GraphQLSchema, type_: Any, depth: int = 0) -> str:
    """All fields of a type, down to a depth at which only what needs no further selection is left."""
    named = get_named_type(type_)
    if isinstance(named, GraphQLUnionType | GraphQLInterfaceType):
        members = " ".join(
            f"... on {member.name}{selection(schema, member, depth)}"
            for member in schema.get_possible_types(named)
        )
        return f" {{ __typename {members} }}"
    if not isinstance(named, GraphQLObjectType):
        return ""
    fields = ["__typename"]
    for name, field in named.fields.items():
        leaf = not isinstance(
            get_named_type(field.type), GraphQLObjectType | GraphQLUnionType | GraphQLInterfaceType
        )
        if leaf or depth < DEEPEST:
            fields.append(name + selection(schema, field.type, depth + 1))
    return f" {{ {' '.join(fields)} }}"


def _plain(name: str, argument: GraphQLArgument) -> Any:
    named = get_named_type(argument.type)
    if isinstance(named, GraphQLEnumType):
        return next(iter(named.values))
    if isinstance(named, GraphQLInputObjectType):
        return {"skills": [{"name": "React"}]} if name == "brief" else {}
    if isinstance(argument.type, GraphQLList) or (
        isinstance(argument.type, GraphQLNonNull) and isinstance(argument.type.of_type, GraphQLList)
    ):
        return []
    return {"Int": 0, "Float": 0.0, "Boolean": False}.get(named.name, "React please")
