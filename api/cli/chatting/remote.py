"""A conversation on a running server, as any client of its API has it."""

import secrets
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from websockets.exceptions import ConnectionClosed

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
from api.cli.chatting.server import Server
from api.cli.problems import CommandError
from store.knowledge import Knowledge, load_knowledge
from store.nouns.brief import Slot
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match

_ATTEMPTS = 5


@asynccontextmanager
async def open_remote(url: str, token: str, *, resume: bool) -> AsyncIterator["RemoteTalk"]:
    """A new conversation on the server, or the client's latest if `resume`. Raises CommandError."""
    talk = RemoteTalk(Server(url, token), load_knowledge())
    await talk.begin(resume=resume)
    yield talk


class RemoteTalk:
    """One conversation on a server."""

    def __init__(self, server: Server, knowledge: Knowledge) -> None:
        self._server = server
        self._knowledge = knowledge
        self._conversation_id = ""
        self._seen = 0

    async def begin(self, *, resume: bool) -> None:
        """Find the latest conversation, or start one."""
        if resume:
            latest = (await self._server.answer("Latest", {}))["viewer"]["conversations"]["nodes"]
            if latest:
                self._conversation_id = latest[0]["id"]
                return
        await self.start_new()

    async def start_new(self) -> None:
        """Leave this conversation and begin another."""
        started = (await self._server.answer("Start", {}))["conversationStart"]
        if "conversation" not in started:
            raise Refused(started.get("message", "no conversation could be started"))
        self._conversation_id = started["conversation"]["id"]
        self._seen = 0

    async def say(self, text: str) -> AsyncIterator[Scene]:
        """Send a message; its scenes, ending with Ended or Failed. Raises Refused."""
        variables = {
            "conversationId": self._conversation_id,
            "text": text,
            "clientMessageId": secrets.token_hex(16),
        }
        async for scene in self._follow("Say", variables, "turn"):
            yield scene

    async def retry(self, turn_id: str) -> AsyncIterator[Scene]:
        """Run a failed turn again. Raises Refused."""
        retried = (await self._server.answer("Retry", {"turnId": turn_id}))["turnRetry"]
        if "turn" not in retried:
            raise Refused(retried.get("message", "it cannot be tried again"))
        variables = {"conversationId": self._conversation_id, "after": self._seen}
        async for scene in self._follow("Follow", variables, "turnEvents"):
            yield scene

    async def _follow(self, name: str, variables: dict[str, Any], field: str) -> AsyncIterator[Scene]:
        for attempt in range(_ATTEMPTS):
            try:
                async with aclosing(self._server.operation(name, variables)) as results:
                    async for result in results:
                        event = result[field]
                        if event["sequence"] <= self._seen:
                            continue
                        self._seen = event["sequence"]
                        scene = self._scene(event)
                        yield scene
                        if isinstance(scene, Ended | Failed):
                            return
            except ConnectionClosed as closed:
                if attempt == _ATTEMPTS - 1:
                    raise CommandError("the server hung up; your message is kept there") from closed
        raise CommandError("the server ended the turn without a reply; your message is kept there")

    def _scene(self, event: dict[str, Any]) -> Scene:
        match event["__typename"]:
            case "TurnStarted":
                return Began(event["attempt"])
            case "StepEntered":
                return Working(event["step"].lower())
            case "BriefChanged":
                words = (change["words"] for change in event["changes"])
                return Understood(tuple(dict.fromkeys(each for each in words if each.strip())))
            case "CandidatesRanked":
                return Candidates(
                    self._cards([*event["ranking"]["matches"], *event["ranking"]["nearMisses"]])
                )
            case "QuestionAsked":
                options = event["question"]["options"]
                return Asked(tuple(Option(o["label"], o["text"], o["candidates"]) for o in options))
            case "ReplyDelta":
                return Spoke(event["text"])
            case "HandoffPrepared":
                return Prepared(event["handoff"]["candidateName"], event["handoff"]["message"])
            case "TurnCompleted":
                fallbacks = event["usage"]["fallbacks"]
                return Ended(event["reply"], tuple(f"{f['stage'].lower()}: {f['reason']}" for f in fallbacks))
            case _:
                return Failed(event["turnId"], event["errorId"])

    def _cards(self, matches: list[dict[str, Any]]) -> tuple[Card, ...]:
        today = datetime.now(UTC).date()
        return tuple(
            card_of(_person(match["candidate"]), _match(match), self._knowledge, today)
            for match in matches
            if match["candidate"] is not None
        )


def _person(candidate: dict[str, Any]) -> Freelancer:
    country = candidate.pop("country")
    track = ("rating", "ratings", "jobsCompleted", "hoursWorked", "reportedBy")
    return Freelancer.model_validate(
        {
            "externalId": candidate["id"],
            "country": country["code"] if country else None,
            "track": {name: candidate.pop(name) for name in track},
            **candidate,
        }
    )


def _match(match: dict[str, Any]) -> Match:
    return Match.model_validate(
        {
            "freelancerId": match["candidate"]["id"],
            "score": 0,
            "reason": match["reason"],
            "labels": match["labels"],
            "checks": [{**check, "slot": Slot[check["slot"]]} for check in match["checks"]],
        }
    )
