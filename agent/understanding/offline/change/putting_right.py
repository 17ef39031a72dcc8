"""Reads what was named wrongly: 'not Germany, Austria', 'sorry, I meant Vue', 'not English, French'."""

from dataclasses import replace

from agent.understanding.offline.change.held import holds
from agent.understanding.offline.change.replacing import as_skill
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.reading import Operation
from store.nouns.brief import (
    Countries,
    Importance,
    LanguageWish,
    SkillWish,
    Slot,
)


def denied(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """'Sorry, not Java. I meant Kotlin': what is meant takes the place of what is held and denied."""
    message = scene.message
    for cue in message.of("edits"):
        if message.norms[cue.last - 1] not in ("meant", "mean"):
            continue
        new = next((m for m in message.of("skill") if 0 <= m.first - cue.last <= _SOON), None)
        old = next((m for m in reversed(message.of("skill")) if m.last <= cue.first), None)
        if new is None or old is None or message.norm(old.first - 1) != "not":
            continue
        if not holds(scene.context.brief, Slot.SKILLS, old.key) or new.key == old.key:
            continue
        findings = [f for f in as_skill(scene, new, findings) if not old.first <= f.first < old.last]
        coming = next(f for f in findings if f.slot is Slot.SKILLS and f.first <= new.first < f.last)
        changed = replace(coming, operation=Operation.REPLACE, replaces=(old.key,))
        findings = [changed if f is coming else f for f in findings]
    return findings


_SOON = 2
"""Words between 'I meant' and what is meant."""


def put_right(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """'sorry, I meant Vue': takes the place of the one skill of the brief that is of its kind."""
    brief, message = scene.context.brief, scene.message
    added = [f for f in findings if f.slot is Slot.SKILLS]
    if len(added) != 1 or added[0].operation is not Operation.ADD:
        return findings
    (new,) = added
    before = message.between("edits", 0, new.first)
    beside = message.between("edits", new.first, message.sentence(new.first)[1])
    if not any(message.norms[m.last - 1] in _MEANT for m in (*before, *beside)):
        return findings
    if not isinstance(new.value, SkillWish) or holds(brief, Slot.SKILLS, new.value.name):
        return findings
    held = [wish.name for wish in brief.skills]
    entry = scene.knowledge.skills[new.value.name]
    alike = [name for name in held if name in entry.related] or held
    if len(alike) != 1:
        return findings
    changed = replace(new, operation=Operation.REPLACE, replaces=(alike[0],))
    return [changed if f is new else f for f in findings]


_MEANT = frozenset({"meant", "mean", "typo", "misspoke", "tongue", "word", "bad", "wrong"})


def corrected(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """'not Germany, Austria': where the brief holds the first, the second takes its place."""
    brief = scene.context.brief
    findings = _other_language(scene, _other_industry(scene, findings))
    findings = _told_after(scene, findings)
    barred = sorted((f for f in findings if _barred(f)), key=lambda f: f.first)
    if len(barred) != _PAIR or barred[0].slot is not barred[1].slot:
        return findings
    old, new = barred
    between = scene.message.norms[old.last : new.first]
    if between not in _TURNS or not holds(brief, old.slot, _barred(old)):
        return findings
    if holds(brief, new.slot, _barred(new)):
        return findings
    value = (
        SkillWish(name=_barred(new))
        if isinstance(new.value, SkillWish)
        else Countries(include=(_barred(new),))
    )
    changed = replace(
        new, value=value, operation=Operation.REPLACE, replaces=(_barred(old),), hard=None, first=old.first
    )
    return [changed if f is new else f for f in findings if f is not old]


def _told_after(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """'not React, it's Vue': what the brief holds is denied, and the next clause says what it is."""
    brief, norms = scene.context.brief, scene.message.norms
    old = next((f for f in findings if _barred(f) and holds(brief, f.slot, _barred(f))), None)
    if old is None:
        return findings
    for new in findings:
        plain = new.slot is old.slot and new.operation in _ADDING and not _barred(new)
        if plain and norms[old.last : new.first] in _IT_IS:
            changed = replace(new, operation=Operation.REPLACE, replaces=(_barred(old),), first=old.first)
            return [changed if f is new else f for f in findings if f is not old]
    return findings


_ADDING = (Operation.SET, Operation.ADD)
_IT_IS = frozenset(
    (mark, *words)
    for mark in (",", ".", ";", "-")
    for words in (
        ("its",),
        ("it", "is"),
        ("thats",),
        ("rather",),
        ("we", "use"),
        ("we", "mean"),
        ("i", "meant"),
    )
)


def _other_industry(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """'not retail, real estate': the one the brief holds goes, and the one named after it comes."""
    message, held = scene.message, scene.context.brief.industries
    old = next(
        (m for m in message.of("industry") if m.key in held and scene.stance(m.first, m.last).excluded), None
    )
    added = [f for f in findings if f.slot is Slot.INDUSTRIES and f.operation is Operation.ADD]
    if old is None or len(added) != 1 or added[0].first < old.last or added[0].value in held:
        return findings
    (new,) = added
    if message.norms[old.last : new.first] not in _TURNS:
        return findings
    changed = replace(new, operation=Operation.REPLACE, replaces=(old.key,), hard=None, first=old.first)
    return [changed if f is new else f for f in findings]


def _other_language(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """'not English, French': the one the brief holds goes, and the one named after it comes."""
    brief, message = scene.context.brief, scene.message
    said = [m for m in message.of("language") if scene.stance(m.first, m.last).excluded]
    old = next((m for m in said if holds(brief, Slot.LANGUAGES, m.key)), None)
    if old is None:
        return findings
    new = next((m for m in message.of("language") if message.norms[old.last : m.first] in _TURNS), None)
    if new is None or holds(brief, Slot.LANGUAGES, new.key):
        return findings
    wish = LanguageWish(code=new.key, words=message.words(new.first, new.last))
    kept = [f for f in findings if not (f.first < new.last and new.first < f.last)]
    changed = Finding(Slot.LANGUAGES, wish, old.first, new.last, Operation.REPLACE, replaces=(old.key,))
    return [*kept, changed]


_PAIR = 2


_TURNS = frozenset({(",",), ("but",), (",", "but"), ("-",), ("–",), (";",)}) | _IT_IS


def _barred(finding: Finding) -> str:
    """The one country or skill that a finding rules out; empty if it does something else."""
    match finding.value:
        case Countries(include=(), exclude=(code,)):
            return code
        case SkillWish(name=name, importance=Importance.EXCLUDED):
            return name
        case _:
            return ""
