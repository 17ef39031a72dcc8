"""Reads of which language somebody is a native speaker where that is not said: 'into Dutch. A native'."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.who.nationals import LINKS
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind
from store.nouns.brief import LanguageLevel

Levels = Mapping[int, LanguageLevel | None]
"""The level of each language by its first token."""


def with_native_speaker(scene: Scene, spoken: Sequence[Mention], levels: Levels) -> Levels:
    """The levels, with the language translated into at native level where one native speaker is asked for."""
    if not any(_is_by_itself(scene, level) for level in scene.message.of("languages", _NATIVE)):
        return levels
    targets = [each for each in _targets(scene, spoken) if levels[each.first] is None]
    return {**levels, **{target.first: LanguageLevel.NATIVE for target in targets}}


def is_of_thing(scene: Scene, index: int) -> bool:
    """Whether the word that follows 'native' is nobody: 'native codebases', 'UK native plants'."""
    message = scene.message
    if not 0 <= index < len(message.tokens) or message.tokens[index].kind is not TokenKind.WORD:
        return False
    is_small_word = message.norm(index) in scene.lexicon.words("common", "function_words") | _EACH
    known = (message.at(kind, index) for kind in ("people", "cues", "languages", "language", "demonym"))
    return not (is_small_word or message.names_somebody(index) or any(known))


_EACH = frozenset({"each", "per", "apiece"})
_NATIVE = LanguageLevel.NATIVE.value


def _is_by_itself(scene: Scene, level: Mention) -> bool:
    """'a native speaker', in a clause that names no language."""
    message = scene.message
    if level.size == 1 and message.norm(level.first) == "native" and is_of_thing(scene, level.last):
        return False
    if scene.stance(level.first, level.last).unneeded or scene.stance(level.first, level.last).excluded:
        return False
    segment = message.segment(level.first)
    return not message.between("language", segment.first, segment.last)


def _targets(scene: Scene, spoken: Sequence[Mention]) -> Sequence[Mention]:
    """The languages of 'from English into Dutch or Danish' that are written, or all of one list."""
    for place, (one, other) in enumerate(pairwise(spoken)):
        if scene.message.norms[one.last : other.first] in _INTO and one.key != other.key:
            return _listed(scene, spoken[place + 1 :])
    if len({m.key for m in spoken}) == 1:
        return spoken[:1]
    listed = _listed(scene, spoken)
    return listed if len(listed) == len(spoken) and _ENGLISH not in {m.key for m in spoken} else ()


def _listed(scene: Scene, spoken: Sequence[Mention]) -> Sequence[Mention]:
    """The first of them and those that a list joins to it."""
    last = 1
    for one, other in pairwise(spoken):
        if not set(scene.message.norms[one.last : other.first]) <= LINKS:
            break
        last += 1
    return spoken[:last]


_ENGLISH = "en"


_INTO = frozenset({("into",), ("to",), (">",), ("→",), ("-", ">"), ("–", ">"), ("-",)})
