"""The schema: types, roots and how Strawberry is configured. Built by the composition, never at import."""

from collections.abc import Iterator

import strawberry
from graphql import GraphQLError, GraphQLSchema
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from api.graphql.context import OperationContext
from api.graphql.mutation import Mutation
from api.graphql.query import Query
from api.graphql.scalars import SCALARS
from api.graphql.subscription import Subscription
from api.graphql.types.conversation import Message


class PreparedDocuments(SchemaExtension):
    """Executes the document the engine has parsed and validated, instead of doing both again."""

    def on_parse(self) -> Iterator[None]:
        """Take the document from the operation's context."""
        context = self.execution_context.context
        if isinstance(context, OperationContext):
            self.execution_context.graphql_document = context.document.document
        yield

    def on_validate(self) -> Iterator[None]:
        """An empty list of errors: validated, nothing found."""
        if isinstance(self.execution_context.context, OperationContext):
            self.execution_context.pre_execution_errors = []
        yield


class RolecallSchema(strawberry.Schema):
    """Strawberry's schema, silent about errors: the engine logs the unexpected ones once, with an id."""

    @property
    def core(self) -> GraphQLSchema:
        """The schema as graphql-core knows it, for parsing and validation."""
        return self._schema

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Nothing: see api.graphql.masking."""


def build_schema() -> RolecallSchema:
    """The schema. It holds no state: what an operation needs is in its context."""
    return RolecallSchema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=[Message],
        extensions=[PreparedDocuments],
        config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=False),
    )
