"""Reads languages by their codes: 'EN>DE', 'FR-IT', 'EN + JP', 'native DE', 'NL/FR texts'."""

from collections.abc import Iterator
from itertools import pairwise

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.who.code_of_language import CODE, language_of_code, wish_by_code
from agent.understanding.offline.who.codes_by_themselves import codes_by_themselves
from agent.understanding.offline.who.language_trades import has_language_trade
from agent.understanding.offline.who.nationals import LEVEL_NAMES, LINKS
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import LanguageLevel, LanguageWish, Slot


def coded_languages(scene: Scene) -> tuple[Finding, ...]:
    """The codes of a translator's pair, of a list, those beside a level, and those left alone."""
    return (*_dashed(scene), *_listed(scene), *_paired(scene), *codes_by_themselves(scene))


def _listed(scene: Scene) -> Iterator[Finding]:
    for run in _runs_of_languages(scene):
        beside = _level_beside(scene, run)
        level = LanguageLevel(beside.key) if beside is not None and beside.key in LEVEL_NAMES else None
        for place in run:
            yield wish_by_code(scene, place, level)


def _runs_of_languages(scene: Scene) -> Iterator[list[int]]:
    """Lists of codes that mean languages: one is EN, they are three, or a level is beside them."""
    message = scene.message
    told = message.has("languages", "marks") or message.has("language")
    for run in _runs(scene):
        norms = [message.norm(place) for place in run]
        codes = [language_of_code(scene, norm) for norm in norms]
        if None in codes:
            continue
        small = message.words(run[0], run[0] + 1).islower()
        beside = _level_beside(scene, run)
        if len(run) == 1:
            plain = norms[0] in scene.lexicon.words("languages", "plain_codes") and not small
            if plain and beside is not None and beside.key in LEVEL_NAMES:
                yield run
        elif "en" in norms or (not small and (beside is not None or (told and len(run) > CODE))):
            yield run


def _runs(scene: Scene) -> Iterator[list[int]]:
    """Codes joined to one another, in capitals throughout or, in English, in small letters."""
    message, varieties = scene.message, scene.lexicon.words("languages", "varieties")
    run: list[int] = []
    for index, token in enumerate(message.tokens):
        written = message.text[token.start : token.end]
        if len(written) != CODE or not written.isascii() or not written.isalpha() or token.norm in LINKS:
            continue
        small = written.islower()
        if not (written.isupper() or small):
            continue
        before = index - 2 - (" ".join(message.norms[index - 3 : index - 1]) in varieties)
        goes_on = bool(run) and before == run[-1] and message.norm(index - 1) in _joints(small=small)
        if goes_on and message.words(run[-1], run[-1] + 1).islower() == small:
            run.append(index)
            continue
        if " ".join(message.norms[index - 1 : index + 1]) in varieties:
            continue
        if run:
            yield run
        run = [index] if language_of_code(scene, token.norm) or written.isupper() else []
    if run:
        yield run


def _joints(*, small: bool) -> frozenset[str]:
    return _SMALL_JOINTS if small else LINKS


_SMALL_JOINTS = frozenset({"/", "or", "+", "&"})


def _level_beside(scene: Scene, run: list[int]) -> Mention | None:
    """'bilingual DE/FR', 'DE, FR natives', 'NL + FR texts': what is said right beside a list."""
    message = scene.message
    low, high = run[0], run[-1] + 1
    said = message.between("languages", max(0, low - _NEAR), high + _NEAR)
    beside = [m for m in said if m.first == high or m.last == low]
    levels = [m for m in beside if m.key in LEVEL_NAMES]
    marks = [m for m in beside if m.key == "marks" and m.first == high]
    return next(iter((*levels, *marks)), None)


_NEAR = 4
"""Tokens of the longest words for a level."""


def _paired(scene: Scene) -> Iterator[Finding]:
    """'EN>DE' of anybody, 'FR/IT' of a translator."""
    message, last_pair = scene.message, len(scene.message.tokens) - 2
    for index in range(last_pair):
        if message.norms[index + 1] not in _PAIR_MARKS:
            continue
        last = index + 2
        while last <= last_pair and message.norms[last] in _PAIR_MARKS:
            last += 1
        arrow = bool(_ARROWS & set(message.norms[index + 1 : last]))
        if not arrow and not scene.once(has_language_trade):
            continue
        if all(_is_code(scene, place, arrow=arrow) for place in (index, last)):
            yield from (wish_by_code(scene, place) for place in (index, last))


def _is_code(scene: Scene, place: int, *, arrow: bool) -> bool:
    message = scene.message
    written, norm = message.words(place, place + 1), message.norm(place)
    if len(written) != CODE or not (written.isupper() or arrow):
        return False
    spoken = scene.lexicon.setting("languages", "spoken_in", "values")
    return (norm in spoken and arrow) or (language_of_code(scene, norm) is not None and norm not in spoken)


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
_ARROWS = frozenset({">", "→", "<>"})
