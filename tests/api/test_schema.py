"""The schema as a whole: exported without drift, described throughout, and easy to select from."""

import enum
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    is_introspection_type,
    is_specified_scalar_type,
)

from agent import events
from agent.matching import labels
from agent.understanding import reading
from api.graphql.export import export_schema
from api.graphql.schema import build_schema
from api.graphql.types import enums
from store.nouns import brief, conversation, freelancer, handoff, match

SCHEMA = build_schema().core
TYPES = [
    type_
    for type_ in SCHEMA.type_map.values()
    if not is_introspection_type(type_) and not is_specified_scalar_type(type_)
]


def test_the_committed_schema_is_the_schema() -> None:
    committed = (Path(__file__).parents[2] / "schema.graphql").read_text()
    assert committed == export_schema(), "schema.graphql has drifted: run `make schema`"


def described() -> list[Any]:
    """Everything that can have a description, with its place."""
    found: list[Any] = []
    for type_ in TYPES:
        found.append(pytest.param(type_.description, id=type_.name))
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for name, field in type_.fields.items():
                found.append(pytest.param(field.description, id=f"{type_.name}.{name}"))
                found += [
                    pytest.param(argument.description, id=f"{type_.name}.{name}({each})")
                    for each, argument in field.args.items()
                ]
        elif isinstance(type_, GraphQLInputObjectType):
            found += [
                pytest.param(each.description, id=f"{type_.name}.{name}")
                for name, each in type_.fields.items()
            ]
        elif isinstance(type_, GraphQLEnumType):
            found += [
                pytest.param(each.description, id=f"{type_.name}.{name}")
                for name, each in type_.values.items()
            ]
    return found


@pytest.mark.parametrize("description", described())
def test_it_is_described_in_a_sentence(description: str | None) -> None:
    assert description
    assert len(description.split()) >= 4
    assert description[0].isupper()
    assert description.rstrip()[-1] in ".?'`)"


ABSTRACT = [
    type_
    for type_ in TYPES
    if isinstance(type_, GraphQLUnionType | GraphQLInterfaceType) and type_.name != "Node"
]
"""All but Node, whose members have nothing in common but their id."""


@pytest.mark.parametrize("abstract", ABSTRACT, ids=str)
def test_one_selection_fits_all_members(abstract: Any) -> None:
    """Fields of one name have one type, so that no frontend needs aliases to select from a union."""
    for one, other in combinations(SCHEMA.get_possible_types(abstract), 2):
        for name in one.fields.keys() & other.fields.keys():
            assert str(one.fields[name].type) == str(other.fields[name].type), f"{one}.{name}, {other}.{name}"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (enums.Slot, brief.Slot),
        (enums.Importance, brief.Importance),
        (enums.Seniority, brief.Seniority),
        (enums.Provider, brief.Provider),
        (enums.LanguageLevel, brief.LanguageLevel),
        (enums.Evidence, freelancer.Evidence),
        (enums.Verdict, match.Verdict),
        (enums.Author, conversation.Author),
        (enums.TurnStatus, conversation.TurnStatus),
        (enums.HandoffStatus, handoff.HandoffStatus),
        (enums.Intent, reading.Intent),
        (enums.ChangeOperation, reading.Operation),
    ],
)
def test_closed_lists_are_those_of_the_nouns(ours: type[enum.Enum], theirs: type[enum.Enum]) -> None:
    assert list(ours.__members__) == list(theirs.__members__)


def test_steps_are_those_of_the_events() -> None:
    spoken = get_args(events.StepEntered.model_fields["step"].annotation)
    assert {step.upper() for step in spoken} == set(enums.Step.__members__)


def test_labels_are_those_that_matching_gives() -> None:
    given = {value for name, value in vars(labels).items() if name.isupper() and not name.startswith("_")}
    assert given == set(enums.Label.__members__)


def test_every_event_is_in_the_union() -> None:
    spoken = {event.__name__ for event in get_args(get_args(events.TurnEvent)[0])}
    union = SCHEMA.type_map["TurnEvent"]
    assert isinstance(union, GraphQLUnionType)
    assert {member.name for member in union.types} == spoken


def test_the_verbs_are_those_of_the_design() -> None:
    def names(root: GraphQLObjectType | None) -> set[str]:
        return set(root.fields) if root else set()

    assert names(SCHEMA.query_type) == {
        "viewer", "node", "conversation", "conversations", "candidate", "candidateSearch", "skills",
    }  # fmt: skip
    assert names(SCHEMA.subscription_type) == {"turn", "turnEvents"}
    assert names(SCHEMA.mutation_type) == {
        "conversationStart", "conversationExport", "conversationDelete", "messageSend", "turnRetry",
        "briefUpdate", "candidateShortlist", "candidateDismiss",
        "handoffPrepare", "handoffApprove", "handoffCancel",
    }  # fmt: skip


def test_nouns_are_not_decorated() -> None:
    for module in (brief, conversation, freelancer, handoff, match):
        for noun in vars(module).values():
            assert not hasattr(noun, "__strawberry_definition__")
