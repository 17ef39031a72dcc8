"""Scores readings against the cases in tests/agent/understanding/cases: slots, intents, whole briefs."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from agent.briefs.merge import merge
from agent.briefs.needs import starts_new_need
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import CandidateName, Context, Intent, Reading
from store.knowledge import Knowledge, load_knowledge
from store.nouns.brief import (
    Brief,
    Countries,
    MoneyRange,
    Range,
    Seniority,
    SkillWish,
    Slot,
    Term,
)
from store.nouns.conversation import Question

CASES = Path(__file__).parent.parent / "agent" / "understanding" / "cases"
TODAY = date(2026, 11, 23)
SHOWN = (
    CandidateName(
        freelancer_id="f1", name="Maria Lopez", hourly_rate_usd=55, rating=4.9, jobs_completed=40,
        available_from=date(2026, 12, 10),
    ),
    CandidateName(
        freelancer_id="f2", name="Tomasz Kowalski", hourly_rate_usd=35, rating=4.7, jobs_completed=12,
        available_from=date(2026, 12, 1),
    ),
    CandidateName(
        freelancer_id="f3", name="Aisha Khan", hourly_rate_usd=60, rating=5.0, jobs_completed=8,
        available_from=date(2027, 1, 1),
    ),
    CandidateName(
        freelancer_id="f4", name="Liam Chen", hourly_rate_usd=48, rating=4.8, jobs_completed=25,
        available_from=date(2026, 11, 20),
    ),
    CandidateName(
        freelancer_id="f5", name="Olga Petrova", hourly_rate_usd=42, rating=4.6, jobs_completed=60,
        available_from=date(2026, 12, 5),
    ),
)  # fmt: skip
_LISTS = ("industries", "regions", "workingStyle")


@dataclass
class Score:
    """Counts over the cases read so far, and what was missed."""

    turns: int = 0
    intents: int = 0
    briefs: int = 0
    right: int = 0
    extra: int = 0
    missing: int = 0
    firmness: list[bool] = field(default_factory=list)
    references: list[bool] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    @property
    def slot_f1(self) -> float:
        """F1 over the items of the briefs: each skill, country and single value is one."""
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missing)

    def __str__(self) -> str:
        firm = sum(self.firmness) / max(1, len(self.firmness))
        pointed = sum(self.references) / max(1, len(self.references))
        return (
            f"turns {self.turns}  intent {self.intents / max(1, self.turns):.3f}  "
            f"slot F1 {self.slot_f1:.3f}  whole brief {self.briefs / max(1, self.turns):.3f}  "
            f"hard or soft {firm:.3f}  references {pointed:.3f}"
        )


def score_first_messages(interpreter: OfflineInterpreter, knowledge: Knowledge, path: Path) -> Score:
    """Read every first message of a file and score it."""
    score = Score()
    for case in lines_of(path):
        reading = interpreter.read_now(case["text"], Context(today=day_of(case)))
        brief = merge(Brief(), reading.changes, knowledge)
        _judge(score, case, case["id"], reading, brief, knowledge)
        further = [
            next((c.value for c in need if c.slot is Slot.ROLE), None) for need in reading.further_needs
        ]
        if further != case.get("further", []):
            score.misses.append(f"{case['id']}: further needs {further}")
        if reading.language != case.get("language", "en"):
            score.misses.append(f"{case['id']}: language {reading.language}")
    return score


def score_dialogues(interpreter: OfflineInterpreter, knowledge: Knowledge, path: Path) -> Score:
    """Play every dialogue of a file against a list of five people and score its turns."""
    score = Score()
    for dialogue in lines_of(path):
        brief, shown, focus, together, pending = Brief(), (), None, (), False
        for place, turn in enumerate(dialogue["turns"], start=1):
            question = Question(slot=Slot(turn["question"]), text="?") if "question" in turn else None
            context = Context(
                today=day_of(dialogue), brief=brief, question=question, shown=shown, focus=focus,
                together=together, handoff_pending=pending,
            )  # fmt: skip
            reading = interpreter.read_now(turn["text"], context)
            if reading.intent is Intent.START_OVER or starts_new_need(brief, reading):
                brief = Brief()
            brief = merge(brief, reading.changes, knowledge)
            _judge(score, turn, f"{dialogue['id']}.{place}", reading, brief, knowledge)
            if "refs" in turn:
                score.references.append([r.position for r in reading.references] == turn["refs"])
            searched = reading.intent in (
                Intent.DESCRIBE_NEED, Intent.REFINE, Intent.MORE_RESULTS, Intent.START_OVER,
            )  # fmt: skip
            if brief.is_searchable and searched:
                shown, focus, together = SHOWN, None, ()
            named = [r.freelancer_id for r in reading.references if r.freelancer_id]
            focus = named[0] if len(named) == 1 else focus
            together = tuple(named) if len(named) > 1 else together
            pending = reading.intent is Intent.HAND_OFF or (
                pending and reading.intent not in (Intent.CONFIRM, Intent.DECLINE)
            )
    return score


def brief_of(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    *texts: str,
    start: Brief | None = None,
    today: date = TODAY,
) -> Brief:
    """The brief after some messages, beside the list unless they are the first, and no question asked."""
    brief = start or Brief()
    for text in texts:
        context = Context(today=today, brief=brief, shown=SHOWN if brief.terms else ())
        brief = merge(brief, interpreter.read_strictly(text, context).changes, knowledge)
    return brief


BRIEF = Brief(
    role="frontend-developer",
    skills=(SkillWish(name="React"), SkillWish(name="TypeScript")),
    hourly_rate=MoneyRange(max=60),
    hours_per_week=Range(min=20, max=20),
    seniority=Seniority.EXPERT,
    countries=Countries(include=("DE",)),
    terms={
        slot: Term(hard=True)
        for slot in (
            Slot.ROLE, Slot.SKILLS, Slot.HOURLY_RATE, Slot.HOURS_PER_WEEK, Slot.SENIORITY, Slot.COUNTRIES,
        )
    },
)  # fmt: skip


def wrong_intents(interpreter: OfflineInterpreter, path: Path) -> list[str]:
    """The single turns of a file whose intent is misread, beside a full brief and a list of five people."""
    wrong = []
    for case in lines_of(path):
        context = Context(
            today=TODAY, brief=BRIEF, shown=SHOWN, focus="f2", handoff_pending=case.get("pending", False)
        )
        intent = interpreter.read_now(case["text"], context).intent.value
        if intent != case["intent"]:
            wrong.append(f"{case['text']!r}: {intent}, not {case['intent']}")
    return wrong


def _judge(
    score: Score, case: dict[str, Any], name: str, reading: Reading, brief: Brief, knowledge: Knowledge
) -> None:
    got = Counter(items(flat(brief)))
    gold = Counter(items(_gold(case["brief"], brief, knowledge)))
    right = sum((gold & got).values())
    score.turns += 1
    score.right += right
    score.extra += sum(got.values()) - right
    score.missing += sum(gold.values()) - right
    score.briefs += got == gold
    score.intents += reading.intent.value == case["intent"]
    for slot in case.get("hard", ()):
        _firm(score, name, slot, brief.is_hard(Slot(slot)), "hard")
    for slot in case.get("soft", ()):
        _firm(score, name, slot, Slot(slot) in brief.terms and not brief.is_hard(Slot(slot)), "soft")
    if got != gold or reading.intent.value != case["intent"]:
        missing, extra = sorted(gold - got), sorted(got - gold)
        score.misses.append(f"{name}: {case['text']!r} {reading.intent.value} -{missing} +{extra}")


def _firm(score: Score, name: str, slot: str, right: bool, wanted: str) -> None:
    score.firmness.append(right)
    if not right:
        score.misses.append(f"{name}: {slot} is not {wanted}")


def _gold(written: dict[str, Any], brief: Brief, knowledge: Knowledge) -> dict[str, Any]:
    """The case's brief with canonical skill names, and the role that was read where several are right."""
    gold = dict(written)
    if "skills" in gold:
        entries = {name: knowledge.find_skill(name) for name in gold["skills"]}
        gold["skills"] = {
            (entries[name].name if entries[name] else name): importance
            for name, importance in gold["skills"].items()
        }
    if isinstance(gold.get("role"), list):
        gold["role"] = brief.role if brief.role in gold["role"] else gold["role"][0]
    return gold


