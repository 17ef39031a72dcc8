"""How firmly something is wanted, said in a follow-up: a must after all, an extra, of no consequence."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Importance, Seniority, Slot
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("first", "then", "slot", "hard"),
    [
        ("German would be good", "no, it is a must", Slot.LANGUAGES, True),
        ("German would be good", "no, it is a must. she has no English at all", Slot.LANGUAGES, True),
        ("must be in Spain", "well, it's only a preference", Slot.COUNTRIES, False),
        ("must be in Spain", "it isn't a must", Slot.COUNTRIES, False),
        ("a rating of 4.8", "Spain would be our preference", Slot.COUNTRIES, False),
        ("a rating of 4.8", "Spain is our first choice", Slot.COUNTRIES, False),
    ],
)
def test_a_requirement(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: str, then: str, slot: Slot, hard: bool
) -> None:
    assert brief_of(interpreter, knowledge, "web designer", first, then).is_hard(slot) is hard


@pytest.mark.parametrize(
    "then",
    [
        "Figma only as something nice to have",
        "please add Figma, but only as a bonus",
        "Figma would be an agreeable extra",
        "Figma would be a welcome addition",
    ],
)
def test_a_skill_is_an_extra(interpreter: OfflineInterpreter, knowledge: Knowledge, then: str) -> None:
    (figma,) = brief_of(interpreter, knowledge, "web designer", then).skills
    assert (figma.name, figma.importance) == ("Figma", Importance.NICE)


@pytest.mark.parametrize(
    ("first", "then", "slot"),
    [
        ("web designer in Europe", "The location is of no consequence after all.", Slot.REGIONS),
        ("web designer in Spain", "I don't mind where they are", Slot.COUNTRIES),
        ("web designer, max $40/h", "remove the limit on the rate", Slot.HOURLY_RATE),
        ("web designer, Figma", "Figma, on the other hand, can be left out.", Slot.SKILLS),
        ("web designer, Figma", "no Figma requirement any more", Slot.SKILLS),
        ("web designer, to start immediately", "it is not so urgent after all", Slot.AVAILABLE_NOW),
        ("web designer, no agencies", "an agency would be ok as well", Slot.PROVIDER),
    ],
)
def test_it_counts_no_longer(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: str, then: str, slot: Slot
) -> None:
    assert slot in brief_of(interpreter, knowledge, first).terms
    assert slot not in brief_of(interpreter, knowledge, first, then).terms


def test_a_record(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    held = brief_of(interpreter, knowledge, "web designer", "nobody without thirty completed jobs")
    assert held.min_jobs_completed == 30
    held = brief_of(
        interpreter, knowledge, "web designer, at least 95% job success", "reduce it to 90 per cent"
    )
    assert held.min_job_success == 90


def test_years_somebody_has_been_at_it(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "web designer", "somebody who's been at it 8+ years")
    assert brief.seniority is Seniority.EXPERT
    assert brief_of(interpreter, knowledge, "we have been doing this for 8 years").seniority is None


def test_few_people_are_a_remark(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "web designer in Spain", "few people. Any country is ok then")
    assert (brief.headcount, brief.countries) == (None, None)


def test_nobody_from_outside(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "web designer", "not from outside Latin America pls")
    assert brief.regions == ("latin-america",)
