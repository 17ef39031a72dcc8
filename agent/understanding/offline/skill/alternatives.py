"""Tells the skills of which one is enough: 'React, Vue or Angular'."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import Importance, SkillWish


def with_alternatives(scene: Scene, findings: Sequence[Finding], later: Collection[int]) -> list[Finding]:
    """The findings, those skills in groups beside which one was read later, whose first tokens are given."""
    if not later:
        return list(findings)
    skills = sorted((f for f in findings if _may_be_one(f)), key=lambda finding: finding.first)
    groups = alternatives(scene, [Mention("skill", "", skill.first, skill.last) for skill in skills])
    touched = {group for first, group in groups.items() if first in later}
    numbers = [f.value.alternative or 0 for f in skills if isinstance(f.value, SkillWish)]
    beyond = max(numbers, default=0)
    return [
        replace(each, value=each.value.model_copy(update={"alternative": beyond + groups[each.first]}))
        if isinstance(each.value, SkillWish) and _may_be_one(each) and groups.get(each.first) in touched
        else each
        for each in findings
    ]


def _may_be_one(finding: Finding) -> bool:
    return isinstance(finding.value, SkillWish) and finding.value.importance is not Importance.EXCLUDED


def alternatives(scene: Scene, mentions: Sequence[Mention]) -> dict[int, int]:
    """The number of its group, by the first token of each that is one of several."""
    message = scene.message
    groups: dict[int, int] = {}
    group = 0
    for left, right in pairwise(mentions):
        between = [message.norm(i) for i in range(left.last, right.first)]
        if not between or len(between) > 3:
            continue
        if "or" in between and all(word in _OR_WORDS for word in between):
            if left.first not in groups:
                group += 1
                groups[left.first] = group
                _join_list(scene, mentions, left, groups)
            groups[right.first] = groups[left.first]
    return groups


_OR_WORDS = frozenset({"or", ",", "even", "maybe", "perhaps", "/", "and", "alternatively"})


def _join_list(scene: Scene, mentions: Sequence[Mention], left: Mention, groups: dict[int, int]) -> None:
    """'React, Vue or Angular': the commas before the 'or' join too."""
    place = mentions.index(left)
    while place > 0:
        before = mentions[place - 1]
        between = [scene.message.norm(i) for i in range(before.last, mentions[place].first)]
        if between != [","] or before.first in groups:
            break
        groups[before.first] = groups[left.first]
        place -= 1
