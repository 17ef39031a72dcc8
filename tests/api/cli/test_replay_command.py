"""`rolecall replay`: conversations in, a line for each turn out, the same bytes every time."""

import asyncio
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from api.replay import TurnRecord
from store.opening import open_store
from tests_support.command import Ran, rolecall, rolecall_here

CONVERSATIONS = (
    {
        "id": "hire",
        "today": "2026-11-23",
        "turns": [
            "I need a developer starting next Monday, under $90/h",
            "who of these is cheapest?",
            "let's go with the second one",
            "yes",
        ],
    },
    {"id": "vague", "turns": ["I need help with my business"]},
    {"id": "long", "turns": ["I need a designer. " + "We make lamps and chairs. " * 150]},
)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    file = tmp_path / "conversations.jsonl"
    file.write_text("\n\n".join(json.dumps(each) for each in CONVERSATIONS) + "\n")
    return file


def records(ran: Ran) -> list[dict[str, Any]]:
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_every_turn_is_a_line_that_tells_what_came_of_it(
    monkeypatch: pytest.MonkeyPatch, demo_dir: Path, script: Path
) -> None:
    ran = rolecall_here(monkeypatch, demo_dir, "replay", str(script))
    lines = records(ran)
    schema = TurnRecord.model_json_schema(mode="serialization")
    for line in lines:
        jsonschema.validate(line, schema)
    assert [(line["id"], line["turn"]) for line in lines] == [
        *(("hire", n) for n in (1, 2, 3, 4)),
        ("vague", 1),
        ("long", 1),
    ]
    first, cheapest, chosen, approved, vague, _ = lines
    assert first["brief"]["startBy"] == "2026-11-30"
    assert first["brief"]["hourlyRate"] == {"max": 90.0, "currency": "USD"}
    assert first["candidates"]
    assert "minRating" not in first["brief"]
    text = str(first["text"])
    for change in first["changes"]:
        assert change["words"] in text[change["span"]["start"] : change["span"]["end"]]
    assert first["path"] == ["understand", "search"]
    assert first["eligible"] >= len(first["candidates"])
    assert cheapest["candidates"] == []
    assert cheapest["eligible"] is None
    assert chosen["refs"] == [2]
    assert (chosen["step"], approved["intent"]) == ("hand_off", "confirm")
    assert [each["status"] for each in (*chosen["handoffs"], *approved["handoffs"])] == [
        "PREPARED",
        "APPROVED",
    ]
    assert chosen["handoffs"][0]["freelancerId"] == first["candidates"][1]["id"]
    assert vague["step"] == "clarify"
    assert vague["question"]["slot"] == "role"
    assert all(line["ms"]["total"] >= line["ms"]["understand"] for line in lines)


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed(demo_dir: Path, script: Path) -> None:
    outputs = [
        rolecall(demo_dir, "replay", str(script), "--no-ms", "--today", "2026-11-23", PYTHONHASHSEED=seed).out
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0].splitlines()) == 6


def test_nothing_of_a_replay_is_stored(monkeypatch: pytest.MonkeyPatch, demo_dir: Path, script: Path) -> None:
    out = script.with_name("out.jsonl")
    ran = rolecall_here(monkeypatch, demo_dir, "replay", str(script), "--out", str(out))
    assert (ran.code, ran.out) == (0, "")
    assert len(out.read_text().splitlines()) == 6

    async def conversations_with_work() -> list[str]:
        async with open_store(f"sqlite:///{demo_dir / 'rolecall.db'}") as store:
            return list(await store.turns.conversations_with_work())

    assert asyncio.run(conversations_with_work()) == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 2: "),
        ('{"id": "x", "turns": []}', "line 2: turns: "),
        ('{"id": "x", "turns": ["hello"], "day": 1}', "line 2: day: "),
        ('{"id": "hire", "turns": ["hello"]}', "'hire' is there already"),
        (json.dumps({"id": "x", "turns": ["a" * 4001]}), "at most 4000"),
    ],
)
def test_a_line_that_is_no_conversation_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str, complaint: str
) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text(f"{json.dumps(CONVERSATIONS[0])}\n{line}\n")
    ran = rolecall_here(monkeypatch, tmp_path / "data", "replay", str(file))
    assert ran.code == 2
    assert complaint in ran.err
    assert ran.out == ""


def test_the_schema_is_published(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    printed = rolecall_here(monkeypatch, tmp_path, "replay", "--schema")
    published = Path(__file__).parents[3] / "api" / "replay" / "turn.schema.json"
    assert json.loads(printed.out) == json.loads(published.read_text())
