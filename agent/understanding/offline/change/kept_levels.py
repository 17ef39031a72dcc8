"""Keeps the level of a language that is named again without one: 'Spanish or Dutch', of native Spanish."""

from collections.abc import Sequence
from dataclasses import replace

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.reading import Operation
from store.nouns.brief import Brief, LanguageLevel, LanguageWish, Slot

_LEVELS = frozenset(level.value for level in LanguageLevel)


def with_kept_levels(scene: Scene, findings: Sequence[Finding], brief: Brief) -> list[Finding]:
    """The findings with each language held at its level, where none is told; what replaces it has it too."""
    held = {each.code: each.level for each in brief.languages}
    return [_kept(scene, f, held) if held and f.slot is Slot.LANGUAGES else f for f in findings]


def _kept(scene: Scene, finding: Finding, held: dict[str, LanguageLevel]) -> Finding:
    wish = finding.value
    if not isinstance(wish, LanguageWish) or finding.operation is Operation.REMOVE:
        return finding
    before = next((held[code] for code in (*finding.replaces, wish.code) if code in held), None)
    if before is None or before is wish.level or _is_level_told(scene, finding):
        return finding
    return replace(finding, value=wish.model_copy(update={"level": before}))


def _is_level_told(scene: Scene, finding: Finding) -> bool:
    """Whether a level stands between the languages that are named before and after it in the sentence."""
    message = scene.message
    low, high = message.sentence(finding.first)
    named = message.between("language", low, high)
    low = max((m.last for m in named if m.last <= finding.first), default=low)
    high = min((m.first for m in named if m.first >= finding.last), default=high)
    return any(m.key in _LEVELS for m in message.between("languages", low, high))
