"""Finds the human languages a freelancer must speak, and how well."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.who.language_levels import levels_of
from agent.understanding.offline.who.language_words import is_language
from agent.understanding.offline.who.nationals import LINKS
from agent.understanding.offline.who.native_speakers import with_native_speaker
from agent.understanding.offline.who.translations import is_in_name_of_translation, names_translation
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import LanguageLevel, LanguageWish, Slot

CODE = 2
"""Letters of a language's code."""


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
    for finding in _coded(scene):
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


def _coded(scene: Scene) -> Iterator[Finding]:
    """'EN>DE', 'FR-IT': the codes of a translator's pair."""
    message, tokens = scene.message, scene.message.tokens
    yield from _dashed(scene)
    for place in listed_codes(scene):
        wish = LanguageWish(code=scene.message.norm(place), words=scene.message.words(place, place + 1))
        yield Finding(Slot.LANGUAGES, wish, place, place + 1)
    spoken_in: dict[str, str] = scene.lexicon.setting("languages", "spoken_in", "values")
    for index in range(len(tokens) - 2):
        if message.norms[index + 1] not in _PAIR_MARKS:
            continue
        last = index + 2
        while last < len(tokens) - 1 and message.norms[last] in _PAIR_MARKS:
            last += 1
        arrow = bool({">", "→"} & set(message.norms[index + 1 : last]))
        written = [message.words(i, i + 1) for i in (index, last)]
        if not all(len(word) == CODE and (word.isupper() or arrow) for word in written):
            continue
        codes = [word.lower() for word in written]
        if arrow:
            codes = [spoken_in.get(code, code) for code in codes]
        elif _COUNTRIES & set(codes):
            continue
        if all(code in scene.knowledge.languages for code in codes):
            for place, code, word in zip((index, last), codes, written, strict=True):
                yield Finding(Slot.LANGUAGES, LanguageWish(code=code, words=word), place, place + 1)


def listed_codes(scene: Scene) -> list[int]:
    """The tokens of a list of languages by their codes: 'in five languages: EN, DE, FR'."""
    message = scene.message
    if not message.has("languages", "marks") and not message.has("language"):
        return []
    found = [
        index
        for index, token in enumerate(message.tokens)
        if len(token.norm) == CODE
        and token.norm in scene.knowledge.languages
        and message.text[token.start : token.end].isupper()
    ]
    if any(message.norms[index] in _COUNTRIES for index in found):
        return []
    listed: dict[int, None] = {}
    for one, other in pairwise(found):
        if other - one <= _CODES and set(message.norms[one + 1 : other]) <= LINKS:
            listed.update(dict.fromkeys((one, other)))
    return list(listed) if len(listed) > _CODES else []


_COUNTRIES = frozenset({"uk", "us", "gb", "eu"})
"""Beside these a code is a country's: 'US/UK/CA', 'UK, DE or FR'."""


_CODES = 2


def _dashed(scene: Scene) -> Iterator[Finding]:
    """'EN-NO': a pair whose dash the tokens do not show."""
    message = scene.message
    for index, (one, other) in enumerate(pairwise(message.tokens)):
        if other.start != one.end + 1 or len(one.norm) != CODE or len(other.norm) != CODE:
            continue
        pair = message.text[one.start : other.end]
        if pair.isupper() and pair[CODE] in "-–" and {one.norm, other.norm} <= set(scene.knowledge.languages):
            for place, code in ((index, one.norm), (index + 1, other.norm)):
                yield Finding(Slot.LANGUAGES, LanguageWish(code=code, words=code.upper()), place, place + 1)


_PAIR_MARKS = frozenset({">", "<", "-", "/", "→", "–", "<>"})
