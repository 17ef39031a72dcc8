"""Which tables there are, where each lies in a knowledge folder, and what its columns are called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the knowledge folder.

    `path` is a CSV file, or a folder whose file names become the rows' category. `key` holds the columns
    that tell one row from another, `plain` those with one value, `lists` those with several.
    """

    name: str
    path: str
    key: tuple[str, ...]
    plain: tuple[str, ...]
    lists: tuple[str, ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """Every column that a row of this table may have."""
        return frozenset((*self.key, *self.plain, *self.lists))

    @property
    def growing(self) -> frozenset[str]:
        """The lists that an operator's row adds to; the other lists are replaced as a whole."""
        return frozenset(self.lists) - {"rate_usd", "utc_offset"}


SKILLS = Table(
    "skills",
    "skills",
    key=("name",),
    plain=("category",),
    lists=("aliases", "implies", "related", "everyday_words"),
)
ROLES = Table(
    "roles",
    "roles",
    key=("id",),
    plain=("name", "category"),
    lists=("aliases", "everyday_words", "core_skills", "usual_skills", "neighbours", "rate_usd"),
)
INDUSTRIES = Table("industries", "industries", key=("id",), plain=("name",), lists=("aliases",))
COUNTRIES = Table(
    "countries",
    "countries.csv",
    key=("code",),
    plain=("alpha3", "name", "currency", "time_zone", "rate_factor"),
    lists=("aliases", "demonyms", "languages"),
)
REGIONS = Table(
    "regions", "regions.csv", key=("id",), plain=("name",), lists=("aliases", "utc_offset", "members")
)
CITIES = Table(
    "cities",
    "cities.csv",
    key=("name", "country"),
    plain=("time_zone", "kind", "everyday_word"),
    lists=("aliases",),
)
STATES = Table(
    "states",
    "states.csv",
    key=("name", "country"),
    plain=("time_zone", "kind", "everyday_word"),
    lists=("aliases",),
)
LANGUAGES = Table("languages", "languages.csv", key=("code",), plain=("name",), lists=("aliases",))
CURRENCIES = Table("currencies", "currencies.csv", key=("code",), plain=("name",), lists=("symbols", "words"))
TIME_ZONES = Table(
    "time_zones",
    "time_zones.csv",
    key=("name",),
    plain=("time_zone", "everyday_word"),
    lists=("aliases", "utc_offset"),
)

TABLES: tuple[Table, ...] = (
    SKILLS,
    ROLES,
    INDUSTRIES,
    COUNTRIES,
    REGIONS,
    CITIES,
    STATES,
    LANGUAGES,
    CURRENCIES,
    TIME_ZONES,
)
RATES_FILE = "rates.toml"
WORDS_FILE = "name_words.toml"
WORD_LISTS = frozenset({"after_a_skill", "person", "maker", "before_a_role"})
