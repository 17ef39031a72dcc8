"""What may give way, against a counting tool that knows who of a small market meets what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from agent.deps import Deps
from agent.questions.easing import easing_question, easings
from store.knowledge import load_knowledge
from store.nouns.brief import Brief, Countries, Importance, MoneyRange, SkillWish, Slot, Term
from store.nouns.conversation import Memory, Question
from store.nouns.match import Ranking
from tests_support.nouns import NOW

KNOWLEDGE = load_knowledge()
BRIEF = Brief(
    skills=(SkillWish(name="React"), SkillWish(name="Shopify"), SkillWish(name="Vue.js", alternative=1)),
    hourly_rate=MoneyRange(max=20),
    terms={Slot.SKILLS: Term(hard=True), Slot.HOURLY_RATE: Term(hard=True)},
)


@dataclass
class Counting:
    rule: Callable[[Brief], int]

    async def count(self, brief: Brief, today: date) -> int:
        return self.rule(brief)


async def ask(
    rule: Callable[[Brief], int], eligible: int = 0, declined: tuple[Slot, ...] = ()
) -> Question | None:
    deps = Deps(interpreter=None, tools=Counting(rule), knowledge=KNOWLEDGE, clock=lambda: NOW)
    return await easing_question(Memory(brief=BRIEF, declined=declined), Ranking(eligible=eligible), deps)


def musts(brief: Brief) -> set[str]:
    rate = {"rate"} if brief.is_hard(Slot.HOURLY_RATE) else set()
    return rate | {skill.name for skill in brief.skills_that(Importance.MUST)}


def test_every_must_have_can_become_a_preference_one_at_a_time() -> None:
    eased = {easing.name: musts(BRIEF) - musts(easing.brief) for easing in easings(BRIEF, KNOWLEDGE)}
    assert eased == {
        "React": {"React"},
        "Shopify": {"Shopify"},
        "Vue.js": {"Vue.js"},
        "up to $20 an hour": {"rate"},
    }


def test_a_region_and_a_country_besides_it_give_way_together() -> None:
    both = {Slot.REGIONS: Term(hard=True), Slot.COUNTRIES: Term(hard=True)}
    brief = Brief(regions=("eu",), countries=Countries(include=("GB",)), terms=both)
    (easing,) = easings(brief, KNOWLEDGE)
    assert easing.name == "European Union or United Kingdom"
    without = Countries(include=("GB",), exclude=("ES",))
    (easing,) = easings(brief.model_copy(update={"countries": without}), KNOWLEDGE)
    assert easing.name == "European Union or United Kingdom but not Spain"
    assert not easing.brief.is_hard(Slot.REGIONS)
    assert not easing.brief.is_hard(Slot.COUNTRIES)


def test_a_bound_of_the_record_says_what_it_is_of() -> None:
    hard = {Slot.MIN_JOBS_COMPLETED: Term(hard=True), Slot.MIN_RATING: Term(hard=True)}
    brief = Brief(min_jobs_completed=15, min_rating=4.5, terms=hard)
    named = [easing.name for easing in easings(brief, KNOWLEDGE)]
    assert named == ["15 or more completed jobs", "rated 4.5 or better"]


async def test_what_lets_most_people_in_is_offered_first() -> None:
    def rule(brief: Brief) -> int:
        return 7 if "rate" not in musts(brief) else 2 if "Shopify" not in musts(brief) else 0

    question = await ask(rule)
    assert question is not None
    assert [(o.label, o.candidates) for o in question.options] == [
        ("up to $20 an hour optional", 7),
        ("Shopify optional", 2),
    ]
    assert question.options[0].brief is not None
    assert not question.options[0].brief.is_hard(Slot.HOURLY_RATE)


async def test_several_go_together_where_no_single_one_helps() -> None:
    question = await ask(lambda brief: 4 if musts(brief) <= {"React"} else 0)
    assert question is not None
    (option,) = question.options
    assert option.candidates == 4
    assert option.brief is not None
    assert musts(option.brief) == {"React"}


async def test_no_more_go_together_than_it_takes() -> None:
    question = await ask(lambda brief: 4 if not musts(brief) & {"Shopify", "Vue.js"} else 0)
    assert question is not None
    (option,) = question.options
    assert option.label == "Vue.js and Shopify optional"
    assert option.brief is not None
    assert musts(option.brief) == {"React", "rate"}


async def test_what_was_held_on_to_is_not_offered_together_with_another() -> None:
    def rule(brief: Brief) -> int:
        return 4 if not musts(brief) & {"Shopify", "rate"} else 0

    assert await ask(rule) is not None
    assert await ask(rule, declined=(Slot.SKILLS,)) is None


async def test_nothing_is_asked_where_there_are_people_or_nothing_would_help() -> None:
    assert await ask(lambda _: 50, eligible=10) is None
    assert await ask(lambda _: 0) is None


async def test_a_client_who_holds_on_to_it_is_not_asked_again() -> None:
    def rule(brief: Brief) -> int:
        return 0 if brief.is_hard(Slot.HOURLY_RATE) else 7

    asked = await ask(rule)
    assert asked is not None
    assert await ask(rule, declined=(asked.slot,)) is None


async def test_what_was_held_on_to_is_not_offered_beside_something_else() -> None:
    def rule(brief: Brief) -> int:
        return 7 if "rate" not in musts(brief) else 2 if "Shopify" not in musts(brief) else 0

    assert await ask(rule, declined=(Slot.SKILLS,)) is None
