"""Turns the words of a profile into the catalog's codes and keys: canonical skills, zones, dollars."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from store.knowledge import Knowledge, UnknownCurrency
from store.nouns.brief import LanguageLevel
from store.repositories.search_rows import SearchRow
from store.search.facts import UNKNOWN, Coded
from store.search.places import zones

Value = TypeVar("Value", bound=Hashable)

_MOST_CONTRACTS = 0xFFFF
_CORE = 1.0
_USUAL = 0.4


class Codes(Generic[Value]):
    """Small whole numbers for values, in the order they were first seen."""

    def __init__(self) -> None:
        self._numbers: dict[Value, int] = {}

    def code(self, value: Value) -> int:
        """The value's number, given to it now if it is new."""
        return self._numbers.setdefault(value, len(self._numbers))

    def known(self, value: Value) -> int:
        """The value's number; UNKNOWN if nobody has it."""
        return self._numbers.get(value, UNKNOWN)

    def values(self) -> tuple[Value, ...]:
        """Every value, at the place of its number."""
        return tuple(self._numbers)


class SkillNames:
    """Which skills a skill's name stands for: itself under its canonical name, and all it implies."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._covered: dict[str, tuple[str, ...]] = {}

    def key(self, name: str) -> str:
        """The canonical name; one that the knowledge lacks stands for itself, whatever its case."""
        entry = self._knowledge.skills.get(name) or self._knowledge.find_skill(name)
        return " ".join(name.casefold().split()) if entry is None else entry.name

    def covered(self, name: str) -> tuple[str, ...]:
        """The keys of the skill and of all that it implies, directly or not."""
        found = self._covered.get(name)
        if found is None:
            found = self._covered[name] = tuple(self._closure(self.key(name)))
        return found

    def related(self, name: str) -> tuple[str, ...]:
        """The keys of skills near this one that do not imply it."""
        key = self.key(name)
        entry = self._knowledge.skills.get(key)
        if entry is None:
            return ()
        near = dict.fromkeys(self.key(other) for other in entry.related)
        return tuple(other for other in near if key not in self.covered(other))

    def _closure(self, key: str) -> dict[str, None]:
        closed: dict[str, None] = {}
        waiting = [key]
        while waiting:
            name = waiting.pop()
            if name not in closed:
                closed[name] = None
                entry = self._knowledge.skills.get(name)
                waiting.extend(self.key(other) for other in (entry.implies if entry else ()))
        return closed


class RoleSkills:
    """How much each skill of a role family tells of the role: the less, the more families share it.

    Core skills weigh 1 and usual ones 0.4, divided by the square root of the families that name them.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._sharing = Counter(
            skill for role in knowledge.roles.values() for skill in {*role.core_skills, *role.usual_skills}
        )

    def weights(self, role: str) -> Mapping[str, float]:
        """Weight by skill; empty for a role that is not known."""
        family = self._knowledge.roles.get(role)
        if family is None:
            return {}
        usual = {skill: _USUAL / self._sharing[skill] ** 0.5 for skill in family.usual_skills}
        return usual | {skill: _CORE / self._sharing[skill] ** 0.5 for skill in family.core_skills}


class Encoder:
    """The codes of one catalog, shared by all its rows."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.roles: Codes[str] = Codes()
        self.countries: Codes[str] = Codes()
        self.zones: Codes[tuple[str, ...]] = Codes()
        self.skill_names = SkillNames(knowledge)
        self.role_skills = RoleSkills(knowledge)

    def encode(self, row: SearchRow) -> Coded:
        """The row's codes and its rate in US dollars an hour (None: unknown, or in no currency we know)."""
        where = zones(row.time_zone, row.city, row.country, self._knowledge)
        return Coded(
            role=UNKNOWN if row.role is None else self.roles.code(row.role),
            country=UNKNOWN if row.country is None else self.countries.code(row.country),
            zone=self.zones.code(where) if where else UNKNOWN,
            rate_usd=self._usd(row),
        )

    def skills(self, row: SearchRow) -> dict[str, int]:
        """Every skill the row has or implies, with the most finished contracts that showed it."""
        shown: dict[str, int] = {}
        for name, _, contracts in row.skills:
            counted = min(contracts, _MOST_CONTRACTS)
            for key in self.skill_names.covered(name):
                if counted >= shown.get(key, 0):
                    shown[key] = counted
        return shown

    def languages(self, row: SearchRow) -> dict[str, int]:
        """Rank of each language's level, by code."""
        spoken: dict[str, int] = {}
        for code, level in row.languages:
            spoken[code] = max(spoken.get(code, 0), LanguageLevel(level).rank)
        return spoken

    def _usd(self, row: SearchRow) -> float | None:
        if row.rate_amount is None or row.rate_currency is None:
            return None
        try:
            return self._knowledge.convert(row.rate_amount, row.rate_currency, "USD")
        except UnknownCurrency:
            return None
