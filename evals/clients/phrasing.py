"""Facts in a client's words: the value of each slot, and the clause that tells it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from agent.replies.words import article
from evals.clients.amounts import count, day, money, number, other_currency
from evals.clients.naming import Names, listed, plural
from evals.clients.wording import Choice, Style, Wording
from evals.nouns import PlainBrief
from store.knowledge import Knowledge
from store.nouns.brief import Slot

_BOUNDED = frozenset(
    {Slot.HOURLY_RATE, Slot.FIXED_BUDGET, Slot.HOURS_PER_WEEK, Slot.DURATION_WEEKS, Slot.UTC_OFFSET}
)
_MONEY = frozenset({Slot.HOURLY_RATE, Slot.FIXED_BUDGET})
LEADING = frozenset({Slot.ROLE, Slot.HEADCOUNT, Slot.SENIORITY})
"""Slots that the first sentence tells: 'two senior translators'."""


@dataclass(frozen=True)
class Phrases:
    """Puts facts into words, in one style and with one way of choosing them."""

    knowledge: Knowledge
    wording: Wording
    names: Names
    choice: Choice
    style: Style
    today: date
    other_units: bool = False
    mixed: bool = False
    """Lists in another order."""

    def clauses(self, facts: PlainBrief) -> list[str]:
        """One clause a fact; what makes up the lead comes first, in one clause."""
        lead = {slot: facts[slot] for slot in LEADING if slot in facts} if Slot.ROLE in facts else {}
        rest = {slot: value for slot, value in facts.items() if slot not in lead}
        told = [self.lead(lead, {})] if lead else []
        if lead and Slot.SKILLS in rest and self.choice.happens("skills in the lead", 0.5):
            must, others = _parted(rest.pop(Slot.SKILLS))
            told = [self.lead(lead, must)]
            rest = {Slot.SKILLS: others, **rest} if others else rest
        return told + [clause for slot, value in rest.items() for clause in self.slot(slot, value)]

    def lead(self, facts: PlainBrief, skills: Mapping[str, str]) -> str:
        """'I need two senior translators', with the skills they must have."""
        who = self.people(facts)
        if skills:
            pattern = self.choice.of("with skills", self.wording.slots["words"]["with_skills"][self.style])
            who = f"{who} {pattern.format(value=self.skill_names(list(skills), 'and'))}"
        return self.choice.of("need", self.wording.slots["need"][self.style]).format(value=who)

    def people(self, facts: PlainBrief) -> str:
        """'a senior translator', 'three junior designers'."""
        name = self.names.role(facts[Slot.ROLE], self.choice)
        level = f"{self._level(facts[Slot.SENIORITY])} " if Slot.SENIORITY in facts else ""
        headcount = facts.get(Slot.HEADCOUNT, 1)
        if headcount > 1:
            return f"{count(headcount, self.wording)} {level}{plural(name)}"
        if self.style == "short":
            return f"{level}{name}"
        return f"{article(f'{level}{name}')} {level}{name}"

    def slot(self, slot: Slot, value: Any) -> list[str]:
        """The clauses that tell one fact: one for each importance of skills, else one."""
        if slot is Slot.ROLE:
            return [self.lead({slot: value}, {})]
        if slot is Slot.SKILLS:
            return [
                self._skills(value, each) for each in ("MUST", "NICE", "EXCLUDED") if each in value.values()
            ]
        if slot is Slot.COUNTRIES:
            return [
                self._clause(slot, side, value=self.names_of_countries(value[side], side))
                for side in ("include", "exclude")
                if value.get(side)
            ]
        if slot in _BOUNDED:
            return [self._bounds(slot, value)]
        if slot is Slot.PROVIDER:
            return [self._clause(slot, value)]
        if slot is Slot.AVAILABLE_NOW:
            return [self._clause(slot, "true" if value else "false")]
        form = "names" if isinstance(value, (list, dict)) else "exact"
        return [self._clause(slot, form, value=self.value(slot, value))]

    def value(self, slot: Slot, value: Any) -> str:
        """The bare value: 'fluent German and French', 'SaaS', '4.5'."""
        match slot:
            case Slot.ROLE:
                return self.people({slot: value})
            case Slot.SKILLS:
                return self.skill_names(list(value), "and")
            case Slot.SENIORITY:
                return self._level(value)
            case Slot.INDUSTRIES:
                return self._listed([self.knowledge.industries[i].name for i in value], "and")
            case Slot.REGIONS:
                return self._listed([self.knowledge.regions[i].name for i in value], "or")
            case Slot.LANGUAGES:
                return self._listed([self._language(code, level) for code, level in value.items()], "and")
            case Slot.WORKING_STYLE:
                return self._listed(list(value), "and")
            case Slot.START_BY:
                return day(date.fromisoformat(value), self.today, self.choice, unusual=self.other_units)
            case Slot.HEADCOUNT:
                return count(value, self.wording)
            case Slot.COUNTRIES:
                return self.names_of_countries(
                    [*value.get("include", ()), *value.get("exclude", ())], "include"
                )
            case Slot.HOURLY_RATE | Slot.FIXED_BUDGET | Slot.HOURS_PER_WEEK | Slot.DURATION_WEEKS:
                return self._bounds(slot, value)
            case _:
                return number(value) if isinstance(value, int | float) else str(value)

    def thing(self, slot: Slot, value: Any, items: tuple[str, ...]) -> str:
        """What a requirement is called when it is dropped or weighed."""
        if items:
            return self.skill_names(list(items), "and") if slot is Slot.SKILLS else self._items(slot, items)
        if slot in (Slot.SKILLS, Slot.LANGUAGES, Slot.REGIONS, Slot.COUNTRIES) and value:
            return self.value(slot, value)
        return self.choice.of(f"thing {slot.value}", self.wording.slots[slot.value]["thing"])

    def skill_names(self, names: list[str], conjunction: str) -> str:
        """Skills by name or short name."""
        return self._listed([self.names.skill(name, self.choice) for name in names], conjunction)

    def names_of_countries(self, codes: list[str], side: str) -> str:
        """Countries by name."""
        return self._listed([self.names.country(code, self.choice) for code in codes], "or")

    def _items(self, slot: Slot, items: tuple[str, ...]) -> str:
        match slot:
            case Slot.LANGUAGES:
                return self._listed([self.knowledge.languages[code].name for code in items], "and")
            case Slot.COUNTRIES:
                return self.names_of_countries(list(items), "include")
            case _:
                return self.value(slot, list(items))

    def _skills(self, wishes: Mapping[str, str], importance: str) -> str:
        names = [name for name, each in wishes.items() if each == importance]
        conjunction = "or" if importance == "EXCLUDED" else "and"
        return self._clause(Slot.SKILLS, importance, value=self.skill_names(names, conjunction))

    def _level(self, value: str) -> str:
        return self.choice.of("level", self.wording.slots["words"]["seniority"][value])

    def _language(self, code: str, level: str) -> str:
        pattern = self.choice.at(code).of("language", self.wording.slots["words"]["level"][level])
        return pattern.format(value=self.knowledge.languages[code].name)

    def _bounds(self, slot: Slot, value: Mapping[str, Any]) -> str:
        low, high = value.get("min"), value.get("max")
        form = "max" if low is None else "min" if high is None else "exact" if low == high else "both"
        return self._clause(
            slot, form, low=self._bound(slot, low, value), high=self._bound(slot, high, value)
        )

    def _bound(self, slot: Slot, value: float | None, whole: Mapping[str, Any]) -> str:
        if value is None:
            return ""
        choice = self.choice.at(slot.value)
        if slot in _MONEY:
            return money(value, whole["currency"], choice, self.knowledge, unusual=self.other_units)
        if slot is Slot.UTC_OFFSET:
            return "UTC" if value == 0 else f"UTC{value:+g}"
        is_range = None not in (whole.get("min"), whole.get("max"))
        return count(value, self.wording) if self.other_units and not is_range else number(value)

    def _clause(self, slot: Slot, form: str, **values: str) -> str:
        patterns = self.wording.slots[slot.value][form][self.style]
        return self.choice.of(f"{slot.value} {form}", patterns).format(**values)

    def _listed(self, names: list[str], conjunction: str) -> str:
        return listed(self.choice.shuffled("list", names) if self.mixed else names, conjunction)


def in_other_units(facts: PlainBrief, knowledge: Knowledge, kept: Collection[Slot] = ()) -> PlainBrief:
    """The facts with prices in another currency, where one comes out even; those of `kept` as they are."""
    return {
        slot: _converted(value, knowledge) if slot in _MONEY and slot not in kept else value
        for slot, value in facts.items()
    }


def _converted(value: Mapping[str, Any], knowledge: Knowledge) -> dict[str, Any]:
    bounds = {key: value[key] for key in ("min", "max") if value.get(key) is not None}
    converted = {key: other_currency(bound, value["currency"], knowledge) for key, bound in bounds.items()}
    currencies = {each[1] for each in converted.values() if each is not None}
    if None in converted.values() or len(currencies) != 1:
        return dict(value)
    return {
        **{key: each[0] for key, each in converted.items() if each is not None},
        "currency": currencies.pop(),
    }


def _parted(wishes: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    must = {name: each for name, each in wishes.items() if each == "MUST"}
    return must, {name: each for name, each in wishes.items() if each != "MUST"}
