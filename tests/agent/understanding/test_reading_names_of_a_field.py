"""Short forms, surnames and ordinary words that are a skill in one trade and something else elsewhere."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tax preparer for 1040 returns, EA or CPA", "Enrolled Agent"),
        ("I need an internal auditor (CIA) for a hospital", "Certified Internal Auditor"),
        ("land surveyor, Carlson or Civil 3D", "Carlson Civil"),
        ("Solidity developer, ERC-20 token deployed to Base", "Base Chain"),
        ("narrative designer for a branching story in Ink", "Ink Scripting"),
        ("social media manager who plans our posts in Later", "Later App"),
        ("C++ developer, Qt, linux + windows", "Windows"),
        ("naval architect, Maxsurf or NAPA", "NAPA"),
        ("attorney admitted to the New York Bar", "New York Bar Admission"),
    ],
)
def test_a_name_with_other_senses_is_a_skill_beside_a_role_of_its_field(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert name in _skills(interpreter, knowledge, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("EA to two founders, inbox, calendar and travel", "Enrolled Agent"),
        ("web designer to move the CTA button above the fold", "Chartered Tax Adviser"),
        ("app developer for Android, later iOS", "Later App"),
        ("illustrator, watercolour or ink, for a beer label", "Ink Scripting"),
        ("salesperson for ad pages, base plus 15%", "Base Chain"),
        ("trainer for our 24 branch managers", "Branch.io"),
        ("we sell windows and doors, need a marketer", "Windows"),
        ("logo designer, our emblem is from 1962", "WTW Emblem"),
        ("we opened a New York bar and need a web designer", "New York Bar Admission"),
        ("Python developer to build it from scratch", "Scratch"),
        ("SEO for our clinic in Goa", "GOÄ-Abrechnung"),
        ("editor who must know copyediting, reach me at this address", "REACH Regulation"),
        ("data analyst with SQL, our business is retail", "SAP IS-Retail"),
    ],
)
def test_a_name_with_other_senses_is_no_skill_elsewhere(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert name not in _skills(interpreter, knowledge, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("contract lawyer, supply terms under German law", "German Law"),
        ("accountant who knows Norwegian tax", "Norwegian Tax"),
        ("bookkeeper for a Danish company, Danish accounting experience", "Danish Accounting"),
        ("residential architect, Florida architect license", "Florida Architect License"),
        ("structural engineer, timber frame, Eurocode 5", "Eurocode 5"),
        ("SRE, SC cleared", "SC Clearance"),
        ("maths tutor, DBS checked", "DBS Check"),
        ("videographer with drone licence", "Drone License"),
        ("translator who reads Sütterlin", "Sütterlin"),
        ("payroll clerk in Norway, A-melding", "A-melding"),
    ],
)
def test_licences_bodies_of_law_and_schemes_are_skills(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert name in _skills(interpreter, knowledge, text)


@pytest.mark.parametrize(
    "text",
    ["We are a German law firm and look for a paralegal", "A Spanish tax firm needs a bookkeeper"],
)
def test_a_firm_is_no_body_of_law(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    assert not {"German Law", "Spanish Tax"} & _skills(interpreter, knowledge, text)


def _skills(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> set[str]:
    return {wish.name for wish in brief_of(interpreter, knowledge, text).skills}
