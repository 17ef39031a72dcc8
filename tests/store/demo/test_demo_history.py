"""Histories that hold together: dates, skills, outcomes, badges."""

from collections import Counter
from datetime import date

from store.demo import Case, DemoFreelancer
from store.demo.badges import badges
from store.demo.presence import Presence
from store.nouns.freelancer import Evidence


def test_profiles_have_lived_in_the_right_order(market: list[DemoFreelancer], today: date) -> None:
    for made in market:
        person = made.freelancer
        assert person.joined is not None
        assert person.profile_updated is not None
        assert person.last_active is not None
        assert person.joined <= person.profile_updated <= person.last_active <= today


def test_contracts_lie_between_joining_and_the_last_visit(market: list[DemoFreelancer]) -> None:
    for made in market:
        person = made.freelancer
        assert person.joined is not None
        assert person.last_active is not None
        starts = [contract.started for contract in person.contracts]
        assert starts == sorted(starts)
        for contract in person.contracts:
            assert person.joined <= contract.started <= person.last_active
            assert contract.ended is None or contract.started <= contract.ended <= person.last_active


def test_running_contracts_have_no_outcome_yet(market: list[DemoFreelancer]) -> None:
    running = [c for made in market for c in made.freelancer.contracts if c.ended is None]
    assert running
    for contract in running:
        assert (contract.rating, contract.review, contract.on_time, contract.on_budget) == (None,) * 4


def test_the_first_client_cannot_be_a_returning_one(market: list[DemoFreelancer]) -> None:
    assert not any(made.freelancer.contracts[0].repeat_client for made in market if made.freelancer.contracts)


def test_late_jobs_are_not_praised_for_their_punctuality(market: list[DemoFreelancer]) -> None:
    late = [
        c.review
        for made in market
        for c in made.freelancer.contracts
        if c.on_time is False and c.review is not None
    ]
    assert late
    assert not [text for text in late if "Met every deadline" in text or "a day early" in text]


def test_evidence_counts_finished_contracts(market: list[DemoFreelancer]) -> None:
    for made in market:
        if made.truth.case in (Case.HALF_EMPTY, Case.KEYWORD_STUFFER):
            continue
        person = made.freelancer
        used = Counter(name for c in person.contracts if c.ended is not None for name in c.skills)
        for skill in person.skills:
            assert skill.contracts == used[skill.name]
            assert (skill.evidence is Evidence.CONTRACTS) == (skill.contracts > 0)


def test_contract_skills_are_on_the_profile(market: list[DemoFreelancer]) -> None:
    for made in market:
        if made.truth.case is Case.HALF_EMPTY:
            continue
        listed = {skill.name for skill in made.freelancer.skills}
        assert all(listed.issuperset(contract.skills) for contract in made.freelancer.contracts)


def test_money_is_in_the_currency_asked_for_and_fits_the_hours(market: list[DemoFreelancer]) -> None:
    for made in market:
        rate = made.freelancer.hourly_rate
        for contract in made.freelancer.contracts:
            assert contract.hours >= 1
            if rate is not None:
                assert contract.amount.currency == rate.currency
                assert 0.1 * rate.amount < contract.amount.amount / contract.hours < 3 * rate.amount + 15


def test_badges_follow_from_the_record(market: list[DemoFreelancer], today: date) -> None:
    earned: Counter[str] = Counter()
    for made in market:
        person = made.freelancer
        assert person.joined is not None
        assert person.profile_updated is not None
        assert person.last_active is not None
        presence = Presence(person.joined, person.profile_updated, person.last_active)
        assert person.badges == badges(person.contracts, presence, today)
        earned.update(person.badges)
    assert all(0 < count < 300 for count in earned.values())
    assert len(earned) == 4
