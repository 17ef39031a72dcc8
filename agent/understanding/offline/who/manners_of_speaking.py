"""Reads English that is only told by a nation: 'a British accent', 'US spelling', 'a UK native'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.who.native_speakers import is_of_thing
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import LanguageLevel, LanguageWish, Slot


def told_by_manner(scene: Scene) -> Iterator[Finding]:
    """English at the level that the accent or the spelling of an English-speaking nation asks for."""
    message = scene.message
    manners: dict[str, str] = scene.lexicon.setting("languages", "manners", "values")
    nations = set(scene.lexicon.setting("languages", "manners", "countries"))
    for index, word in enumerate(message.norms):
        if word not in manners:
            continue
        named = _nation(scene, index)
        if named is None or named.key not in nations:
            continue
        if manners[word] == _NATIVE and is_of_thing(scene, max(index + 1, named.last)):
            continue
        first, last = min(index, named.first), max(index + 1, named.last)
        stance = scene.stance(first, last)
        if stance.excluded or stance.unneeded:
            continue
        level = LanguageLevel(manners[word])
        wish = LanguageWish(code="en", level=level, words=message.words(first, last))
        yield Finding(Slot.LANGUAGES, wish, first, last, hard=stance.hard, uncertain=stance.unsure)


def _nation(scene: Scene, index: int) -> Mention | None:
    """The nation right before a word, or after 'from': 'a native from the UK'."""
    message = scene.message
    before = message.ending("demonym", index) or message.ending("country", index)
    if before is not None or message.norm(index + 1) not in _OF:
        return before
    return message.at("country", index + 2) or message.at("country", index + 3)


_OF = frozenset({"from", "of"})
_NATIVE = LanguageLevel.NATIVE.value
