"""Hard requirements hold for everybody ever shown as a match, and not for those shown as near misses.

Twice: those of the brief as the agent had it when it showed them, and, once the client had told all, those
of the gold, so that a requirement the agent never heard is missed too.
"""

from collections.abc import Iterator

from evals.grading.case import Case, gate
from evals.grading.plain import brief_of, brief_shown, normal, plain
from evals.nouns import Act, Grade
from store.nouns.brief import Brief, Importance

_TELLS_NEED = frozenset({Act.OPEN, Act.ADD, Act.CORRECT, Act.RELAX, Act.TIGHTEN, Act.DROP, Act.START_OVER})


def grade_requirements(case: Case) -> Iterator[Grade]:
    """`requirements`: its value is the number of people shown in spite of one."""
    faults = [*_against_own_brief(case), *_against_gold(case)]
    if any(turn.listed for turn in case.turns):
        yield gate("requirements", faults)


def _against_own_brief(case: Case) -> Iterator[tuple[int | None, str]]:
    for number, turn in enumerate(case.turns, start=1):
        if not turn.listed:
            continue
        brief = brief_shown(turn.brief)
        for shown in turn.candidates:
            if not case.truth.meets(shown.id, brief):
                yield number, f"{shown.name} does not meet the brief"
        for shown in turn.near_misses:
            if case.truth.meets(shown.id, brief):
                yield number, f"{shown.name} meets the brief, and is told to lack something"


def _against_gold(case: Case) -> Iterator[tuple[int | None, str]]:
    brief = gold_brief(case)
    if brief is None or not case.transcript.intended:
        return
    told = max(
        (number for number, _, meant in case.intents if tells_need(meant.act, meant.answers)), default=1
    )
    for number, turn in enumerate(case.turns, start=1):
        if number >= told:
            yield from (
                (number, f"{shown.name} does not meet what the client asked for")
                for shown in turn.candidates
                if not case.truth.meets(shown.id, brief)
            )


def tells_need(act: Act | None, answers: object) -> bool:
    """Whether a message said something of the need."""
    return act in _TELLS_NEED or answers is not None


def gold_brief(case: Case) -> Brief | None:
    """The gold's brief, with the role the agent took where several are right; None if it cannot be searched.

    What the client need not have told is part of it where it did tell it.
    """
    gold = case.gold
    if gold is None or not gold.brief:
        return None
    record = case.turns[-1].brief if case.turns else {}
    ended = plain(record)
    told = {
        slot: value
        for slot, value in gold.may.items()
        if slot not in gold.brief and ended.get(slot.value) == normal(slot, value)
    }
    hard = {*gold.hard, *(slot for slot in told if record["terms"].get(slot.value, {}).get("hard"))}
    brief = brief_of({**gold.brief, **told}, hard, ended.get("role"))
    wanted = brief.role or any(each.importance is not Importance.EXCLUDED for each in brief.skills)
    return brief if wanted else None
