"""Reads codes of languages beside a name or a heading: 'EN to Korean', 'eng C1', 'Languages DE FR', 'EN'."""

from collections.abc import Iterator
from itertools import takewhile

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.who.code_of_language import CODE, language_of_code, wish_by_code
from agent.understanding.offline.who.nationals import LEVEL_NAMES, LINKS
from agent.understanding.offline.words.tokens import TokenKind
from store.nouns.brief import LanguageLevel


def codes_by_themselves(scene: Scene) -> Iterator[Finding]:
    """The codes that mean languages though no list or pair of codes shows it."""
    for index, norm in enumerate(scene.message.norms):
        if norm in _HEADINGS:
            yield from _headed(scene, index + 1)
        if len(norm) not in (CODE, CODE + 1) or language_of_code(scene, norm) is None:
            continue
        level = _level_beside(scene, index) if norm in _short_forms(scene) else None
        if level or _is_half_of_pair(scene, index) or (norm == _ENGLISH and _is_item(scene, index)):
            yield wish_by_code(scene, index, level)


def _short_forms(scene: Scene) -> dict[str, str]:
    forms: dict[str, str] = scene.lexicon.setting("languages", "short_forms", "values")
    return forms


def _headed(scene: Scene, index: int) -> Iterator[Finding]:
    """The codes right after 'Languages' or 'Language:', a list with or without marks."""
    message = scene.message
    while message.norm(index) in (":", "-", "("):
        index += 1
    while index < len(message.tokens):
        if message.norm(index) in LINKS:
            index += 1
            continue
        if not _is_in_capitals(scene, index) or language_of_code(scene, message.norm(index)) is None:
            return
        yield wish_by_code(scene, index)
        index += 1


def _level_beside(scene: Scene, index: int) -> LanguageLevel | None:
    """'eng C1': such a short form is a language beside a level only."""
    said = scene.message.between("languages", max(0, index - _NEAR), index + _NEAR)
    levels = [m.key for m in said if index in (m.first - 1, m.last) and m.key in LEVEL_NAMES]
    return LanguageLevel(levels[0]) if levels else None


def _is_half_of_pair(scene: Scene, index: int) -> bool:
    """'EN to Korean', 'eng<>Polish', 'Dutch > EN': what it is joined to is a language by name."""
    message = scene.message
    if not (_is_in_capitals(scene, index) or message.norm(index) in _short_forms(scene)):
        return False
    for step in (1, -1):
        ahead = (index + step * marks for marks in range(1, _LONGEST_PAIRING + 1))
        joint = len(list(takewhile(lambda place: message.norm(place) in _PAIRING, ahead)))
        if joint and _is_named(scene, index + step * (joint + 1)):
            return True
    return False


def _is_named(scene: Scene, index: int) -> bool:
    if scene.message.norm(index) in _short_forms(scene):
        return True
    language = scene.message.over("language", index, index + 1)
    return language is not None and len(scene.message.norm(index)) > CODE


def _is_item(scene: Scene, index: int) -> bool:
    """'five articles a week, EN, 30 each': all that stands between two marks."""
    kinds = [
        scene.message.tokens[i].kind for i in (index - 1, index + 1) if 0 <= i < len(scene.message.tokens)
    ]
    edges = {scene.message.norm(index - 1), scene.message.norm(index + 1)}
    marked = edges <= _MARKS or all(kind is TokenKind.BREAK for kind in kinds)
    return index > 0 and _is_in_capitals(scene, index) and marked


def _is_in_capitals(scene: Scene, index: int) -> bool:
    return scene.message.words(index, index + 1).isupper()


_NEAR = 5
"""Tokens of the longest words for a level, and one."""

_ENGLISH = "en"
_HEADINGS = frozenset({"languages", "language"})
_PAIRING = frozenset({"to", "into", ">", "<", "<>", "→", "/"})
_LONGEST_PAIRING = 3
"""Tokens of 'EN < > Korean' that may join a code to a language."""
_MARKS = frozenset({",", ";", ".", "(", ")", "|", ""})
