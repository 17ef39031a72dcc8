"""The phrases and cues of the data files, as the reader uses them.

Each file of `data/` is a kind of cue, each table in it a key; a table holds `phrases` and, where the kind
needs it, other settings. Every phrase is folded the way messages are. `said` are more phrases: each has one
of the `leads` before it, if there are any, and one of the `degrees` or none: "would be very welcome".
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType
from typing import Any

from agent.understanding.offline.words.contractions import in_both_ways
from agent.understanding.offline.words.tokens import folded


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a data file: its folded phrases, in order and to look up, and its other settings."""

    phrases: tuple[str, ...]
    words: frozenset[str]
    settings: Mapping[str, Any]


@dataclass(frozen=True)
class Lexicon:
    """Every data file, by its name without the ending, and every table in it."""

    kinds: Mapping[str, Mapping[str, Table]]

    def words(self, kind: str, key: str) -> frozenset[str]:
        """The phrases of one table."""
        return self.kinds[kind][key].words

    def setting(self, kind: str, key: str, name: str) -> Any:
        """A setting of one table; None if it has none of that name."""
        return self.kinds[kind][key].settings.get(name)


@cache
def load_lexicon() -> Lexicon:
    """Read the data files, once in a process."""
    folder = files("agent.understanding.offline") / "data"
    raw = {
        entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda each: each.name)
        if entry.name.endswith(".toml")
    }
    forms: Mapping[str, str] = raw["contractions"]["forms"]["values"]
    return Lexicon(
        MappingProxyType(
            {
                kind: {key: _table(table, forms) for key, table in tables.items()}
                for kind, tables in raw.items()
            }
        )
    )


def _table(raw: Mapping[str, Any], forms: Mapping[str, str]) -> Table:
    phrases = in_both_ways((*map(folded, raw.get("phrases", ())), *_put_together(raw)), forms)
    settings = {name: value for name, value in raw.items() if name not in _OF_PHRASES}
    return Table(phrases, frozenset(phrases), settings)


_OF_PHRASES = frozenset({"phrases", "leads", "degrees", "said"})


def _put_together(raw: Mapping[str, Any]) -> Iterator[str]:
    leads, degrees, said = (
        [folded(each) for each in raw.get(name, ())] for name in ("leads", "degrees", "said")
    )
    for together in product(leads, ("", *degrees), said):
        yield " ".join(word for word in together if word)
