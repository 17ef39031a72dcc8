"""Reads one thing taking another's place: 'Vue instead of React', 'Ireland only', 'actually Germany'."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.understanding.offline.change.held import holds
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Operation
from store.nouns.brief import (
    Brief,
    Countries,
    Importance,
    LanguageLevel,
    LanguageWish,
    SkillWish,
    Slot,
)

_NAME_KINDS = ("skill", "country", "demonym", "region", "language", "role", "industry", "city")


def taking_place(scene: Scene, findings: list[Finding], brief: Brief) -> list[Finding]:
    """'Ireland only', 'actually Germany', 'only React' of two: what the brief held beside it goes."""
    found: list[Finding] = []
    replaced = False
    lists = _lists(scene, findings)
    for finding in findings:
        first, last = lists.get((finding.slot, finding.first), (finding.first, finding.last))
        alone = finding.operation in (Operation.SET, Operation.ADD) and _takes_place(scene, first, last)
        if alone and finding.slot is Slot.SKILLS and isinstance(finding.value, SkillWish):
            found += _other_alternatives(finding, finding.value.name, brief)
            found += _others_like_it(scene, finding, findings, brief)
            found += _all_but_the_only_one(scene, finding, finding.value.name, brief)
        elif alone and isinstance(finding.value, LanguageWish) and not _is_other_level(scene, finding, brief):
            found += _other_languages(finding, findings, brief)
        elif alone and not replaced and _is_place_like_held(finding, brief):
            replaced = True
            found += _other_places(scene, finding, brief)
            found.append(replace(finding, operation=Operation.REPLACE))
            continue
        found.append(finding)
    return found


def _lists(scene: Scene, findings: Sequence[Finding]) -> dict[tuple[Slot, int], tuple[int, int]]:
    """The tokens of the list that a place or a skill is in, by its slot and first token.

    'Austria or Switzerland, actually': both countries are in one.
    """
    around: dict[tuple[Slot, int], tuple[int, int]] = {}
    for kinds in (_PLACES, _SKILLS):
        listed: list[Finding] = []
        for item in sorted((f for f in findings if f.slot in kinds), key=lambda f: f.first):
            if listed and not _are_listed(scene, listed[-1].last, item.first):
                around |= _extent(listed)
                listed = []
            listed.append(item)
        around |= _extent(listed)
    return around


def _extent(listed: Sequence[Finding]) -> dict[tuple[Slot, int], tuple[int, int]]:
    return {(item.slot, item.first): (listed[0].first, listed[-1].last) for item in listed}


def _are_listed(scene: Scene, last: int, first: int) -> bool:
    """Whether the tokens between two items only join them."""
    return 0 < first - last <= _LONGEST_LINK and scene.message.norms[last:first] in _LISTED


_LONGEST_LINK = 2
_PLACES = frozenset({Slot.COUNTRIES, Slot.REGIONS})
_SKILLS = frozenset({Slot.SKILLS})


_LISTED = frozenset({("or",), ("and",), (",",), ("/",), ("&",), (",", "or"), (",", "and")})


def _takes_place(scene: Scene, first: int, last: int) -> bool:
    message = scene.message
    cues = (
        *message.between("edits", max(0, first - 3), first),
        *message.between("edits", last, last + 3),
    )
    if message.norm(last) in ("only", "just") and message.norm(last + 1) in _NEEDS:
        return False  # 'Spanish only needs to be conversational'
    also = any(c.key == "also" and (message.norm(c.first) not in ("and", "or") or c.first == 0) for c in cues)
    return not also and scene.near("edits", "instead", first, last, 4, 2)


_NEEDS = frozenset({"need", "needs", "has", "have", "must"})


def _other_alternatives(finding: Finding, name: str, brief: Brief) -> Iterator[Finding]:
    group = next((skill.alternative for skill in brief.skills if skill.name == name), None)
    for skill in brief.skills:
        if group is not None and skill.alternative == group and skill.name != name:
            gone = SkillWish(name=skill.name)
            yield Finding(Slot.SKILLS, gone, finding.first, finding.last, Operation.REMOVE)


def _others_like_it(
    scene: Scene, finding: Finding, findings: Sequence[Finding], brief: Brief
) -> Iterator[Finding]:
    """'Google Sheets and Apps Script instead': what the brief has of the same kind goes, once."""
    norms = scene.message.norms
    named = {f.value.name for f in findings if isinstance(f.value, SkillWish)}
    first = next(f for f in findings if isinstance(f.value, SkillWish))
    after = norms[finding.last : finding.last + 2]
    instead = ("instead",) in (norms[-1:], norms[:1]) or (after[:1] == ("instead",) and after[1:] != ("of",))
    if finding is not first or not instead or named & {s.name for s in brief.skills}:
        return
    skills = scene.knowledge.skills
    entries = [skills[name] for name in named if name in skills]
    kinds, related = {entry.category for entry in entries}, {name for e in entries for name in e.related}
    wanted = [s.name for s in brief.skills if s.importance is not Importance.EXCLUDED]
    alike = [name for name in wanted if name in skills and skills[name].category in kinds]
    for name in [n for n in alike if n in related] or alike or (wanted if len(wanted) == 1 else ()):
        yield Finding(Slot.SKILLS, SkillWish(name=name), finding.first, finding.last, Operation.REMOVE)


def _all_but_the_only_one(scene: Scene, finding: Finding, name: str, brief: Brief) -> Iterator[Finding]:
    """'Only Framer, as I said': what does the same goes."""
    message = scene.message
    if "only" not in (message.norm(finding.first - 1), message.norm(finding.last)):
        return
    known = scene.knowledge.skills.get(name)
    for skill in brief.skills:
        if known is not None and skill.name in known.related and skill.importance is Importance.MUST:
            gone = SkillWish(name=skill.name)
            yield Finding(Slot.SKILLS, gone, finding.first, finding.last, Operation.REMOVE)


def _other_languages(finding: Finding, findings: Sequence[Finding], brief: Brief) -> Iterator[Finding]:
    """'English is enough': the other languages go."""
    named = {f.value.code for f in findings if isinstance(f.value, LanguageWish)}
    for language in brief.languages:
        if language.code not in named:
            yield Finding(Slot.LANGUAGES, language, finding.first, finding.last, Operation.REMOVE)


def _is_other_level(scene: Scene, finding: Finding, brief: Brief) -> bool:
    """'fluent German is enough', where it was to be native: the other languages stay."""
    wish, levels = finding.value, {level.value for level in LanguageLevel}
    if not isinstance(wish, LanguageWish) or not any(m.key in levels for m in scene.message.of("languages")):
        return False
    return any(each.code == wish.code and each.level is not wish.level for each in brief.languages)


def _is_place_like_held(finding: Finding, brief: Brief) -> bool:
    held = bool(brief.regions) or bool(brief.countries is not None and brief.countries.include)
    if isinstance(finding.value, Countries):
        return held and bool(finding.value.include)
    return held and finding.slot is Slot.REGIONS


def _other_places(scene: Scene, finding: Finding, brief: Brief) -> Iterator[Finding]:
    """What of the other kind of place the brief holds and the new one leaves."""
    if isinstance(finding.value, Countries):
        code = finding.value.include[0]
        for region in brief.regions:
            known = scene.knowledge.regions.get(region)
            if known is None or code not in known.countries:
                yield Finding(Slot.REGIONS, region, finding.first, finding.last, Operation.REMOVE)
    elif brief.countries is not None and brief.countries.include:
        known = scene.knowledge.regions.get(str(finding.value))
        outside = tuple(c for c in brief.countries.include if known is None or c not in known.countries)
        if outside:
            gone = Countries(include=outside)
            yield Finding(Slot.COUNTRIES, gone, finding.first, finding.last, Operation.REMOVE)


def replaced(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """'Vue instead of React', 'replace React with Vue'; what goes is no wish of its own."""
    brief = scene.context.brief
    cues = [m for m in scene.message.of("edits") if m.key in ("instead_of", "replace")]
    cues = [m for m in cues if scene.message.norm(m.last) not in _ONLY]  # 'not only Vue but also React'
    names = _names(scene) if cues else []
    for mention in cues:
        pair = _pair(scene, mention, names)
        if pair is None:
            continue
        new, old = pair
        going = _value_name(scene, old)
        if _is_bare_not(scene, mention) and old.first - mention.last > _SOON:
            continue
        if new.kind == "skill" and holds(brief, Slot.SKILLS, going):
            findings = as_skill(scene, new, findings)
        coming = next((f for f in findings if f.first <= new.first < f.last and f.slot in _REPLACEABLE), None)
        if coming is None:
            continue
        held = holds(brief, coming.slot, going)
        if _is_bare_not(scene, mention) and not held:
            continue
        findings = [f for f in findings if not (f is not coming and f.first <= old.first < f.last)]
        if held and coming.slot is not Slot.ROLE:
            value = coming.value
            if isinstance(value, SkillWish):
                value = value.model_copy(update={"importance": Importance.MUST, "alternative": None})
            if isinstance(value, Countries) and value.exclude:  # '60 not 50, and Peru not Chile'
                value = Countries(include=value.exclude)
            changed = replace(coming, value=value, operation=Operation.REPLACE, replaces=(going,))
            findings = [changed if f is coming else f for f in findings]
        elif old.kind == "region" and holds(brief, Slot.REGIONS, going):
            gone = Finding(Slot.REGIONS, going, old.first, old.last, Operation.REMOVE)
            findings = [*findings, gone]
        elif new.kind == "region" and coming.slot is Slot.REGIONS and holds(brief, Slot.COUNTRIES, going):
            lost = Countries(include=(going,))
            findings = [*findings, Finding(Slot.COUNTRIES, lost, old.first, old.last, Operation.REMOVE)]
    return findings


_ONLY = frozenset({"only", "just", "merely", "exclusively"})


def as_skill(scene: Scene, mention: Mention, findings: list[Finding]) -> list[Finding]:
    """'editing instead of production': what takes a skill's place is one, whatever else it names."""
    if any(f.slot is Slot.SKILLS and f.first <= mention.first < f.last for f in findings):
        return findings
    words = scene.message.words(mention.first, mention.last)
    wish = SkillWish(name=mention.key, words=words)
    others = [f for f in findings if not mention.first <= f.first < mention.last]
    return [*others, Finding(Slot.SKILLS, wish, mention.first, mention.last, Operation.ADD)]


