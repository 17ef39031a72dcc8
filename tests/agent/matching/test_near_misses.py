"""Who comes closest where few meet every must-have: the least lacking first, and never whom nobody wants."""

from store.nouns.brief import (
    Brief,
    Countries,
    Importance,
    LanguageWish,
    MoneyRange,
    Range,
    SkillWish,
    Slot,
    Term,
)
from store.nouns.freelancer import Freelancer
from store.nouns.match import Ranking, Verdict
from tests_support.matching import OpenMatcher
from tests_support.nouns import TODAY, make_freelancer


def brief(*hard: Slot, **values: object) -> Brief:
    return Brief.model_validate({**values, "terms": {slot: Term(hard=True) for slot in hard}})


def want(*names: str, importance: Importance = Importance.MUST) -> tuple[SkillWish, ...]:
    return tuple(SkillWish(name=name, importance=importance) for name in names)


def person(name: str, *skills: str, rate: float = 40, **values: object) -> Freelancer:
    listed = [{"name": skill} for skill in skills]
    return make_freelancer(name, skills=listed, hourly_rate={"amount": rate, "currency": "USD"}, **values)


async def closest(
    open_matcher: OpenMatcher, people: list[Freelancer], need: Brief, at_least: int = 5
) -> Ranking:
    async with open_matcher(people) as matcher:
        return await matcher.search(need, today=TODAY, at_least=at_least)


def names(ranking: Ranking, people: list[Freelancer]) -> list[str]:
    external = {each.id: each.external_id for each in people}
    return [external[match.freelancer_id] for match in ranking.near_misses]


async def test_who_lacks_least_comes_first(open_matcher: OpenMatcher) -> None:
    people = [
        person("neither", "HTML", role="web-developer", rate=10),
        person("dear", "React", "Shopify", role="web-developer", rate=120),
        person("no-shopify", "React", role="web-developer"),
        person("a-little-dear", "React", "Shopify", role="web-developer", rate=55),
    ]
    need = brief(
        Slot.SKILLS,
        Slot.HOURLY_RATE,
        role="web-developer",
        skills=want("React", "Shopify"),
        hourly_rate=MoneyRange(max=50),
    )
    found = await closest(open_matcher, people, need)
    assert (found.matches, found.eligible) == ((), 0)
    assert names(found, people) == ["a-little-dear", "no-shopify", "dear"]
    missing = [
        check for check in found.near_misses[1].checks if check.hard and check.verdict is not Verdict.MET
    ]
    assert [check.requirement for check in missing] == ["Shopify"]


async def test_they_only_make_up_the_number(open_matcher: OpenMatcher) -> None:
    people = [person(str(n), "React") for n in range(2)] + [person(f"vue-{n}", "Vue.js") for n in range(9)]
    need = brief(Slot.SKILLS, skills=want("React"))
    found = await closest(open_matcher, people, need, at_least=4)
    assert (len(found.matches), len(found.near_misses), found.eligible) == (2, 2, 2)
    assert not (await closest(open_matcher, people, need, at_least=2)).near_misses
    assert not (await closest(open_matcher, people, need, at_least=0)).near_misses
    async with open_matcher(people) as matcher:
        short = await matcher.search(need, today=TODAY, limit=1, at_least=2)
    assert (len(short.matches), short.near_misses) == (1, ())


async def test_nobody_with_what_is_ruled_out(open_matcher: OpenMatcher) -> None:
    people = [
        person("wordpress", "React", "WordPress", country="PL"),
        person("spain", "React", country="ES"),
        person("vue", "Vue.js", country="PL"),
    ]
    skills = (*want("React"), *want("WordPress", importance=Importance.EXCLUDED))
    need = brief(Slot.SKILLS, Slot.COUNTRIES, skills=skills, countries=Countries(exclude=("ES",)))
    assert names(await closest(open_matcher, people, need), people) == ["vue"]


async def test_nobody_who_has_nothing_to_do_with_the_work(open_matcher: OpenMatcher) -> None:
    people = [
        person("cook", "Cooking", role="recipe-developer"),
        person("react", "React", role="web-developer"),
    ]
    need = brief(Slot.SKILLS, role="web-developer", skills=want("React", "Shopify"))
    assert names(await closest(open_matcher, people, need), people) == ["react"]
    assert not (await closest(open_matcher, people, brief(Slot.HOURLY_RATE))).near_misses


async def test_a_translator_without_the_language_is_not_close(open_matcher: OpenMatcher) -> None:
    people = [
        person("mute", "Translation", role="translator"),
        person("coder", "React", role="web-developer"),
    ]
    german = (LanguageWish(code="de"),)
    translating = brief(Slot.LANGUAGES, role="translator", languages=german)
    coding = brief(Slot.LANGUAGES, role="web-developer", languages=german)
    assert not (await closest(open_matcher, people, translating)).near_misses
    assert names(await closest(open_matcher, people, coding), people) == ["coder"]


async def test_numbers_count_by_how_far_they_are_off(open_matcher: OpenMatcher) -> None:
    people = [
        person(str(hours), "React", availability={"hours_per_week": hours}) for hours in (5, 25, 15)
    ] + [person("unstated", "React", availability={"hours_per_week": None})]
    need = brief(Slot.SKILLS, Slot.HOURS_PER_WEEK, skills=want("React"), hours_per_week=Range(min=30))
    assert names(await closest(open_matcher, people, need), people)[:2] == ["25", "15"]


async def test_a_ranking_with_near_misses_can_be_made_again(open_matcher: OpenMatcher) -> None:
    people = [person(str(n), "Vue.js") for n in range(3)]
    async with open_matcher(people) as matcher:
        found = await matcher.search(brief(Slot.SKILLS, skills=want("React")), today=TODAY, at_least=2)
        assert found.receipt is not None
        assert len(found.near_misses) == 2
        assert await matcher.replay(found.receipt) == found
