"""Who lives in the demo marketplace: person i of a seed, whatever the size."""

from collections.abc import Mapping
from datetime import date

from store.demo.chance import Chance, Weighted
from store.demo.deck import Deck, apportion
from store.demo.material import Craft, Material
from store.demo.naming import Name, agency_name, person_name
from store.demo.person import Person
from store.demo.place import Atlas
from store.demo.presence import presence
from store.demo.pricing import asking_rate, hourly_usd
from store.demo.skillset import Curriculum
from store.demo.truth import Case
from store.demo.wording import lines_of
from store.knowledge import Knowledge, RoleFamily
from store.nouns.brief import Provider, Seniority

SHARES: Mapping[Case, int] = {
    Case.ORDINARY: 65,
    Case.NEWCOMER: 15,
    Case.STALE: 5,
    Case.HALF_EMPTY: 5,
    Case.AGENCY: 6,
    Case.KEYWORD_STUFFER: 2,
    Case.NEAR_DUPLICATE: 1,
    Case.PROMPT_INJECTION: 1,
}
"""How many of a hundred profiles are of each case."""

_BLOCK = 1000
_LEAST_OF_A_ROLE = 3
_YEARS_TO_MATURE = 14
_TEAM_SIZES = Weighted({2: 8, 3: 18, 4: 18, 5: 16, 6: 12, 8: 10, 10: 8, 12: 6, 18: 3, 25: 1})


class Census:
    """Draws people one by one. Person i depends on the seed, the day and i alone."""

    def __init__(self, seed: int, today: date, knowledge: Knowledge, material: Material) -> None:
        self._seed = seed
        self._today = today
        self._knowledge = knowledge
        self._material = material
        self._atlas = Atlas(material, knowledge)
        self._curriculum = Curriculum(knowledge, material.groups)
        self._crafts = {role.id: _craft_of(role, material) for role in knowledge.roles.values()}
        weights = {role: craft.weight for role, craft in self._crafts.items()}
        least = min(_LEAST_OF_A_ROLE, _BLOCK // len(weights))
        self._roles = Deck(seed, "role", apportion(weights, _BLOCK, least))
        self._cases = Deck(seed, "case", SHARES)
        known = [name for name in material.clienteles if name in knowledge.industries]
        self._industries = Weighted((name, material.clienteles[name].weight) for name in known)
        self._known_industries = frozenset(known)

    @property
    def curriculum(self) -> Curriculum:
        """The skill sets people are drawn with."""
        return self._curriculum

    def case(self, index: int) -> Case:
        """What makes person `index` hard to judge."""
        return self._cases.card(index)

    def person(self, index: int) -> Person:
        """Draw person `index`, counted from 0."""
        chance = Chance(self._seed, "person", index)
        case = self.case(index)
        role = self._knowledge.roles[self._roles.card(index)]
        craft = self._crafts[role.id]
        is_team = case is Case.AGENCY
        place = self._atlas.place(chance)
        culture = self._atlas.culture(place, chance)
        languages = self._atlas.languages(place, culture, craft.bilingual, chance)
        ability = _unit(chance.bell(0.54, 0.18))
        reliability = _unit(chance.bell(0.58 + 0.4 * (ability - 0.54), 0.2))
        years = _years(craft, is_team, chance)
        seniority = _seniority(years, craft, ability, chance)
        industries = self._some_industries(craft, chance)
        breadth = 1.35 if is_team else 1.0
        skills = self._curriculum.skillset(role, craft, industries, ability, years, breadth, chance)
        markup = {Case.AGENCY: 1.2, Case.NEWCOMER: 0.9}.get(case, 1.0)
        usd = hourly_usd(role, seniority, place.country, ability, markup, chance)
        rate = asking_rate(usd, place.market, place.country, self._knowledge, chance)
        return Person(
            index=index,
            external_id=f"{self._seed}-{index:06d}",
            case=case,
            provider=Provider.AGENCY if is_team else Provider.INDIVIDUAL,
            role=role,
            craft=craft,
            name=self._agency(role, chance) if is_team else person_name(culture, chance),
            place=place,
            languages=languages,
            ability=ability,
            reliability=reliability,
            years=years,
            seniority=seniority,
            industries=industries,
            skills=skills,
            presence=presence(case, years, self._today, chance),
            rate_usd=self._knowledge.convert(rate.amount, rate.currency, "USD"),
            rate=rate,
            team=chance.weighted(_TEAM_SIZES) if is_team else 1,
        )

    def _agency(self, role: RoleFamily, chance: Chance) -> Name:
        name = agency_name(self._material, role.category, chance)
        return Name(name, name)

    def _some_industries(self, craft: Craft, chance: Chance) -> tuple[str, ...]:
        """One to three industries, mostly those the craft usually serves."""
        usual = [name for name in craft.industries if name in self._known_industries]
        chosen: dict[str, None] = {}
        for _ in range(chance.whole(1, 3)):
            if usual and chance.happens(craft.focus):
                chosen[chance.pick(usual)] = None
            else:
                chosen[chance.weighted(self._industries)] = None
        return tuple(chosen)


def _craft_of(role: RoleFamily, material: Material) -> Craft:
    """The role's own texts; for a role we have none for (an operator's own), those of its group."""
    if role.id in material.crafts:
        return material.crafts[role.id]
    groups = material.groups
    general = (groups[role.category] if role.category in groups else groups[min(groups)]).craft
    return Craft(
        weight=general.weight,
        hours=general.hours,
        titles=lines_of([role.name]),
        tools={},
        does=general.does,
        proud=general.proud,
        stance=general.stance,
        jobs=general.jobs,
        pieces=general.pieces,
        praise=general.praise,
        gripe=general.gripe,
        industries=general.industries,
        industry_skills={},
        bilingual=general.bilingual,
        age=general.age,
    )


def _years(craft: Craft, is_team: bool, chance: Chance) -> int:
    """Years of experience, many short and few long; nobody is older than the craft."""
    if is_team:
        return min(chance.whole(3, 15), craft.age)
    return int(min(24, craft.age + 1) * chance.unit() ** 1.7)


def _seniority(years: int, craft: Craft, ability: float, chance: Chance) -> Seniority:
    """By years, sooner for the able, and sooner where the craft is young."""
    youth = min(craft.age / _YEARS_TO_MATURE, 1.0)
    score = years / youth + 6 * (ability - 0.5) + chance.bell(0, 0.8)
    if score < 2.5:
        return Seniority.ENTRY
    return Seniority.INTERMEDIATE if score < 10.5 else Seniority.EXPERT


def _unit(value: float) -> float:
    return round(min(max(value, 0.02), 0.98), 3)
