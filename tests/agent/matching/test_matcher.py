"""The whole of matching over a real store and index: who is shown, in what order, and why."""

from datetime import date
from pathlib import Path

import pytest

from agent.matching.matcher import CannotReplay
from store.nouns.brief import (
    Brief,
    Importance,
    LanguageLevel,
    LanguageWish,
    MoneyRange,
    Range,
    SkillWish,
    Slot,
    Term,
)
from store.nouns.freelancer import Freelancer, Skill
from store.nouns.match import Ranking, Receipt, Verdict
from tests_support.matching import OpenMatcher, opened_market
from tests_support.nouns import TODAY, make_freelancer


def skills(*names: str, contracts: int = 0) -> tuple[Skill, ...]:
    return tuple(Skill(name=name, contracts=contracts) for name in names)


def want(*names: str, importance: Importance = Importance.MUST) -> tuple[SkillWish, ...]:
    return tuple(SkillWish(name=name, importance=importance) for name in names)


def brief(*hard: Slot, soft: tuple[Slot, ...] = (), **values: object) -> Brief:
    terms = {slot: Term(hard=True) for slot in hard} | {slot: Term(hard=False) for slot in soft}
    return Brief.model_validate({**values, "terms": terms})


def names(ranking: Ranking, people: list[Freelancer]) -> list[str]:
    external = {person.id: person.external_id for person in people}
    return [external[match.freelancer_id] for match in ranking.matches]


async def test_required_skills_are_had_or_implied(open_matcher: OpenMatcher) -> None:
    people = [
        make_freelancer("next", skills=skills("Next.js")),
        make_freelancer("react", skills=skills("React", contracts=4)),
        make_freelancer("vue", skills=skills("Vue.js")),
    ]
    async with open_matcher(people) as matcher:
        found = await matcher.search(brief(Slot.SKILLS, skills=want("React")), today=TODAY)
        assert names(found, people) == ["react", "next"]
        assert (found.eligible, found.marketplace) == (2, 3)
        assert found.matches[1].checks[0].fact == "Lists Next.js (which takes React)"


async def test_reasons_are_given_for_as_many_as_are_asked_for(open_matcher: OpenMatcher) -> None:
    people = [make_freelancer(str(n), skills=skills("React", contracts=n)) for n in range(4)]
    async with open_matcher(people) as matcher:
        asked = brief(Slot.SKILLS, skills=want("React"))
        full = await matcher.search(asked, today=TODAY, limit=4)
        found = await matcher.search(asked, today=TODAY, limit=4, explained=1)
        assert found.matches[0] == full.matches[0]
        assert [(m.freelancer_id, m.score, m.parts) for m in found.matches] == [
            (m.freelancer_id, m.score, m.parts) for m in full.matches
        ]
        assert not any(match.checks or match.reason or match.outlook for match in found.matches[1:])


async def test_alternatives_need_one_and_exclusions_none(open_matcher: OpenMatcher) -> None:
    people = [
        make_freelancer("react", skills=skills("React")),
        make_freelancer("vue", skills=skills("Vue.js")),
        make_freelancer("both", skills=skills("Vue.js", "WordPress")),
    ]
    wishes = (
        SkillWish(name="React", alternative=1),
        SkillWish(name="Vue.js", alternative=1),
        SkillWish(name="WordPress", importance=Importance.EXCLUDED),
    )
    async with open_matcher(people) as matcher:
        found = await matcher.search(brief(Slot.SKILLS, skills=wishes), today=TODAY)
        assert set(names(found, people)) == {"react", "vue"}


async def test_a_role_alone_shows_its_people_and_their_neighbours(open_matcher: OpenMatcher) -> None:
    people = [
        make_freelancer("bookkeeper", role="bookkeeper"),
        make_freelancer("by skills", skills=skills("Bookkeeping", "QuickBooks")),
        make_freelancer("designer", role="graphic-designer", skills=skills("Adobe Photoshop")),
        make_freelancer("nobody in particular"),
    ]
    async with open_matcher(people) as matcher:
        found = await matcher.search(brief(role="bookkeeper", soft=(Slot.ROLE,)), today=TODAY)
        assert names(found, people) == ["bookkeeper", "by skills"]


async def test_unknown_does_not_meet_a_hard_requirement(open_matcher: OpenMatcher) -> None:
    react = skills("React")
    people = [
        make_freelancer("cheap", skills=react, hourly_rate={"amount": 30, "currency": "EUR"}),
        make_freelancer("dear", skills=react, hourly_rate={"amount": 90}),
        make_freelancer("unknown", skills=react),
    ]
    limit = MoneyRange(max=40, currency="USD")
    async with open_matcher(people) as matcher:
        hard = brief(Slot.SKILLS, Slot.HOURLY_RATE, skills=want("React"), hourly_rate=limit)
        assert names(await matcher.search(hard, today=TODAY), people) == ["cheap"]
        soft = brief(Slot.SKILLS, soft=(Slot.HOURLY_RATE,), skills=want("React"), hourly_rate=limit)
        assert names(await matcher.search(soft, today=TODAY), people) == ["cheap", "unknown", "dear"]


