"""What the resolvers of one operation share: the services, the client who asks, and fresh loaders."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import strawberry

from api.graphql.errors import ApiError, Code
from api.graphql.loaders import Loaders

if TYPE_CHECKING:
    from api.graphql.documents import PreparedDocument
    from api.graphql.limits import Limits
    from api.graphql.skills import SkillCompletion
    from api.services import Services
    from store.repositories.clients import Client


@dataclass
class OperationContext:
    """Made anew for each operation, on a WebSocket too: what one operation has loaded is its own."""

    services: Services
    limits: Limits
    client: Client | None
    document: PreparedDocument
    skills: SkillCompletion
    loaders: Loaders = field(init=False)

    def __post_init__(self) -> None:
        self.renew_loaders()

    def renew_loaders(self) -> None:
        """Forget what was loaded: what follows a change, or an earlier event, must not see rows of before."""
        self.loaders = Loaders(self)

    @property
    def viewer(self) -> Client:
        """The client whose token came with the operation. Raises ApiError where there is none."""
        if self.client is None:
            raise unauthenticated()
        return self.client

    @property
    def client_id(self) -> str:
        """The owner to give to every query of the store."""
        return self.viewer.id


Info = strawberry.Info[OperationContext, None]


def unauthenticated() -> ApiError:
    """The refusal of an operation that came without a valid token."""
    return ApiError(
        Code.UNAUTHENTICATED,
        "A valid token is required: send the header 'Authorization: Bearer rc_…', or on a WebSocket "
        'the connection_init payload {"authorization": "Bearer rc_…"}.',
    )
