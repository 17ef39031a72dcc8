"""Products that are named without their makers, and certificates without whose they are."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from tests_support.readings import brief_of


def read(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> set[str]:
    return {wish.name for wish in brief_of(interpreter, knowledge, text).skills}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zoho consultant for our hotel, Zoho Desk + Books", {"Zoho Desk", "Zoho Books"}),
        ("Exchange & Purview consultant, ten days", {"Microsoft Purview"}),
        ("ServiceNow developer, ITSM and HRSD modules", {"ServiceNow ITSM", "ServiceNow HRSD"}),
        ("Salesforce developer: Apex, Flow, CPQ", {"Apex", "Salesforce Flow", "Salesforce CPQ"}),
        ("media buyer for a shoe shop, Google + Microsoft Ads", {"Google Ads", "Microsoft Advertising"}),
        ("sap consultant, mm and sd, six months", {"SAP MM", "SAP SD"}),
        ("cloud engineer: AWS GuardDuty, Security Hub, IAM", {"AWS Security Hub", "AWS IAM"}),
    ],
)
def test_a_product_goes_without_its_makers_name_beside_another(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, names: set[str]
) -> None:
    assert names <= read(interpreter, knowledge, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We use Zoho. Looking for a ghostwriter who has written three books", "Zoho Books"),
        ("bookkeeper for a shop with Zoho CRM, books and toys, ten hours", "Zoho Books"),
        ("trainer for Microsoft Teams, project of six weeks", "Microsoft Project"),
        ("Salesforce admin, to help our sales people with reports", "Salesforce Sales Cloud"),
    ],
)
def test_an_everyday_word_is_no_product(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert name in knowledge.skills
    assert name not in read(interpreter, knowledge, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HubSpot person for our lists, certified only", "HubSpot Certification"),
        (
            "Salesforce help for a food bank, two hours a week. Admin certified",
            "Salesforce Administrator Certification",
        ),
        ("Odoo developer for a warehouse, certification required", "Odoo Certification"),
    ],
)
def test_a_certificate_is_that_of_what_is_asked_for(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert name in read(interpreter, knowledge, text)


@pytest.mark.parametrize(
    "text",
    [
        "Odoo developer, we need certified invoices in Mexico",
        "HubSpot admin for our own certification programme, ten hours",
    ],
)
def test_what_else_is_certified_is_nobodys_certificate(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert not [name for name in read(interpreter, knowledge, text) if "Certification" in name]
