"""Reads another level for a language that goes unnamed: 'fluent is enough', 'native speakers only'."""

from collections.abc import Collection, Iterator, Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import Brief, LanguageLevel, LanguageWish, Slot

_LOWER = {
    LanguageLevel.NATIVE: LanguageLevel.FLUENT,
    LanguageLevel.FLUENT: LanguageLevel.CONVERSATIONAL,
    LanguageLevel.CONVERSATIONAL: LanguageLevel.BASIC,
}
_LEVELS = {level.value: level for level in LanguageLevel}
_SHORT = 9


def other_level(scene: Scene, brief: Brief, found: Sequence[Finding]) -> Iterator[Finding]:
    """Another level for the languages the brief holds, where the message names none of them."""
    held = {(each.code, each.level) for each in brief.languages}
    found = [f for f in found if not _is_said_again(f, held)]
    if any(f.slot is Slot.LANGUAGES for f in found) or not brief.languages:
        return
    said = _levels_said(scene)
    level = None if found else _lowered(scene, brief, said)
    if level is not None:
        yield level
        return
    native = next((m for m in said if _is_native_wanted(scene, m)), None)
    if native is not None:
        spoken = [each for each in brief.languages if each.code != _ENGLISH]
        yield from _at_level(scene, native, spoken or brief.languages)
    elif not found and said and _answers_alone(scene, said[0]):
        yield from _at_level(scene, said[0], brief.languages)


def _levels_said(scene: Scene) -> list[Mention]:
    """The words for a level, without the 'ok' of 'near-native is ok'."""
    message = scene.message
    levels = [m for m in message.of("languages") if m.key in _LEVELS]
    return [m for m in levels if message.over("people", m.first, m.last, "allowed") is None]


def _is_said_again(finding: Finding, held: Collection[tuple[str, LanguageLevel]]) -> bool:
    """The German of 'native German isn't needed', at the level that is held, and so no change."""
    wish = finding.value
    return isinstance(wish, LanguageWish) and (wish.code, wish.level) in held


_ENGLISH = "en"
"""Of several languages it is the one that is asked for beside the native one."""


def _lowered(scene: Scene, brief: Brief, said: Sequence[Mention]) -> Finding | None:
    """'native is not needed', 'not native, fluent': the level held is too high."""
    named = {m.key for m in scene.message.of("language")}
    spoken = [each for each in brief.languages if each.code in named] or brief.languages
    for mention in said:
        held = next((each for each in spoken if each.level is _LEVELS[mention.key]), None)
        lower = _LOWER.get(_LEVELS[mention.key])
        others = [m for m in said if m.key != mention.key and not scene.stance(m.first, m.last).unneeded]
        if others:
            lower = _LEVELS[others[0].key]  # 'native, not just fluent'
        if held is not None and lower is not None and _is_let_go(scene, mention):
            wish = held.model_copy(update={"level": lower})
            return Finding(Slot.LANGUAGES, wish, mention.first, mention.last)
    return None


def _is_let_go(scene: Scene, level: Mention) -> bool:
    """'native is not needed', 'near-native is fine', 'non native speakers are OK too'."""
    stance = scene.stance(level.first, level.last)
    others = {m.key for m in _levels_said(scene)}
    if stance.unneeded or (stance.hard is False and len(others) > 1):
        return True
    below = {"non", "near", "nearly", "almost"} & set(
        scene.message.norms[max(0, level.first - 2) : level.last]
    )
    return bool(below) and scene.near("people", "allowed", level.first, level.last, 0, 4)


def _is_native_wanted(scene: Scene, level: Mention) -> bool:
    """'better a native speaker', 'natives only': nothing else comes before it in its clause."""
    message = scene.message
    if level.key != LanguageLevel.NATIVE.value or message.has("language"):
        return False
    stance = scene.stance(level.first, level.last)
    if stance.excluded or stance.unneeded or "?" in message.norms:
        return False
    first = message.segment(level.first).first
    leads = scene.lexicon.words("languages", "before_natives")
    if not set(message.norms[first : level.first]) <= leads:
        return False
    told = message.norms[level.last - 1] in scene.lexicon.words("languages", "natives")
    following = message.norm(level.last)
    return told or not following.isalpha() or following in scene.lexicon.words("languages", "after_natives")


def _answers_alone(scene: Scene, level: Mention) -> bool:
    """'fluent will do': a few words that begin with the level, and name nobody and no language."""
    message = scene.message
    if level.key == LanguageLevel.NATIVE.value:
        return False
    begins = level.first - (message.norm(0) in ("a", "an", "well", "oh"))
    short = len(message.tokens) <= _SHORT and not message.has("language", "role")
    agrees = any(m.first == 0 and m.key in ("confirm", "smalltalk") for m in message.of("intents"))
    return begins == 0 and short and not agrees


def _at_level(scene: Scene, level: Mention, languages: Sequence[LanguageWish]) -> Iterator[Finding]:
    hard = scene.stance(level.first, level.last).hard
    for language in languages:
        wish = language.model_copy(update={"level": _LEVELS[level.key]})
        if wish != language:
            yield Finding(Slot.LANGUAGES, wish, level.first, level.last, hard=hard)
