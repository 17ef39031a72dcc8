"""How well people fit a role: by the role they state, or by the skills and words that make it.

Profiles from other marketplaces often state no role, so their skills must speak: each skill of the role
family counts the more, the fewer families share it.
"""

import numpy as np
from numpy.typing import NDArray

from store.knowledge import Knowledge
from store.search.facts import UNKNOWN
from store.search.tokens import words
from store.search.view import View

SAME = 1.0
NEIGHBOUR = 0.55
BY_SKILLS = 0.85
"""The most that skills alone can tell of somebody who states no role."""
BY_WORDS = 0.75
"""The most that the text alone can tell of somebody who states no role."""
DESPITE_OTHER_ROLE = 0.35
"""The most that skills can tell of somebody who states a role that is no neighbour."""
RELEVANT = 0.3
"""Who fits less has nothing to do with the role, and is not shown for it."""

_WORDS_FOR_CERTAIN = 0.6


def role_fit(view: View, role: str) -> NDArray[np.float32]:
    """Everybody's fit to a role family, 0 (nothing to do with it) to 1 (states it)."""
    return view.remember(("role", role), lambda: _role_fit(view, role))


def _role_fit(view: View, role: str) -> NDArray[np.float32]:
    knowledge = view.knowledge
    stated = _stated(view, role)
    skilled = _skilled(view, role)
    worded = np.minimum(1, view.word_scores(_role_words(knowledge, role)) / np.float32(_WORDS_FOR_CERTAIN))
    unstated = np.maximum(np.float32(BY_SKILLS) * skilled, np.float32(BY_WORDS) * worded)
    fit: NDArray[np.float32] = np.where(
        view.facts.role == UNKNOWN, unstated, np.maximum(stated, np.float32(DESPITE_OTHER_ROLE) * skilled)
    )
    return fit


def _stated(view: View, role: str) -> NDArray[np.float32]:
    family = view.knowledge.roles.get(role)
    fit = np.zeros(view.size, np.float32)
    for neighbour in family.neighbours if family else ():
        fit[view.facts.role == view.role_code(neighbour)] = NEIGHBOUR
    fit[view.facts.role == view.role_code(role)] = SAME
    fit[view.facts.role == UNKNOWN] = 0
    return fit


def _skilled(view: View, role: str) -> NDArray[np.float32]:
    """1 - e^(-w) of the summed weights of the family's skills: one rare core skill gives 0.63."""
    found = np.zeros(view.size, np.float32)
    for skill, weight in view.role_skills.weights(role).items():
        found[view.skill_rows(skill)[0]] += np.float32(weight)
    return -np.expm1(-found)


def _role_words(knowledge: Knowledge, role: str) -> dict[str, float]:
    family = knowledge.roles.get(role)
    name = family.name if family else role.replace("-", " ")
    return dict.fromkeys(words(name), 1.0)
