"""Clients, and the bearer tokens they come in with."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from store.clock import Clock, utc_now
from store.database import Database
from store.ids import IdKind, new_id
from store.tables import ClientRow, TokenRow

_PREFIX = "rc_"
_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Client:
    """A business that hires through this server."""

    id: str
    name: str
    created: datetime


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """What may be known of a token once its secret was handed out; `revoked` is None while it is good."""

    id: str
    client_id: str
    label: str
    created: datetime
    revoked: datetime | None = None


class ClientRepository:
    """Who gets in."""

    def __init__(self, database: Database, *, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    async def create(self, name: str) -> Client:
        """A new client. Names need not be unique."""
        row = ClientRow(id=new_id(IdKind.CLIENT), name=name, created=self._clock())
        async with self._database.write() as session:
            session.add(row)
        return _client(row)

    async def get(self, client_id: str) -> Client | None:
        """The client; None if there is none."""
        async with self._database.read() as session:
            row = await session.get(ClientRow, client_id)
        return None if row is None else _client(row)

    async def list(self) -> Sequence[Client]:
        """All clients, the oldest first."""
        async with self._database.read() as session:
            rows = await session.scalars(select(ClientRow).order_by(ClientRow.created, ClientRow.id))
            return [_client(row) for row in rows]

    async def create_token(self, client_id: str, label: str) -> tuple[str, TokenInfo]:
        """A token's secret, 'rc_' and 256 random bits, which is shown this once, and what is kept of it.

        Raises UnknownClient.
        """
        secret = _PREFIX + secrets.token_urlsafe(_SECRET_BYTES)
        async with self._database.write() as session:
            if await session.get(ClientRow, client_id) is None:
                raise UnknownClient(client_id)
            row = TokenRow(
                id=new_id(IdKind.ACCESS),
                client_id=client_id,
                label=label,
                digest=_digest(secret),
                created=self._clock(),
                revoked=None,
            )
            session.add(row)
        return secret, _info(row)

    async def authenticate(self, secret: str) -> Client | None:
        """The client whose token this is; None if it is unknown or revoked.

        Only digests are looked up and compared, so that timing says nothing about a stored token.
        """
        digest = _digest(secret)
        async with self._database.read() as session:
            found = await session.execute(
                select(ClientRow, TokenRow.digest)
                .join(TokenRow, TokenRow.client_id == ClientRow.id)
                .where(TokenRow.digest == digest, TokenRow.revoked.is_(None))
            )
            match = found.first()
        if match is None or not hmac.compare_digest(match[1], digest):
            return None
        return _client(match[0])

    async def revoke(self, token_id: str) -> bool:
        """End a token for good; False if there is none that is still good."""
        async with self._database.write() as session:
            revoked = await session.scalars(
                update(TokenRow)
                .where(TokenRow.id == token_id, TokenRow.revoked.is_(None))
                .values(revoked=self._clock())
                .returning(TokenRow.id)
            )
            return revoked.first() is not None

    async def tokens(self, client_id: str) -> Sequence[TokenInfo]:
        """The client's tokens, revoked ones included, the oldest first."""
        async with self._database.read() as session:
            rows = await session.scalars(
                select(TokenRow)
                .where(TokenRow.client_id == client_id)
                .order_by(TokenRow.created, TokenRow.id)
            )
            return [_info(row) for row in rows]


class UnknownClient(LookupError):
    """There is no client with this id."""

    def __init__(self, client_id: str) -> None:
        super().__init__(f"There is no client '{client_id}'.")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def _client(row: ClientRow) -> Client:
    return Client(id=row.id, name=row.name, created=row.created)


def _info(row: TokenRow) -> TokenInfo:
    return TokenInfo(
        id=row.id, client_id=row.client_id, label=row.label, created=row.created, revoked=row.revoked
    )
