"""Brings a brief up to date with the changes one message asks for. Pure, and it never raises.

What the Brief would reject is clamped or left out: a reading may come from a model that talks nonsense.
"""

from collections.abc import Sequence

from agent.briefs.bounds import sound_value
from agent.briefs.lists import LIST_SLOTS, merge_list
from agent.briefs.moving import moved
from agent.briefs.slots import field_of
from agent.briefs.trades import demanded, with_trades
from agent.understanding.reading import Change, ChangeValue, Operation
from store.knowledge import Knowledge
from store.nouns.brief import HARD_BY_DEFAULT, Brief, Importance, MoneyRange, Slot, Term

LONGEST_WORDS = 300
"""Characters of the client's own words kept with a slot."""


def merge(brief: Brief, changes: Sequence[Change], knowledge: Knowledge) -> Brief:
    """The brief after `changes`, applied in order. A change that cannot be applied changes nothing."""
    alternatives = _fresh_alternatives(brief, changes)
    for change in changes:
        match change.operation:
            case Operation.RELAX | Operation.TIGHTEN:
                brief = _firm(brief, change, knowledge)
            case _ if change.slot in LIST_SLOTS:
                changed = _retermed(merge_list(brief, change, knowledge, alternatives), change)
                brief = with_trades(changed, brief, change) if change.slot is Slot.INDUSTRIES else changed
            case Operation.REMOVE:
                brief = _cleared(brief, change.slot)
            case Operation.RELATIVE:
                brief = _moved(brief, change)
            case _:
                brief = _set(brief, change, knowledge)
    return _without_lone_alternatives(brief)


def _set(brief: Brief, change: Change, knowledge: Knowledge) -> Brief:
    value = sound_value(change.slot, change.value, knowledge)
    if value is None:
        return brief
    if isinstance(value, MoneyRange):
        value = _in_known_currency(value, change.words, getattr(brief, field_of(change.slot)), knowledge)
    return _with_value(brief, change, value)


def _in_known_currency(
    value: MoneyRange, words: str, before: MoneyRange | None, knowledge: Knowledge
) -> MoneyRange:
    """'60' after '€50' means euros: USD is only what a price is read in when nobody named a currency."""
    if before is None or value.currency != "USD" or not words or _names_currency(words, knowledge):
        return value
    return value.model_copy(update={"currency": before.currency})


def _names_currency(words: str, knowledge: Knowledge) -> bool:
    lowered = words.casefold()
    pieces = set(lowered.replace("/", " ").split())
    return any(
        any(symbol.casefold() in lowered for symbol in currency.symbols)
        or currency.code.casefold() in pieces
        or any(word.casefold() in lowered for word in currency.words)
        for currency in knowledge.currencies.values()
    )


def _with_value(brief: Brief, change: Change, value: ChangeValue) -> Brief:
    hard = change.hard if change.hard is not None else change.slot in HARD_BY_DEFAULT
    term = Term(hard=hard, words=change.words[:LONGEST_WORDS], uncertain=change.uncertain)
    others = {slot: known for slot, known in brief.terms.items() if slot is not change.slot}
    return brief.model_copy(update={field_of(change.slot): value, "terms": {**others, change.slot: term}})


def _moved(brief: Brief, change: Change) -> Brief:
    before: ChangeValue | None = getattr(brief, field_of(change.slot))
    value = moved(change.slot, before, change.factor, change.delta)
    if value is None:
        return brief
    term = brief.terms.get(change.slot)
    hard = change.hard if change.hard is not None or term is None else term.hard
    return _with_value(brief, change.model_copy(update={"hard": hard}), value)


def _firm(brief: Brief, change: Change, knowledge: Knowledge) -> Brief:
    """Soft to hard, or hard to soft, keeping the value."""
    hard = change.operation is Operation.TIGHTEN
    if change.slot is Slot.SKILLS:
        return _retermed(merge_list(brief, change, knowledge, {}), change)
    term = brief.terms.get(change.slot)
    if term is None:
        return brief
    firm = term.model_copy(update={"hard": hard})
    if hard and change.slot is Slot.INDUSTRIES:
        firm = demanded(firm)
    return brief.model_copy(update={"terms": {**brief.terms, change.slot: firm}})


def _cleared(brief: Brief, slot: Slot) -> Brief:
    terms = {each: term for each, term in brief.terms.items() if each is not slot}
    return brief.model_copy(update={field_of(slot): None, "terms": terms})


def _retermed(brief: Brief, change: Change) -> Brief:
    """A list slot's term after the list changed: gone with the list, else with its latest words."""
    slot = change.slot
    items = getattr(brief, field_of(slot))
    terms = {each: term for each, term in brief.terms.items() if each is not slot}
    if not items:
        return brief.model_copy(update={"terms": terms})
    before = brief.terms.get(slot)
    if slot is Slot.SKILLS:
        hard = any(skill.importance is not Importance.NICE for skill in brief.skills)
    elif change.hard is not None:
        hard = change.hard
    else:
        hard = before.hard if before is not None else slot in HARD_BY_DEFAULT
    words = _joined(before.words if before is not None else "", change)
    uncertain = change.uncertain or (before.uncertain if before is not None else False)
    terms[slot] = Term(hard=hard, words=words, uncertain=uncertain)
    return brief.model_copy(update={"terms": terms})


def _joined(before: str, change: Change) -> str:
    if change.operation in (Operation.REMOVE, Operation.RELAX, Operation.TIGHTEN):
        return before
    if not before or change.operation is Operation.REPLACE:
        return change.words[:LONGEST_WORDS]
    if change.words in before:
        return before
    return f"{before}, {change.words}"[:LONGEST_WORDS]


def _fresh_alternatives(brief: Brief, changes: Sequence[Change]) -> dict[int, int]:
    """New numbers for the message's groups of alternatives, so that they do not join older groups."""
    taken = {skill.alternative for skill in brief.skills if skill.alternative is not None}
    following = max(taken, default=0) + 1
    fresh: dict[int, int] = {}
    for change in changes:
        group = getattr(change.value, "alternative", None)
        if group is not None and group not in fresh:
            fresh[group] = following
            following += 1
    return fresh


def _without_lone_alternatives(brief: Brief) -> Brief:
    groups = [skill.alternative for skill in brief.skills if skill.alternative is not None]
    lone = {group for group in groups if groups.count(group) == 1}
    if not lone:
        return brief
    skills = tuple(
        skill.model_copy(update={"alternative": None}) if skill.alternative in lone else skill
        for skill in brief.skills
    )
    return brief.model_copy(update={"skills": skills})
