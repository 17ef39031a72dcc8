"""Tells 'French Translation', a skill that is wished for, from 'French translation', which says languages."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.skill.leading import is_led_up_to
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message

_NOUNS = frozenset({"translation", "translations"})
_LINKS = frozenset({"and", ",", "&"})


def is_translation(scene: Scene, mention: Mention) -> bool:
    """'French to English' says languages, not the skill called French Translation."""
    entry = scene.knowledge.skills[mention.key]
    languages = entry.category == "translation" and any(
        scene.message.at("language", i) is not None for i in range(mention.first, mention.last)
    )
    return languages and not is_named_translation(scene, mention)


def is_named_translation(scene: Scene, mention: Mention) -> bool:
    """'experienced in French Translation and Medical Translation', 'bonus points for Spanish Translation'."""
    message = scene.message
    if scene.knowledge.skills[mention.key].category != "translation" or mention.size == 1:
        return False
    if message.norm(mention.last - 1) not in _NOUNS or message.norm(mention.last) in ("to", "into", "from"):
        return False
    if scene.stance(mention.first, mention.last).hard is not None:
        return True
    if is_led_up_to(scene, mention):
        return True
    before = message.ending("skill", mention.first - 1, reach=5)
    linked = message.norm(mention.first - 1) in _LINKS
    return linked and before is not None and is_named_translation(scene, before)


def names_translation(scene: Scene, language: Mention) -> bool:
    """Whether a language is only part of such a skill's name."""
    return is_in_name_of_translation(scene, language.first, language.last)


def is_in_name_of_translation(scene: Scene, first: int, last: int) -> bool:
    """'EN-ES translation would be nice': the words are only part of such a skill's name."""
    skill = scene.message.over("skill", first, last)
    return skill is not None and skill.size > last - first and is_named_translation(scene, skill)


def is_half_of_pair(message: Message, mention: Mention) -> bool:
    """'farsi<>english', 'French/English hosts': what it is joined to is a language too."""
    first = mention.first
    while message.norm(first - 1) in _PAIRING:
        first -= 1
    return first < mention.first and message.ending("language", first) is not None


_PAIRING = frozenset({"<", ">", "/", "<>", "→"})


def is_source(scene: Scene, mention: Mention) -> bool:
    """'Korean dramas into English': what is put into another language is in this one."""
    message = scene.message
    into = next((i for i in range(mention.last, mention.last + _REACH) if message.norm(i) == "into"), None)
    return (
        into is not None
        and message.at("language", into + 1) is not None
        and _is_one_clause(message.norms[mention.last : into])
    )


def _is_one_clause(words: tuple[str, ...]) -> bool:
    return all(word.isalpha() for word in words)


_REACH = 5
