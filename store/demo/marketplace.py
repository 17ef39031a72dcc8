"""The demo marketplace: made-up freelancers by the stream, each with the truth about them kept aside."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from store.demo.badges import badges
from store.demo.biography import Biographer
from store.demo.census import Census
from store.demo.chance import Chance
from store.demo.hardcases import commanding, copied, half_emptied, stuffed
from store.demo.history import Historian
from store.demo.loading import load_material
from store.demo.mentions import Mentions
from store.demo.person import Person
from store.demo.portfolio import portfolio
from store.demo.presence import availability
from store.demo.selfportrait import portrait
from store.demo.skillset import Skillset
from store.demo.truth import Case, Truth
from store.knowledge import Knowledge
from store.nouns.brief import Provider
from store.nouns.freelancer import Contract, Evidence, Freelancer, Skill, freelancer_id

SOURCE = "demo"


@dataclass(frozen=True, slots=True)
class DemoFreelancer:
    """A freelancer as the marketplace sees them, and the truth, which it must not."""

    freelancer: Freelancer
    truth: Truth


def generate(size: int, seed: int, today: date, knowledge: Knowledge) -> Iterator[DemoFreelancer]:
    """Stream `size` freelancers of the marketplace with this seed.

    The same size, seed, day and knowledge give the same freelancers on every machine; a bigger size begins
    with the same people as a smaller one. `today` is the day that all dates are relative to. Raises
    ValueError if size is negative.
    """
    if size < 0:
        raise ValueError("size must not be negative")
    market = DemoMarket(seed, today, knowledge)
    return (market.freelancer(index) for index in range(size))


class DemoMarket:
    """Makes freelancers by number."""

    def __init__(self, seed: int, today: date, knowledge: Knowledge) -> None:
        self._seed = seed
        self._today = today
        self._knowledge = knowledge
        self._material = load_material()
        self._census = Census(seed, today, knowledge, self._material)
        self._mentions = Mentions(knowledge)
        self._historian = Historian(self._material, self._mentions, today)
        self._biographer = Biographer(self._material)

    def freelancer(self, index: int) -> DemoFreelancer:
        """Freelancer `index`, counted from 0."""
        person = self._census.person(index)
        chance = Chance(self._seed, "case", index)
        match person.case:
            case Case.NEAR_DUPLICATE:
                return self._near_duplicate(person, chance)
            case Case.KEYWORD_STUFFER:
                return self._keyword_stuffer(person, chance)
            case Case.HALF_EMPTY:
                freelancer = half_emptied(self._profile(person), chance)
            case Case.PROMPT_INJECTION:
                freelancer = commanding(self._profile(person), self._material, chance)
            case Case.ORDINARY | Case.NEWCOMER | Case.STALE | Case.AGENCY:
                freelancer = self._profile(person)
        return DemoFreelancer(freelancer, person.truth())

    def _keyword_stuffer(self, person: Person, chance: Chance) -> DemoFreelancer:
        names = self._census.curriculum.everything_near(person.role, chance)
        freelancer = stuffed(self._profile(person), names, chance)
        truth = person.truth()
        unskilled = {skill.name: 0.03 for skill in freelancer.skills if skill.name not in truth.skills}
        levels = dict(sorted({**truth.skills, **unskilled}.items()))
        return DemoFreelancer(freelancer, replace(truth, skills=levels))

    def _near_duplicate(self, person: Person, chance: Chance) -> DemoFreelancer:
        """A copy of somebody nearby, usually listed before: same texts, another name, less behind them."""
        original = self._census.person(self._copied_index(person.index))
        levels = {
            name: round(level * chance.between(0.5, 0.9), 3) for name, level in original.skills.levels.items()
        }
        listed = original.skills.listed
        kept = listed[: max(len(listed) - chance.whole(0, 1), 3)]
        copycat = replace(
            original,
            index=person.index,
            external_id=person.external_id,
            name=person.name if person.provider is original.provider else original.name,
            ability=round(original.ability * chance.between(0.5, 0.95), 3),
            reliability=person.reliability,
            skills=Skillset(levels, kept),
            presence=person.presence,
        )
        freelancer = copied(self._profile(original), original.name, self._profile(copycat), copycat.name)
        return DemoFreelancer(freelancer, copycat.truth(Case.NEAR_DUPLICATE, original.external_id))

    def _copied_index(self, index: int) -> int:
        """The nearest ordinary profile before this one, else the nearest after it."""
        before = (other for other in range(index - 1, -1, -1) if self._census.case(other) is Case.ORDINARY)
        found = next(before, None)
        if found is not None:
            return found
        after = index + 1
        while self._census.case(after) is not Case.ORDINARY:
            after += 1
        return after

    def _profile(self, person: Person) -> Freelancer:
        chance = Chance(self._seed, "profile", person.index)
        is_team = person.provider is Provider.AGENCY
        open_hours = availability(person.presence, self._today, is_team, chance)
        slots = portrait(
            person, open_hours, self._material, self._knowledge, self._mentions, self._today, chance
        )
        contracts = self._historian.contracts(person, slots, chance)
        return Freelancer(
            id=freelancer_id(SOURCE, person.external_id),
            external_id=person.external_id,
            source=SOURCE,
            provider=person.provider,
            name=person.name.full,
            headline=self._biographer.headline(person, slots, chance),
            bio=self._biographer.bio(person, slots, contracts, chance),
            role=person.role.id,
            seniority=person.seniority,
            skills=_listed_skills(person, contracts),
            industries=person.industries,
            country=person.place.country.code,
            city=person.place.city,
            time_zone=person.place.time_zone,
            languages=person.languages,
            hourly_rate=person.rate,
            badges=badges(contracts, person.presence, self._today),
            availability=open_hours,
            joined=person.presence.joined,
            last_active=person.presence.active,
            profile_updated=person.presence.updated,
            contracts=contracts,
            portfolio=portfolio(person, slots, self._material, self._mentions, chance),
        )


def _listed_skills(person: Person, contracts: tuple[Contract, ...]) -> tuple[Skill, ...]:
    """The listed skills with the finished contracts that used them."""
    used = Counter(name for contract in contracts if contract.ended is not None for name in contract.skills)
    return tuple(
        Skill(
            name=name,
            evidence=Evidence.CONTRACTS if used[name] else Evidence.SELF_STATED,
            contracts=used[name],
        )
        for name in person.skills.listed
    )
