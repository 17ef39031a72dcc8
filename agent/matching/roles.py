"""How well people fit a role: by the role they state, or by the skills and words that make it.

Profiles from other marketplaces often state no role, so their skills must speak: each skill of the role
family counts the more, the fewer families share it.
"""

import numpy as np
from numpy.typing import NDArray

from store.knowledge import Knowledge
from store.search.columns import places
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
_OF_LANGUAGES = "translation"
"""The group of such roles."""


def is_of_languages(role: str | None, knowledge: Knowledge) -> bool:
    """Whether the languages are the work itself: nobody translates from one they do not speak."""
    family = knowledge.roles.get(role or "")
    return family is not None and family.category == _OF_LANGUAGES


def role_fit(view: View, role: str) -> NDArray[np.float32]:
    """Everybody's fit to a role family, 0 (nothing to do with it) to 1 (states it)."""
    return view.remember(("role", role), lambda: _role_fit(view, role))


def _role_fit(view: View, role: str) -> NDArray[np.float32]:
    skilled = _skilled(view, role)
    fit: NDArray[np.float32] = np.maximum(_stated(view, role), np.float32(DESPITE_OTHER_ROLE) * skilled)
    unstated = np.flatnonzero(view.facts.role == UNKNOWN)
    if len(unstated):
        said = view.word_scores(_role_words(view.knowledge, role))[unstated]
        worded = np.minimum(1, said / np.float32(_WORDS_FOR_CERTAIN))
        fit[unstated] = np.maximum(np.float32(BY_SKILLS) * skilled[unstated], np.float32(BY_WORDS) * worded)
    return fit


def _stated(view: View, role: str) -> NDArray[np.float32]:
    family = view.knowledge.roles.get(role)
    neighbours = frozenset(family.neighbours if family else ())
    fits = [SAME if each == role else NEIGHBOUR if each in neighbours else 0 for each in view.roles()]
    # The last place of the table is where UNKNOWN (-1) points.
    return np.asarray([*fits, 0], np.float32).take(view.facts.role)


def _skilled(view: View, role: str) -> NDArray[np.float32]:
    """1 - e^(-w) of the summed weights of the family's skills: one rare core skill gives 0.63."""
    found = np.zeros(view.size, np.float32)
    for skill, weight in view.role_skills.weights(role).items():
        found[places(view.skill_rows(skill)[0])] += np.float32(weight)
    some = np.flatnonzero(found > 0)
    found[some] = -np.expm1(-found[some])
    return found


def _role_words(knowledge: Knowledge, role: str) -> dict[str, float]:
    family = knowledge.roles.get(role)
    name = family.name if family else role.replace("-", " ")
    return dict.fromkeys(words(name), 1.0)
