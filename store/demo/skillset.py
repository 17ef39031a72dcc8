"""Which skills a person really has, and which the profile lists.

Skills co-occur as in life: a role's core, some of what is usual with it, what those imply, what the
person's industries call for, and a little from neighbouring roles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from store.demo.chance import Chance
from store.demo.material import Craft, Group
from store.knowledge import Knowledge, RoleFamily

CLAIMABLE = 0.25
"""The least true level at which a skill is put to work in contracts."""
_MOST_LISTED = 16


@dataclass(frozen=True, slots=True)
class Skillset:
    """`levels` are true levels, 0 to 1, of everything known or claimed; `listed` is the profile's order."""

    levels: Mapping[str, float]
    listed: tuple[str, ...]


class Curriculum:
    """Draws skill sets for the roles of the knowledge files."""

    def __init__(self, knowledge: Knowledge, groups: Mapping[str, Group]) -> None:
        self._knowledge = knowledge
        self._groups = groups
        self._near_skills: dict[str, frozenset[str]] = {}
        self._implied = {name: tuple(self._closure(name)) for name in knowledge.skills}

    def skillset(
        self,
        role: RoleFamily,
        craft: Craft,
        industries: tuple[str, ...],
        ability: float,
        years: int,
        breadth: float,
        chance: Chance,
    ) -> Skillset:
        """Draw one. `breadth` is 1 for one person, more for a team."""
        practice = 1 - 1 / (1 + years / 4)
        base = 0.14 + 0.5 * ability + 0.3 * practice
        levels: dict[str, float] = {}
        for name in role.core_skills:
            if chance.happens(0.9):
                levels[name] = _level(chance.bell(base + 0.1, 0.09))
        usual = min(0.2 + 0.2 * practice + 0.12 * ability, 0.6) * breadth
        for name in role.usual_skills:
            if name not in levels and chance.happens(usual):
                levels[name] = _level(chance.bell(base - 0.02, 0.12))
        for name in self._called_for(role, craft, industries):
            if name not in levels and chance.happens(0.55):
                levels[name] = _level(chance.bell(base, 0.12))
        for name in self._from_neighbours(role, breadth, chance):
            levels.setdefault(name, _level(chance.bell(base - 0.18, 0.14)))
        for name in role.core_skills[:3]:
            if len(levels) < 3:
                levels.setdefault(name, _level(chance.bell(base, 0.1)))
        listed = self._listed(role, levels, chance)
        for name in tuple(levels):
            for implied in self._implied.get(name, ()):
                levels.setdefault(implied, round(levels[name] * 0.9, 3))
        return Skillset(levels, listed)

    def everything_near(self, role: RoleFamily, chance: Chance) -> list[str]:
        """Skill names far and wide, as a keyword stuffer would list them."""
        names = [*role.core_skills, *role.usual_skills]
        for neighbour in role.neighbours:
            if neighbour in self._knowledge.roles:
                names.extend(self._knowledge.roles[neighbour].core_skills)
        for far in chance.sample(tuple(self._knowledge.roles.values()), 6):
            names.extend(far.core_skills)
        return list(dict.fromkeys(names))

    def _listed(self, role: RoleFamily, levels: dict[str, float], chance: Chance) -> tuple[str, ...]:
        """Strongest first, more or less; a few are forgotten, and some people claim more than they can."""
        order = sorted(
            levels, key=lambda name: chance.bell(levels[name] + (name in role.core_skills) * 0.1, 0.07)
        )
        listed = [name for name in reversed(order) if chance.happens(0.95)] or order[-3:]
        for name in tuple(listed):
            for implied in self._implied.get(name, ()):
                if implied not in listed and chance.happens(0.3):
                    listed.append(implied)
        if chance.happens(0.25):
            for claim in self._claims(role, levels, chance):
                levels[claim] = round(chance.between(0.03, 0.2), 3)
                listed.insert(chance.whole(1, len(listed)), claim)
        return tuple(listed[:_MOST_LISTED])

    def _claims(self, role: RoleFamily, levels: Mapping[str, float], chance: Chance) -> list[str]:
        unknown = [name for name in (*role.core_skills, *role.usual_skills) if name not in levels]
        return chance.sample(unknown, chance.whole(1, 2))

    def _called_for(self, role: RoleFamily, craft: Craft, industries: Iterable[str]) -> list[str]:
        """What the industries call for: in this craft, and in its group as far as it is near the role."""
        group = self._groups.get(role.category)
        names: dict[str, None] = {}
        for industry in industries:
            names |= dict.fromkeys(craft.industry_skills.get(industry, ()))
            if group is not None:
                near = self._near(role)
                names |= dict.fromkeys(
                    name for name in group.industry_skills.get(industry, ()) if name in near
                )
        return [name for name in names if name in self._knowledge.skills]

    def _near(self, role: RoleFamily) -> frozenset[str]:
        """The skills of a role and of its neighbours."""
        if role.id not in self._near_skills:
            roles = [
                role,
                *(self._knowledge.roles[name] for name in role.neighbours if name in self._knowledge.roles),
            ]
            self._near_skills[role.id] = frozenset(
                name for each in roles for name in (*each.core_skills, *each.usual_skills)
            )
        return self._near_skills[role.id]

    def _from_neighbours(self, role: RoleFamily, breadth: float, chance: Chance) -> list[str]:
        near = [name for name in role.neighbours if name in self._knowledge.roles]
        if not near or not chance.happens(0.55 * breadth):
            return []
        neighbour = self._knowledge.roles[chance.pick(near)]
        return chance.sample(neighbour.core_skills, chance.whole(1, 2 if breadth == 1 else 4))

    def _closure(self, name: str) -> Iterable[str]:
        found: dict[str, None] = {}
        waiting = list(self._knowledge.skills[name].implies)
        while waiting:
            each = waiting.pop()
            if each not in found and each != name:
                found[each] = None
                waiting.extend(self._knowledge.skills[each].implies if each in self._knowledge.skills else ())
        return found


def _level(level: float) -> float:
    return round(min(max(level, 0.02), 0.99), 3)
