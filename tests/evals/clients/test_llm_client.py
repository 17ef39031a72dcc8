import os

import pytest
from openai import APIStatusError

from api.settings import Settings
from evals.clients import AgendaClient, Said
from evals.clients.llm import ModelClientSettings, keeps_what_was_said, open_model_client
from evals.nouns import Intended, Scenario
from store.knowledge import Knowledge
from tests_support.openai_endpoint import openai_endpoint
from tests_support.plain_agent import reply


def _said(text: str, who: str = "") -> Said:
    return Said(text, Intended(act=None), who)


def test_a_rewording_must_keep_numbers_and_people() -> None:
    assert keeps_what_was_said("so, max 60 dollars for me", _said("Max $60 an hour."))
    assert not keeps_what_was_said("not too expensive please", _said("Max $60 an hour."))
    assert not keeps_what_was_said("max 600 dollars", _said("Max $60 an hour."))
    assert not keeps_what_was_said("keep him for later", _said("Shortlist Ben Okafor.", "Ben Okafor"))
    assert not keeps_what_was_said("", _said("hello"))
    assert not keeps_what_was_said("x" * 5000, _said("hello"))


async def test_the_model_speaks_and_the_agenda_knows_what_was_meant(
    scenarios: dict[str, Scenario], knowledge: Knowledge
) -> None:
    scenario = scenarios["react-store-front"]
    said = AgendaClient(scenario, knowledge).next(None)
    assert isinstance(said, Said)
    with openai_endpoint() as endpoint:
        settings = ModelClientSettings(model="some-model", api_key="test", base_url=endpoint.url)
        async with open_model_client(settings) as client:
            endpoint.content = "hey, I'd pay 60 usd for someone with React and ideally TypeScript"
            assert await client.say(scenario, said, [reply(1, "Hi!")], 4) == endpoint.content
            endpoint.content = "hey, I need somebody cheap"
            assert await client.say(scenario, said, [], 4) == said.text
    assert client.name == "some-model"
    request = endpoint.requests[0]
    told = str(request["messages"])
    assert said.text in told
    assert "Person: Hi!" in told
    assert request["temperature"] == 0
    assert request["seed"] == 4
    assert "fl_" not in told


async def test_a_model_that_does_not_answer_is_an_error(
    scenarios: dict[str, Scenario],
) -> None:
    with openai_endpoint() as endpoint:
        endpoint.status = 401
        settings = ModelClientSettings(model="m", api_key="test", base_url=endpoint.url, retries=0)
        async with open_model_client(settings) as client:
            with pytest.raises(APIStatusError):
                await client.say(scenarios["logo-terse"], _said("hello"), [], 0)


def test_there_is_a_model_only_with_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.setenv(name, "")
    assert os.environ["OPENAI_API_KEY"] == ""
    assert ModelClientSettings.of(Settings()) is None
    with_key = ModelClientSettings.of(Settings(openai_api_key="secret", model="m"))
    assert with_key is not None
    assert (with_key.model, with_key.api_key) == ("m", "secret")
