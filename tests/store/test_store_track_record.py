"""The numbers clients compare follow from the record, and only from it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.nouns.freelancer import (
    Availability,
    Contract,
    Freelancer,
    Language,
    Money,
    PortfolioItem,
    ReportedRecord,
    Skill,
    TrackRecord,
)
from store.track_record import completeness, derive, freshness, went_well

TODAY = date(2030, 1, 1)


def _contract(**values: Any) -> Contract:
    given: dict[str, Any] = {
        "id": "c",
        "title": "Job",
        "started": date(2029, 1, 1),
        "ended": date(2029, 2, 1),
        "amount": Money(amount=100),
    }
    return Contract(**(given | values))


def _freelancer(*contracts: Contract, **values: Any) -> Freelancer:
    return Freelancer(id="fl_1", external_id="1", name="Zoë", contracts=contracts, **values)


def test_an_empty_record_says_nothing() -> None:
    assert derive(_freelancer(), TODAY) == TrackRecord()


def test_finished_contracts_add_up() -> None:
    track = derive(
        _freelancer(
            _contract(rating=5, hours=10, on_time=True, on_budget=True, repeat_client=True),
            _contract(rating=4, hours=5.5, on_time=False),
            _contract(rating=2, hours=0, on_time=True),
            _contract(hours=4),
        ),
        TODAY,
    )
    assert track.rating == pytest.approx(11 / 3)
    assert (track.ratings, track.jobs_completed, track.hours_worked) == (3, 4, 19.5)
    assert track.job_success == pytest.approx(2 / 3)
    assert track.repeat_rate == 0.25
    assert track.on_time_rate == pytest.approx(2 / 3)
    assert track.on_budget_rate == 1
    assert track.earned_usd == 400
    assert track.reported_by is None


def test_running_and_future_contracts_do_not_count_yet() -> None:
    running = _contract(ended=None, rating=1)
    future = _contract(ended=TODAY + timedelta(days=1), rating=1)
    assert derive(_freelancer(running, future), TODAY) == TrackRecord()
    assert derive(_freelancer(_contract(ended=TODAY)), TODAY).jobs_completed == 1


@pytest.mark.parametrize(
    ("facts", "well"),
    [
        ({"rating": 4.0}, True),
        ({"rating": 3.9}, False),
        ({"rating": 5, "on_time": False}, True),
        ({"rating": 3, "on_time": True, "on_budget": True}, False),
        ({"on_time": True}, True),
        ({"on_time": True, "on_budget": False}, False),
        ({"on_budget": False}, False),
        ({}, None),
        ({"repeat_client": True}, None),
    ],
)
def test_what_it_means_that_a_contract_went_well(facts: dict[str, Any], well: bool | None) -> None:
    assert went_well(_contract(**facts)) is well


def test_contracts_of_unknown_outcome_leave_job_success_alone() -> None:
    assert derive(_freelancer(_contract(), _contract()), TODAY).job_success is None
    assert derive(_freelancer(_contract(), _contract(rating=5)), TODAY).job_success == 1


def test_earnings_are_converted() -> None:
    euros = derive(_freelancer(_contract(amount=Money(amount=1000, currency="EUR"))), TODAY).earned_usd
    assert 500 < euros < 2000
    assert euros != 1000
    unknown = _contract(amount=Money(amount=1000, currency="XXQ"))
    assert derive(_freelancer(unknown, _contract()), TODAY).earned_usd == 100


def test_reported_totals_stand_in_under_their_source() -> None:
    reported = ReportedRecord(
        source="elsewhere", rating=4.8, reviews=30, jobs_completed=41, on_time_pct=97, repeat_hire_pct=25
    )
    track = derive(_freelancer(_contract(ended=None), reported=reported), TODAY)
    assert track == TrackRecord(
        rating=4.8,
        ratings=30,
        jobs_completed=41,
        on_time_rate=0.97,
        repeat_rate=0.25,
        reported_by="elsewhere",
    )


def test_every_reported_review_closes_a_job() -> None:
    track = derive(_freelancer(reported=ReportedRecord(source="elsewhere", reviews=30)), TODAY)
    assert (track.rating, track.ratings, track.jobs_completed) == (None, 0, 30)


def test_reported_totals_are_never_mixed_with_contracts() -> None:
    reported = ReportedRecord(source="elsewhere", rating=1, reviews=500, on_time_pct=10)
    own = _freelancer(_contract(rating=5))
    assert derive(own.model_copy(update={"reported": reported}), TODAY) == derive(own, TODAY)


def test_completeness_counts_the_parts_of_a_profile() -> None:
    full = _freelancer(
        headline="Translator",
        bio="x" * 200,
        role="translator",
        seniority="EXPERT",
        skills=(Skill(name="a"), Skill(name="b"), Skill(name="c")),
        country="DE",
        time_zone="Europe/Berlin",
        languages=(Language(code="de", level="NATIVE"),),
        hourly_rate=Money(amount=30),
        availability=Availability(hours_per_week=20, available_from=TODAY),
        portfolio=(PortfolioItem(id="p", title="Work"),),
    )
    assert completeness(full) == 1
    assert completeness(_freelancer()) == 0
    assert completeness(full.model_copy(update={"bio": "short", "headline": " ", "portfolio": ()})) == 0.75
    assert derive(full, TODAY).completeness == 1


def test_freshness_halves_every_ninety_days() -> None:
    def fresh(active: int | None, updated: int | None) -> float:
        dates = [None if days is None else TODAY - timedelta(days=days) for days in (active, updated)]
        return freshness(_freelancer(last_active=dates[0], profile_updated=dates[1]), TODAY)

    assert fresh(0, None) == 1
    assert fresh(90, 400) == pytest.approx(0.5)
    assert fresh(400, 180) == pytest.approx(0.25)
    assert fresh(-5, None) == 1
    assert fresh(None, None) == 0.5


@given(
    st.lists(
        st.builds(
            _contract,
            rating=st.none() | st.floats(1, 5),
            hours=st.floats(0, 1e4),
            on_time=st.none() | st.booleans(),
            on_budget=st.none() | st.booleans(),
            repeat_client=st.booleans(),
            ended=st.none() | st.dates(date(2029, 1, 1), date(2031, 1, 1)),
        ),
        max_size=6,
    )
)
def test_every_number_keeps_to_its_range(contracts: list[Contract]) -> None:
    track = derive(_freelancer(*contracts), TODAY)
    assert track.rating is None or 1 <= track.rating <= 5
    for share in (track.job_success, track.repeat_rate, track.on_time_rate, track.on_budget_rate):
        assert share is None or 0 <= share <= 1
    assert track.jobs_completed <= len(contracts)
    assert derive(_freelancer(*reversed(contracts)), TODAY).job_success == track.job_success
