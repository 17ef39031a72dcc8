"""Levels that no role stands beside, companies that are the very thing needed, and people counted twice."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Provider, Seniority
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Bookkeeper, 6 hours a week, experienced only", Seniority.EXPERT),
        ("We want a translator, must be experienced, and a fast reply", Seniority.EXPERT),
        ("Tableau analyst: intermediate, 15 hours a week", Seniority.INTERMEDIATE),
        ("Transcriber, could be a beginner", Seniority.ENTRY),
        ("Flyer designer, student is totally fine", Seniority.ENTRY),
        ("Data entry, no previous experience necessary", Seniority.ENTRY),
        ("Data analyst, any level above junior", Seniority.INTERMEDIATE),
        ("Data entry clerk, nothing above junior please", Seniority.ENTRY),
        ("We need a senior copywriter, sorry, mid-level", Seniority.INTERMEDIATE),
        ("Book editor experienced in crime fiction", None),
    ],
)
def test_a_level_by_itself(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, level: Seniority | None
) -> None:
    assert brief_of(interpreter, knowledge, text).seniority is level


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("We are looking for an agency that can run our Meta ads", Provider.AGENCY),
        ("Searching for a digital agency which does SEO in Dutch", Provider.AGENCY),
        ("We are switching from a freelancer to an agency for our SEO", Provider.AGENCY),
        ("We need three QA testers from a certified company", Provider.AGENCY),
        ("Need a VA for an agency that sells insurance", None),
        ("Last year we moved from a freelancer to an agency. Need a VA.", None),
        ("We need an agency website that converts", None),
    ],
)
def test_a_company_that_is_needed(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, provider: Provider | None
) -> None:
    assert brief_of(interpreter, knowledge, text).provider is provider


@pytest.mark.parametrize(
    ("text", "headcount"),
    [
        ("We require 3 (three) business analysts", 3),
        ("Requirement: two (2) civil engineers", 2),
        ("Do you have Java developers? Up to 40 euros an hour. We need three.", 3),
        ("We want a team of four: two frontend, one backend, one QA", 4),
        ("Two-person job: a sound engineer and a camera operator", 2),
        ("English teacher for my staff of 15 people", None),
        ("Content writer for blog posts. We need 20.", None),
        ("A two-person studio needs a bookkeeper", None),
    ],
)
def test_how_many_people(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, headcount: int | None
) -> None:
    assert brief_of(interpreter, knowledge, text).headcount == headcount
