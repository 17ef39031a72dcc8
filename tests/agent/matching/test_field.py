"""Who is in question and who ranks first, held against plain ways to find it."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.matching.field import survey
from agent.matching.nearness import Meaning, Scale
from agent.matching.need import prepare
from agent.matching.ranking import rank
from agent.matching.roles import BY_SKILLS, BY_WORDS, DESPITE_OTHER_ROLE, NEIGHBOUR, SAME, role_fit
from agent.matching.thinness import blocked
from store.knowledge import load_knowledge
from store.nouns.brief import (
    Brief,
    Importance,
    LanguageLevel,
    LanguageWish,
    MoneyRange,
    SkillWish,
    Slot,
    Term,
)
from store.search.tokens import words
from store.search.view import View
from tests_support.catalogs import DIMENSION, random_view
from tests_support.nouns import TODAY

VALUES: dict[Slot, dict[str, object]] = {
    Slot.HOURLY_RATE: {"hourly_rate": MoneyRange(max=50)},
    Slot.MIN_JOB_SUCCESS: {"min_job_success": 60},
    Slot.REGIONS: {"regions": ("emea",)},
    Slot.LANGUAGES: {"languages": (LanguageWish(code="en", level=LanguageLevel.BASIC),)},
    Slot.MIN_JOBS_COMPLETED: {"min_jobs_completed": 12},
}
SKILLS = {"must": Importance.MUST, "nice": Importance.NICE, "no": Importance.EXCLUDED}


@pytest.fixture(scope="module")
def view() -> View:
    return random_view(Random(7), 2_500)[0]


def brief(hard: set[Slot], role: str | None, skill: str | None) -> Brief:
    """A brief with those hard requirements, and perhaps a role and React."""
    wishes = () if skill is None else (SkillWish(name="React", importance=SKILLS[skill]),)
    given_values = {name: value for slot in hard for name, value in VALUES[slot].items()}
    terms = {slot: Term(hard=slot in hard) for slot in (*VALUES, Slot.ROLE)}
    return Brief.model_validate({**given_values, "role": role, "skills": wishes, "terms": terms})


briefs = st.builds(
    brief,
    hard=st.sets(st.sampled_from(list(VALUES))),
    role=st.sampled_from([None, "frontend-developer", "nobodys-role"]),
    skill=st.sampled_from([None, *SKILLS]),
)


@given(asked=briefs)
def test_the_field_is_what_every_mask_of_its_own_gives(view: View, asked: Brief) -> None:
    field = survey(view, asked, TODAY)
    met = [each.mask(view, TODAY) for each in field.need.hard]
    everything = np.logical_and.reduce([view.alive, *met])
    assert np.array_equal(field.passing, everything)
    assert np.array_equal(field.candidates, field.relevant & everything)
    for number, each in enumerate(blocked(field)):
        others = [mask for place, mask in enumerate(met) if place != number]
        alone = np.logical_and.reduce([field.relevant, ~met[number], *others])
        assert each.people.tolist() == np.flatnonzero(alone).tolist()


@pytest.mark.parametrize("role", ["frontend-developer", "bookkeeper", "nobodys-role"])
def test_the_fit_of_a_role_is_the_best_that_a_person_has_to_say(view: View, role: str) -> None:
    family = load_knowledge().roles.get(role)
    named = words("nobodys role" if family is None else family.name)
    worded = np.minimum(1, view.word_scores(dict.fromkeys(named, 1.0)) / np.float32(0.6))
    weights = np.zeros(view.size, np.float32)
    for skill, weight in view.role_skills.weights(role).items():
        weights[view.with_skill(skill)] += np.float32(weight)
    skilled, roles = -np.expm1(-weights), view.roles()
    for row, fit in enumerate(role_fit(view, role)):
        code = view.facts.role[row]
        if code < 0:
            expected = max(np.float32(BY_SKILLS) * skilled[row], np.float32(BY_WORDS) * worded[row])
        else:
            neighbours = family.neighbours if family else ()
            stated = SAME if roles[code] == role else NEIGHBOUR if roles[code] in neighbours else 0
            expected = max(np.float32(stated), np.float32(DESPITE_OTHER_ROLE) * skilled[row])
        assert fit == expected


@pytest.mark.parametrize("skill", [None, "nice"])
def test_the_best_few_are_the_first_of_everybody_compared(view: View, skill: str | None) -> None:
    need = prepare(view, brief(set(), "frontend-developer", skill), TODAY)
    vector = np.full(DIMENSION, DIMENSION**-0.5, np.float32)
    nearness = (Meaning(vector, Scale(-1, 1), weight=0.3),)
    rows = np.flatnonzero(view.alive).astype(np.int32)
    everybody = rank(view, need, rows, nearness, len(rows))
    for limit in (1, 10, 1_500):
        assert rank(view, need, rows, nearness, limit) == everybody[:limit]
