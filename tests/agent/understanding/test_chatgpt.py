"""Reading with a model behind a real HTTP endpoint that speaks the OpenAI protocol, well and badly."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from time import monotonic
from typing import Any

import pytest

from agent.chatmodel.model import ModelSettings, open_chat_model
from agent.chatmodel.prices import Price
from agent.chatmodel.work import ModelWork
from agent.understanding.chatgpt import ChatGPTInterpreter
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
    return {
        "slot": slot,
        "quote": quote,
        "name": name,
        "own": False,
        "uncertain": False,
        **base,
        **empty,
        **fields,
    }


def form(intent: str, *changes: dict[str, Any], **fields: Any) -> dict[str, Any]:
    rest = {"references": [], "topic": None, "answers_question": False, "declines_question": False}
    return {"intent": intent, "changes": list(changes), **rest, **fields}


GOOD = form(
    "describe_need",
    change("role", "storefront rebuilt", "shopify-developer"),
    change("skills", "Shopify", "Shopify", importance="NICE"),
    change("hourlyRate", "under $50 an hour"),
)


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with openai_endpoint() as running:
        yield running


@pytest.fixture
async def reader(endpoint: Endpoint) -> AsyncIterator[ChatGPTInterpreter]:
    async with opened_reader(endpoint) as opened:
        yield opened


@asynccontextmanager
async def opened_reader(endpoint: Endpoint, **settings: Any) -> AsyncIterator[ChatGPTInterpreter]:
    given = {"turn_seconds": 3.0, **settings}
    async with open_chat_model(ModelSettings("sk-test", "scripted", endpoint.url, **given)) as model:
        yield ChatGPTInterpreter(model, OFFLINE, KNOWLEDGE)


def skills(reading: Reading) -> dict[str, Importance]:
    wishes = [c.value for c in reading.changes if isinstance(c.value, SkillWish)]
    return {wish.name: wish.importance for wish in wishes}


async def test_a_good_form_is_used_and_prices_stay_the_grammars(
    endpoint: Endpoint, reader: ChatGPTInterpreter
) -> None:
    endpoint.form = GOOD
    reading = await reader.read(NEED, CONTEXT)
    assert reading.fallback is None
    assert reading.interpreter == "scripted"
    assert reading.intent is Intent.DESCRIBE_NEED
    assert skills(reading)["Shopify"] is Importance.NICE
    assert "shopify-developer" in [c.value for c in reading.changes if c.slot is Slot.ROLE]
    (rate,) = [c.value for c in reading.changes if c.slot is Slot.HOURLY_RATE]
    assert isinstance(rate, MoneyRange)
    assert rate.max == 50


@pytest.mark.parametrize(
    ("without", "asked"),
    [
        ({"strict": False}, ["response_format", "tools", "tools"]),
        ({"strict": False, "tools": False}, ["response_format", "tools", "neither", "neither"]),
    ],
)
async def test_an_endpoint_is_asked_in_the_strictest_way_it_knows(
    endpoint: Endpoint, reader: ChatGPTInterpreter, without: dict[str, bool], asked: list[str]
) -> None:
    for name, value in without.items():
        setattr(endpoint, name, value)
    endpoint.form = GOOD
    for _ in range(2):
        assert (await reader.read(NEED, CONTEXT)).fallback is None
    ways = [
        next((way for way in ("response_format", "tools") if way in request), "neither")
        for request in endpoint.requests
    ]
    assert ways == asked
    for request in endpoint.requests:
        assert [message["role"] for message in request["messages"]] == ["system", "user"]


async def test_a_form_with_chatter_around_it_is_read(endpoint: Endpoint, reader: ChatGPTInterpreter) -> None:
    endpoint.strict = endpoint.tools = False
    endpoint.content = f"Sure! ```json\n{json.dumps(GOOD)}\n``` Anything else?"
    assert (await reader.read(NEED, CONTEXT)).fallback is None


TROUBLES: dict[str, tuple[dict[str, Any], str]] = {
    "unauthorized": ({"status": 401}, "turned us away"),
    "forbidden": ({"status": 403}, "turned us away"),
    "rate limit": ({"status": 429}, "too much to do"),
    "rate limit for long": ({"status": 429, "retry_after": "3600"}, "too much to do"),
    "rate limit until a date": ({"status": 429, "retry_after": "Fri, 27 Nov 2026 09:00:00 GMT"}, "too much"),
    "server error": ({"status": 500}, "had a fault"),
    "bad request": ({"status": 400}, "had a fault"),
    "not JSON": ({"content": "certainly! here is"}, "not the form"),
    "not the form": ({"content": json.dumps({"intent": "hire_everyone"})}, "not the form"),
    "a list": ({"content": "[1, 2]"}, "not the form"),
    "deeply nested": ({"content": "[" * 100_000}, "not the form"),
    "empty": ({"content": ""}, "not the form"),
    "refusal": ({"content": "", "refusal": "I cannot help with that."}, "refused"),
    "cut off": ({"content": '{"intent": "descr', "finish_reason": "length"}, "cut off"),
    "no choices": ({"choices": 0}, "could not be used"),
    "HTML": ({"body": b"<html>Bad gateway</html>", "content_type": "text/html"}, "could not be used"),
    "broken JSON": ({"body": b'{"id": "chatcmpl-1", "cho'}, "could not be used"),
    "JSON of another kind": ({"body": b'{"hello": ["world"]}'}, "could not be used"),
    "a number": ({"body": b"42"}, "could not be used"),
    "a flood": ({"content": "yes " * 100_000}, "not the form"),
    "an endless flood": ({"content": "yes " * 1_000_000}, "could not be reached"),
    "too slow": ({"seconds": 4}, "took too long"),
    "hundreds of changes": (
        {"content": json.dumps(form("describe_need", *[change("skills", "Shopify", "Shopify")] * 500))},
        "more than",
    ),
}


@pytest.mark.parametrize(("trouble", "reason"), TROUBLES.values(), ids=TROUBLES)
async def test_whatever_goes_wrong_the_offline_reading_is_used_in_time_and_says_so(
    endpoint: Endpoint, reader: ChatGPTInterpreter, trouble: dict[str, Any], reason: str
) -> None:
    for name, value in trouble.items():
        setattr(endpoint, name, value)
    work, begun = ModelWork(), monotonic()
    reading = await reader.read(NEED, CONTEXT, work)
    assert monotonic() - begun < 3
    assert reading.fallback is not None
    assert reason in reading.fallback
    offline = await OFFLINE.read(NEED, CONTEXT)
    assert reading.model_copy(update={"fallback": None}) == offline
    assert [each.reason for each in work.usage.fallbacks] == [reading.fallback]
    assert work.usage.interpreter == "offline"


async def test_a_passing_fault_is_tried_again_once(endpoint: Endpoint, reader: ChatGPTInterpreter) -> None:
    endpoint.statuses = [503]
    endpoint.form = GOOD
    work = ModelWork()
    assert (await reader.read(NEED, CONTEXT, work)).fallback is None
    assert work.usage.calls == len(endpoint.requests) == 2


async def test_an_endpoint_that_asks_for_a_pause_gets_it(
    endpoint: Endpoint, reader: ChatGPTInterpreter
) -> None:
    endpoint.status, endpoint.retry_after = 429, "30"
    for _ in range(3):
        assert (await reader.read(NEED, CONTEXT)).fallback
    assert len(endpoint.requests) == 1


async def test_an_endpoint_that_fails_again_and_again_is_left_alone(
    endpoint: Endpoint, reader: ChatGPTInterpreter
) -> None:
    endpoint.status = 500
    for _ in range(5):
        assert (await reader.read(NEED, CONTEXT)).fallback
    assert len(endpoint.requests) == 2 * 3


async def test_tokens_cost_and_time_are_counted(endpoint: Endpoint) -> None:
    endpoint.form = GOOD
    work = ModelWork()
    async with opened_reader(endpoint, price=Price(input=2, output=8)) as reader:
        await reader.read(NEED, CONTEXT, work)
    usage = work.usage
    assert (usage.interpreter, usage.calls) == ("scripted", 1)
    assert (usage.input_tokens, usage.output_tokens) == (10, 5)
    assert usage.cost_usd == pytest.approx(60e-6)
    assert usage.ms > 0


async def test_without_a_price_the_cost_is_unknown(endpoint: Endpoint, reader: ChatGPTInterpreter) -> None:
    endpoint.form = GOOD
    work = ModelWork()
    await reader.read(NEED, CONTEXT, work)
    assert work.usage.cost_usd is None


async def test_a_reading_that_is_cancelled_closes_its_connection(
    endpoint: Endpoint, reader: ChatGPTInterpreter
) -> None:
    endpoint.seconds = 30
    task = asyncio.create_task(reader.read(NEED, CONTEXT))
    await asyncio.to_thread(endpoint.asked.wait, 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(endpoint.hung_up.wait, 5)


async def test_calls_wait_for_a_place_and_no_longer_than_the_turn_allows(endpoint: Endpoint) -> None:
    endpoint.seconds, endpoint.form = 0.3, GOOD
    async with opened_reader(endpoint, calls_at_once=2, turn_seconds=1.0) as reader:
        begun = monotonic()
        readings = await asyncio.gather(*(reader.read(NEED, CONTEXT) for _ in range(8)))
        assert monotonic() - begun < 2
    assert any(reading.fallback is None for reading in readings)
    assert any(reading.fallback == "the model took too long" for reading in readings)


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
    endpoint.form = GOOD
    await reader.read("I need a logo designer, write to ann@example.com", CONTEXT)
    sent = json.dumps(endpoint.requests)
    assert "logo designer" in sent
    assert "ann@example.com" not in sent
    assert "Maria" not in sent
