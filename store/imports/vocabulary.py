"""Loads the words that exports use for our closed lists (words.toml)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from store.nouns.brief import LanguageLevel, Provider, Seniority


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in lower case, and what they mean."""

    nothing: frozenset[str]
    seniority: dict[str, Seniority]
    seniority_in_headline: dict[str, Seniority]
    provider: dict[str, Provider]
    language_level: dict[str, LanguageLevel]


@cache
def vocabulary() -> Vocabulary:
    """The words of words.toml, read once."""
    text = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Vocabulary(
        nothing=frozenset(data["nothing"]),
        seniority={w: Seniority(k) for k, words in data["seniority"].items() for w in words},
        seniority_in_headline={
            w: Seniority(k) for k, words in data["seniority_in_headline"].items() for w in words
        },
        provider={w: Provider(k) for k, words in data["provider"].items() for w in words},
        language_level={w: LanguageLevel(k) for k, words in data["language_level"].items() for w in words},
    )
