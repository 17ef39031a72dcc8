"""Which role family a profile belongs to, where no column states it.

In this order, the first that gives an answer:

1. The first part of the headline ("Web developer | Shopify expert" has two): the longest run of up to five
   of its words that is a role's name or alias.
2. The skills. A role scores 2 for each of its core skills the profile has and 1 for each usual one, a
   profile's first skills counting more (the n-th counts 1 / (1 + 0.15 n), n from 0), as a share of what
   all the profile's known skills could score. A role whose name or alias the headline or the bio's first
   300 characters use gets 0.15 more. The best role counts if it has a core skill, at least two skills in
   all, and 0.3 or more; of two that tie, the one with the larger share of its core skills. If that ties
   too, nothing is guessed.
3. The headline's other parts, then a role that the bio's opening names after "I am a", "as a" and the like.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from store.knowledge import Knowledge, RoleFamily

_PART_ENDS = r"[|/,;:•·\n()]+|\s[-–—&+]\s|\band\b"
_WORDS_IN_NAME = 5
_OPENING = 300
_SELF_DESCRIPTION = r"(?i)\b(?:i\s+am|i['’]m|as)\s+an?\s+([^.!?\n,]{3,80})"
_CORE, _USUAL = 2.0, 1.0
_FADING = 0.15
_SPOKEN = 0.15
_ENOUGH = 0.3


def guess_role(headline: str, skills: Sequence[str], bio: str, knowledge: Knowledge) -> RoleFamily | None:
    """The role family, or None where the profile does not point at one clearly."""
    parts = _parts(headline)
    opening = bio[:_OPENING]
    return (
        _role_in(parts[:1], knowledge)
        or _role_by_skills(skills, f"{headline}\n{opening}", knowledge)
        or _role_in(parts[1:], knowledge)
        or _role_stated_in(opening, knowledge)
    )


def _parts(text: str) -> list[list[str]]:
    return [part.split() for part in re.split(_PART_ENDS, text) if part.strip()]


def _role_in(parts: Sequence[Sequence[str]], knowledge: Knowledge) -> RoleFamily | None:
    found = (knowledge.find_role(run) for words in parts for run in _runs(words))
    return next((role for role in found if role is not None), None)


def _runs(words: Sequence[str]) -> Iterator[str]:
    for length in range(min(len(words), _WORDS_IN_NAME), 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _role_stated_in(opening: str, knowledge: Knowledge) -> RoleFamily | None:
    descriptions = re.findall(_SELF_DESCRIPTION, opening)
    return next((role for text in descriptions if (role := _role_in(_parts(text), knowledge))), None)


def _role_by_skills(skills: Sequence[str], opening: str, knowledge: Knowledge) -> RoleFamily | None:
    known = [skill for skill in skills if skill in knowledge.skills]
    weights = {skill: 1 / (1 + _FADING * place) for place, skill in enumerate(known)}
    scored = [(_score(role, weights, opening.lower()), role) for role in knowledge.roles.values()]
    best = max((score for score, _ in scored), default=0.0)
    if best < _ENOUGH:
        return None
    leaders = [role for score, role in scored if score == best]
    coverage = [len(weights.keys() & set(role.core_skills)) / len(role.core_skills) for role in leaders]
    fullest = [role for role, share in zip(leaders, coverage, strict=True) if share == max(coverage)]
    return fullest[0] if len(fullest) == 1 else None


def _score(role: RoleFamily, weights: Mapping[str, float], opening: str) -> float:
    core = [weight for skill, weight in weights.items() if skill in role.core_skills]
    usual = [weight for skill, weight in weights.items() if skill in role.usual_skills]
    if not core or len(core) + len(usual) < 2:
        return 0.0
    share = (_CORE * sum(core) + _USUAL * sum(usual)) / (_CORE * sum(weights.values()))
    spoken = any(name.lower() in opening for name in (role.name, *role.aliases))
    return share + (_SPOKEN if spoken else 0.0)
