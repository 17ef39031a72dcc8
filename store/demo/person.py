"""A made-up person, before anything is written about them."""

from dataclasses import dataclass

from store.demo.material import Craft
from store.demo.naming import Name
from store.demo.place import Place
from store.demo.presence import Presence
from store.demo.skillset import Skillset
from store.demo.truth import Case, Truth
from store.knowledge import RoleFamily
from store.nouns.brief import Provider, Seniority
from store.nouns.freelancer import Language, Money


@dataclass(frozen=True, slots=True)
class Person:
    """A freelancer, or an agency of `team` people: what is so, and what the profile is made from."""

    index: int
    external_id: str
    case: Case
    provider: Provider
    role: RoleFamily
    craft: Craft
    name: Name
    place: Place
    languages: tuple[Language, ...]
    ability: float
    reliability: float
    years: int
    seniority: Seniority
    industries: tuple[str, ...]
    skills: Skillset
    presence: Presence
    rate_usd: float
    rate: Money
    team: int

    def truth(self, case: Case | None = None, copy_of: str | None = None) -> Truth:
        """What evaluations are told; `case` replaces the person's own."""
        return Truth(
            ability=self.ability,
            reliability=self.reliability,
            skills=dict(sorted(self.skills.levels.items())),
            case=case or self.case,
            role=self.role.id,
            seniority=self.seniority,
            rate_usd=round(self.rate_usd, 2),
            copy_of=copy_of,
        )
