"""What a client has to say to a question: decided from what it knows and what it will say anyway."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from api.replay.record import AskedQuestion
from evals.nouns import Act, AgendaItem, PlainBrief, Scenario
from evals.telling import LISTED, NAMED, Told, left
from store.nouns.brief import Slot

_KIN: dict[Slot, tuple[Slot, ...]] = {
    Slot.HOURLY_RATE: (Slot.FIXED_BUDGET,),
    Slot.REGIONS: (Slot.COUNTRIES, Slot.UTC_OFFSET),
    Slot.HOURS_PER_WEEK: (Slot.AVAILABLE_NOW,),
}
"""Facts that answer a question about another: where they live, for where they may be."""


@dataclass(frozen=True)
class Answer:
    """What the client answers: facts, or that it has no opinion, or that nothing may give way."""

    slot: Slot
    facts: PlainBrief = field(default_factory=dict)
    insists: bool = False


def asks_to_give_way(question: AskedQuestion) -> bool:
    """Whether the question offers to make must-haves optional, rather than to narrow the search."""
    return bool(question.options) and all("optional" in option.text for option in question.options)


def comes_next(question: AskedQuestion, agenda: Sequence[AgendaItem]) -> bool:
    """Whether what the client was about to say answers the question by itself."""
    if not agenda:
        return False
    following = agenda[0]
    if following.act is Act.CORRECT:
        return True
    if asks_to_give_way(question):
        return following.act in (Act.RELAX, Act.DROP)
    return following.act is Act.OPEN or question.slot in following.facts


def answer(
    question: AskedQuestion, scenario: Scenario, told: Told, agenda: Sequence[AgendaItem]
) -> Answer | None:
    """The client's answer; None where it knows nothing, though it was not said to have no opinion."""
    slot = question.slot
    if asks_to_give_way(question):
        return Answer(slot, insists=True)
    known = _known(scenario, told, agenda)
    for wanted in (slot, *_KIN.get(slot, ())):
        value = known.get(wanted)
        rest = left(wanted, value, told.facts[wanted]) if wanted in told.facts and value else value
        if rest is not None:
            return Answer(slot, {wanted: rest})
    if slot in told.facts and slot not in NAMED | LISTED:
        return Answer(slot, {slot: told.facts[slot]})
    return Answer(slot) if slot in scenario.unknown else None


def _known(scenario: Scenario, told: Told, agenda: Sequence[AgendaItem]) -> PlainBrief:
    """What it will tell of this need, as it will first tell it, and what it knows besides."""
    need: list[AgendaItem] = []
    for item in agenda:
        if item.act is Act.START_OVER:
            break
        need.append(item)
    upcoming: PlainBrief = {}
    for item in need:
        if item.act in (Act.OPEN, Act.ADD):
            upcoming = {**item.facts, **upcoming}
    another_need_follows = len(need) < len(agenda)
    return upcoming if another_need_follows else {**scenario.facts, **upcoming}
