"""Documents parsed and validated once: a frontend sends the same few texts again and again.

One bounded cache by the document's text holds both the parsed document and what validation said of it.
It belongs to one schema and its fixed rules, so nothing else needs to be in the key.
"""

from collections import OrderedDict
from dataclasses import dataclass

from graphql import (
    ASTValidationRule,
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    parse,
    specified_rules,
    validate,
)

from api.graphql.errors import ApiError, Code, syntax_error, with_code
from api.graphql.limits import Limits, build_rules


@dataclass
class PreparedDocument:
    """A parsed document, and what validation found in it; None while it has not been validated."""

    document: DocumentNode
    errors: tuple[GraphQLError, ...] | None = None


class DocumentCache:
    """The most recently used documents of one schema. `validations` counts those that were not known."""

    def __init__(self, schema: GraphQLSchema, limits: Limits) -> None:
        self._schema = schema
        self._limits = limits
        self._limit_rules: tuple[type[ASTValidationRule], ...] = build_rules(limits)
        self._documents: OrderedDict[str, PreparedDocument] = OrderedDict()
        self.validations = 0

    def parse(self, text: str) -> PreparedDocument:
        """The document of `text`. Raises GraphQLError, with a code, where it is too long or not GraphQL."""
        known = self._documents.get(text)
        if known is not None:
            self._documents.move_to_end(text)
            return known
        prepared = self._documents[text] = PreparedDocument(self._parsed(text))
        if len(self._documents) > self._limits.cached_documents:
            self._documents.popitem(last=False)
        return prepared

    def validate(self, prepared: PreparedDocument) -> tuple[GraphQLError, ...]:
        """What is wrong with a document; empty where it may be executed."""
        if prepared.errors is None:
            self.validations += 1
            prepared.errors = self._faults(prepared.document)
        return prepared.errors

    def _parsed(self, text: str) -> DocumentNode:
        if len(text) > self._limits.query_length:
            raise ApiError(
                Code.QUERY_TOO_LONG,
                f"The document has {len(text)} characters; {self._limits.query_length} are allowed.",
                limit=self._limits.query_length,
            )
        try:
            return parse(text, max_tokens=self._limits.tokens)
        except GraphQLSyntaxError as error:
            raise syntax_error(error, self._limits.tokens) from None

    def _faults(self, document: DocumentNode) -> tuple[GraphQLError, ...]:
        """The limits first: the specification's rules can be slow on what the limits forbid."""
        errors = validate(self._schema, document, self._limit_rules)[:1] or validate(
            self._schema, document, specified_rules, max_errors=20
        )
        return tuple(with_code(error, Code.VALIDATION) for error in errors)
