"""Puts what was found together: one change a slot or item, those of the second role apart."""

from collections.abc import Iterable, Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.reading import Change, Operation, Span
from store.nouns.brief import Countries, LanguageWish, SkillWish, Slot

_LISTS = frozenset(
    {Slot.SKILLS, Slot.INDUSTRIES, Slot.COUNTRIES, Slot.REGIONS, Slot.LANGUAGES, Slot.WORKING_STYLE}
)
_OF_ONE_ROLE = frozenset({Slot.SKILLS, Slot.SENIORITY, Slot.HEADCOUNT, Slot.ROLE})
MOST_CHANGES = 60
MOST_NEEDS = 5


def divided(
    scene: Scene, asks: Sequence[RoleAsk], findings: Sequence[Finding]
) -> tuple[list[Finding], list[list[Finding]]]:
    """The findings for the first role asked for, and for each further one.

    A skill, level or number belongs to the role whose words it stands with; all else to every role.
    """
    if len(asks) < 2:
        return list(findings), []
    needs: list[list[Finding]] = [[] for _ in asks[:MOST_NEEDS]]
    for finding in findings:
        if finding.slot in _OF_ONE_ROLE:
            needs[_owner(scene, asks[:MOST_NEEDS], finding)].append(finding)
        else:
            for need in needs:
                need.append(finding)
    return needs[0], needs[1:]


def _owner(scene: Scene, asks: Sequence[RoleAsk], finding: Finding) -> int:
    """The role a finding stands with: the last one that starts before it."""
    owner = 0
    for place, ask in enumerate(asks):
        begins = ask.start if ask.headcount_at is None else min(ask.start, ask.headcount_at[0])
        if begins <= finding.first:
            owner = place
    return owner


def changes_of(scene: Scene, findings: Iterable[Finding]) -> tuple[Change, ...]:
    """The changes, in the order of the message; the last word on a single-valued slot counts."""
    kept: dict[object, Finding] = {}
    for finding in sorted(findings, key=lambda f: (f.first, f.last)):
        key = _key(finding)
        known = kept.get(key)
        if known is not None and not _overrides(finding, known):
            continue
        kept.pop(key, None)
        kept[key] = finding
    ordered = sorted(kept.values(), key=lambda f: (f.slot is not Slot.ROLE, f.first, f.last))
    return tuple(_change(scene, finding) for finding in ordered[:MOST_CHANGES])


def _key(finding: Finding) -> object:
    if finding.slot not in _LISTS:
        return finding.slot
    match finding.value:
        case SkillWish(name=name):
            return finding.slot, name
        case LanguageWish(code=code):
            return finding.slot, code
        case Countries() as countries:
            return finding.slot, countries.include, countries.exclude
        case value:
            return finding.slot, value


def _overrides(new: Finding, old: Finding) -> bool:
    """A later word counts unless it is the less certain, or a wish after a limit."""
    if new.uncertain and not old.uncertain:
        return False
    return not (new.hard is False and old.hard is True)


def _change(scene: Scene, finding: Finding) -> Change:
    tokens = scene.message.tokens
    first = min(max(finding.first, 0), len(tokens) - 1)
    last = min(max(finding.last, first + 1), len(tokens))
    start, end = tokens[first].start, tokens[last - 1].end
    return Change(
        slot=finding.slot,
        operation=_operation(finding),
        value=finding.value,
        replaces=finding.replaces,
        factor=finding.factor,
        delta=finding.delta,
        hard=finding.hard,
        uncertain=finding.uncertain,
        own=finding.own,
        span=Span(start=start, end=end),
        words=scene.message.text[start:end],
    )


def _operation(finding: Finding) -> Operation:
    if finding.operation is Operation.SET and finding.slot in _LISTS:
        return Operation.ADD
    return finding.operation
