"""Reads how well each language must be spoken: 'native Dutch', 'English and a bit of Spanish'."""

from collections.abc import Sequence
from itertools import pairwise

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.who.language_words import CONSENT, REACH, neighborhood
from agent.understanding.offline.who.nationals import LEVEL_NAMES, LINKS
from agent.understanding.offline.who.reading_only import is_only_read
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from store.nouns.brief import LanguageLevel


def levels_of(scene: Scene, spoken: Sequence[Mention]) -> dict[int, LanguageLevel | None]:
    """The level of each language by its first token; those of one list share what is said of one of them."""
    levels = {mention.first: _level(scene, mention) for mention in spoken}
    for pairs in (pairwise(spoken), pairwise(reversed(spoken))):
        for one, other in pairs:
            low, high = sorted((one, other), key=lambda m: m.first)
            gap = [scene.message.norm(i) for i in range(low.last, high.first)]
            if levels[other.first] is None and gap and all(word in LINKS or word in _EACH for word in gap):
                if one.first > other.first and _is_told_before(scene, one):
                    continue  # 'English and some Spanish'
                levels[other.first] = levels[one.first]
    return levels


_EACH = frozenset({"one", "1"})
"""Before each of two people: 'one French and one Spanish native'."""


def _is_told_before(scene: Scene, mention: Mention) -> bool:
    """'some Spanish': the level right before a language is its own."""
    level = scene.message.ending("languages", mention.first)
    return level is not None and level.key in LEVEL_NAMES


def _is_of_one_before(scene: Scene, level: Mention, mention: Mention) -> bool:
    """'Arabic native, English fluent', 'Hindi at native level and …': the language before has that level."""
    message, first = scene.message, level.first
    while message.norm(first - 1) in _AT_A:
        first -= 1
    known = message.ending("language", first) or message.at("language", level.last)
    return known is not None and known.last <= mention.first and level.last < mention.first


def _is_of_next(scene: Scene, level: Mention, mention: Mention) -> bool:
    """'English obviously, and a bit of Italian': a level after the comma, right before another language."""
    between = scene.message.norms[mention.last : level.first]
    return bool({",", "and"} & set(between)) and scene.message.at("language", level.last) is not None


def _is_of_list_before(scene: Scene, level: Mention, mention: Mention) -> bool:
    """'French native + English': a level between two languages is of the first."""
    message = scene.message
    between = message.norms[level.last : mention.first]
    return bool(between) and between[0] in LINKS and message.ending("language", level.first) is not None


def _is_of_pupil(scene: Scene, level: Mention) -> bool:
    """'a Dutch tutor for my parents, beginners': how well the pupils speak."""
    beginners = scene.message.norm(level.first) in ("beginner", "beginners")
    return beginners and any(m.key == _TUTOR for m in scene.message.of("role"))


_TUTOR = "online-tutor"


def _is_of_more(scene: Scene, level: Mention, mention: Mention) -> bool:
    """'English, students ok': a word that agrees is said of what is right before it."""
    message = scene.message
    said = message.norm(level.first) in CONSENT and level.size == 1
    return said and message.norms[mention.last : level.first] not in ((), ("is",), ("-",))


_OF = frozenset({(), ("in",), ("of",), ("level",)})
_AT_A = frozenset({"at", "a", "on", "an", "the", "must", "should", "be", "is", "of", "course", "obviously"})
"""Between a language and its level: 'English at a conversational level', 'Dutch must be native'."""


def _is_cut_off(scene: Scene, level: Mention, mention: Mention) -> bool:
    """'English mother tongue, from French': the level is of the language right before it."""
    between = scene.message.norms[level.last : mention.first]
    first = level.first - (scene.message.norm(level.first - 1) in (":", "(", "-"))
    while scene.message.norm(first - 1) in _AT_A:
        first -= 1
    return scene.message.ending("language", first) is not None and bool({",", "from"} & set(between))


def _is_consent(scene: Scene, level: Mention) -> bool:
    """'ok English then': a word that agrees, and no level."""
    message = scene.message
    low, _ = message.sentence(level.first)
    return level.first == low and message.norm(level.first) in CONSENT


def _is_part(level: Mention, said: Sequence[Mention], message: Message) -> bool:
    """The 'bilingual' of 'native or bilingual', the 'functional' of a functional consultant."""
    if message.over("role", level.first, level.last) is not None:
        return True
    return any(o.first <= level.first and level.last <= o.last and o.size > level.size for o in said)


def _level(scene: Scene, mention: Mention) -> LanguageLevel | None:
    """The level said nearest: right after the language, else before it in its list."""
    message = scene.message
    low, high = neighborhood(scene, mention)
    names = [level.value for level in LanguageLevel]
    after = [m for m in message.between("languages", mention.last, high) if m.key in names]
    before = [m for m in message.between("languages", low, mention.first) if m.key in names]
    before, after = (
        [m for m in said if not (scene.stance(m.first, m.last).unneeded or _is_part(m, said, scene.message))]
        for said in (before, after)
    )
    before = [m for m in before if ")" not in message.norms[m.last : mention.first]]
    before = [m for m in before if not (_is_consent(scene, m) or _is_cut_off(scene, m, mention))]
    other_after = list(message.between("language", mention.last, high))
    after = [m for m in after if not any(message.norms[m.last : o.first] in _OF for o in other_after)]
    after = [m for m in after if not _is_of_next(scene, m, mention)]
    before = [m for m in before if not (after and _is_of_one_before(scene, m, mention))]
    before = [m for m in before if not (_is_of_list_before(scene, m, mention) or _is_of_pupil(scene, m))]
    after = [m for m in after if not (_is_of_more(scene, m, mention) or _is_of_pupil(scene, m))]
    if before and before[-1].last >= mention.first - 2:
        return LanguageLevel(before[-1].key)
    if (
        after
        and not (other_after and other_after[0].first < after[0].first)
        and after[0].first - mention.last <= REACH
    ):
        return LanguageLevel(after[0].key)
    if before and not any(message.norm(i) in (",", ".", ";") for i in range(before[-1].last, mention.first)):
        return LanguageLevel(before[-1].key)
    if before and message.between("language", before[-1].last, mention.first):
        return LanguageLevel(before[-1].key)
    return LanguageLevel.CONVERSATIONAL if is_only_read(scene, mention) else None
