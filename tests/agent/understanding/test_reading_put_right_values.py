"""Levels, prices and shares put right, in the words people correct themselves with."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import MoneyRange, Seniority
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("held", "text", "level"),
    [
        ("entry-level", "hmm, a junior is too risky: mid-level please", Seniority.INTERMEDIATE),
        ("senior", "seniors are too expensive, mid-level please", Seniority.INTERMEDIATE),
        ("senior", "I misspoke earlier, it is intermediate.", Seniority.INTERMEDIATE),
        ("senior", "Wait, that's not right. Make it intermediate.", Seniority.INTERMEDIATE),
        ("junior", "Make it expert-level.", Seniority.EXPERT),
    ],
)
def test_a_level(
    interpreter: OfflineInterpreter, knowledge: Knowledge, held: str, text: str, level: Seniority
) -> None:
    start = brief_of(interpreter, knowledge, f"need a {held} bookkeeper")
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert (brief.role, brief.seniority) == ("bookkeeper", level)


def test_what_was_in_mind_is_the_old_price(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    start = brief_of(interpreter, knowledge, "bookkeeper, up to 70 dollars an hour")
    text = "the budget is 100 dollars an hour, not the 70 I had in mind"
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert brief.hourly_rate == MoneyRange(max=100, currency="USD")


@pytest.mark.parametrize("text", ["90%, not 99, I hit the key twice", "no, 90% is enough"])
def test_a_share_is_the_one_held(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    start = brief_of(interpreter, knowledge, "bookkeeper with at least 99% job success")
    assert brief_of(interpreter, knowledge, text, start=start).min_job_success == 90


def test_a_share_of_the_price_is_none_of_jobs(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    start = brief_of(interpreter, knowledge, "bookkeeper with at least 99% job success")
    assert brief_of(interpreter, knowledge, "we pay 90% upfront", start=start).min_job_success == 99
