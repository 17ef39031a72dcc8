"""Skills: had and proven by contracts, stated, implied by another, near, or mentioned in passing."""

from collections.abc import Iterable

from agent.matching.checks.finding import Finding, Judged
from agent.replies.words import count
from store.nouns.brief import SkillWish
from store.nouns.freelancer import Evidence, Skill
from store.nouns.match import Verdict


def wanted_skills(judged: Judged, group: Iterable[SkillWish]) -> Finding:
    """The best that the freelancer has of alternative skills."""
    findings = [_wanted(judged, wish) for wish in group]
    order = (Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET, Verdict.UNKNOWN)
    return min(findings, key=lambda finding: order.index(finding.verdict))


def excluded_skill(judged: Judged, wish: SkillWish) -> Finding:
    """MET when the profile does not have the skill."""
    holding = skills_for(judged, wish.name)
    if not holding:
        return Finding(Verdict.MET, f"Does not list {wish.name}")
    return Finding(Verdict.NOT_MET, f"Lists {holding[0].name}")


def skills_for(judged: Judged, name: str) -> list[Skill]:
    """The profile's skills that are or imply the one named, the best proven first."""
    key = judged.skill_names.key(name)
    holding = [skill for skill in judged.person.skills if key in judged.skill_names.covered(skill.name)]
    return sorted(
        holding,
        key=lambda skill: (
            -skill.contracts,
            skill.evidence is Evidence.MENTIONED,
            judged.skill_names.key(skill.name) != key,
            skill.name,
        ),
    )


def _wanted(judged: Judged, wish: SkillWish) -> Finding:
    holding = skills_for(judged, wish.name)
    if holding:
        return Finding(Verdict.MET, _held(judged, wish.name, holding[0]))
    near = [
        skill.name
        for other in judged.skill_names.related(wish.name)
        for skill in skills_for(judged, other)[:1]
    ]
    if near:
        return Finding(Verdict.PARTLY, f"Lists {near[0]}, which is near {wish.name}, but not {wish.name}")
    if not judged.person.skills:
        return Finding(Verdict.UNKNOWN, "Lists no skills")
    return Finding(Verdict.NOT_MET, f"Does not list {wish.name}")


def _held(judged: Judged, wanted: str, skill: Skill) -> str:
    same = judged.skill_names.key(skill.name) == judged.skill_names.key(wanted)
    name = skill.name if same else f"{skill.name} (which takes {wanted})"
    if skill.contracts:
        return f"{count(skill.contracts, 'finished contract')} with {name}"
    if skill.evidence is Evidence.MENTIONED:
        return f"Mentions {name} in the profile's text"
    return f"Lists {name}"
