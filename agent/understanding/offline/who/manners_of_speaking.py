"""Reads English that is only told by how it is to sound or to be spelt: 'a British accent', 'US spelling'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from store.nouns.brief import LanguageLevel, LanguageWish, Slot


def told_by_manner(scene: Scene) -> Iterator[Finding]:
    """English at the level that the accent or the spelling of an English-speaking nation asks for."""
    message = scene.message
    manners: dict[str, str] = scene.lexicon.setting("languages", "manners", "values")
    nations = set(scene.lexicon.setting("languages", "manners", "countries"))
    for index, word in enumerate(message.norms):
        if word not in manners:
            continue
        named = message.ending("demonym", index) or message.ending("country", index)
        if named is None or named.key not in nations:
            continue
        stance = scene.stance(named.first, index + 1)
        if stance.excluded or stance.unneeded:
            continue
        level = LanguageLevel(manners[word])
        wish = LanguageWish(code="en", level=level, words=message.words(named.first, index + 1))
        yield Finding(Slot.LANGUAGES, wish, named.first, index + 1, hard=stance.hard, uncertain=stance.unsure)
