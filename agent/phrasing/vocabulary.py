"""The closed list of words that may stand between facts."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def load_vocabulary() -> frozenset[str]:
    """Every word of the data file, read once in a process."""
    text = (files(__package__) / "data" / "words.toml").read_text(encoding="utf-8")
    return frozenset(word for table in tomllib.loads(text).values() for word in table["words"])
