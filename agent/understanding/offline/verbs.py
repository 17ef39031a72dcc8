"""The verbs of tasks, whatever their ending: 'edit', 'editing', 'edited', 'edits' are one."""

from functools import cache, lru_cache

from agent.understanding.offline.lexicon import load_lexicon

_SUFFIXES = ("ting", "ning", "ming", "ping", "ing", "ed", "es", "s", "d", "e")


@cache
def stems_of(verbs: tuple[str, ...]) -> frozenset[str]:
    """The stems of some verbs."""
    return frozenset(stem(verb) for verb in verbs)


@cache
def task_verbs() -> frozenset[str]:
    """The stems of all verbs that tasks.toml knows."""
    tables = load_lexicon().kinds["tasks"].values()
    return stems_of(tuple(verb for table in tables for verb in table.settings.get("verbs", ())))


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A verb without its ending, roughly: enough to bring 'editing', 'edited' and 'edits' together."""
    if len(word) > _LONGEST_OF_IS and "is" in word[-5:]:
        word = f"{word[:-5]}{word[-5:].replace('is', 'iz')}"
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return (
                word[: -len(suffix)]
                if suffix not in ("ting", "ning", "ming", "ping")
                else _undoubled(word[:-3])
            )
    return word


_LONGEST_OF_IS = 6
"""Letters up to which 'is' is no ending: 'raise', 'revise', but 'vectorise' and 'optimising'."""


def _undoubled(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
