"""What somebody lacks of what was asked for, in a few words each."""

from collections.abc import Iterator

from agent.replies.words import listed, lowered
from store.nouns.brief import Slot
from store.nouns.match import Match, RequirementCheck, Verdict

_ENOUGH_SAID = frozenset({Slot.SKILLS, Slot.INDUSTRIES})
"""Slots whose facts say what is missing: 'does not list Shopify'."""

_STARTS = frozenset({Slot.START_BY, Slot.AVAILABLE_NOW})

_RULED_OUT = ("no ", "not ")
"""How requirements begin that rule something out: of those the fact alone is the objection."""

_NEVER_STATED = frozenset({Slot.FIXED_BUDGET, Slot.WORKING_STYLE})
"""What no profile states is nothing to hold against anybody."""


def lacks(match: Match) -> Iterator[str]:
    """The must-haves that the person does not meet, all skills at once."""
    return _said([each for each in match.checks if each.hard and each.verdict is not Verdict.MET])


def lacks_of_wishes(match: Match) -> Iterator[str]:
    """What was only wished for that the person does not have, or does not state."""
    return _said(
        [
            each
            for each in match.checks
            if not each.hard
            and each.verdict is not Verdict.MET
            and not (each.verdict is Verdict.UNKNOWN and each.slot in _NEVER_STATED)
        ]
    )


def _said(missing: list[RequirementCheck]) -> Iterator[str]:
    unlisted = [
        each
        for each in missing
        if each.slot is Slot.SKILLS and each.verdict is Verdict.NOT_MET and not _rules_out(each)
    ]
    if unlisted:
        yield f"does not list {listed([each.requirement for each in unlisted], 'or')}"
    for check in missing:
        if check not in unlisted:
            yield _lack(check)


def _lack(check: RequirementCheck) -> str:
    fact = lowered(check.fact)
    if check.slot in _ENOUGH_SAID or check.verdict is Verdict.UNKNOWN or _rules_out(check):
        return fact
    if check.slot in _STARTS:
        return f"only {fact}"
    if check.slot is Slot.HOURLY_RATE:
        return f"outside your price of {check.requirement}"
    if check.slot is Slot.ROLE:
        return _other_role(fact, check.requirement)
    if check.slot is Slot.PROVIDER:
        return f"{fact}, not {check.requirement.removesuffix(', no agency')}"
    wanted = check.requirement.removeprefix("job success of ").removesuffix(" completed jobs")
    return f"{fact}, not {wanted}"


def _other_role(fact: str, wanted: str) -> str:
    stated = fact.removesuffix(", which is close")
    return stated if stated.startswith("states no role") else f"{stated}, not {wanted}"


def _rules_out(check: RequirementCheck) -> bool:
    return check.requirement.startswith(_RULED_OUT)
