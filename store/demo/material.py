"""The raw material of the demo marketplace: names, places, trades, and words for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from store.demo.chance import Weighted
from store.demo.wording import Line
from store.nouns.brief import LanguageLevel, Provider, Seniority

_NARROW = 3
"""A craft with this many usual industries or fewer lives on them."""


@dataclass(frozen=True, slots=True)
class Culture:
    """Names of one naming culture. A family name is (masculine, feminine); `languages` are ISO 639-1."""

    languages: tuple[str, ...]
    given_feminine: tuple[str, ...]
    given_masculine: tuple[str, ...]
    families: tuple[tuple[str, str], ...]
    double_family: float


@dataclass(frozen=True, slots=True)
class Market:
    """A country as a supplier of freelancers. `local` is the share that asks for its own currency."""

    country: str
    weight: float
    cultures: Weighted[str]
    english: Weighted[LanguageLevel]
    local: float


@dataclass(frozen=True, slots=True)
class Clientele:
    """How the clients of one industry are spoken of."""

    weight: float
    businesses: tuple[str, ...]
    clients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Craft:
    """What people of one role family call themselves, do, are proud of, are hired for and hear.

    `tools` are skills that go into a title, and what they are called there.
    `weight` is the family's share of the market, `hours` the usual least and most of one contract.
    `industry_skills` are what an industry calls for in this craft. `bilingual` says that nobody does this
    with English alone. `age` is how many years the craft has existed as a job.
    """

    weight: float
    hours: tuple[float, float]
    titles: tuple[Line, ...]
    tools: Mapping[str, str]
    does: tuple[Line, ...]
    proud: tuple[Line, ...]
    stance: tuple[Line, ...]
    jobs: tuple[Line, ...]
    pieces: tuple[tuple[Line, Line], ...]
    praise: tuple[Line, ...]
    gripe: tuple[Line, ...]
    industries: tuple[str, ...]
    industry_skills: Mapping[str, tuple[str, ...]]
    bilingual: bool
    age: int

    @property
    def focus(self) -> float:
        """How much of the work comes from the usual industries, 0 to 1: most of it for a narrow craft."""
        return 0.9 if len(set(self.industries)) <= _NARROW else 0.72


@dataclass(frozen=True, slots=True)
class Group:
    """A market group's defaults: skills that an industry calls for (by industry id), and generic text."""

    craft: Craft
    industry_skills: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Shape:
    """A layout of a bio: pieces of (group name, probability); None starts a paragraph."""

    name: str
    provider: Provider
    weight: float
    pieces: tuple[tuple[str, float] | None, ...]


@dataclass(frozen=True, slots=True)
class HeadlineStyle:
    """Headlines of one temperament, and whom they suit (None: anyone)."""

    weight: float
    lines: tuple[Line, ...]
    seniority: Seniority | None
    provider: Provider


@dataclass(frozen=True, slots=True)
class Reviews:
    """What clients write about a job that went in one way."""

    short: tuple[Line, ...]
    open: tuple[Line, ...]
    close: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the generator says, by file."""

    cultures: Mapping[str, Culture]
    wandering_share: float
    markets: tuple[Market, ...]
    clienteles: Mapping[str, Clientele]
    crafts: Mapping[str, Craft]
    groups: Mapping[str, Group]
    shapes: tuple[Shape, ...]
    bio_groups: Mapping[str, tuple[Line, ...]]
    headlines: tuple[HeadlineStyle, ...]
    reviews: Mapping[str, Reviews]
    facts: Mapping[str, tuple[Line, ...]]
    client_names: tuple[tuple[str, ...], tuple[str, ...]]
    agency_names: tuple[tuple[str, ...], tuple[str, ...]]
    agency_endings: Mapping[str, tuple[str, ...]]
    injected_bios: tuple[str, ...]
    injected_headlines: tuple[str, ...]
