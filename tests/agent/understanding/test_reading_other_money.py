"""Money that pays for no work: salaries, what things cost and earn, and numbers that only look like money."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    "text",
    [
        "Recruiter for a sales manager position, salary range is 50k to 60k euros",
        "HR consultant, we pay our drivers £14 an hour and can't keep them",
        "Real estate agent for two flats, asking prices 180k and 230k euro",
        "Photographer for a flat that's on the market for 300k",
        "Sourcing agent wanted, target unit cost $3.50, 5000 units",
        "The cleaning budget of our hotel is 30k a year; need an accountant",
        "CRO expert. The shop does $20k a month, the average cart is $45",
        "We need a paralegal. The claim is for $12,000 in unpaid wages.",
        "Web developer. I paid someone 2k for it and got nothing",
        "SEO freelancer wanted, the old agency charged 4k",
        "Translator for a contract worth 200k",
        "We have 12k on YouTube and 5k on Instagram, need a video editor",
    ],
)
def test_other_money_is_no_price(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.hourly_rate is None
    assert brief.fixed_budget is None


@pytest.mark.parametrize(
    "text",
    ["We need a revenue analyst and can pay $70 an hour", "Grant writer, $70 an hour, for our foundation"],
)
def test_a_calling_named_for_money_is_paid(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    rate = brief_of(interpreter, knowledge, text).hourly_rate
    assert rate is not None
    assert rate.max == 70
