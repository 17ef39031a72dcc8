"""What one operation may ask for, and the validation rules that refuse more.

The rules are classes built once, with the schema: a rule class made for each request would defeat the
cache of validated documents. Both walk each fragment once, however often it is spread, so a document
whose fragments multiply costs no more than its tokens.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    BREAK,
    ASTValidationRule,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationContext,
    VisitorAction,
)

from api.graphql.errors import ApiError, Code


@dataclass(frozen=True)
class Limits:
    """Sizes are in characters, depths in nested selections, times in seconds."""

    query_length: int = 20_000
    tokens: int = 2_000
    depth: int = 12
    aliases: int = 30
    repetitions: int = 40
    list_size: int = 100
    message_length: int = 4_000
    operation_seconds: float = 30.0
    cached_documents: int = 256


def build_rules(limits: Limits) -> tuple[type[ASTValidationRule], ...]:
    """The rules for `limits`, to be added to the specification's own."""

    class DepthRule(ASTValidationRule):
        def __init__(self, context: ValidationContext) -> None:
            super().__init__(context)
            measure = _Measure(context.document)
            for operation in _operations(context.document):
                if measure.depth(operation.selection_set) > limits.depth:
                    self.report_error(
                        ApiError(
                            Code.QUERY_TOO_DEEP,
                            f"The operation nests deeper than {limits.depth} levels.",
                            limit=limits.depth,
                        )
                    )

    class AliasRule(ASTValidationRule):
        def __init__(self, context: ValidationContext) -> None:
            super().__init__(context)
            measure = _Measure(context.document)
            count = sum(
                measure.aliases(operation.selection_set) for operation in _operations(context.document)
            )
            if count > limits.aliases:
                self.report_error(
                    ApiError(
                        Code.QUERY_TOO_MANY_ALIASES,
                        f"The document uses more than {limits.aliases} aliases.",
                        limit=limits.aliases,
                    )
                )

    class RepetitionRule(ASTValidationRule):
        """Whether fields of one name can be merged takes the square of their number to find out."""

        def __init__(self, context: ValidationContext) -> None:
            super().__init__(context)
            self._seen: Counter[str] = Counter()

        def enter_field(self, node: FieldNode, *_: object) -> VisitorAction:
            """Count the fields that have selections, by the name they answer to."""
            if node.selection_set is None:
                return None
            name = node.alias.value if node.alias else node.name.value
            self._seen[name] += 1
            if self._seen[name] != limits.repetitions + 1:
                return None
            self.report_error(
                ApiError(
                    Code.QUERY_TOO_REPETITIVE,
                    f"The document selects fields below '{name}' more than {limits.repetitions} times.",
                    limit=limits.repetitions,
                )
            )
            return BREAK

    return (DepthRule, AliasRule, RepetitionRule)


def _operations(document: DocumentNode) -> Iterator[OperationDefinitionNode]:
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            yield definition


class _Measure:
    """Depth and aliases of selections, each fragment measured once. A cycle counts as zero: another rule
    reports it."""

    def __init__(self, document: DocumentNode) -> None:
        self._fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._depths: dict[str, int] = {}
        self._aliases: dict[str, int] = {}

    def depth(self, selections: SelectionSetNode | None) -> int:
        """Levels of fields below; introspection (`__schema`) does not count, its own depth being fixed."""
        deepest = 0
        for selection in _selections(selections):
            if isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                if name not in self._depths:
                    self._depths[name] = 0
                    self._depths[name] = self.depth(self._body(name))
                deepest = max(deepest, self._depths[name])
            elif isinstance(selection, FieldNode):
                if not selection.name.value.startswith("__"):
                    deepest = max(deepest, 1 + self.depth(selection.selection_set))
            else:
                deepest = max(deepest, self.depth(selection.selection_set))
        return deepest

    def aliases(self, selections: SelectionSetNode | None) -> int:
        """Aliased fields below, counting a fragment's as often as it is spread."""
        count = 0
        for selection in _selections(selections):
            if isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                if name not in self._aliases:
                    self._aliases[name] = 0
                    self._aliases[name] = self.aliases(self._body(name))
                count += self._aliases[name]
                continue
            if isinstance(selection, FieldNode) and selection.alias:
                count += 1
            count += self.aliases(selection.selection_set)
        return count

    def _body(self, name: str) -> SelectionSetNode | None:
        fragment = self._fragments.get(name)
        return fragment.selection_set if fragment else None


def _selections(selections: SelectionSetNode | None) -> tuple[Any, ...]:
    return tuple(selections.selections) if selections else ()
