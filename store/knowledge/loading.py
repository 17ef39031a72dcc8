"""Reading the knowledge files, once, and an operator's own over them."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from store.knowledge import building
from store.knowledge.entries import NameWords
from store.knowledge.faults import KnowledgeFault
from store.knowledge.knowledge import Knowledge
from store.knowledge.merging import merge_sources
from store.knowledge.reading import read_source
from store.knowledge.regions import flatten_regions
from store.knowledge.rows import Source
from store.knowledge.validation import problems

Value = TypeVar("Value")

DATA = Path(__file__).parent / "data"


@cache
def load_knowledge(extra: Path | None = None) -> Knowledge:
    """The knowledge files, with those at `extra` (a folder like ours, or one TOML file) merged over them.

    Read once per process and path. Raises KnowledgeFault, naming file and line, if `extra` cannot be read
    or refers to something that does not exist.
    """
    ours = read_source(DATA)
    if extra is None:
        return build_knowledge(ours)
    knowledge = build_knowledge(merge_sources(ours, read_source(extra)))
    if faults := problems(knowledge):
        raise KnowledgeFault([f"{extra.name}: {fault}" for fault in faults])
    return knowledge


def build_knowledge(source: Source) -> Knowledge:
    """Typed knowledge out of rows. Raises KnowledgeFault for a cell that cannot be read."""
    rows = source.rows
    return Knowledge(
        skills=_keyed((skill.name, skill) for skill in building.build(rows["skills"], building.skill)),
        roles=_keyed((role.id, role) for role in building.build(rows["roles"], building.role)),
        industries=_keyed((each.id, each) for each in building.build(rows["industries"], building.industry)),
        countries=_keyed((each.code, each) for each in building.build(rows["countries"], building.country)),
        regions=MappingProxyType(flatten_regions(building.build(rows["regions"], building.region))),
        cities=tuple(building.build([*rows["cities"], *rows["states"]], building.city)),
        languages=_keyed((each.code, each) for each in building.build(rows["languages"], building.language)),
        currencies=_keyed(
            (each.code, each)
            for each in building.build(rows["currencies"], building.currency(source.per_usd))
        ),
        time_zones=_keyed(
            (each.name, each) for each in building.build(rows["time_zones"], building.time_zone_name)
        ),
        rates_date=source.rates_date or date.min,
        words=NameWords(**source.words),
    )


def _keyed(pairs: Iterable[tuple[str, Value]]) -> Mapping[str, Value]:
    keyed: dict[str, Value] = {}
    twice: list[str] = []
    for key, value in pairs:
        if key in keyed:
            twice.append(f"{key!r} is entered twice in the {type(value).__name__} table")
        keyed[key] = value
    if twice:
        raise KnowledgeFault(twice)
    return MappingProxyType(keyed)
