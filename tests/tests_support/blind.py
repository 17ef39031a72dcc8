"""Scores the agent on the blind cases: `python -m tests_support.blind [seen|unseen]` in the folder `tests`.

First messages are read; dialogues are played through the whole agent, by its own routes, in a marketplace
of the five people of `readings` in which everybody fits every need: then what a message does depends on
the message alone. Each turn starts from the list and the question its case was written for. Of the unseen
half only figures are printed.
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any

from agent.briefs.merge import merge
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Reading
from api.replay import Player, TurnRecord, open_player
from api.services import Marketplace
from store.knowledge import Knowledge, load_knowledge
from store.nouns.brief import Brief, Slot
from store.nouns.conversation import Question
from tests_support.figures import Figures
from tests_support.five_people import open_five
from tests_support.gold import accepts, compared
from tests_support.readings import CASES, SHOWN, day_of, lines_of

BLIND = CASES / "blind"
HALVES = ("seen", "unseen")

Astray = tuple[tuple[str, ...], tuple[str, ...]]
"""What a brief lacks, and what it has too much."""


def judge_first_messages(interpreter: OfflineInterpreter, knowledge: Knowledge, path: Path) -> Figures:
    """Read every first message of a file."""
    figures = Figures()
    for case in lines_of(path):
        reading = interpreter.read_now(case["text"], Context(today=day_of(case)))
        brief = merge(Brief(), reading.changes, knowledge)
        _judge(figures, case["id"], case, reading.intent.value, brief, knowledge)
        _judge_message(figures, case, reading)
    return figures


async def judge_dialogues(marketplace: Marketplace, path: Path) -> Figures:
    """Play every dialogue of a file through the whole agent."""
    figures = Figures()
    for dialogue in lines_of(path):
        astray: Astray = ((), ())
        async with open_player(marketplace, dialogue["id"], day_of(dialogue)) as player:
            for place, turn in enumerate(dialogue["turns"], start=1):
                _set_scene(player, turn)
                record = await player.say(turn["text"])
                name = f"{dialogue['id']}.{place}"
                before, brief = astray, player.memory.brief
                astray = _judge(
                    figures, name, turn, record.intent.value, brief, marketplace.knowledge, before
                )
                if before == ((), ()):
                    figures.shares["whole brief if right before"].count(astray == before)
                _judge_turn(figures, name, turn, record)
    return figures


def _judge_turn(figures: Figures, name: str, turn: dict[str, Any], record: TurnRecord) -> None:
    right = accepts(turn["step"], record.step)
    figures.shares["step"].count(right)
    if not right:
        figures.misses.append(f"{name}: {turn['text']!r} step {record.step}, not {turn['step']}")
    if "refs" not in turn:
        return
    refs = list(record.refs)
    pointed = sorted(refs) == sorted(turn["refs"])
    figures.shares["references"].count(pointed)
    if not pointed:
        figures.misses.append(f"{name}: {turn['text']!r} points at {refs}, not {turn['refs']}")


def _set_scene(player: Player, turn: dict[str, Any]) -> None:
    memory = player.memory
    player.memory = memory.model_copy(
        update={
            "shown": tuple(one.freelancer_id for one in SHOWN) if memory.shown else (),
            "seen": (),
            "dismissed": (),
            "question": Question(slot=Slot(turn["question"]), text="?") if "question" in turn else None,
        }
    )


def _judge(
    figures: Figures,
    name: str,
    case: dict[str, Any],
    intent: str,
    brief: Brief,
    knowledge: Knowledge,
    before: Astray = ((), ()),
) -> Astray:
    """Where the brief is astray. A miss is told once, not again in the turns after it."""
    wanted, found = compared(case, brief, knowledge)
    figures.judge_brief(wanted, found)
    right = accepts(case["intent"], intent)
    figures.shares["intent"].count(right)
    for firmness in ("hard", "soft"):
        for slot in (Slot(each) for each in case.get(firmness, ())):
            as_said = slot in brief.terms and brief.is_hard(slot) is (firmness == "hard")
            figures.shares["hard or soft"].count(as_said)
            if not as_said:
                figures.misses.append(f"{name}: {case['text']!r} {slot.value} is not {firmness}")
    astray = (tuple(sorted(wanted - found)), tuple(sorted(found - wanted)))
    lost, extra = ([each for each in now if each not in old] for now, old in zip(astray, before, strict=True))
    if lost or extra or not right:
        figures.misses.append(f"{name}: {case['text']!r} {intent} -{lost} +{extra}")
    return astray


def _judge_message(figures: Figures, case: dict[str, Any], reading: Reading) -> None:
    roles = [next((c.value for c in need if c.slot is Slot.ROLE), None) for need in reading.further_needs]
    wanted = case.get("further", [])
    judged = {
        "further needs": len(roles) == len(wanted)
        and all(accepts(w, str(r)) for w, r in zip(wanted, roles, strict=True)),
        "language": reading.language == case.get("language", "en"),
    }
    for what, right in judged.items():
        figures.shares[what].count(right)
        if not right:
            figures.misses.append(f"{case['id']}: {case['text']!r} {what} {roles} {reading.language}")
    for secret in case.get("personal", ()):
        start = case["text"].index(secret)
        kept = any(p.span.start <= start and start + len(secret) <= p.span.end for p in reading.personal_data)
        figures.shares["personal data"].count(kept)
        if not kept:
            figures.misses.append(f"{case['id']}: {secret!r} is not seen as personal data")


async def run(halves: tuple[str, ...]) -> None:
    """Print the figures of each half, and the misses of the seen one."""
    knowledge = load_knowledge()
    interpreter = OfflineInterpreter(knowledge)
    with tempfile.TemporaryDirectory() as folder:
        async with open_five(Path(folder)) as marketplace:
            for half in halves:
                first = judge_first_messages(interpreter, knowledge, BLIND / half / "first_messages.jsonl")
                turns = await judge_dialogues(marketplace, BLIND / half / "dialogues.jsonl")
                for title, figures in (("first messages", first), ("dialogues", turns)):
                    shown = (f"{half} {title}", *figures.lines())
                    misses = figures.misses if half == "seen" else ()
                    sys.stdout.write("\n".join((*shown, *misses)) + "\n")


def main() -> None:
    """The halves named on the command line, or both."""
    asyncio.run(run(tuple(sys.argv[1:]) or HALVES))


if __name__ == "__main__":
    main()
