"""The sentences that the models are fitted to, and the context in which each is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from agent.understanding.reading import CandidateName, Context, Intent
from store.nouns.brief import Brief, MoneyRange, Range, SkillWish, Slot, Term
from store.nouns.conversation import Question

TODAY = date(2026, 11, 23)
SHOWN = tuple(
    CandidateName(
        freelancer_id=f"f{place}", name=name, hourly_rate_usd=rate, rating=rating, jobs_completed=jobs
    )
    for place, (name, rate, rating, jobs) in enumerate(
        (
            ("Maria Lopez", 55, 4.9, 40),
            ("Tomasz Kowalski", 35, 4.7, 12),
            ("Aisha Khan", 60, 5.0, 8),
            ("Liam Chen", 48, 4.8, 25),
            ("Olga Petrova", 42, 4.6, 60),
        ),
        start=1,
    )
)
"""The people of the sentences: whoever else was named when they were written has one of these names now."""

FOLDERS = {
    "roles": ("needs", "hard_needs", "work", "intents"),
    "industries": ("needs", "hard_needs", "trades"),
    "intents": ("intents",),
    "wishes": ("wishes",),
    "overlooked": ("wishes",),
    "prices": ("prices",),
}
"""The folders of examples that each model is fitted to."""

_MARKED = re.compile(r"\[([^\[\]=]+)=([A-Z]+)\]")


@dataclass(frozen=True, slots=True)
class IntentExample:
    """A message and what is wanted by it."""

    context: Context
    intent: Intent
    text: str


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters [start, end) of a message, and what they mean for whoever is wanted."""

    start: int
    end: int
    means: str


@dataclass(frozen=True, slots=True)
class MarkedExample:
    """A message and the names or amounts in it."""

    context: Context
    text: str
    marks: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class NeedExample:
    """A first message, any of the roles it can want, and the client's industries, those in doubt apart.

    Those that are `hard` were written to be harder than what clients send: most trades in them are somebody
    else's.
    """

    context: Context
    roles: tuple[str, ...]
    industries: tuple[str, ...]
    doubtful: tuple[str, ...]
    text: str
    hard: bool


@dataclass(frozen=True, slots=True)
class WorkExample:
    """A task as clients tell it, and whose work it is."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class TradeExample:
    """A few words that tell a client's industries, those in doubt apart."""

    context: Context
    industries: tuple[str, ...]
    doubtful: tuple[str, ...]
    text: str


def need_examples() -> Iterator[NeedExample]:
    """Every line `roles<TAB>industries<TAB>text`: '-' for none, '?retail' for an industry in doubt."""
    for folder in ("needs", "hard_needs"):
        for line in _lines(folder):
            roles, industries, text = line.split("\t", 2)
            text = text.replace("\\n", "\n")
            told, doubtful = _told("" if industries == "-" else industries)
            yield NeedExample(
                _context("first", text),
                () if roles == "-" else tuple(roles.split(",")),
                told,
                doubtful,
                text,
                hard=folder == "hard_needs",
            )


def work_examples() -> Iterator[WorkExample]:
    """Every line `role<TAB>task`."""
    for line in _lines("work"):
        yield WorkExample(*line.split("\t", 1))


def trade_examples() -> Iterator[TradeExample]:
    """Every line `industries<TAB>words`: '?retail' for an industry in doubt."""
    for line in _lines("trades"):
        industries, text = line.split("\t", 1)
        yield TradeExample(_context("first", text), *_told(industries), text)


def intent_examples() -> Iterator[IntentExample]:
    """Every line `context<TAB>intent<TAB>text`."""
    for line in _lines("intents"):
        stands, intent, text = line.split("\t", 2)
        yield IntentExample(_context(stands, text), Intent(intent), text)


def wish_examples() -> Iterator[MarkedExample]:
    """Messages with names marked, as in '[React=MUST]': MUST, NICE, EXCLUDED or NONE."""
    return _marked("wishes")


def price_examples() -> Iterator[MarkedExample]:
    """Messages with their amounts marked, as in '[$40/h=PRICE]': PRICE, NONE, or a time of the work."""
    return _marked("prices")


def _marked(folder: str) -> Iterator[MarkedExample]:
    """Every line of a folder; '\\n' in it stands for the end of a line of the message."""
    for written in _lines(folder):
        line = written.replace("\\n", "\n")
        text, marks, end = "", [], 0
        for found in _MARKED.finditer(line):
            text += line[end : found.start()]
            marks.append(Marked(len(text), len(text) + len(found[1]), found[2]))
            text, end = text + found[1], found.end()
        text += line[end:]
        yield MarkedExample(_context("first", text), text, tuple(marks))


def _told(industries: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The industries of a list, and those in doubt."""
    names = [name for name in industries.split(",") if name]
    sure = tuple(name for name in names if not name.startswith("?"))
    return sure, tuple(name.removeprefix("?") for name in names if name.startswith("?"))


def digest(*folders: str) -> str:
    """Tells one state of folders of examples from another."""
    return sha256("\n".join(line for folder in folders for line in _lines(folder)).encode()).hexdigest()


def _lines(folder: str) -> Iterator[str]:
    found: Traversable = files("evals.fitting") / "examples" / folder
    for file in sorted(found.iterdir(), key=lambda each: each.name):
        yield from (line for line in file.read_text(encoding="utf-8").split("\n") if line.strip())


def _context(stands: str, text: str) -> Context:
    """A context of that kind: which brief and which question follows from the text."""
    chance = int.from_bytes(sha256(text.encode()).digest()[:4])
    brief = Brief() if stands == "first" else _BRIEFS[chance % len(_BRIEFS)]
    return Context(
        today=TODAY,
        brief=brief,
        shown=SHOWN if stands in ("list", "pending") or (stands == "question" and chance % 3) else (),
        question=Question(slot=_ASKED[chance % len(_ASKED)], text="?") if stands == "question" else None,
        focus=SHOWN[0].freelancer_id if stands == "pending" else None,
        handoff_pending=stands == "pending",
    )


def _brief(role: str, *skills: str, rate: float | None = None, budget: float | None = None) -> Brief:
    wishes = tuple(SkillWish(name=skill) for skill in skills)
    hourly = None if rate is None else MoneyRange(max=rate)
    fixed = None if budget is None else MoneyRange(max=budget)
    said = {Slot.ROLE: True, Slot.SKILLS: bool(skills), Slot.HOURLY_RATE: hourly, Slot.FIXED_BUDGET: fixed}
    terms = {slot: Term(hard=True) for slot, value in said.items() if value}
    return Brief(role=role, skills=wishes, hourly_rate=hourly, fixed_budget=fixed, terms=terms)


_BRIEFS = (
    _brief("frontend-developer", "React", "TypeScript", rate=60),
    _brief("copywriter", budget=1500),
    _brief("bookkeeper", "Xero", rate=40).model_copy(update={"hours_per_week": Range(min=10, max=10)}),
    _brief("graphic-designer", "Adobe Illustrator"),
)
_ASKED = (Slot.HOURLY_RATE, Slot.START_BY, Slot.SKILLS, Slot.HOURS_PER_WEEK, Slot.COUNTRIES, Slot.SENIORITY)
