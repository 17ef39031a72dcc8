"""Perturbations of what is said when: the agenda changes, and what it adds up to does not."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from evals.nouns import Act, AgendaItem, PlainBrief, Scenario
from store.demo.chance import Chance
from store.knowledge import Knowledge
from store.nouns.brief import Slot

_TELLING = (Act.OPEN, Act.ADD)
_LEVELS = ("ENTRY", "INTERMEDIATE", "EXPERT")


def split(scenario: Scenario, chance: Chance) -> tuple[AgendaItem, ...]:
    """Every message with two facts or more comes in two; the kind of work stays in the first.

    So do skills that must keep the value they first got, where the name of the work may tell one already.
    """
    gold = scenario.gold
    told_already = Slot.SKILLS in gold.unchanged and Slot.SKILLS in gold.may
    whole = {Slot.ROLE, Slot.SKILLS} if told_already else {Slot.ROLE}
    return tuple(part for item in scenario.agenda for part in _parts(item, whole, chance))


def _parts(item: AgendaItem, whole: Collection[Slot], chance: Chance) -> Iterator[AgendaItem]:
    facts = list(item.facts.items())
    if item.act not in _TELLING or item.says or len(facts) < 2:
        yield item
        return
    facts.sort(key=lambda fact: fact[0] not in (Slot.ROLE, Slot.SKILLS))
    kept = max(1, sum(slot in whole for slot, _ in facts))
    if kept == len(facts):
        yield item
        return
    cut = chance.whole(kept, len(facts) - 1)
    yield item.model_copy(update={"facts": dict(facts[:cut])})
    yield AgendaItem(act=Act.ADD, facts=dict(facts[cut:]))


def corrected(scenario: Scenario, chance: Chance, knowledge: Knowledge) -> tuple[AgendaItem, ...]:
    """One fact is told wrong first and put right in the next message, where one can be.

    Facts that must keep the value they first got, and those that change anyway, are left alone. Where the
    client speaks in its own words the wrong value comes after them.
    """
    moved = {
        slot for item in scenario.agenda if item.act not in _TELLING for slot in (*item.facts, *item.slots)
    }
    fixed = {*scenario.gold.unchanged, *moved}
    agenda = list(scenario.agenda)
    for place, item in enumerate(agenda):
        if item.act not in _TELLING:
            continue
        wrongs = [
            (slot, wrong)
            for slot, value in item.facts.items()
            if slot not in fixed
            and _tells_once(agenda, slot)
            and (wrong := wrong_value(slot, value, knowledge))
        ]
        if wrongs:
            slot, wrong = chance.pick(wrongs)
            return (*agenda[:place], *_put_right(item, slot, wrong), *agenda[place + 1 :])
    return scenario.agenda


def _tells_once(agenda: Sequence[AgendaItem], slot: Slot) -> bool:
    return sum(slot in item.facts for item in agenda) == 1


def _put_right(item: AgendaItem, slot: Slot, wrong: Any) -> list[AgendaItem]:
    slip = AgendaItem(act=Act.CORRECT, facts={slot: wrong})
    right = AgendaItem(act=Act.CORRECT, facts={slot: item.facts[slot]})
    if item.says:
        return [item, slip, right]
    return [item.model_copy(update={"facts": {**item.facts, slot: wrong}}), right]


def wrong_value(slot: Slot, value: Any, knowledge: Knowledge) -> Any:
    """A value a client could have said by mistake; None for a slot in which nobody misspeaks."""
    match slot:
        case Slot.HOURLY_RATE | Slot.FIXED_BUDGET | Slot.HOURS_PER_WEEK | Slot.DURATION_WEEKS:
            return _scaled(value)
        case Slot.HEADCOUNT | Slot.MIN_JOBS_COMPLETED:
            return value + 2
        case Slot.SENIORITY:
            return _LEVELS[(_LEVELS.index(value) + 1) % len(_LEVELS)]
        case Slot.MIN_RATING:
            return 4.0 if value > 4 else 4.5
        case Slot.COUNTRIES if len(value.get("include", ())) == 1 and not value.get("exclude"):
            return {"include": ["PT" if value["include"][0] != "PT" else "PL"]}
        case Slot.REGIONS if len(value) == 1:
            return ["latin-america" if value[0] != "latin-america" else "europe"]
        case Slot.LANGUAGES if len(value) == 1:
            return {code: "FLUENT" if level == "NATIVE" else "NATIVE" for code, level in value.items()}
        case Slot.START_BY:
            return (date.fromisoformat(value) + timedelta(days=14)).isoformat()
        case Slot.SKILLS:
            return _another_skill(value, knowledge)
        case _:
            return None


def _scaled(value: PlainBrief) -> PlainBrief:
    return {
        key: each if isinstance(each, str) or each is None else float(round(each * 1.5) or 1)
        for key, each in value.items()
    }


def _another_skill(value: dict[str, str], knowledge: Knowledge) -> dict[str, str] | None:
    """The only skill mistaken for one that is near it."""
    if list(value.values()) != ["MUST"]:
        return None
    near = knowledge.skills[next(iter(value))].related
    known = (name for name in near if name in knowledge.skills and not knowledge.skills[name].ordinary_word)
    wrong = next(known, None)
    return {wrong: "MUST"} if wrong is not None else None
