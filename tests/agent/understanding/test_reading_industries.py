"""The business a client has, and the business of others."""

import pytest

from agent.briefs.merge import merge
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance, Slot, Term
from tests_support.readings import TODAY, brief_of


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        ("Google Ads person for a roofing business in Tampa", "construction"),
        ("receptionist for our dental clinic", "healthcare"),
        ("I need a construction estimator. Our business is construction.", "construction"),
        ("I need a real estate specialist. The project is for real estate.", "real-estate"),
        ("we sell inspection software, need a marketer", "software"),
        ("HR specialist for employee onboarding in a hospital", "healthcare"),
        ("we need a recruiter who's done healthcare before", "healthcare"),
        ("I run two coffee shops and need a bookkeeper", "restaurants"),
        ("we are a haulage company, need a dispatcher", "logistics"),
        ("copywriter for a craft brewery", "food-and-beverage"),
        ("social media manager wanted for our gym", "fitness"),
        ("data analyst who knows the insurance sector", "insurance"),
        ("site manager, construction background", "construction"),
        ("bookkeeper, Xero, 2 small restaurants, 8 hours a month", "restaurants"),
        ("A family winery in Graz is relaunching. We need a packaging designer.", "food-and-beverage"),
        ("We (church in Lagos, 400 members) need an audio engineer", "religion"),
        ("I am co-founder of a small hostel, need a web developer", "hospitality"),
        ("recruiter who has hired for healthcare before", "healthcare"),
        ("We are a solar installer in Graz and need a copywriter", "renewables"),
        ("busco diseñador gráfico para mi clínica dental", "healthcare"),
        ("composer wanted, 2d platformer, 5 loops", "gaming"),
        ("UX researcher for interviews with oncology nurses", "healthcare"),
        ("video editor, feature length documentary, Avid", "film-and-tv"),
    ],
)
def test_the_clients_business_is_read_from_how_it_is_told(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, industry: str
) -> None:
    brief = merge(Brief(), interpreter.read_now(text, Context(today=TODAY)).changes, knowledge)
    assert brief.industries == (industry,)


@pytest.mark.parametrize(
    "text",
    [
        "fashion designer, Turkey would be handy since our factory is in Izmir",
        "he got a job at a bank, so we need a new backend developer",
        "bar chart designer for a report",
        "designer for our travel photos",
        "designer for our travel policy",
        "accountant wanted, Accountancy experience",
        "a recruiter with recruiting experience",
        "the bank gives me a loan if I have a business plan, need a writer",
    ],
)
def test_what_a_business_has_or_others_do_is_no_industry(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    brief = merge(Brief(), interpreter.read_now(text, Context(today=TODAY)).changes, knowledge)
    assert not brief.industries


def test_a_skill_whose_name_holds_an_industry_s_is_no_word_about_the_industry(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(
        interpreter,
        knowledge,
        "electrical engineer wanted, our business is renewable energy",
        "And Solar PV would be nice to have",
    )
    assert [(skill.name, skill.importance) for skill in brief.skills] == [("Solar Design", Importance.NICE)]
    assert brief.industries == ("renewables",)


@pytest.mark.parametrize("said", ["can travel from Oman", "they must travel to Lyon", "to film in our hall"])
def test_what_somebody_does_is_no_industry(said: str, interpreter: OfflineInterpreter) -> None:
    brief = Brief(role="interpreter", terms={Slot.ROLE: Term(hard=False)})
    reading = interpreter.read_strictly(said, Context(today=TODAY, brief=brief))
    assert Slot.INDUSTRIES not in {change.slot for change in reading.changes}
