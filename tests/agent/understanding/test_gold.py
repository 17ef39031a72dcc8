"""What a case leaves open is accepted either way, and nothing else is."""

from typing import Any

import pytest

from store.knowledge import Knowledge
from store.nouns.brief import (
    Brief,
    Importance,
    LanguageLevel,
    LanguageWish,
    MoneyRange,
    Range,
    SkillWish,
)
from tests_support.gold import compared

REACT = Brief(role="frontend-developer", skills=(SkillWish(name="React"),))
NICE = Brief(skills=(SkillWish(name="React", importance=Importance.NICE),))


@pytest.mark.parametrize(
    ("case", "brief", "right"),
    [
        ({"brief": {"role": "frontend-developer", "skills": {"ReactJS": "MUST"}}}, REACT, True),
        ({"brief": {"role": "frontend-developer", "skills": {"React": "NICE"}}}, REACT, False),
        ({"brief": {"role": ["web-developer", "frontend-developer"]}, "may": ["skills React"]}, REACT, True),
        ({"brief": {"role": ["web-developer", "php-developer"]}, "may": ["skills React"]}, REACT, False),
        ({"brief": {"role": "frontend-developer"}, "may": ["skills Vue"]}, REACT, False),
        ({"brief": {"skills": {"React": ["MUST", "NICE"]}}}, NICE, True),
        (
            {"brief": {"role": ["web-developer", None]}, "searchable": True, "may": ["skills React"]},
            NICE,
            True,
        ),
        ({"brief": {"role": ["web-developer", None]}, "searchable": True}, Brief(), False),
        ({"brief": {}, "either": {"hourlyRate": [{"max": 50.0, "currency": "EUR"}, None]}}, Brief(), True),
        (
            {"brief": {}, "either": {"hourlyRate": [{"max": 50.0, "currency": "EUR"}, None]}},
            Brief(hourly_rate=MoneyRange(max=50, currency="USD")),
            False,
        ),
        (
            {"brief": {"durationWeeks": {"min": 0.29, "max": 0.29}}},
            Brief(duration_weeks=Range(min=0.3, max=0.3)),
            True,
        ),
        ({"brief": {"durationWeeks": {"max": 2.0}}}, Brief(duration_weeks=Range(min=2, max=2)), False),
        ({"brief": {}, "set": ["utcOffset"]}, Brief(utc_offset=Range(min=-1, max=4)), True),
        ({"brief": {}, "set": ["utcOffset"]}, Brief(), False),
        (
            {"brief": {"languages": {"de": ["FLUENT", "NATIVE"]}}},
            Brief(languages=(LanguageWish(code="de", level=LanguageLevel.NATIVE),)),
            True,
        ),
        ({"brief": {}, "may": ["workingStyle"]}, Brief(working_style=("async",)), True),
        ({"brief": {}}, Brief(working_style=("async",)), False),
        ({"brief": {}}, Brief(description="in the client's words"), True),
    ],
)
def test_the_brief_is_what_the_case_accepts(
    case: dict[str, Any], brief: Brief, right: bool, knowledge: Knowledge
) -> None:
    wanted, found = compared(case, brief, knowledge)
    assert (wanted == found) is right
