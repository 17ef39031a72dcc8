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

    A skill, level or number belongs to the role whose words it stands with; all else to every role, but for
    terms that are told of each: 'a bookkeeper for 5 hours a week and a VA for 20 hours a week'.
    """
    if len(asks) < 2:
        return _without_parts(scene, findings), []
    asks = asks[:MOST_NEEDS]
    needs: list[list[Finding]] = [[] for _ in asks]
    of_one_role = _OF_ONE_ROLE | _told_of_each(scene, asks, findings)
    for finding in findings:
        if finding.slot in of_one_role and not _is_said_of_all(scene, finding):
            needs[_owner(scene, asks, finding)].append(finding)
        else:
            for need in needs:
                need.append(finding)
    return needs[0], needs[1:]


def _without_parts(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """'a team of four: two backend, one QA': of one role that is read the whole number counts."""
    counts = [(f, f.value) for f in findings if f.slot is Slot.HEADCOUNT and isinstance(f.value, int)]
    for whole, people in counts:
        after = scene.message.norms[whole.last : whole.last + _TOLD_APART]
        parts = [f for f, count in counts if f.first > whole.last and count < people]
        if ":" in after and parts:
            return [f for f in findings if f not in parts]
    return list(findings)


_TOLD_APART = 3
"""Tokens from a number of people to the colon after which they are told apart."""


def _told_of_each(scene: Scene, asks: Sequence[RoleAsk], findings: Sequence[Finding]) -> frozenset[Slot]:
    """The slots of which every role has a worth of its own, said after it."""
    owners: dict[Slot, list[int]] = {slot: [] for slot in _TERMS}
    for finding in findings:
        if finding.slot in owners:
            owners[finding.slot].append(_owner(scene, asks, finding))
    return frozenset(slot for slot, told in owners.items() if sorted(told) == list(range(len(asks))))


_TERMS = (Slot.HOURS_PER_WEEK, Slot.HOURLY_RATE, Slot.FIXED_BUDGET, Slot.COUNTRIES)


def _is_said_of_all(scene: Scene, finding: Finding) -> bool:
    """'a designer and a developer, both senior', 'all mid-level': a level that every role must have."""
    message = scene.message
    begin = max(message.segment(finding.first).first, finding.first - _SAID_BEFORE)
    every = [i for i in range(begin, finding.first) if message.norm(i) in _EVERY]
    named = every and any(message.names_somebody(i) for i in range(every[-1], finding.first))
    return finding.slot is Slot.SENIORITY and bool(every) and not named


_SAID_BEFORE = 4
_EVERY = frozenset({"both", "all", "each", "everyone", "everybody", "they"})


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