_REPLACEABLE = frozenset(
    {Slot.SKILLS, Slot.COUNTRIES, Slot.REGIONS, Slot.LANGUAGES, Slot.ROLE, Slot.INDUSTRIES}
)


_SOON = 2
"""Tokens between 'not' and what is not meant: 'Tableau not needed, only Looker' denies no Looker."""


def _is_bare_not(scene: Scene, mention: Mention) -> bool:
    """Whether the cue is a bare 'not', which excludes rather than replaces."""
    return scene.message.norm(mention.first) in ("not", "and") and mention.size <= 2


def _names(scene: Scene) -> list[Mention]:
    names = [m for kind in _NAME_KINDS for m in scene.message.of(kind)]
    return sorted(names, key=lambda m: (m.first, -m.last))


def _value_name(scene: Scene, mention: Mention) -> str:
    if mention.kind == "city":
        return scene.knowledge.cities[int(mention.key)].country
    return mention.key


def _same_kind(one: Mention, other: Mention) -> bool:
    places = {"country", "demonym", "region", "city"}
    return one.kind == other.kind or {one.kind, other.kind} <= places


def _pair(scene: Scene, cue: Mention, names: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """(the new, the old) around a replacing cue."""
    message = scene.message
    low, high = message.sentence(cue.first)
    after = _starting(names, cue.last, min(high, cue.last + 6))
    if cue.key == "instead_of":
        before = _starting(names, max(low, cue.first - 6), cue.first)
        if message.norm(cue.first) == "over":
            before = [b for b in before if b.last >= cue.first - 1]
            after = [a for a in after if a.first == cue.last]
        pairs = [(b, a) for b in reversed(before) for a in after if _same_kind(a, b) and a.key != b.key]
        return pairs[0] if pairs else None
    if cue.key == "replace" and after:
        old = _held_one(scene, [name for name in after if name.first == after[0].first])
        links = [m for m in message.between("edits", old.last, min(high, old.last + 5)) if m.key == "with"]
        if not links:
            return None
        following = _starting(names, links[0].last, min(high, links[0].last + 5))
        matching = [m for m in following if _same_kind(m, old) and m.key != old.key]
        return (matching[0], old) if matching else None
    return None


def _held_one(scene: Scene, meanings: Sequence[Mention]) -> Mention:
    """Of a word's meanings the one that the brief holds: Czech is a language here, and no nation."""
    slots = {"language": Slot.LANGUAGES, "skill": Slot.SKILLS, "industry": Slot.INDUSTRIES}
    held = (m for m in meanings if m.kind in slots and holds(scene.context.brief, slots[m.kind], m.key))
    return next(held, meanings[0])


def _starting(names: Sequence[Mention], first: int, last: int) -> Sequence[Mention]:
    """The names that begin within tokens [first, last)."""
    low = bisect_left(names, first, key=lambda m: m.first)
    return names[low : bisect_left(names, max(first, last), lo=low, key=lambda m: m.first)]
