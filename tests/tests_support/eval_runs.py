"""Small runs written by hand: what reports, comparisons and gates are tested on."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from agent.understanding.reading import Intent
from api.replay import TurnRecord
from api.replay.record import AskedQuestion, ListedCandidate, OfferedOption
from evals.nouns import (
    Act,
    AgendaItem,
    CaseResult,
    Gold,
    Grade,
    Intended,
    Run,
    Scenario,
    Transcript,
)
from store.nouns.brief import Slot

VARIANTS = ("paraphrase", "typos", "order", "split", "correction", "units", "currency", "distractors")
MADE = datetime(2026, 11, 23, 12, tzinfo=UTC)


def scenario(name: str, group: str = "design") -> Scenario:
    """Somebody who wants a designer and tells the price when asked."""
    return Scenario(
        id=name,
        group=group,
        goal="A designer for a shop's new look.",
        intents=(Intent.DESCRIBE_NEED,),
        facts={"role": "graphic-designer", "hourlyRate": {"max": 40, "currency": "USD"}},
        agenda=(AgendaItem(act=Act.OPEN, facts={"role": "graphic-designer"}),),
        gold=Gold(brief={"role": "graphic-designer"}),
    )


def transcript(
    name: str,
    perturbation: str | None = None,
    *,
    people: Sequence[str] = ("fr_2", "fr_1"),
    reply: str = "Here are 2 people.",
    declines: bool = False,
    ms: float = 20.0,
) -> Transcript:
    """Two turns: a need that is answered with a list and a question, and the answer to that question."""
    question = AskedQuestion(
        slot=Slot.HOURLY_RATE,
        text="What would you like to pay an hour, at most?",
        options=(OfferedOption(label="up to $40/h", text="up to $40 an hour", candidates=2),),
    )
    first = _turn(name, 1, "I need a graphic designer", ("fr_1", "fr_2"), reply, ms, question)
    second = _turn(name, 2, "at most 40 <USD> an hour", people, "Noted: at most $40/h.", ms, None)
    return Transcript(
        scenario=name,
        perturbation=perturbation,
        turns=(first, second),
        intended=(
            Intended(act=Act.OPEN),
            Intended(act=None, answers=Slot.HOURLY_RATE, declines=declines),
        ),
    )


def _turn(
    name: str,
    number: int,
    text: str,
    people: Sequence[str],
    reply: str,
    ms: float,
    question: AskedQuestion | None,
) -> TurnRecord:
    return TurnRecord(
        id=name,
        turn=number,
        text=text,
        intent=Intent.DESCRIBE_NEED,
        step="search",
        brief={"role": "graphic-designer"},
        changes=(),
        refs=(),
        question=question,
        candidates=tuple(
            ListedCandidate(id=each, name=f"Ann {each[-1]}.", score=0.8 - 0.1 * place)
            for place, each in enumerate(people)
        ),
        reply=reply,
        ms={"understand": ms / 4, "search": ms / 2, "total": ms},
    )


def result(
    name: str,
    perturbation: str | None = None,
    *,
    group: str = "design",
    failing: Iterable[str] = (),
    relevance: float = 0.9,
    first_acceptable: float = 1.0,
) -> CaseResult:
    """All gates hold but the `failing` ones, which fail at the second turn."""
    broken = tuple(failing)
    grades = [
        Grade(key="relevance", score=relevance, value=relevance),
        Grade(key="turns", score=1, value=first_acceptable),
        *(
            Grade(key=key, score=0, gate=True, turn=2, comment=f"{key}: 4.9 & <not> said")
            if key in broken
            else Grade(key=key, score=1, gate=True)
            for key in sorted({"brief", "grounding", "requirements", *broken})
        ),
    ]
    return CaseResult(
        scenario=name,
        group=group,
        perturbation=perturbation,
        score=0 if broken else (relevance + 1) / 2,
        passed=not broken,
        grades=tuple(grades),
    )


def run_of(transcripts: Iterable[Transcript], results: Iterable[CaseResult], **changes: object) -> Run:
    """A run of these on the demo marketplace."""
    graded = tuple(results)
    groups = {each.scenario: each.group for each in graded}
    given: dict[str, object] = {
        "created": MADE,
        "seed": 0,
        "size": 1000,
        "marketplace_seed": 7,
        "interpreter": "offline",
        "selection": "whole",
        "seconds": 1.5,
        "scenarios": tuple(scenario(name, group) for name, group in groups.items()),
        "transcripts": tuple(transcripts),
        "results": graded,
    }
    return Run.model_validate({**given, **changes})


def small_run(
    failing: dict[tuple[str, str | None], tuple[str, ...]] | None = None, relevance: float = 0.9
) -> Run:
    """Four scenarios of two groups, each as written and in eight variants; `failing` gates by case."""
    broken = failing or {}
    cases = [
        (name, group) for name, group in (("a", "design"), ("b", "design"), ("c", "legal"), ("d", "legal"))
    ]
    keys = [(name, group, variant) for name, group in cases for variant in (None, *VARIANTS)]
    return run_of(
        [transcript(name, variant) for name, _, variant in keys],
        [
            result(
                name,
                variant,
                group=group,
                failing=broken.get((name, variant), ()),
                relevance=relevance,
            )
            for name, group, variant in keys
        ],
    )
