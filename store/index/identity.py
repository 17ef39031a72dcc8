"""Takes out of a text who somebody is: their name, and words that tell their gender.

An agency's name is often made of what it does ("Dream Design"), so only the whole of it goes. Of a
person's name every part goes where it is written with a capital, unless it is one of their own skills.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from store.nouns.brief import Provider
from store.nouns.profile_text import ProfileText

_NEUTRAL_WORDS = Path(__file__).with_name("neutral_words.csv")


def without_identity(profile: ProfileText, text: str) -> str:
    """The text without the freelancer's name, and with gendered words made neutral."""
    lowered = text.lower()
    if profile.name and profile.name.lower() in lowered:
        text = re.sub(rf"(?<!\w){re.escape(profile.name)}(?!\w)", " ", text, flags=re.I)
    if profile.provider == Provider.INDIVIDUAL:
        text = _without_parts(profile, text)
    said = _WORD.findall(lowered)
    return text if _neutral_words().keys().isdisjoint(said) else _gendered().sub(_neutral, text)


def _without_parts(profile: ProfileText, text: str) -> str:
    """The text without any part of a person's name."""
    said = {
        form: part
        for part in _NAME_PART.findall(profile.name)
        for form in (part, part.capitalize(), part.upper())
        if form in text
    }
    if not said:
        return text
    kept = {word.lower() for name, _ in profile.skills for word in name.split()}
    gone = {form for form, part in said.items() if part.lower() not in kept}
    # Quicker than a pattern for every name, which takes long to compile.
    return "".join(" " if piece in gone else piece for piece in _PIECE.split(text))


_NAME_PART = re.compile(r"[^\W\d_]{2,}")
_PIECE = re.compile(r"(\w+)")
_WORD = re.compile(r"[\w'/]+")


def _neutral(found: re.Match[str]) -> str:
    # Without regard to case a pattern also takes "sır" for "sir", which is no word of ours.
    return _neutral_words().get(found.group().lower(), found.group())


@cache
def _neutral_words() -> Mapping[str, str]:
    with _NEUTRAL_WORDS.open(encoding="utf-8", newline="") as stream:
        return {row["word"]: row["neutral"] for row in csv.DictReader(stream)}


@cache
def _gendered() -> re.Pattern[str]:
    words = sorted(_neutral_words(), key=len, reverse=True)
    return re.compile(rf"(?<![\w'/])(?:{'|'.join(map(re.escape, words))})(?![\w'/])", re.I)
