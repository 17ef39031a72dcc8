"""Places where the work must be done, as against places it could be done from anywhere for."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Countries
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Scrum master for an insurer in Zurich, hybrid, 3 days", "CH"),
        ("We're a clinic in Leeds. Looking for an HR generalist, one day a week on site.", "GB"),
        ("Our school is in Perth. Someone local to look after our network, please.", "AU"),
        ("Cost engineer, Oslo office 3 days a week", "NO"),
        ("Project accountant for a charity in Nairobi, on-site", "KE"),
        ("Oracle consultant, on-site twice a week in Deventer", "NL"),
        ("Bookkeeper for our museum in Cornwall, here in the office", "GB"),
        ("Photographer for our hotel in Lisbon", "PT"),
        ("Quantity surveyor, contract in Auckland, must have working rights", "NZ"),
        ("Network engineer for our Oslo office, 60 seats, on site on Mondays", "NO"),
        ("Toy startup in Porto - want product and food photography, 30 items", "PT"),
        ("Welder's shop in Turin. CAD drafter, office work only", "IT"),
        ("Payroll clerk, remote SA, R15000 a month", "ZA"),
        ("Preciso de um programador PHP no Brasil", "BR"),
        ("We're a railway with 900 staff, remote in Chile, Go developer", "CL"),
        ("Data engineer from India or India's neighbours, overlap with the UK", "IN"),
    ],
)
def test_who_must_be_there(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, country: str
) -> None:
    assert brief_of(interpreter, knowledge, text).countries == Countries(include=(country,))


@pytest.mark.parametrize(
    "text",
    [
        "Scrum master for an insurer in Zurich, remote",
        "System administrator for our bank in Oslo, on site is not needed",
        "System administrator for our bank in Oslo. On site not needed.",
        "PLC engineer for our dairy in Peru, our mechanic is on site",
        "Hybrid app developer for our bank in Oslo",
        "On-site SEO for our shop in Leeds",
        "SEO for local restaurants, we're in Leeds",
        "Copywriter who knows EU advertising rules",
        "Grant writer for EU funds",
        "Tax preparer for US expat returns",
        "Editor for knitting patterns (US terms)",
        "Scraper of job ads in 6 EU countries, Python developer",
        "Customs specialist for coffee from Uganda to the EU",
        "Auditor with a TÜV certificate",
        "A Ghana-based NGO needs a Django developer",
        "Accountant with APAC experience",
        "Medical biller, US health insurance experience",
        "Proofreader for a cookbook translated from Polish",
        "Motion designer, we show it at a trade fair in Milan",
    ],
)
def test_who_can_be_anywhere(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.countries is None
    assert brief.regions == ()


def test_the_countries_of_a_region_that_is_but_a_list_are_ruled_out(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(interpreter, knowledge, "React dev, anywhere but the US and Canada")
    assert brief.countries == Countries(exclude=("US", "CA"))
    assert brief.regions == ()


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Go developers, nearshore (RO, BG, RS)", ("RO", "BG", "RS")),
        ("Plumbing company Tampa. Phone agents, Mexico or Colombia", ("MX", "CO")),
        ("Plumber's receptionist, Leeds or Ireland", ("GB", "IE")),
        ("UK planning consultant for a barn conversion", ("GB",)),
        ("Penetration tester, US citizens only", ("US",)),
    ],
)
def test_where_somebody_may_be(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, countries: tuple[str, ...]
) -> None:
    assert brief_of(interpreter, knowledge, text).countries == Countries(include=countries)
