"""Scores readings on the blind pieces: single messages, each judged only by the slots that it is about.

Run `python -m tests_support.pieces [seen|unseen]` in `tests`. Of the unseen half only figures are shown.
"""

import sys
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Any

from agent.briefs.merge import merge
from agent.briefs.needs import starts_new_need
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from store.knowledge import Knowledge, load_knowledge
from store.nouns.brief import HARD_BY_DEFAULT, Brief, Slot, Term
from store.nouns.conversation import Question
from tests_support.blind import BLIND, HALVES
from tests_support.figures import Figures
from tests_support.gold import accepts, canonical, compared
from tests_support.readings import SHOWN, day_of, lines_of

WHOLE_NEED = frozenset(slot.value for slot in Slot) - {Slot.WORKING_STYLE.value}
"""What is judged of a piece that names no slots: everything a client can need."""

_GROUP = slice(0, 3)
"""A piece's id begins with the group it was written for, 'p-m' for money."""


def judge_pieces(interpreter: OfflineInterpreter, knowledge: Knowledge, path: Path) -> dict[str, Figures]:
    """Read every piece of a file; figures by group."""
    groups: dict[str, Figures] = {}
    for case in lines_of(path):
        _judge(groups.setdefault(case["id"][_GROUP], Figures()), case, interpreter, knowledge)
    return groups


def _judge(
    figures: Figures, case: dict[str, Any], interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    before = _brief(case.get("before", {}), knowledge)
    context = Context(
        today=day_of(case),
        brief=before,
        question=Question(slot=Slot(case["question"]), text="?") if "question" in case else None,
        shown=SHOWN if case.get("shown") else (),
    )
    reading = interpreter.read_now(case["text"], context)
    fresh = reading.intent is Intent.START_OVER or starts_new_need(before, reading)
    brief = merge(Brief() if fresh else before, reading.changes, knowledge)
    judged = case.get("judge", WHOLE_NEED)
    wanted, found = (_judged(items, judged) for items in compared(case, brief, knowledge))
    figures.judge_brief(wanted, found)
    astray = [f"-{sorted(wanted - found)} +{sorted(found - wanted)}"] if wanted != found else []
    for firmness in ("hard", "soft"):
        for slot in (Slot(each) for each in case.get(firmness, ())):
            if slot in brief.terms:
                as_said = brief.is_hard(slot) is (firmness == "hard")
                figures.shares["hard or soft"].count(as_said)
                astray += [] if as_said else [f"{slot.value} is not {firmness}"]
    if "intent" in case:
        right = accepts(case["intent"], reading.intent.value)
        figures.shares["intent"].count(right)
        astray += [] if right else [f"intent {reading.intent.value}, not {case['intent']}"]
    if "refs" in case:
        refs = [each.position for each in reading.references]
        figures.shares["references"].count(refs == case["refs"])
        astray += [] if refs == case["refs"] else [f"points at {refs}, not {case['refs']}"]
    if astray:
        figures.misses.append(f"{case['id']}: {case['text']!r} {'; '.join(astray)}")


def _judged(items: Counter[str], slots: Collection[str]) -> Counter[str]:
    return Counter({item: count for item, count in items.items() if item.partition(" ")[0] in slots})


def _brief(written: dict[str, Any], knowledge: Knowledge) -> Brief:
    """A brief from the cases' notation; where several values are right, the first."""
    values = {slot: _one(value) if slot == Slot.ROLE else value for slot, value in written.items()}
    if "skills" in values:
        values["skills"] = [
            {"name": canonical(name, knowledge), "importance": _one(what)}
            for name, what in written["skills"].items()
        ]
    if "languages" in values:
        values["languages"] = [
            {"code": code, "level": _one(level)} for code, level in written["languages"].items()
        ]
    terms = {Slot(slot): Term(hard=Slot(slot) in HARD_BY_DEFAULT) for slot in written}
    return Brief.model_validate({**values, "terms": terms})


def _one(what: str | list[str]) -> str:
    return what[0] if isinstance(what, list) else what


def main() -> None:
    """The halves named on the command line, or both."""
    knowledge = load_knowledge()
    interpreter = OfflineInterpreter(knowledge)
    for half in sys.argv[1:] or HALVES:
        for group, figures in judge_pieces(interpreter, knowledge, BLIND / half / "pieces.jsonl").items():
            misses = figures.misses if half == "seen" else ()
            sys.stdout.write("\n".join((f"{half} {group}", *figures.lines(), *misses)) + "\n")


if __name__ == "__main__":
    main()
