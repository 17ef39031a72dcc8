"""A brief prepared for one view of the marketplace: what is asked, and how everybody's text compares."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from agent.matching.query import description_words, search_words
from agent.matching.roles import RELEVANT, role_fit
from store.nouns.brief import Brief, Importance
from store.search.columns import Rows
from store.search.facts import UNKNOWN
from store.search.requirements import Requirement, requirements
from store.search.view import Mask, View

_WORDS_SUFFICE = 0.25
"""The share of the need's words that makes somebody relevant who names neither role nor skills."""


@dataclass(frozen=True, slots=True)
class Need:
    """Scores and fits are 0 to 1 for every row. `role_fit` is None without a role.

    `description_scores` are shares of the best that anybody has: of a long text's words nobody has many.
    """

    brief: Brief
    today: date
    hard: tuple[Requirement, ...]
    soft: tuple[Requirement, ...]
    word_scores: NDArray[np.float32]
    description_scores: NDArray[np.float32]
    role_fit: NDArray[np.float32] | None


def prepare(view: View, brief: Brief, today: date) -> Need:
    """The brief against a view."""
    asked = requirements(brief, view.knowledge)
    return Need(
        brief=brief,
        today=today,
        hard=tuple(each for each in asked if each.hard),
        soft=tuple(each for each in asked if not each.hard),
        word_scores=view.word_scores(search_words(brief, view.knowledge)),
        description_scores=_relative(view.word_scores(description_words(brief))),
        role_fit=None if brief.role is None else role_fit(view, brief.role),
    )


def _relative(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    best = scores.max(initial=0)
    return scores / best if best > 0 else scores


def relevant(view: View, need: Need) -> Mask:
    """Who has anything to do with the need.

    A required skill says it all, because nobody is a match without it. Else a role asked for decides, by the
    role people state or the skills that make it; without a role the skills asked for, or skills near them.
    Profiles that name neither a role nor a skill are relevant by their words.
    """
    brief = need.brief
    if not brief.is_searchable or brief.skills_that(Importance.MUST):
        return view.alive
    mask = np.zeros(view.size, np.bool_)
    if need.role_fit is not None:
        mask |= need.role_fit >= RELEVANT
    else:
        for wish in brief.skills_that(Importance.NICE):
            mask |= view.with_skill(wish.name, *view.skill_names.related(wish.name))
    wordy = untagged(view)
    mask[wordy] |= need.word_scores[wordy] >= _WORDS_SUFFICE
    return mask & view.alive


def untagged(view: View) -> Rows:
    """Whose profiles name neither a role nor a skill, so that only their text can speak."""
    return view.remember("untagged", lambda: _untagged(view))


def _untagged(view: View) -> Rows:
    rows: Rows = np.flatnonzero((view.facts.role == UNKNOWN) & (view.facts.skills == 0)).astype(np.int32)
    return rows
