"""Reads of which language somebody is a native speaker where that is not said: 'into Dutch. A native'."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import LanguageLevel

Levels = Mapping[int, LanguageLevel | None]
"""The level of each language by its first token."""


def with_native_speaker(scene: Scene, spoken: Sequence[Mention], levels: Levels) -> Levels:
    """The levels, with the language translated into at native level where one native speaker is asked for."""
    if not any(_is_by_itself(scene, level) for level in scene.message.of("languages", _NATIVE)):
        return levels
    target = _target(scene, spoken)
    if target is None or levels[target.first] is not None:
        return levels
    return {**levels, target.first: LanguageLevel.NATIVE}


_NATIVE = LanguageLevel.NATIVE.value


def _is_by_itself(scene: Scene, level: Mention) -> bool:
    """'a native speaker', in a clause that names no language."""
    message = scene.message
    if scene.stance(level.first, level.last).unneeded or scene.stance(level.first, level.last).excluded:
        return False
    segment = message.segment(level.first)
    return not message.between("language", segment.first, segment.last)


def _target(scene: Scene, spoken: Sequence[Mention]) -> Mention | None:
    """The language of 'from English into Dutch' that is written, or the only one there is."""
    for one, other in pairwise(spoken):
        if scene.message.norms[one.last : other.first] in _INTO and one.key != other.key:
            return other
    return spoken[0] if len({m.key for m in spoken}) == 1 else None


_INTO = frozenset({("into",), ("to",), (">",), ("→",), ("-", ">"), ("–", ">"), ("-",)})
