"""Reading with a model behind a real HTTP endpoint that speaks the OpenAI protocol, well and badly."""

import json
from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Any

import pytest

from agent.understanding.chatgpt import ChatGPTInterpreter, ModelSettings, open_model
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import CandidateName, Context, Intent, Reading
from store.knowledge import load_knowledge
from store.nouns.brief import Importance, MoneyRange, SkillWish, Slot
from tests_support.openai_endpoint import Endpoint, openai_endpoint

KNOWLEDGE = load_knowledge()
OFFLINE = OfflineInterpreter(KNOWLEDGE)
CONTEXT = Context(
    today=date(2026, 11, 2),
    shown=(
        CandidateName(freelancer_id="fl_1", name="Maria"),
        CandidateName(freelancer_id="fl_2", name="Ben"),
    ),
)
NEED = "We want our storefront rebuilt, Shopify knowledge helps, under $50 an hour"


def change(slot: str, quote: str, name: str | None = None, **fields: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("importance", "level", "seniority", "provider", "hard"))
    base = {"operation": "add" if slot == "skills" else "set", "replaces": [], "excluded": False}
    return {"slot": slot, "quote": quote, "name": name, "uncertain": False, **base, **empty, **fields}


def form(intent: str, *changes: dict[str, Any], **fields: Any) -> dict[str, Any]:
    rest = {"references": [], "topic": None, "answers_question": False, "declines_question": False}
    return {"intent": intent, "changes": list(changes), **rest, **fields}


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with openai_endpoint() as running:
        yield running


@pytest.fixture
async def reader(endpoint: Endpoint) -> AsyncIterator[ChatGPTInterpreter]:
    settings = ModelSettings("sk-test", "scripted", endpoint.url, timeout_seconds=2, retries=0)
    async with open_model(settings) as model:
        yield ChatGPTInterpreter(model, settings, OFFLINE, KNOWLEDGE)


def skills(reading: Reading) -> dict[str, Importance]:
    wishes = [c.value for c in reading.changes if isinstance(c.value, SkillWish)]
    return {wish.name: wish.importance for wish in wishes}


async def test_a_good_form_is_used_and_prices_stay_the_grammars(
    endpoint: Endpoint, reader: ChatGPTInterpreter
) -> None:
    endpoint.form = form(
        "describe_need",
        change("role", "storefront rebuilt", "shopify-developer"),
        change("skills", "Shopify", "Shopify", importance="NICE"),
        change("hourlyRate", "under $50 an hour"),
    )
    reading = await reader.read(NEED, CONTEXT)
    assert reading.fallback is None
    assert reading.interpreter == "scripted"
    assert reading.intent is Intent.DESCRIBE_NEED
    assert skills(reading)["Shopify"] is Importance.NICE
    assert "shopify-developer" in [c.value for c in reading.changes if c.slot is Slot.ROLE]
    (rate,) = [c.value for c in reading.changes if c.slot is Slot.HOURLY_RATE]
    assert isinstance(rate, MoneyRange)
    assert rate.max == 50


async def test_an_endpoint_without_strict_output_is_asked_by_function_calls(
    endpoint: Endpoint, reader: ChatGPTInterpreter
) -> None:
    endpoint.strict = False
    endpoint.form = form("describe_need", change("skills", "Shopify", "Shopify", importance="NICE"))
    for _ in range(2):
        assert (await reader.read(NEED, CONTEXT)).fallback is None
    assert ["tools" in request for request in endpoint.requests] == [False, True, True]


@pytest.mark.parametrize(
    "trouble",
    [
        {"status": 401},
        {"status": 429},
        {"status": 500},
        {"content": "certainly! here is"},
        {"content": json.dumps({"intent": "hire_everyone"})},
        {"content": "", "refusal": "I cannot help with that."},
        {"seconds": 3},
    ],
    ids=["unauthorized", "rate limit", "server error", "not JSON", "wrong shape", "refusal", "too slow"],
)
async def test_whatever_goes_wrong_the_offline_reading_is_used_and_says_so(
    endpoint: Endpoint, reader: ChatGPTInterpreter, trouble: dict[str, Any]
) -> None:
    for name, value in trouble.items():
        setattr(endpoint, name, value)
    reading = await reader.read(NEED, CONTEXT)
    assert reading.fallback
    offline = await OFFLINE.read(NEED, CONTEXT)
    assert reading.model_copy(update={"fallback": None}) == offline


async def test_inventions_are_dropped(endpoint: Endpoint, reader: ChatGPTInterpreter) -> None:
    endpoint.form = form(
        "describe_need",
        change("skills", "Shopify", "Shopify", importance="NICE"),
        change("skills", "Magento", "Magento", importance="MUST"),
        change("regions", "storefront", "atlantis"),
        change("hourlyRate", "storefront"),
        change("role", "storefront rebuilt", "shopify-developer"),
        references=[{"position": 9, "quote": "Shopify"}],
    )
    reading = await reader.read(NEED, CONTEXT)
    assert "Magento" not in skills(reading)
    assert not [c for c in reading.changes if c.slot is Slot.REGIONS]
    assert reading.references == ()


async def test_a_model_alone_can_neither_approve_nor_delete(
    endpoint: Endpoint, reader: ChatGPTInterpreter
) -> None:
    pending = CONTEXT.model_copy(update={"handoff_pending": True})
    for intent in ("confirm", "delete_my_data"):
        endpoint.form = form(intent)
        reading = await reader.read("is she free in January?", pending)
        assert reading.intent.value != intent


async def test_personal_data_and_profiles_stay_here(endpoint: Endpoint, reader: ChatGPTInterpreter) -> None:
    endpoint.form = form("describe_need")
    await reader.read("I need a logo designer, write to ann@example.com", CONTEXT)
    sent = json.dumps(endpoint.requests)
    assert "logo designer" in sent
    assert "ann@example.com" not in sent
    assert "Maria" not in sent
