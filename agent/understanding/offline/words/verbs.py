"""The verbs of tasks, whatever their ending: 'edit', 'editing', 'edited', 'edits' are one."""

from collections import Counter
from functools import cache, lru_cache

from agent.understanding.offline.words.lexicon import load_lexicon

_SUFFIXES = ("ting", "ning", "ming", "ping", "ing", "ed", "es", "s", "d", "e")


@cache
def stems_of(verbs: tuple[str, ...]) -> frozenset[str]:
    """The stems of some verbs."""
    return frozenset(stem(verb) for verb in verbs)


@cache
def task_verbs() -> frozenset[str]:
    """The stems of all verbs that tasks.toml knows."""
    return stems_of(_all_verbs())


@cache
def verbs_of_doing() -> frozenset[str]:
    """The stems of all verbs that say that something is to be done or made."""
    return task_verbs() | stems_of(load_lexicon().kinds["actions"]["verbs"].phrases)


@cache
def verb_forms() -> frozenset[str]:
    """Those verbs as they are written, in Britain too: 'optimise', 'optimising'."""
    bases = {word for verb in _all_verbs() for word in verb.split(" ")}
    bases.update(load_lexicon().kinds["actions"]["verbs"].phrases)
    bases |= {f"{base[:-3]}{other}" for base in bases for own, other in _BRITISH if base.endswith(own)}
    forms = {form for base in bases for form in (base, f"{base}s")}
    return frozenset(
        forms | {f"{base[:-1]}{end}" for base in bases if base[-1] == "e" for end in ("ed", "ing")}
    )


_BRITISH = (("ize", "ise"), ("yze", "yse"))


@cache
def telling_verbs() -> frozenset[str]:
    """The stems of verbs so few roles have that they tell more than the thing: 'translate', 'label'."""
    tables = load_lexicon().kinds["tasks"].values()
    known = Counter(each for table in tables for each in stems_of(tuple(table.settings.get("verbs", ()))))
    return frozenset(verb for verb, roles in known.items() if roles <= _FEW)


_FEW = 3


@cache
def task_verb_pairs() -> tuple[str, ...]:
    """The verbs of two words among them: 'set up'."""
    return tuple(verb for verb in _all_verbs() if " " in verb)


def _all_verbs() -> tuple[str, ...]:
    tables = load_lexicon().kinds["tasks"].values()
    return tuple(verb for table in tables for verb in table.settings.get("verbs", ()))


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
