"""A conversation with the agent in this process."""

import secrets
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import cast

from agent.events import (
    TURN_EVENT,
    BriefChanged,
    CandidatesRanked,
    HandoffPrepared,
    QuestionAsked,
    ReplyDelta,
    StepEntered,
    TurnCompleted,
    TurnFailed,
    TurnStarted,
)
from agent.turns.failures import TurnRefused
from api.cli.chatting.cards import card_of
from api.cli.chatting.scenes import (
    Asked,
    Began,
    Candidates,
    Card,
    Ended,
    Failed,
    Option,
    Prepared,
    Refused,
    Scene,
    Spoke,
    Understood,
    Working,
)
from api.services import Services
from store.nouns.conversation import Conversation, LoggedEvent, Turn
from store.nouns.match import Ranking
from store.repositories.clients import Client

CLIENT = "Terminal"
"""The client that conversations in this terminal belong to."""


class LocalTalk:
    """One conversation of the terminal's own client."""

    def __init__(self, services: Services, client: Client, conversation: Conversation, seen: int) -> None:
        self._services = services
        self._client = client
        self._conversation = conversation
        self._seen = seen

    async def say(self, text: str) -> AsyncIterator[Scene]:
        """Send a message; its scenes, ending with Ended or Failed. Raises Refused."""
        message_id = secrets.token_hex(16)
        try:
            turn = await self._services.runner.submit(
                self._client.id, self._conversation.id, text, message_id
            )
        except TurnRefused as error:
            raise Refused(str(error)) from error
        async for scene in self._follow(turn):
            yield scene

    async def retry(self, turn_id: str) -> AsyncIterator[Scene]:
        """Run a failed turn again. Raises Refused."""
        try:
            turn = await self._services.runner.retry(self._client.id, turn_id)
        except TurnRefused as error:
            raise Refused(str(error)) from error
        async for scene in self._follow(turn):
            yield scene

    async def start_new(self) -> None:
        """Leave this conversation and begin another."""
        self._conversation = await self._services.store.conversations.create(self._client.id)
        self._seen = 0

    async def _follow(self, turn: Turn) -> AsyncIterator[Scene]:
        events = self._services.runner.events(self._client.id, self._conversation.id, self._seen)
        async with aclosing(cast("AsyncGenerator[LoggedEvent, None]", events)) as following:
            async for logged in following:
                self._seen = logged.sequence
                scene = await self._scene(logged) if logged.turn_id == turn.id else None
                if scene is not None:
                    yield scene
                if isinstance(scene, Ended | Failed):
                    return

    async def _scene(self, logged: LoggedEvent) -> Scene | None:
        match TURN_EVENT.validate_python(logged.event):
            case TurnStarted(attempt=attempt):
                return Began(attempt)
            case StepEntered(step=step):
                return Working(step)
            case BriefChanged(changes=changes):
                return Understood(tuple(dict.fromkeys(c.words for c in changes if c.words.strip())))
            case CandidatesRanked(ranking=ranking):
                return Candidates(await self._cards(ranking))
            case QuestionAsked(question=question):
                return Asked(tuple(Option(o.label, o.text, o.candidates) for o in question.options))
            case ReplyDelta(text=text):
                return Spoke(text)
            case HandoffPrepared(handoff=handoff):
                return Prepared(handoff.freelancer_name, handoff.message)
            case TurnCompleted(reply=reply, usage=usage):
                return Ended(reply, tuple(f"{f.stage.value.lower()}: {f.reason}" for f in usage.fallbacks))
            case TurnFailed(error_id=error_id):
                return Failed(logged.turn_id, error_id)

    async def _cards(self, ranking: Ranking) -> tuple[Card, ...]:
        services = self._services
        listed = (*ranking.matches, *ranking.near_misses)
        people = await services.store.freelancers.get_many([match.freelancer_id for match in listed])
        return tuple(
            card_of(people[match.freelancer_id], match, services.knowledge, services.today)
            for match in listed
            if match.freelancer_id in people
        )


async def begin(services: Services, *, resume: bool) -> LocalTalk:
    """A new conversation, or the latest one of this terminal if `resume`."""
    clients = await services.store.clients.list()
    client = next((each for each in clients if each.name == CLIENT), None)
    if client is None:
        client = await services.store.clients.create(CLIENT)
    latest = await services.store.conversations.page(client.id, 1, None) if resume else []
    if not latest:
        return LocalTalk(services, client, await services.store.conversations.create(client.id), 0)
    seen = await services.store.turns.last_sequence(client.id, latest[0].id)
    return LocalTalk(services, client, latest[0], seen or 0)
