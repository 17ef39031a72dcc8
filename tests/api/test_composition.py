"""The composition root opens the real parts, keeps what they stored, and closes them again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.composition import open_services
from api.server.app import build_app
from api.services import Services
from api.settings import Settings
from store.demo import generate
from store.index import IndexInUse
from store.nouns.conversation import TurnStatus

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


async def play(services: Services, client_id: str, conversation_id: str, text: str) -> list[str]:
    """The kinds of a turn's events."""
    turn = await services.runner.submit(client_id, conversation_id, text, text[:50])
    ended = await services.runner.wait(client_id, turn.id, 60)
    assert ended is not None
    assert ended.status is TurnStatus.COMPLETED
    events = await services.store.turns.events(client_id, conversation_id, 0, 500)
    return [event.event["kind"] for event in events or [] if event.turn_id == turn.id]


async def test_a_conversation_goes_on_after_a_restart(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    async with open_services(settings, clock=lambda: NOW) as services:
        assert settings.data_dir.stat().st_mode & 0o777 == 0o700
        people = [each.freelancer for each in generate(60, 1, services.today, services.knowledge)]
        await services.store.freelancers.upsert_many(people, today=services.today)
        await services.search.sync()
        client = await services.store.clients.create("Acme")
        conversation = await services.store.conversations.create(client.id)
        kinds = await play(services, client.id, conversation.id, "I need a developer")
        assert (kinds[0], kinds[-1]) == ("TurnStarted", "TurnCompleted")
        assert conversation.created == NOW
        with pytest.raises(IndexInUse):
            async with open_services(settings):
                pass
        assert build_app(services).state.engine.services is services
    async with open_services(settings, clock=lambda: NOW) as services:
        kinds = await play(
            services, client.id, conversation.id, "a web developer who knows JavaScript, please"
        )
        assert "CandidatesRanked" in kinds
        kept = await services.store.conversations.get(client.id, conversation.id)
        assert kept is not None
        assert kept.memory.shown


async def test_a_folder_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o750)
    async with open_services(Settings(data_dir=folder)) as services:
        assert await services.store.freelancers.count() == 0
    assert folder.stat().st_mode & 0o777 == 0o750
