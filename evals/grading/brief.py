"""The brief at the end: the slots, their values, which are requirements, and what never moved."""

from collections.abc import Iterable, Iterator

from evals.grading.case import Case, gate
from evals.grading.plain import differences, plain, said
from evals.nouns import Grade


def grade_brief(case: Case) -> Iterator[Grade]:
    """`brief`: every slot of the gold with its value, and none that is neither in it nor allowed."""
    if case.gold is None:
        return
    found = plain(case.turns[-1].brief) if case.turns else {}
    faults = differences(found, case.gold.brief, case.gold.may)
    yield gate("brief", ((None, fault) for _, fault in faults))


def grade_firmness(case: Case) -> Iterator[Grade]:
    """`firmness`: what must be a requirement is one, and what must be a preference is one."""
    gold = case.gold
    if gold is None or not (gold.hard or gold.soft):
        return
    record = case.turns[-1].brief if case.turns else {}
    terms = record.get("terms", {})

    def faults() -> Iterator[tuple[None, str]]:
        for slots, hard, kind in ((gold.hard, True, "requirement"), (gold.soft, False, "preference")):
            for slot in slots:
                term = terms.get(slot.value)
                if term is None and slot in gold.may and slot not in gold.brief:
                    continue
                if term is None or term.get("hard") is not hard:
                    yield None, f"{slot.value} is no {kind}"

    yield gate("firmness", faults())


def grade_unchanged(case: Case) -> Iterator[Grade]:
    """`unchanged`: slots that must keep the value they first got; one never set is the brief's fault."""
    if case.gold is None or not case.gold.unchanged:
        return
    yield gate("unchanged", _moves(case, [slot.value for slot in case.gold.unchanged]))


def _moves(case: Case, slots: Iterable[str]) -> Iterator[tuple[int | None, str]]:
    for slot in slots:
        first = None
        for number, turn in enumerate(case.turns, start=1):
            value = plain(turn.brief).get(slot)
            if first is None:
                first = value
            elif value != first:
                yield number, f"{slot} was {said(first)} and became {said(value)}"
                break
