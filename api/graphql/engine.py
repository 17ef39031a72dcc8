"""One way in for every transport: prepare an operation, then execute or follow it.

HTTP, SSE and WebSocket differ in how they carry an operation, not in what it may do. Limits, the choice
of the operation by name, who may run it, deadlines, fresh loaders and the masking of errors are here,
once.
"""

import asyncio
from collections.abc import AsyncGenerator, Collection
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode, OperationType, get_operation_ast
from strawberry.types.execution import PreExecutionError

from api.graphql.context import OperationContext, unauthenticated
from api.graphql.documents import DocumentCache, PreparedDocument
from api.graphql.errors import ApiError, Code, code_of
from api.graphql.limits import Limits
from api.graphql.masking import published
from api.graphql.roots import asks_only_introspection
from api.graphql.schema import RolecallSchema, build_schema
from api.graphql.skills import SkillCompletion
from api.services import Services
from store.repositories.clients import Client

ANY_OPERATION = frozenset(OperationType)


@dataclass(frozen=True)
class OperationRequest:
    """What a client sent, whatever it was sent over."""

    query: str
    variables: dict[str, Any] | None = None
    operation_name: str | None = None


@dataclass(frozen=True)
class Operation:
    """An operation that may run: parsed, valid, within the limits and permitted to its client."""

    request: OperationRequest
    document: PreparedDocument
    definition: OperationDefinitionNode
    client: Client | None

    @property
    def is_subscription(self) -> bool:
        """Whether it gives a stream of results rather than one."""
        return self.definition.operation is OperationType.SUBSCRIPTION


@dataclass(frozen=True)
class Result:
    """One result. `data` is absent from the response where the operation was never executed."""

    data: dict[str, Any] | None = None
    errors: tuple[GraphQLError, ...] = ()
    executed: bool = True

    def as_response(self) -> dict[str, Any]:
        """The response map of the GraphQL specification."""
        response: dict[str, Any] = {}
        if self.errors:
            response["errors"] = [error.formatted for error in self.errors]
        if self.executed:
            response["data"] = self.data
        return response


class OperationRefused(Exception):
    """The operation was not executed, and why."""

    def __init__(self, *errors: GraphQLError) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = errors

    @property
    def code(self) -> str | None:
        """The first error's code."""
        return code_of(self.errors[0])

    @property
    def result(self) -> Result:
        """The refusal as a result without data."""
        return Result(errors=self.errors, executed=False)


class Engine:
    """Runs operations against the schema for whichever transport asks."""

    def __init__(self, services: Services, limits: Limits) -> None:
        self.services = services
        self.limits = limits
        self.schema: RolecallSchema = build_schema()
        self.documents = DocumentCache(self.schema.core, limits)
        self._skills = SkillCompletion(services.knowledge.skills.values())

    def prepare(
        self,
        request: OperationRequest,
        client: Client | None,
        allowed: Collection[OperationType] = ANY_OPERATION,
    ) -> Operation:
        """The operation `request` names. Raises OperationRefused where it may not run."""
        try:
            document = self.documents.parse(request.query)
        except GraphQLError as error:
            raise OperationRefused(error) from None
        definition = get_operation_ast(document.document, request.operation_name)
        if definition is None:
            raise OperationRefused(_unknown_operation(request.operation_name))
        if definition.operation not in allowed:
            raise OperationRefused(
                ApiError(
                    Code.METHOD_NOT_ALLOWED,
                    f"A {definition.operation.value} cannot be sent this way.",
                )
            )
        if client is None and not asks_only_introspection(document.document, definition):
            raise OperationRefused(unauthenticated())
        if errors := self.documents.validate(document):
            raise OperationRefused(*errors)
        return Operation(request, document, definition, client)

    async def execute(self, operation: Operation) -> Result:
        """The one result of a query or a mutation, within the deadline."""
        try:
            async with asyncio.timeout(self.limits.operation_seconds):
                result = await self.schema.execute(
                    operation.request.query,
                    variable_values=operation.request.variables,
                    context_value=self._context(operation),
                    operation_name=operation.request.operation_name,
                )
        except TimeoutError:
            return Result(errors=(self._too_slow(),), executed=False)
        return _as_result(result.data, result.errors)

    async def stream(self, operation: Operation) -> AsyncGenerator[Result, None]:
        """The results of any operation; a query's or a mutation's is the only one.

        Close it (`aclosing`) to leave: what it follows is closed with it.
        """
        if not operation.is_subscription:
            yield await self.execute(operation)
            return
        context = self._context(operation)
        source = await self.schema.subscribe(
            operation.request.query,
            variable_values=operation.request.variables,
            context_value=context,
            operation_name=operation.request.operation_name,
        )
        async with aclosing(source):
            async for result in source:
                yield _as_result(result.data, result.errors, isinstance(result, PreExecutionError))
                context.renew_loaders()

    def _context(self, operation: Operation) -> OperationContext:
        return OperationContext(
            services=self.services,
            limits=self.limits,
            client=operation.client,
            document=operation.document,
            skills=self._skills,
        )

    def _too_slow(self) -> ApiError:
        return ApiError(
            Code.TIMEOUT,
            f"The operation took longer than {self.limits.operation_seconds:g} seconds and was stopped.",
        )


def _as_result(
    data: dict[str, Any] | None, errors: list[GraphQLError] | None, refused: bool = False
) -> Result:
    """Without data and without a path, the error came before the first field: nothing was executed."""
    shown = tuple(published(error) for error in errors or ())
    executed = not refused and (data is not None or any(error.path for error in shown))
    return Result(data, shown, executed)


def _unknown_operation(name: str | None) -> ApiError:
    if name is None:
        return ApiError(
            Code.BAD_REQUEST, "The document has several operations: say which one in operationName."
        )
    return ApiError(Code.BAD_REQUEST, f'The document has no operation named "{name}".')
