"""The entries of the knowledge files, one frozen type for each table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SkillEntry:
    """A skill by the name that profiles and briefs share.

    `ordinary_word` marks a name that is an everyday word too ("Go", "Excel"), to be read by its context;
    `ordinary_names` are all the names and aliases of which that is true ("PS" for Photoshop).
    Having this skill means having those it `implies`; those it is `related` to are near, not the same.
    `category` is the name of the file it stands in.
    """

    name: str
    aliases: tuple[str, ...] = ()
    category: str = "marketplace"
    ordinary_word: bool = False
    ordinary_names: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleFamily:
    """A kind of freelancer. `rate_usd` is the usual US price, $ an hour: (entry, intermediate, expert).

    `category` is one of the market's groups: the name of the file it stands in. `ordinary_names` are the
    names and aliases that are said of others too ("author", "PM"), to be read by their context.
    """

    id: str
    name: str
    category: str
    aliases: tuple[str, ...]
    core_skills: tuple[str, ...]
    usual_skills: tuple[str, ...]
    neighbours: tuple[str, ...]
    rate_usd: tuple[float, float, float]
    ordinary_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Industry:
    """A line of business a client is in."""

    id: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of ISO 3166-1.

    `time_zone` is the IANA zone of its largest city, `languages` are ISO 639-1 codes in order of use, and
    `rate_factor` is the usual freelance rate there as a share of the rate in the United States (1.0).
    """

    code: str
    alpha3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    currency: str
    time_zone: str
    languages: tuple[str, ...]
    rate_factor: float


@dataclass(frozen=True, slots=True)
class Region:
    """A group of countries (ISO alpha-2), and the span of their standard offsets from UTC in hours."""

    id: str
    name: str
    aliases: tuple[str, ...]
    countries: tuple[str, ...]
    utc_offset: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class City:
    """A city, or a state or province that clients name in a city's place (`kind` says which).

    `ordinary_word` marks a name that is an everyday word too ("Nice", "Split").
    """

    name: str
    country: str
    time_zone: str
    aliases: tuple[str, ...] = ()
    kind: str = "city"
    ordinary_word: bool = False


@dataclass(frozen=True, slots=True)
class LanguageEntry:
    """A human language by its ISO 639-1 code (ISO 639-3 where the former has none)."""

    code: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency (ISO 4217). `words` are what people call it; `per_usd` is how many buy one dollar."""

    code: str
    name: str
    symbols: tuple[str, ...]
    words: tuple[str, ...]
    per_usd: float


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words that may stand beside a name without changing what is meant, in small letters."""

    after_a_skill: frozenset[str] = frozenset()
    person: frozenset[str] = frozenset()
    maker: frozenset[str] = frozenset()
    before_a_role: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TimeZoneName:
    """A time zone as people write it ("CET", "Eastern time").

    `utc_offset` is (least, greatest) in hours: they differ where the name covers summer and winter.
    `ordinary_word` marks an abbreviation that spells a word ("EAT", "MET"): only its capitals mean the zone.
    """

    name: str
    aliases: tuple[str, ...]
    utc_offset: tuple[float, float]
    time_zone: str
    ordinary_word: bool
