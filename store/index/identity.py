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
from store.nouns.freelancer import Freelancer

_NEUTRAL_WORDS = Path(__file__).with_name("neutral_words.csv")


def without_identity(freelancer: Freelancer, text: str) -> str:
    """The text without the freelancer's name, and with gendered words made neutral."""
    if freelancer.name:
        text = re.sub(rf"(?<!\w){re.escape(freelancer.name)}(?!\w)", " ", text, flags=re.I)
    if freelancer.provider is Provider.INDIVIDUAL:
        kept = {word.lower() for skill in freelancer.skills for word in skill.name.split()}
        for part in re.findall(r"[^\W\d_]{2,}", freelancer.name):
            if part.lower() not in kept:
                forms = "|".join(map(re.escape, {part, part.capitalize(), part.upper()}))
                text = re.sub(rf"(?<!\w)(?:{forms})(?!\w)", " ", text)
    return _gendered().sub(_neutral, text)


def _neutral(found: re.Match[str]) -> str:
    return _neutral_words()[found.group().lower()]


@cache
def _neutral_words() -> Mapping[str, str]:
    with _NEUTRAL_WORDS.open(encoding="utf-8", newline="") as stream:
        return {row["word"]: row["neutral"] for row in csv.DictReader(stream)}


@cache
def _gendered() -> re.Pattern[str]:
    words = sorted(_neutral_words(), key=len, reverse=True)
    return re.compile(rf"(?<![\w'/])(?:{'|'.join(map(re.escape, words))})(?![\w'/])", re.I)
