"""Which must-haves of a post give way: as few as leave enough people, what the client insists on never."""

from agent.matching.query import is_post
from agent.matching.yielding import THIN
from store.nouns.brief import Brief, Countries, Importance, LanguageWish, SkillWish, Slot, Term
from store.nouns.freelancer import Freelancer
from tests_support.matching import OpenMatcher
from tests_support.nouns import TODAY, make_freelancer

_POST = (
    "We sell shoes and our shop on the web is slow, so somebody must look into it soon and make it fast " * 2
)


def people(number: int, **values: object) -> list[Freelancer]:
    return [make_freelancer(f"{number}-{n}", **values) for n in range(number)]


def post(*musts: str, hard: tuple[Slot, ...] = (), **values: object) -> Brief:
    terms = {slot: Term(hard=True) for slot in (Slot.SKILLS, *hard)}
    wishes = tuple(SkillWish(name=name) for name in musts)
    return Brief.model_validate({"skills": wishes, "terms": terms, "description": _POST, **values})


def musts(brief: Brief) -> set[str]:
    return {wish.name for wish in brief.skills_that(Importance.MUST)}


async def test_enough_people_leave_the_brief_as_it_is(open_matcher: OpenMatcher) -> None:
    need = post("React", "Shopify")
    assert is_post(need)
    async with open_matcher(people(THIN, skills=[{"name": "React"}, {"name": "Shopify"}])) as matcher:
        assert await matcher.eased(need, TODAY, ()) == need


async def test_what_lets_most_people_in_gives_way_and_nothing_more(open_matcher: OpenMatcher) -> None:
    both = [{"name": "React"}, {"name": "Shopify"}]
    market = people(2, skills=both) + people(11, skills=[{"name": "React"}])
    need = post("React", "Shopify", "Dropbox")
    async with open_matcher(market) as matcher:
        eased = await matcher.eased(need, TODAY, ())
        assert musts(eased) == {"React"}
        assert [wish.name for wish in eased.skills] == ["React", "Shopify", "Dropbox"]
        found = await matcher.search(eased, today=TODAY, limit=20)
        assert len(found.matches) == 13


async def test_what_the_client_insists_on_never_gives_way(open_matcher: OpenMatcher) -> None:
    market = people(1, skills=[{"name": "Shopify"}]) + people(20, skills=[{"name": "React"}])
    need = post("React", "Shopify")
    async with open_matcher(market) as matcher:
        assert musts(await matcher.eased(need, TODAY, {(Slot.SKILLS, "Shopify")})) == {"Shopify"}
        nobody = post("React", "Vue.js")
        assert await matcher.eased(nobody, TODAY, {(Slot.SKILLS, "Vue.js")}) == nobody


async def test_all_languages_give_way_together_and_exclusions_never(open_matcher: OpenMatcher) -> None:
    wishes = (LanguageWish(code="de"), LanguageWish(code="fr"))
    need = post("React", hard=(Slot.LANGUAGES,), languages=wishes)
    without = need.model_copy(
        update={"skills": (*need.skills, SkillWish(name="PHP", importance=Importance.EXCLUDED))}
    )
    async with open_matcher(people(12, skills=[{"name": "React"}, {"name": "PHP"}])) as matcher:
        assert not (await matcher.eased(need, TODAY, ())).is_hard(Slot.LANGUAGES)
        eased = await matcher.eased(without, TODAY, ())
        assert [wish.name for wish in eased.skills_that(Importance.EXCLUDED)] == ["PHP"]
        assert (await matcher.search(eased, today=TODAY)).matches == ()


async def test_the_languages_of_a_translator_never_give_way(open_matcher: OpenMatcher) -> None:
    german = (LanguageWish(code="de"),)
    need = post("SDL Trados", role="translator", hard=(Slot.LANGUAGES,), languages=german)
    speakers = people(12, role="translator", languages=[{"code": "de", "level": "NATIVE"}])
    others = people(20, role="translator", skills=[{"name": "SDL Trados"}])
    async with open_matcher([*speakers, *others]) as matcher:
        eased = await matcher.eased(need, TODAY, ())
        assert eased.is_hard(Slot.LANGUAGES)
        assert musts(eased) == set()


async def test_places_that_are_alternatives_stay_alternatives(open_matcher: OpenMatcher) -> None:
    places = Countries(include=("GB",), exclude=("ES",))
    need = post("React", hard=(Slot.REGIONS, Slot.COUNTRIES), regions=("eu",), countries=places)
    spain = people(11, country="ES", skills=[{"name": "React"}])
    britain = people(2, country="GB", skills=[{"name": "React"}])
    async with open_matcher([*spain, *britain]) as matcher:
        eased = await matcher.eased(need, TODAY, ())
        assert not eased.is_hard(Slot.REGIONS)
        assert not eased.is_hard(Slot.COUNTRIES)
        assert (await matcher.search(eased, today=TODAY)).eligible == 13
