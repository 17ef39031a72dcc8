"""Which role family a profile belongs to, where no column states it.

In this order, the first that gives an answer:

1. The headline, part by part ("Django | React | Shopify expert" has three): a part that is a role's name
   or alias, or the longest run of up to five of its words that is.
2. The skills: each role scores 2 for a core skill the profile has and 1 for a usual one, divided by
   what the profile's known skills could have scored. The best role counts if it has a core skill and at
   least two skills in all, and scores at least 0.3. A tie goes to the role whose name the bio's opening
   uses, then to the role whose core skills are covered more fully; if that ties too, nothing is guessed.
3. A role that the bio's first 300 characters name, after the words "I am a", "as a" and the like.
"""

import re
from collections.abc import Iterator, Sequence

from store.knowledge import Knowledge, RoleFamily

_PART_ENDS = r"[|/,;:•·\n()]+|\s[-–—&+]\s|\band\b"
_WORDS_IN_NAME = 5
_OPENING = 300
_SELF_DESCRIPTION = r"(?i)\b(?:i\s+am|i['’]m|as)\s+an?\s+([^.!?\n,]{3,80})"
_CORE, _USUAL = 2.0, 1.0
_ENOUGH = 0.3


def guess_role(headline: str, skills: Sequence[str], bio: str, knowledge: Knowledge) -> RoleFamily | None:
    """The role family, or None where the profile does not point at one clearly."""
    named = _role_in(headline, knowledge)
    if named is not None:
        return named
    opening = bio[:_OPENING]
    return _role_by_skills(skills, opening, knowledge) or _role_stated_in(opening, knowledge)


def _role_in(text: str, knowledge: Knowledge) -> RoleFamily | None:
    parts = [part.split() for part in re.split(_PART_ENDS, text) if part.strip()]
    whole = (knowledge.find_role(" ".join(words)) for words in parts)
    runs = (knowledge.find_role(run) for words in parts for run in _runs(words))
    return next((role for role in (*whole, *runs) if role is not None), None)


def _runs(words: Sequence[str]) -> Iterator[str]:
    for length in range(min(len(words), _WORDS_IN_NAME), 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _role_stated_in(opening: str, knowledge: Knowledge) -> RoleFamily | None:
    descriptions = re.findall(_SELF_DESCRIPTION, opening)
    return next((role for text in descriptions if (role := _role_in(text, knowledge))), None)


def _role_by_skills(skills: Sequence[str], opening: str, knowledge: Knowledge) -> RoleFamily | None:
    held = {name for skill in skills for name in _with_implied(skill, knowledge)}
    known = [skill for skill in skills if skill in knowledge.skills]
    if not known:
        return None
    scored = [(_score(role, held, len(known)), role) for role in knowledge.roles.values()]
    best = max((score for score, _ in scored), default=0.0)
    if best < _ENOUGH:
        return None
    leaders = [role for score, role in scored if score == best]
    if len(leaders) > 1:
        lowered = opening.lower()
        spoken = [role for role in leaders if role.name.lower() in lowered]
        leaders = spoken or leaders
    coverage = [len(held & set(role.core_skills)) / len(role.core_skills) for role in leaders]
    fullest = [role for role, share in zip(leaders, coverage, strict=True) if share == max(coverage)]
    return fullest[0] if len(fullest) == 1 else None


def _score(role: RoleFamily, held: set[str], known: int) -> float:
    core = len(held.intersection(role.core_skills))
    usual = len(held.intersection(role.usual_skills))
    if core == 0 or core + usual < 2:
        return 0.0
    return min((_CORE * core + _USUAL * usual) / (_CORE * known), 1.0)


def _with_implied(skill: str, knowledge: Knowledge) -> Iterator[str]:
    yield skill
    entry = knowledge.skills.get(skill)
    if entry is not None:
        yield from entry.implies
