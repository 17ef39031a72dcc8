"""What clients call roles, skills and places: the usual name, or another name that means nothing else."""

import re
from collections.abc import Iterable, Sequence

from evals.clients.wording import Choice, Wording
from store.knowledge import Knowledge, RoleFamily, SkillEntry

_SAYS_WHO = re.compile(r"\b(someone|for hire)\b", re.IGNORECASE)

_A_PERSON = re.compile(r"(er|or|st|nt|an|rt|dev|eer|guy|ect|VA|person|freelancer|coach|attorney)$")
"""How a name ends that says who does the work, and not what is done."""
_NAME_WEIGHT = 4
"""The usual name of a role or a skill is heard so many times as often as any other."""
_COMMON_ALIASES = 10
"""The first names listed are the common ones; the later ones say what is done more narrowly."""


class Names:
    """Names to choose among, all of which mean the same entry and nothing besides."""

    def __init__(self, knowledge: Knowledge, wording: Wording) -> None:
        self._knowledge = knowledge
        self._the: list[str] = wording.slots["words"]["the"]

    def role(self, role_id: str, choice: Choice) -> str:
        """A name of the role without a word that names a skill, a place or a language as well."""
        family = self._knowledge.roles[role_id]
        return choice.of("role", [family.name] * _NAME_WEIGHT + [*self._plain_aliases(family)])

    def skill(self, name: str, choice: Choice) -> str:
        """The skill's name or a short alias."""
        entry = self._knowledge.skills[name]
        return choice.at(name).of("skill", [name] * _NAME_WEIGHT + [*self._short_aliases(entry)])

    def country(self, code: str, choice: Choice) -> str:
        """The country's name, with its article where it has one."""
        entry = self._knowledge.countries[code]
        short = [alias for alias in entry.aliases if alias in self._the]
        name = choice.at(code).of("country", [entry.name, *short])
        return f"the {name}" if name in self._the else name

    def _plain_aliases(self, family: RoleFamily) -> Iterable[str]:
        for alias in family.aliases[:_COMMON_ALIASES]:
            if alias in family.ordinary_names or _SAYS_WHO.search(alias) or not _A_PERSON.search(alias):
                continue
            found = self._knowledge.find_role(alias)
            if found is not None and found.id == family.id and not self._says_more(alias):
                yield alias

    def _says_more(self, alias: str) -> bool:
        words = alias.split()
        parts = [
            " ".join(words[start:end])
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
        ]
        knowledge = self._knowledge
        finders = (knowledge.find_skill, knowledge.find_language, knowledge.find_industry)
        return any(finder(part) is not None for part in parts for finder in finders)

    def _short_aliases(self, entry: SkillEntry) -> Sequence[str]:
        tails = self._knowledge.words.after_a_skill
        return [
            alias
            for alias in entry.aliases
            if alias not in entry.ordinary_names
            and len(alias) <= len(entry.name) + 1
            and not re.search(r"\d", alias.replace(entry.name, ""))
            and not set(alias.casefold().split()) & tails
            and not _is_a_doing(alias, entry)
            and self._knowledge.find_skill(alias) == entry
            and self._knowledge.find_role(alias) is None
        ]


def _is_a_doing(alias: str, entry: SkillEntry) -> bool:
    """'Translate to Spanish', 'French to English': what is done, from what into what, and nothing to know."""
    return "to" in alias.split() and "to" not in entry.name.split()


def plural(name: str) -> str:
    """'developers', 'salespeople', 'secretaries'."""
    if name.endswith("person"):
        return f"{name.removesuffix('person')}people"
    if re.search(r"[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if re.search(r"(s|x|ch|sh)$", name) else f"{name}s"


def listed(names: Sequence[str], conjunction: str) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return f"{', '.join(names[:-1])} {conjunction} {names[-1]}" if len(names) > 1 else "".join(names)