def flat(brief: Brief) -> dict[str, Any]:
    """The brief in the cases' notation."""
    flat = brief.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude={"terms", "description"}
    )
    if brief.skills:
        flat["skills"] = {skill.name: skill.importance.value for skill in brief.skills}
    if brief.languages:
        flat["languages"] = {language.code: language.level.value for language in brief.languages}
    for name, price in (("hourlyRate", brief.hourly_rate), ("fixedBudget", brief.fixed_budget)):
        if price is not None:
            flat[name]["currency"] = price.currency
    return flat


def items(written: dict[str, Any]) -> Iterator[str]:
    """What a brief in the cases' notation says, one thing at a time: each skill, each country, each value."""
    for slot, value in written.items():
        match value:
            case dict() if slot in ("skills", "languages"):
                yield from (f"{slot} {name} {what}" for name, what in value.items())
            case dict() if slot == "countries":
                yield from (f"{slot} {which} {code}" for which in value for code in value[which])
            case dict():
                ends = sorted((k, v) for k, v in value.items() if v is not None)
                yield f"{slot} {ends}"
            case list() if slot in _LISTS:
                yield from (f"{slot} {item}" for item in value)
            case _:
                yield f"{slot} {value}"


def day_of(case: dict[str, Any]) -> date:
    """The day a case is read on."""
    return date.fromisoformat(case["today"]) if "today" in case else TODAY


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of a file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def main() -> None:
    """Print the scores and every miss."""
    knowledge = load_knowledge()
    interpreter = OfflineInterpreter(knowledge)
    scores = {
        "first messages": score_first_messages(interpreter, knowledge, CASES / "first_messages.jsonl"),
        "dialogues": score_dialogues(interpreter, knowledge, CASES / "dialogues.jsonl"),
    }
    for name, score in scores.items():
        sys.stdout.write("\n  ".join((f"{name}: {score}", *score.misses)) + "\n")
    wrong = wrong_intents(interpreter, CASES / "orders.jsonl")
    sys.stdout.write("\n  ".join((f"orders: {len(wrong)} wrong", *wrong)) + "\n")


if __name__ == "__main__":
    main()
