"""Prices in parts and by the piece, hours by shifts, and short dates, each kind in several wordings."""

from datetime import date

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from tests_support.readings import brief_of

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "most", "currency"),
    [
        ("Unity programmer: 5 grand upfront and another 5 grand on release", 10000, "USD"),
        ("I need a website: 500 at the start and 700 on delivery, GBP", 1200, "GBP"),
        ("Logo, 400 euros in two parts of 200", 400, "EUR"),
        ("Chrome extension dev, fixed $450 ($150 now, $300 when it is live)", 450, "USD"),
        ("Odoo developer. Budget 400 million VND", 400_000_000, "VND"),
        ("Landing page developer, 1 250 000 JPY", 1_250_000, "JPY"),
    ],
)
def test_a_budget_is_the_whole_of_its_parts(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, most: float, currency: str
) -> None:
    budget = brief_of(interpreter, knowledge, text, today=TODAY).fixed_budget
    assert budget is not None
    assert (budget.max, budget.currency) == (most, currency)


@pytest.mark.parametrize(
    "text",
    [
        "Pixel artist, 40 sprites, 15 bucks a sprite",
        "Illustrator, 20 dollars per monster",
        "Trademark lawyer, I do not want some $99 website",
        "Project manager who has run fit-outs over $5m",
    ],
)
def test_other_amounts_are_no_price_of_the_work(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    brief = brief_of(interpreter, knowledge, text, today=TODAY)
    assert brief.fixed_budget is None
    assert brief.hourly_rate is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Phone support, 2 nights a week, 8 hours each", 16),
        ("Helpdesk agent, five evenings a week, 3 hrs per evening", 15),
        ("Math tutor, Tuesdays and Thursdays an hour each", 2),
        ("VA, 6 h a day, Mon to Thu", 24),
        ("Product manager, 80% FTE", 32),
        ("HR generalist, 3 half days per week", 12),
        ("Support agent, 37.5 hours a week", 37.5),
    ],
)
def test_hours_recur_by_days_and_shifts(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, hours: float
) -> None:
    workload = brief_of(interpreter, knowledge, text, today=TODAY).hours_per_week
    assert workload is not None
    assert workload.max == hours


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Live chat agents, start 1.12.", date(2026, 12, 1)),
        ("Load tester, 2 weeks from 12/14", date(2026, 12, 14)),
        ("PLC programmer, commissioning in Slovakia 11-29 Jan 2027", date(2027, 1, 11)),
    ],
)
def test_short_dates_begin_the_work(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, start: date
) -> None:
    assert brief_of(interpreter, knowledge, text, today=TODAY).start_by == start


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Danish into English, legal field, 14k words", "translator"),
        ("Chef/Puppet background, move us to Ansible", "devops-engineer"),
        ("3 Python people for a year", "backend-developer"),
        ("I need someone to turn 300 scanned receipts into Excel", "data-entry-specialist"),
    ],
)
def test_a_task_or_a_tool_tells_the_role(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, role: str
) -> None:
    assert brief_of(interpreter, knowledge, text, today=TODAY).role == role