async def test_reasons_say_stored_facts_and_what_is_missing(open_matcher: OpenMatcher) -> None:
    person = make_freelancer(
        "a",
        bio="I am the best in the world, hire me!",
        skills=skills("Shopify", contracts=5),
        hourly_rate={"amount": 55},
        reported={"source": "elsewhere", "rating": 4.9, "reviews": 31},
    )
    need = brief(
        Slot.SKILLS,
        Slot.HOURLY_RATE,
        soft=(Slot.LANGUAGES,),
        skills=want("Shopify"),
        hourly_rate=MoneyRange(max=60),
        languages=(LanguageWish(code="de", level=LanguageLevel.FLUENT),),
    )
    async with open_matcher([person]) as matcher:
        match = (await matcher.search(need, today=TODAY)).matches[0]
    assert match.reason == (
        "5 contracts with Shopify, 4.9 over 31 reviews, reported by elsewhere; $55/h fits your limit. "
        "Has not stated German."
    )
    verdicts = {check.slot: check.verdict for check in match.checks}
    assert verdicts[Slot.LANGUAGES] is Verdict.UNKNOWN
    assert verdicts[Slot.HOURLY_RATE] is Verdict.MET


async def test_a_thin_result_says_what_keeps_people_out_and_what_would_help(
    open_matcher: OpenMatcher,
) -> None:
    people = [
        make_freelancer(str(rate), skills=skills("React"), hourly_rate={"amount": rate})
        for rate in (30, 44, 45, 80)
    ] + [make_freelancer("vue", skills=skills("Vue.js"), hourly_rate={"amount": 20})]
    need = brief(Slot.SKILLS, Slot.HOURLY_RATE, skills=want("React"), hourly_rate=MoneyRange(max=40))
    async with open_matcher(people) as matcher:
        found = await matcher.search(need, today=TODAY)
        assert found.eligible == 1
        assert {e.requirement: e.people for e in found.exclusions} == {"up to $40/h": 3, "React": 1}
        assert {(r.description, r.adds) for r in found.relaxations} >= {
            ("Raise the rate to $45/h", 2),
            ("Make React a nice-to-have", 1),
        }


async def test_nobody_excluded_or_dismissed_comes_back(open_matcher: OpenMatcher) -> None:
    people = [make_freelancer(str(n), skills=skills("React")) for n in range(4)]
    need = brief(Slot.SKILLS, skills=want("React"))
    async with open_matcher(people) as matcher:
        found = await matcher.search(
            need, today=TODAY, exclude=[people[0].id], dismissed=[people[1].id, "fl_unknown"]
        )
        assert set(names(found, people)) == {"2", "3"}
        assert found.eligible == 4


async def test_what_was_liked_and_dismissed_moves_the_order(open_matcher: OpenMatcher) -> None:
    people = [
        make_freelancer("tax", name="Kim Lee", headline="tax tax tax", skills=skills("Python")),
        make_freelancer("audio", name="Kim Lee", headline="audio audio audio", skills=skills("Python")),
        make_freelancer("more audio", name="Kim Lee", headline="audio", skills=skills("Python")),
        make_freelancer("more tax", name="Kim Lee", headline="tax", skills=skills("Python")),
    ]
    need = brief(Slot.SKILLS, skills=want("Python"))
    async with open_matcher(people) as matcher:
        liking = await matcher.search(need, today=TODAY, liked=[people[1].id], exclude=[people[1].id])
        assert names(liking, people)[0] == "more audio"
        dismissing = await matcher.search(need, today=TODAY, dismissed=[people[1].id])
        assert names(dismissing, people)[-1] == "more audio"


async def test_scores_are_the_sum_of_their_parts_and_ties_break_by_id(open_matcher: OpenMatcher) -> None:
    people = [make_freelancer(str(n), skills=skills("React")) for n in range(6)]
    need = brief(Slot.SKILLS, skills=want("React"))
    async with open_matcher(people) as matcher:
        found = await matcher.search(need, today=TODAY, limit=6)
    ids = [match.freelancer_id for match in found.matches]
    assert ids == sorted(ids)
    for match in found.matches:
        assert abs(match.score - sum(part.value * part.weight for part in match.parts)) < 1e-5
        assert abs(sum(part.weight for part in match.parts) - 1) < 1e-4
        assert 0 <= match.score <= 1


async def test_comparing_keeps_the_order_asked_for(open_matcher: OpenMatcher) -> None:
    people = [make_freelancer(str(n), skills=skills("React")) for n in range(3)]
    need = brief(Slot.SKILLS, skills=want("Vue.js"))
    async with open_matcher(people) as matcher:
        ids = [people[2].id, "fl_unknown", people[0].id]
        compared = await matcher.compare(need, ids, TODAY)
        assert [match.freelancer_id for match in compared] == [people[2].id, people[0].id]
        assert compared[0].checks[0].verdict is Verdict.PARTLY


