"""The language that a code of two letters stands for."""

from agent.understanding.offline.findings import Finding, Scene
from store.nouns.brief import LanguageLevel, LanguageWish, Slot

CODE = 2
"""Letters of a language's code."""


def wish_by_code(scene: Scene, place: int, level: LanguageLevel | None = None) -> Finding:
    """The wish for the language whose code stands at a token; fluent where no level is told."""
    written = scene.message.words(place, place + 1)
    code = language_of_code(scene, scene.message.norm(place))
    wish = LanguageWish(code=code or "", level=level or LanguageLevel.FLUENT, words=written)
    return Finding(Slot.LANGUAGES, wish, place, place + 1)


def language_of_code(scene: Scene, code: str) -> str | None:
    """The language that a code stands for; a country's may stand for its own: 'JP'."""
    short: str | None = scene.lexicon.setting("languages", "short_forms", "values").get(code)
    if short is not None:
        return short
    if len(code) != CODE or code in _COUNTRIES:
        return None
    if code in scene.knowledge.languages:
        return code
    spoken: str | None = scene.lexicon.setting("languages", "spoken_in", "values").get(code)
    return spoken


_COUNTRIES = frozenset({"uk", "us", "gb", "eu", "be", "ch", "at"})
"""Beside these a code is a country's: 'US/UK/CA', 'UK, DE or FR'."""
