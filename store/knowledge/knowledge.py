"""Knowledge: everything the files say, and the ways to find it by the words people type."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from store.knowledge.entries import (
    City,
    Country,
    Currency,
    Industry,
    LanguageEntry,
    NameWords,
    Region,
    RoleFamily,
    SkillEntry,
    TimeZoneName,
)
from store.knowledge.faults import UnknownCurrency
from store.knowledge.finding import CountryFinder, Finder, RoleFinder, SkillFinder


@dataclass(frozen=True)
class Knowledge:
    """The freelance market's vocabulary. Finding is by whole name, never by part of a sentence."""

    skills: Mapping[str, SkillEntry]
    roles: Mapping[str, RoleFamily]
    industries: Mapping[str, Industry]
    countries: Mapping[str, Country]
    regions: Mapping[str, Region]
    cities: tuple[City, ...]
    languages: Mapping[str, LanguageEntry]
    currencies: Mapping[str, Currency]
    time_zones: Mapping[str, TimeZoneName]
    rates_date: date
    words: NameWords
    _skills: SkillFinder = field(init=False, repr=False, compare=False)
    _roles: RoleFinder = field(init=False, repr=False, compare=False)
    _countries: CountryFinder = field(init=False, repr=False, compare=False)
    _industries: Finder[Industry] = field(init=False, repr=False, compare=False)
    _regions: Finder[Region] = field(init=False, repr=False, compare=False)
    _cities: Finder[City] = field(init=False, repr=False, compare=False)
    _languages: Finder[LanguageEntry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        skills = SkillFinder(self.skills.values(), self.words)
        finders = {
            "_skills": skills,
            "_roles": RoleFinder(self.roles.values(), skills, self.words),
            "_countries": CountryFinder(self.countries.values()),
            "_industries": Finder((i, (i.id, i.name, *i.aliases)) for i in self.industries.values()),
            "_regions": Finder((r, (r.id, r.name, *r.aliases)) for r in self.regions.values()),
            "_cities": Finder((c, (c.name, *c.aliases)) for c in self.cities),
            "_languages": Finder((e, (e.name, *e.aliases)) for e in self.languages.values()),
        }
        for name, finder in finders.items():
            object.__setattr__(self, name, finder)

    def find_skill(self, text: str) -> SkillEntry | None:
        """The skill of that name or alias, whatever its case, spacing and punctuation; None if unknown.

        A trailing "programming", "development" or "services" may be added to a name, and a plural "s".
        """
        return self._skills.find(text)

    def find_role(self, text: str) -> RoleFamily | None:
        """The role family of that id, name or alias; also a skill with a word for a person ("Vue dev")."""
        return self._roles.find(text)

    def find_country(self, text: str) -> Country | None:
        """The country of that name, alias or code.

        Two- and three-letter codes count in capitals alone, because "in", "it" and "no" are words.
        """
        return self._countries.find(text)

    def find_industry(self, text: str) -> Industry | None:
        """The industry of that id, name or alias."""
        return self._industries.find(text)

    def find_region(self, text: str) -> Region | None:
        """The region of that id, name or alias."""
        return self._regions.find(text)

    def find_city(self, text: str) -> City | None:
        """The city, state or province of that name or alias; of two namesakes the one listed first."""
        return self._cities.find(text)

    def find_language(self, text: str) -> LanguageEntry | None:
        """The language of that name, alias or (in small letters) code."""
        return self.languages.get(text.strip()) or self._languages.find(text)

    def convert(self, amount: float, from_currency: str, to_currency: str) -> float:
        """An amount in another currency, at the rates of `rates_date`. Raises UnknownCurrency."""
        return amount / self._per_usd(from_currency) * self._per_usd(to_currency)

    def with_skills(self, names: Iterable[str]) -> "Knowledge":
        """This knowledge and the skill names a marketplace uses on its own profiles.

        A name that `find_skill` already understands adds nothing.
        """
        added: dict[str, SkillEntry] = {}
        for name in names:
            tidy = " ".join(name.split())
            if tidy and self.find_skill(tidy) is None:
                added.setdefault(tidy.casefold(), SkillEntry(name=tidy))
        if not added:
            return self
        new = {entry.name: entry for entry in added.values()}
        return replace(self, skills=MappingProxyType({**self.skills, **new}))

    def _per_usd(self, code: str) -> float:
        currency = self.currencies.get(code.strip().upper())
        if currency is None:
            raise UnknownCurrency(code)
        return currency.per_usd