async def test_counting_agrees_with_searching(open_matcher: OpenMatcher) -> None:
    people = [make_freelancer(str(n), skills=skills("React"), country="DE") for n in range(7)]
    async with open_matcher(people) as matcher:
        need = brief(Slot.SKILLS, Slot.UTC_OFFSET, skills=want("React"), utc_offset=Range(min=1, max=1))
        winter, summer = date(2026, 1, 15), date(2026, 7, 15)
        assert await matcher.count(need, winter) == 7
        assert await matcher.count(need, summer) == 0
        assert (await matcher.search(need, today=winter)).eligible == 7


async def test_an_empty_brief_and_an_empty_marketplace_are_no_error(open_matcher: OpenMatcher) -> None:
    async with open_matcher([]) as matcher:
        assert (await matcher.search(Brief(), today=TODAY)).matches == ()
        assert (await matcher.search(brief(Slot.SKILLS, skills=want("React")), today=TODAY)).eligible == 0


async def test_the_outlook_is_the_markets_average_without_a_record_and_sharper_with_one(
    open_matcher: OpenMatcher,
) -> None:
    react = skills("React")
    people = [
        make_freelancer("new", skills=react),
        make_freelancer("few", skills=react, reported={"source": "x", "rating": 5, "reviews": 2}),
        make_freelancer("many", skills=react, reported={"source": "x", "rating": 4.8, "reviews": 200}),
        make_freelancer("bad", skills=react, reported={"source": "x", "rating": 2, "reviews": 40}),
    ]
    async with open_matcher(people) as matcher:
        found = await matcher.search(brief(Slot.SKILLS, skills=want("React")), today=TODAY)
    assert names(found, people) == ["many", "few", "new", "bad"]
    outlooks = [match.outlook for match in found.matches if match.outlook is not None]
    assert [outlook.jobs for outlook in outlooks] == [200, 2, 0, 40]
    widths = {outlook.jobs: outlook.high - outlook.low for outlook in outlooks}
    assert widths[200] < widths[40] < widths[2] < widths[0]
    assert all(0 < outlook.low < outlook.chance < outlook.high < 1 for outlook in outlooks)


async def test_a_receipt_makes_the_same_ranking_again(open_matcher: OpenMatcher) -> None:
    people = [
        make_freelancer(str(n), skills=skills("React", contracts=n), headline="react " * (n % 3 + 1))
        for n in range(30)
    ]
    need = brief(Slot.SKILLS, skills=want("React"), description="someone who knows react well")
    async with open_matcher(people) as matcher:
        first = await matcher.search(
            need, today=TODAY, exclude=[people[3].id], liked=[people[5].id], dismissed=[people[7].id]
        )
        assert first.receipt is not None
        receipt = Receipt.model_validate_json(first.receipt.model_dump_json())
        again = await matcher.replay(receipt)
        assert again.model_dump_json() == first.model_dump_json()
        with pytest.raises(CannotReplay, match="weights_version"):
            await matcher.replay(receipt.model_copy(update={"weights_version": 0}))
    counted = [step.people for step in receipt.steps]
    assert counted == [30, 30, 30, 30, 28, 5]
    scores = [sum(part.value * part.weight for part in match.parts) for match in first.matches]
    assert scores == sorted(scores, reverse=True)


async def test_a_receipt_outlives_a_restart_but_not_a_change_of_the_marketplace(
    tmp_path: Path, sqlite_url: str
) -> None:
    people = [make_freelancer(str(n), skills=skills("React", contracts=n)) for n in range(20)]
    need = brief(Slot.SKILLS, skills=want("React"))
    async with opened_market(people, sqlite_url, tmp_path / "index") as market:
        first = await market.matcher.search(need, today=TODAY)
    async with opened_market(people, sqlite_url, tmp_path / "index") as market:
        assert first.receipt is not None
        assert (await market.matcher.replay(first.receipt)).model_dump_json() == first.model_dump_json()
        await market.store.freelancers.upsert_many([people[0].model_copy(update={"country": "DE"})])
        await market.search.sync()
        with pytest.raises(CannotReplay, match="marketplace"):
            await market.matcher.replay(first.receipt)


async def test_a_ranking_does_not_depend_on_history(tmp_path: Path, sqlite_url: str) -> None:
    people = [
        make_freelancer(str(n), skills=skills("React", contracts=n % 4), headline="react " * (n % 5 + 1))
        for n in range(40)
    ]
    need = brief(Slot.SKILLS, skills=want("React"), description="react")
    async with opened_market(people, sqlite_url, tmp_path / "index") as market:
        first = await market.matcher.search(need, today=TODAY, limit=40)
        await market.store.freelancers.upsert_many(p.model_copy(update={"city": "Rome"}) for p in people[::3])
        await market.search.sync()
        await market.store.freelancers.upsert_many(people[::3])
        await market.search.sync()
        assert await market.matcher.search(need, today=TODAY, limit=40) == first
