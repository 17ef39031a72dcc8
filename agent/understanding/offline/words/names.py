"""Every name the reader knows, in every way it is written, with what it stands for."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from agent.understanding.offline.words.alike import Alike
from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.makers import short_names
from agent.understanding.offline.words.tokens import folded
from agent.understanding.offline.words.ways_to_write import (
    SHORTEST_COMPACT,
    Regional,
    fold_name,
    plural,
    spellings_of,
    women_in_german,
)
from store.knowledge import Knowledge, SkillEntry

FOREIGN = "foreign"
"""The data file of words in other languages; its tables are named after what they stand for."""

_COUNTABLE = frozenset({"callings", "deliverables"})
"""Kinds whose phrases have a plural that need not be written out."""

_MAKERS = ("Adobe ", "Apache ", "Autodesk ")


@dataclass(frozen=True, slots=True)
class Named:
    """What a spelling stands for.

    `capitals`: only when written in capitals ("PST"). `code`: and only where a place can stand ("in DE").
    """

    kind: str
    key: str
    capitals: bool = False
    code: bool = False


def all_names(knowledge: Knowledge, lexicon: Lexicon) -> Iterator[tuple[str, Named]]:
    """Every spelling of a name of the knowledge, every phrase of the lexicon, and what each stands for."""
    for kind, tables in lexicon.kinds.items():
        for key, table in tables.items():
            if table.settings.get("single_words"):
                continue
            meaning = (
                Named(key.partition(".")[0], key.partition(".")[2]) if kind == FOREIGN else Named(kind, key)
            )
            for phrase in table.phrases:
                yield phrase, meaning
                if kind in _COUNTABLE:
                    yield plural(phrase), meaning
                if kind == FOREIGN and meaning.kind == "role":
                    yield from ((woman, meaning) for woman in women_in_german(phrase))
    regional = Regional(lexicon)
    yield from _skills(knowledge, lexicon, regional)
    yield from ((short, Named("product", name)) for short, name in short_names(knowledge, lexicon))
    yield from _roles(knowledge, lexicon, regional)
    for industry in knowledge.industries.values():
        names = (industry.id, industry.name, *industry.aliases)
        yield from _named("industry", industry.id, names)
    yield from _places(knowledge, lexicon)
    for language in knowledge.languages.values():
        yield from _named("language", language.code, (language.name, *language.aliases))
    small_codes = lexicon.words("quantities", "small_codes")
    for currency in knowledge.currencies.values():
        code = folded(currency.code)
        yield code, Named("currency", currency.code, capitals=code not in small_codes)
        for word in (*currency.symbols, *currency.words):
            yield folded(word), Named("currency", currency.code)
            yield plural(folded(word)), Named("currency", currency.code)


def _skills(knowledge: Knowledge, lexicon: Lexicon, regional: Regional) -> Iterator[tuple[str, Named]]:
    small = lexicon.words("common", "function_words")
    for skill in knowledge.skills.values():
        if _is_only_a_pair(skill):
            continue
        names = (skill.name, *skill.aliases, *_without_maker(skill, knowledge))
        shouted = [name for name in names if name.isupper() and name.lower() in small]
        yield from ((name.lower(), Named("skill", skill.name, capitals=True)) for name in shouted)
        names = tuple(name for name in names if name not in shouted)
        yield from _named("skill", skill.name, names, small)
        for name in names:
            for way in (*regional.ways(name), *_other_number(name, skill, knowledge)):
                if knowledge.find_skill(way) in (None, skill):
                    yield from _named("skill", skill.name, (way,), small)


def _is_only_a_pair(skill: SkillEntry) -> bool:
    """'HTML & CSS': two skills that are read one by one."""
    return " & " in skill.name and tuple(skill.name.split(" & ")) == tuple(skill.implies)


def _roles(knowledge: Knowledge, lexicon: Lexicon, regional: Regional) -> Iterator[tuple[str, Named]]:
    """Every name of every role, and where no other role has that name, with words that are alike."""
    own: set[str] = set()
    for role in knowledge.roles.values():
        names = (role.name, *role.aliases)
        names = (*names, *(way for name in names for way in regional.ways(name)))
        for spelling, named in _named("role", role.id, (*names, *map(plural, names))):
            own.add(spelling)
            yield spelling, named
    alike, taken = Alike(lexicon), dict[str, str]()
    for role in knowledge.roles.values():
        for name in (role.name, *role.aliases):
            for other in alike.names(fold_name(name)):
                for spelling in (other, plural(other)):
                    if spelling not in own and taken.setdefault(spelling, role.id) == role.id:
                        yield spelling, Named("role", role.id)


def _other_number(name: str, skill: SkillEntry, knowledge: Knowledge) -> Iterator[str]:
    """'Annual reports' and 'an annual report': a thing of several words that is made, one or many of it."""
    last = name.rsplit(" ", 1)[-1]
    if " " not in name or not last.isalpha() or not last[1:].islower() or name in skill.ordinary_names:
        return
    if knowledge.find_role(name) is None and not last.endswith(_NO_THINGS):
        yield name.removesuffix("s") if last.endswith("s") else plural(name)


_NO_THINGS = ("ing", "ss", "ics", "is", "us", "ment", "ance", "ence", "ware", "ship", "ity", "ism", "ry")
"""Ends of words that have no other number: 'editing', 'analytics', 'software'."""


def _without_maker(skill: SkillEntry, knowledge: Knowledge) -> Iterator[str]:
    """'InDesign' for Adobe InDesign, where no other skill is called that."""
    for maker in _MAKERS:
        short = skill.name.removeprefix(maker)
        if short != skill.name and len(short) >= SHORTEST_COMPACT and knowledge.find_skill(short) is None:
            yield short


def _places(knowledge: Knowledge, lexicon: Lexicon) -> Iterator[tuple[str, Named]]:
    abbreviations = lexicon.words("places", "no_codes")
    for country in knowledge.countries.values():
        yield from _named("country", country.code, (country.name, *country.aliases))
        for code in (folded(country.code), folded(country.alpha3)):
            if code not in abbreviations:
                yield code, Named("country", country.code, capitals=True, code=True)
        yield from _named("demonym", country.code, country.demonyms)
        yield from _named("demonym", country.code, (plural(demonym) for demonym in country.demonyms))
    for region in knowledge.regions.values():
        names = (region.name, region.name.removeprefix("the "), *region.aliases)
        yield from _named("region", region.id, names)
        yield from _named("region", region.id, (plural(name) for name in names if name.endswith("n")))
    for place, city in enumerate(knowledge.cities):
        yield from _named("city", str(place), (city.name, *city.aliases))
    for zone in knowledge.time_zones.values():
        for name in (zone.name, *zone.aliases):
            short = zone.ordinary_word and name.isupper()
            yield folded(name), Named("zone", zone.name, capitals=short)


def _named(
    kind: str, key: str, names: Iterable[str], small_words: Collection[str] = ()
) -> Iterator[tuple[str, Named]]:
    for name in names:
        short = len(name) <= 2 and kind not in ("skill", "role")
        for spelling in spellings_of(name, small_words):
            yield spelling, Named(kind, key, capitals=short)
