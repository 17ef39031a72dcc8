"""What a clause makes of a negation: double ones, verdicts on a lack, pronouns, ellipses."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import (
    Brief,
    Countries,
    Importance,
    LanguageLevel,
    LanguageWish,
    Provider,
    Seniority,
    SkillWish,
    Slot,
    Term,
)
from tests_support.readings import brief_of

MUST, NICE, EXCLUDED = Importance.MUST, Importance.NICE, Importance.EXCLUDED


def _skills(brief: Brief) -> dict[str, Importance]:
    return {skill.name: skill.importance for skill in brief.skills}


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("UI designer. Don't show me people who don't know Figma.", {"Figma": MUST}),
        ("I don't want anyone who hasn't worked with Figma. UI designer.", {"Figma": MUST}),
        ("A UI designer without Figma is useless to us.", {"Figma": MUST}),
        ("Without Figma you'd be lost here. UI designer.", {"Figma": MUST}),
        ("UI designer, people without Figma will not be considered", {"Figma": MUST}),
    ],
)
def test_a_lack_that_is_not_wanted_is_a_requirement(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, skills: dict[str, Importance]
) -> None:
    assert _skills(brief_of(interpreter, knowledge, text)) == skills


@pytest.mark.parametrize(
    "text",
    [
        "It's fine if they've never used Webflow. Web designer.",
        "No Webflow experience? No problem. Web designer.",
        "Web designer; happy to take somebody with no Webflow.",
        "Web designer. No Webflow knowledge needed.",
        "Web designer, Webflow experience is not expected",
        "Web designer. Webflow? Nah, we won't need it.",
        "Web designer. Webflow skills? Not essential.",
        "Web designer. Webflow we could live without.",
        "Web designer. I don't know any Webflow.",
        "Our site was in Webflow, that's over. Web designer, so don't bother with Webflow knowledge.",
        "We are leaving Webflow, web designer wanted",
        "Web designer wanted, we want to get rid of Webflow",
        "Busco un diseñador gráfico. Webflow no es necesario.",
    ],
)
def test_what_is_not_needed_is_no_wish(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert _skills(brief_of(interpreter, knowledge, text)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Web designer. I've had enough of freelancers who only know Webflow.",
        "Web designer. Webflow we can't stand.",
        "Web designer, none of that Webflow stuff",
        "Web designer. Squarespace fans are fine, Webflow is not.",
        "Web designer. My boss says no Webflow.",
        "Web designer. Webflow isn't cutting it.",
        "Ich suche einen Grafikdesigner, Webflow nein danke",
        "Procuro um designer gráfico, Webflow não",
    ],
)
def test_what_is_ruled_out(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    assert _skills(brief_of(interpreter, knowledge, text))["Webflow"] is EXCLUDED


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("React dev. TypeScript is required, GraphQL is not.", {"React": MUST, "TypeScript": MUST}),
        (
            "The app is in Angular and we don't want to migrate it. Angular dev, not afraid of that.",
            {"Angular": MUST},
        ),
        ("Data analyst. R rather than Python.", {"R": MUST}),
        ("DevOps engineer, we're moving off Heroku to Azure", {"Microsoft Azure": MUST}),
        ("A Django developer if possible with Celery", {"Django": MUST, "Celery": NICE}),
    ],
)
def test_what_a_weight_is_said_of(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, skills: dict[str, Importance]
) -> None:
    assert _skills(brief_of(interpreter, knowledge, text)) == skills


@pytest.mark.parametrize(
    ("text", "countries", "hard"),
    [
        ("Virtual assistant, preferably not from India", Countries(exclude=("IN",)), False),
        ("Virtual assistant. Whoever lives in India can't be hired by us.", Countries(exclude=("IN",)), True),
        ("Virtual assistant. Poland is fine, Russia isn't.", Countries(exclude=("RU",)), True),
        ("Virtual assistant from all over the world bar Iran", Countries(exclude=("IR",)), True),
        ("Procuro um desenvolvedor que não seja dos EUA", Countries(exclude=("US",)), True),
    ],
)
def test_where_nobody_is_wanted_from(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, countries: Countries, hard: bool
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.countries is not None
    assert brief.countries.exclude == countries.exclude
    assert brief.is_hard(Slot.COUNTRIES) is hard


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("Remove everyone who isn't an agency", Provider.AGENCY),
        ("I would rather it wasn't an agency. Logo designer.", Provider.INDIVIDUAL),
        ("Logo designer, spare me the agencies", Provider.INDIVIDUAL),
        ("Cherche un graphiste, surtout pas d'agence", Provider.INDIVIDUAL),
        ("Cerco un grafico, niente agenzie", Provider.INDIVIDUAL),
    ],
)
def test_who_is_not_wanted(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, provider: Provider
) -> None:
    assert brief_of(interpreter, knowledge, text).provider is provider


def _held(**values: object) -> Brief:
    terms = {Slot(slot): Term(hard=False) for slot in values}
    return Brief.model_validate({**values, "terms": terms})


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        (EXCLUDED, "Tableau can go back in as a nice-to-have", {"Tableau": NICE}),
        (EXCLUDED, "Tableau is fine again", {}),
        (MUST, "Drop Tableau down to nice to have", {"Tableau": NICE}),
        (MUST, "Tableau? Nope, we no longer need it", {}),
    ],
)
def test_a_held_skill_is_weighed_anew(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    before: Importance,
    text: str,
    after: dict[str, Importance],
) -> None:
    held = _held(skills=[SkillWish(name="Tableau", importance=before)])
    assert _skills(brief_of(interpreter, knowledge, text, start=held)) == after


def test_a_held_value_is_given_up(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    tongue = _held(languages=[LanguageWish(code="it", level=LanguageLevel.FLUENT)])
    raised = brief_of(interpreter, knowledge, "make that native, not just fluent", start=tongue)
    assert [wish.level for wish in raised.languages] == [LanguageLevel.NATIVE]
    swapped = brief_of(interpreter, knowledge, "Swap Italian for Slovak.", start=tongue)
    assert [wish.code for wish in swapped.languages] == ["sk"]
    senior = _held(seniority=Seniority.EXPERT)
    assert (
        brief_of(interpreter, knowledge, "Forget senior, mid-level is enough", start=senior).seniority
        is Seniority.INTERMEDIATE
    )
    place = _held(countries=Countries(include=("DE",)))
    wider = brief_of(interpreter, knowledge, "Not Germany only, Austria would work too", start=place)
    assert wider.countries == Countries(include=("DE", "AT"))


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("We're switching from Mailchimp to Klaviyo, need an email marketer.", {"Klaviyo": MUST}),
        ("We need to replace Salesforce by HubSpot. CRM consultant.", {"HubSpot": MUST}),
        ("Ditching Wix for Squarespace. Web designer.", {"Squarespace": MUST}),
        ("The backend in Django is done, you won't touch it. React dev.", {"React": MUST}),
    ],
)
def test_what_is_left_behind_for_something_else(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, skills: dict[str, Importance]
) -> None:
    assert _skills(brief_of(interpreter, knowledge, text)) == skills
