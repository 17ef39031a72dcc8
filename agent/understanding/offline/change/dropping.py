"""Reads what is taken out of the brief: 'drop the Shopify requirement', 'remove the no-PHP rule'."""

from dataclasses import replace

from agent.briefs.slots import field_of
from agent.understanding.offline.change.held import holds, item_of
from agent.understanding.offline.change.requirement_edits import (
    cue_before,
    is_taken_away,
)
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.reading import ChangeValue, Operation
from store.nouns.brief import (
    Brief,
    Countries,
    Importance,
    SkillWish,
    Slot,
)


def dropped(scene: Scene, finding: Finding, brief: Brief) -> Finding:
    """'drop the Shopify requirement' takes Shopify out of a brief that holds it."""
    lifted = _lifted_ban(scene, finding, brief)
    if lifted is not None:
        return lifted
    if _is_a_dropped_value(scene, finding, brief):
        return replace(finding, operation=Operation.REMOVE, value=None, hard=None)
    if isinstance(finding.value, SkillWish) and _is_no_longer_wanted(scene, finding, brief):
        gone = SkillWish(name=finding.value.name)
        return replace(finding, operation=Operation.REMOVE, value=gone, hard=None)
    name = item_of(finding)
    if name is None or finding.operation is Operation.REPLACE or not holds(brief, finding.slot, name):
        return finding
    message = scene.message
    if message.norm(finding.last) == "down" and message.norm(finding.last + 1) == "to":
        return finding  # 'drop SQL down to nice to have'
    if is_taken_away(scene, finding.first, finding.last):
        return replace(finding, operation=Operation.REMOVE, hard=None)
    listed = finding.slot is not Slot.ROLE  # 'forget Excel, add payroll' names no role to drop
    cue = cue_before(scene, "drop", finding.first, _BEFORE_DROPPED, joined=listed)
    required = message.at("edits", finding.last)
    if cue is None:
        return finding
    word = message.norm(cue.first)
    if word in ("no", "any") and not (required is not None and required.key == "requirement"):
        return finding
    named = required is not None and required.key == "requirement"
    if finding.slot is Slot.SKILLS and bars_skill(finding) and word in ("no", "without") and not named:
        return finding
    return replace(finding, operation=Operation.REMOVE, hard=None, first=cue.first)


def _is_no_longer_wanted(scene: Scene, finding: Finding, brief: Brief) -> bool:
    """'no Django any more', where it was asked for: it goes, and who knows it is not ruled out."""
    wish = finding.value
    if not isinstance(wish, SkillWish) or not bars_skill(finding) or not holds(brief, Slot.SKILLS, wish.name):
        return False
    after = scene.message.norms[finding.last : finding.last + 2]
    return after[:1] == ("anymore",) or after in (("any", "more"), ("any", "longer"))


def is_dropped_in_vain(scene: Scene, finding: Finding, brief: Brief) -> bool:
    """'scrap the UK thing', where the brief holds no such thing: it is no wish for it.

    Nor are 'the UK hours' that are dropped a wish for that time zone, whichever the brief holds.
    """
    if finding.slot is Slot.UTC_OFFSET and brief.terms:
        cue = cue_before(scene, "drop", finding.first, _BEFORE_DROPPED)
        return cue is not None and scene.message.norm(cue.first) not in ("no", "any")
    name = item_of(finding)
    if name is None or not brief.terms or finding.operation is Operation.REPLACE or bars_skill(finding):
        return False
    if holds(brief, finding.slot, name) or (isinstance(finding.value, Countries) and finding.value.exclude):
        return False
    cue = cue_before(scene, "drop", finding.first, ("the", "my", "our", "that"))
    return cue is not None and scene.message.norm(cue.first) not in (
        "no",
        "any",
        "skip",
        "without",
        "whatever",
    )


_BEFORE_DROPPED = ("the", "my", "our", "that", "about", "for", "with", "of")


_BAN = 6


def _lifted_ban(scene: Scene, finding: Finding, brief: Brief) -> Finding | None:
    """'remove the no-PHP rule', 'drop the ban on India': what was ruled out may come again."""
    match finding.value:
        case SkillWish(name=name) if _is_barred(brief, name):
            value: ChangeValue = SkillWish(name=name)
        case Countries(include=(), exclude=(code,)) | Countries(include=(code,), exclude=()) if (
            brief.countries is not None and code in brief.countries.exclude
        ):
            value = Countries(exclude=(code,))
        case _:
            return None
    message = scene.message
    low, _ = message.sentence(finding.first)
    banned = scene.lexicon.words("edits", "banned")
    for cue in message.between("edits", max(low, finding.first - _BAN), finding.first):
        between = message.norms[cue.last : finding.first]
        if cue.key == "drop" and message.norm(cue.first) not in banned and between and set(between) <= banned:
            return replace(finding, operation=Operation.REMOVE, value=value, hard=None, first=cue.first)
    return None


def _is_barred(brief: Brief, name: str) -> bool:
    return any(s.name == name and s.importance is Importance.EXCLUDED for s in brief.skills)


_SINGLE = frozenset({Slot.HEADCOUNT, Slot.DURATION_WEEKS, Slot.MIN_JOB_SUCCESS, Slot.MIN_RATING})


def _is_a_dropped_value(scene: Scene, finding: Finding, brief: Brief) -> bool:
    """'forget about the three people': a number the brief holds, and no new one."""
    if finding.slot not in _SINGLE or finding.slot not in brief.terms or finding.value is None:
        return False
    if getattr(brief, field_of(finding.slot)) != finding.value:
        return False
    cue = cue_before(scene, "drop", finding.first, _BEFORE_DROPPED)
    return cue is not None and scene.message.norm(cue.first) not in ("no", "any", "whatever")


def bars_skill(finding: Finding) -> bool:
    """Whether a skill is ruled out."""
    return isinstance(finding.value, SkillWish) and finding.value.importance is Importance.EXCLUDED
