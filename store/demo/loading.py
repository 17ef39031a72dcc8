"""Reads the raw material from the data files beside this module."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from store.demo.chance import Weighted
from store.demo.material import (
    Clientele,
    Craft,
    Culture,
    Group,
    HeadlineStyle,
    Market,
    Material,
    Reviews,
    Shape,
)
from store.demo.wording import Line, lines_of
from store.nouns.brief import LanguageLevel, Provider, Seniority

DATA = Path(__file__).parent / "data"

_AGELESS = 40
"""Years a craft has existed if its file does not say."""


@cache
def load_material() -> Material:
    """Read the data files, once per process."""
    markets = _read("markets.toml")
    bios = _read("bios.toml")
    reviews = _read("reviews.toml")
    companies = _read("companies.toml")
    injections = _read("injections.toml")
    crafts, groups = _crafts()
    return Material(
        cultures={name: _culture(table) for name, table in _read("names.toml").items()},
        wandering_share=markets.pop("anywhere")["share"],
        markets=tuple(_market(country, table) for country, table in markets.items()),
        clienteles={
            industry: Clientele(table["weight"], tuple(table["businesses"]), tuple(table["clients"]))
            for industry, table in _read("industries.toml").items()
        },
        crafts=crafts,
        groups=groups,
        shapes=tuple(_shape(table) for table in bios["shape"]),
        bio_groups={name: lines_of(table["lines"]) for name, table in bios["group"].items()},
        headlines=tuple(_headlines(table) for table in _read("headlines.toml").values()),
        facts={name: lines_of(texts) for name, texts in reviews.pop("facts").items()},
        reviews={
            band: Reviews(lines_of(table["short"]), lines_of(table["open"]), lines_of(table["close"]))
            for band, table in reviews.items()
        },
        client_names=(_split(companies["clients"]["first"]), _split(companies["clients"]["last"])),
        agency_names=(_split(companies["agencies"]["first"]), _split(companies["agencies"]["second"])),
        agency_endings={group: tuple(words) for group, words in companies["agency_endings"].items()},
        injected_bios=tuple(injections["bios"]),
        injected_headlines=tuple(injections["headlines"]),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(","))


def _culture(table: Mapping[str, Any]) -> Culture:
    return Culture(
        languages=_split(table["languages"]),
        given_feminine=_split(table["given_f"]),
        given_masculine=_split(table["given_m"]),
        families=tuple(_family(name) for name in _split(table["family"])),
        double_family=table.get("double_family", 0.0),
    )


def _family(name: str) -> tuple[str, str]:
    masculine, _, feminine = name.partition("|")
    return masculine, feminine or masculine


def _market(country: str, table: Mapping[str, Any]) -> Market:
    return Market(
        country=country,
        weight=table["weight"],
        cultures=Weighted(table["names"]),
        english=Weighted(zip(LanguageLevel, table["english"], strict=True)),
        local=table["local"],
    )


def _crafts() -> tuple[dict[str, Craft], dict[str, Group]]:
    crafts: dict[str, Craft] = {}
    groups: dict[str, Group] = {}
    for path in sorted((DATA / "roles").glob("*.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        general = tables.pop("any")
        groups[path.stem] = Group(_craft(general, {}), _industry_skills(general))
        crafts.update({role: _craft(table, general) for role, table in tables.items()})
    return crafts, groups


def _craft(table: Mapping[str, Any], general: Mapping[str, Any]) -> Craft:
    def texts(key: str) -> Iterable[str]:
        found: Iterable[str] = table.get(key) or general.get(key) or ()
        return found

    low, high = table.get("hours") or general["hours"]
    pieces: Iterable[tuple[str, str]] = table.get("pieces") or general.get("pieces") or ()
    return Craft(
        weight=table.get("weight", 1.0),
        hours=(low, high),
        titles=lines_of(texts("titles")),
        tools=dict(_tool(text) for text in texts("tools")),
        does=lines_of(texts("does")),
        proud=lines_of(texts("proud")),
        stance=lines_of(texts("stance")),
        jobs=lines_of(texts("jobs")),
        pieces=tuple((Line.of(title), Line.of(about)) for title, about in pieces),
        praise=lines_of(texts("praise")),
        gripe=lines_of(texts("gripe")),
        industries=tuple(texts("industries")),
        industry_skills=_industry_skills(table),
        bilingual=table.get("bilingual", False),
        age=table.get("age", _AGELESS),
    )


def _industry_skills(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {industry: tuple(names) for industry, names in table.get("skills", {}).items()}


def _tool(text: str) -> tuple[str, str]:
    """'Amazon Web Services=AWS' is a skill and its short name."""
    skill, _, short = text.partition("=")
    return skill, short or skill


def _shape(table: Mapping[str, Any]) -> Shape:
    pieces = []
    for token in table["layout"].split():
        name, _, probability = token.partition("?")
        pieces.append(None if name == "/" else (name, float(probability or 1)))
    return Shape(table["name"], Provider[table["provider"].upper()], table["weight"], tuple(pieces))


def _headlines(table: Mapping[str, Any]) -> HeadlineStyle:
    return HeadlineStyle(
        weight=table["weight"],
        lines=lines_of(table["lines"]),
        seniority=Seniority[table["seniority"]] if "seniority" in table else None,
        provider=Provider[table.get("provider", "individual").upper()],
    )
