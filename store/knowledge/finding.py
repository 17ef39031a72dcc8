"""Finding an entry by what someone typed, tolerant of spelling and never of meaning."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Generic, TypeVar

from store.knowledge.entries import Country, NameWords, RoleFamily, SkillEntry
from store.knowledge.spelling import spelling_key, words_of

Entry = TypeVar("Entry")

_SHORTEST_PLURAL = 6


class Finder(Generic[Entry]):
    """Entries by every spelling of their names. The first entry to claim a spelling keeps it."""

    def __init__(self, named: Iterable[tuple[Entry, Iterable[str]]]) -> None:
        self._by_key: dict[str, Entry] = {}
        for entry, names in named:
            for name in names:
                self._by_key.setdefault(spelling_key(name), entry)
        self._by_key.pop("", None)

    def find(self, text: str) -> Entry | None:
        """The entry whose name this is, or None."""
        return self._by_key.get(spelling_key(text))


class SkillFinder(Finder[SkillEntry]):
    """Skills; a canonical name goes before anyone's alias."""

    def __init__(self, skills: Iterable[SkillEntry], words: NameWords) -> None:
        skills = tuple(skills)
        self._tails = words.after_a_skill
        super().__init__(
            [*((skill, (skill.name,)) for skill in skills), *((skill, skill.aliases) for skill in skills)]
        )

    def find(self, text: str) -> SkillEntry | None:
        """The skill of that name, also in the plural or with a tail such as "programming"."""
        return self._exact(text) or self._without_tail(text)

    def _exact(self, text: str) -> SkillEntry | None:
        key = spelling_key(text)
        found = self._by_key.get(key)
        if found is None and len(key) >= _SHORTEST_PLURAL:
            singular = self._by_key.get(key.removesuffix("s")) if key.endswith("s") else None
            plural = self._by_key.get(f"{key}s")
            found = next((each for each in (singular, plural) if each and not each.ordinary_word), None)
        return found

    def _without_tail(self, text: str) -> SkillEntry | None:
        head, _, tail = text.strip().rpartition(" ")
        return self._exact(head) if head and tail.casefold() in self._tails else None


class RoleFinder:
    """Role families, by their own names, or through a skill: where it is core, else where it is usual.

    Of several roles the one that lists the skill first has it.
    """

    def __init__(self, roles: Iterable[RoleFamily], skills: SkillFinder, words: NameWords) -> None:
        roles = tuple(roles)
        self._words = words
        self._names = Finder([(role, (role.id, role.name, *role.aliases)) for role in roles])
        self._skills = skills
        self._by_skill: dict[str, RoleFamily] = {}
        for listed in ([role.core_skills for role in roles], [role.usual_skills for role in roles]):
            for same_place in zip_longest(*listed):
                for role, skill in zip(roles, same_place, strict=True):
                    if skill is not None:
                        self._by_skill.setdefault(skill, role)

    def find(self, text: str) -> RoleFamily | None:
        """The role family, without regard to a plural or to words of level such as "senior"."""
        words = words_of(text)
        while len(words) > 1 and words[0] in self._words.before_a_role:
            if (found := self._named(words)) is not None:
                return found
            words = words[1:]
        return self._named(words) or self._through_skill(words)

    def _named(self, words: list[str]) -> RoleFamily | None:
        name = " ".join(words)
        return self._names.find(name) or (self._names.find(name[:-1]) if name.endswith("s") else None)

    def _through_skill(self, words: list[str]) -> RoleFamily | None:
        if len(words) < 2 or words[-1] not in self._words.person | self._words.maker:
            return None
        skill = self._skills.find(" ".join(words))
        if skill is None and words[-1] in self._words.person:
            skill = self._skills.find(" ".join(words[:-1]))
        return self._for_skill(skill) if skill else None

    def _for_skill(self, skill: SkillEntry) -> RoleFamily | None:
        if skill.name in self._by_skill:
            return self._by_skill[skill.name]
        implied = filter(None, map(self._skills.find, skill.implies))
        return next(filter(None, map(self._for_skill, implied)), None)


class CountryFinder:
    """Countries; codes in capitals only."""

    def __init__(self, countries: Iterable[Country]) -> None:
        countries = tuple(countries)
        self._names = Finder([(each, (each.name, *each.aliases)) for each in countries])
        self._codes = {code: each for each in countries for code in (each.code, each.alpha3)}

    def find(self, text: str) -> Country | None:
        """The country of that name, alias or code."""
        return self._codes.get(text.strip().replace(".", "")) or self._names.find(text)
