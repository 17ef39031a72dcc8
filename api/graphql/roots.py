"""Which operations only ask about the schema: those may come without a token, so that GraphiQL can show
its documentation before one is entered."""

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)


def asks_only_introspection(document: DocumentNode, operation: OperationDefinitionNode) -> bool:
    """Whether every root field is one of GraphQL's own (`__schema`, `__type`, `__typename`).

    The document need not be valid: a fragment that does not exist asks for nothing.
    """
    fragments = {
        definition.name.value: definition.selection_set
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    seen: set[str] = set()

    def only_own(selections: SelectionSetNode) -> bool:
        for selection in selections.selections:
            if isinstance(selection, FieldNode):
                if not selection.name.value.startswith("__"):
                    return False
            elif isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                if name not in seen:
                    seen.add(name)
                    if name in fragments and not only_own(fragments[name]):
                        return False
            elif isinstance(selection, InlineFragmentNode) and not only_own(selection.selection_set):
                return False
        return True

    return only_own(operation.selection_set)
