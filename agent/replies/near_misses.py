"""Those who come closest, each with what they lack, where few meet every must-have."""

from collections.abc import Iterator, Sequence

from agent.replies.draft import Fact, Told
from agent.replies.facts import fact_about, priced_name
from agent.replies.words import listed, lowered
from store.knowledge import Knowledge
from store.nouns.brief import Slot
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match, RequirementCheck, Verdict

_ENOUGH_SAID = frozenset({Slot.SKILLS, Slot.INDUSTRIES})
"""Slots whose facts say what is missing: 'does not list Shopify'."""


def who_comes_closest(
    near: Sequence[tuple[Freelancer, Match]], knowledge: Knowledge, *, besides: bool
) -> Told:
    """A line for each of them, in order. With `besides`, somebody who lacks nothing was told of before."""
    lines = ["Besides, these come close:" if besides else "These come closest:"]
    facts: list[Fact] = []
    for person, match in near:
        name = priced_name(person, knowledge)
        missing = [fact_about(each, person, knowledge) for each in lacks(match)]
        lines.append(f"- {name.text}: {'; '.join(fact.text for fact in missing)}")
        facts += [name, *missing]
    return Told("\n".join(lines), tuple(facts), paragraph=True)


def lacks(match: Match) -> Iterator[str]:
    """What of the must-haves the person does not meet, in a few words each, all skills at once."""
    missing = [each for each in match.checks if each.hard and each.verdict is not Verdict.MET]
    unlisted = [each for each in missing if each.slot is Slot.SKILLS and each.verdict is Verdict.NOT_MET]
    if unlisted:
        yield f"does not list {listed([each.requirement for each in unlisted], 'or')}"
    for check in missing:
        if check not in unlisted:
            yield _lack(check)


def _lack(check: RequirementCheck) -> str:
    fact = lowered(check.fact)
    if check.slot in _ENOUGH_SAID or check.verdict is Verdict.UNKNOWN:
        return fact
    if check.slot is Slot.HOURLY_RATE:
        return f"outside your price of {check.requirement}"
    return f"{fact}, not {check.requirement}"
