"""Finds the human languages a freelancer must speak, and how well."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.who.language_codes import coded_languages
from agent.understanding.offline.who.language_levels import levels_of
from agent.understanding.offline.who.language_words import is_language
from agent.understanding.offline.who.manners_of_speaking import told_by_manner
from agent.understanding.offline.who.native_speakers import with_native_speaker
from agent.understanding.offline.who.translations import is_in_name_of_translation, names_translation
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import LanguageLevel, LanguageWish, Slot


def find_languages(scene: Scene) -> list[Finding]:
    """The languages asked for; a nation's word counts where the words around show the language."""
    found: dict[str, Finding] = {}
    spoken = [
        m for m in scene.message.of("language") if is_language(scene, m) and not names_translation(scene, m)
    ]
    levels = with_native_speaker(scene, spoken, levels_of(scene, spoken))
    for mention in spoken:
        stance = scene.stance(mention.first, mention.last)
        if stance.excluded or stance.unneeded:
            continue
        wish = LanguageWish(
            code=mention.key,
            level=levels[mention.first] or LanguageLevel.FLUENT,
            words=scene.message.words(mention.first, mention.last),
        )
        finding = Finding(
            Slot.LANGUAGES, wish, mention.first, mention.last, hard=stance.hard, uncertain=stance.unsure
        )
        known = found.get(mention.key)
        if known is None or _is_stronger(known, levels[mention.first]):
            found[mention.key] = finding
    for finding in told_by_manner(scene):
        if isinstance(finding.value, LanguageWish):
            known = found.get(finding.value.code)
            if known is None or _is_stronger(known, finding.value.level):
                found[finding.value.code] = finding
    for finding in scene.once(coded_languages):
        named = is_in_name_of_translation(scene, finding.first, finding.last)
        if isinstance(finding.value, LanguageWish) and not named:
            found.setdefault(finding.value.code, finding)
    alternatives = _are_alternatives(scene, spoken)
    return [replace(f, hard=False) if alternatives and f.hard is None else f for f in found.values()]


def _are_alternatives(scene: Scene, spoken: Sequence[Mention]) -> bool:
    """'German or English': any of them will do, so that none of them is a condition."""
    pairs = [scene.message.norms[one.last : other.first] for one, other in pairwise(spoken)]
    either = ("or",) in pairs and all(between in _CHOICE for between in pairs)
    return either and not scene.context.brief.languages


_CHOICE = frozenset({("or",), (",",), ("/",), (",", "or")})


def _is_stronger(known: Finding, level: LanguageLevel | None) -> bool:
    before = known.value.level if isinstance(known.value, LanguageWish) else LanguageLevel.BASIC
    return level is not None and level.rank > before.rank
