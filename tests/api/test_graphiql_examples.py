"""Every example on the GraphiQL page is an operation that the schema accepts, with variables that fit it."""

import json
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLSchema, OperationDefinitionNode, build_schema, parse, validate
from graphql.execution.values import get_variable_values

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "api" / "graphiql" / "examples"
INDEX: dict[str, Any] = json.loads((FOLDER / "index.json").read_text())
EXAMPLES: list[dict[str, Any]] = INDEX["examples"]
every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["operation"])


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema((ROOT / "schema.graphql").read_text())


@every_example
def test_it_is_valid(schema: GraphQLSchema, example: dict[str, Any]) -> None:
    document = parse((FOLDER / example["document"]).read_text())
    assert validate(schema, document) == []
    (operation,) = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    values = get_variable_values(schema, operation.variable_definitions or (), example["variables"])
    assert not isinstance(values, list), values
    assert set(values.coerced) == set(example["variables"])


@every_example
def test_its_placeholders_are_known(example: dict[str, Any]) -> None:
    used = {value for value in example["variables"].values() if str(value).startswith("<")}
    assert used <= set(INDEX["placeholders"])


@pytest.mark.parametrize("placeholder", [name for name in INDEX["placeholders"] if name != "<new>"])
def test_some_example_asks_for_what_fills_a_placeholder(placeholder: str) -> None:
    documents = [(FOLDER / example["document"]).read_text().split() for example in EXAMPLES]
    paths = [path.split(".") for path in INDEX["placeholders"][placeholder]]
    assert any(
        all(any(word.startswith(step) for word in words) for step in path)
        for path in paths
        for words in documents
    )


def test_every_tab_has_a_name_of_its_own_and_every_file_is_used() -> None:
    names = [example["operation"] for example in EXAMPLES]
    assert len(set(names)) == len(names)
    files = {path.name for path in FOLDER.glob("*.graphql")}
    assert files == {example["document"] for example in EXAMPLES}
