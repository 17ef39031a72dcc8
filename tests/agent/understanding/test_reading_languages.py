"""Languages said in short forms, those that go with an accent, and nations' words that are none."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Countries, LanguageLevel
from tests_support.readings import brief_of

SOME, FLUENT, NATIVE = LanguageLevel.CONVERSATIONAL, LanguageLevel.FLUENT, LanguageLevel.NATIVE


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("customer support lead, EN + KO", {"en": FLUENT, "ko": FLUENT}),
        ("customer support lead, EN/JP", {"en": FLUENT, "ja": FLUENT}),
        ("project manager, NL+FR+EN, 3 days a week", {"nl": FLUENT, "fr": FLUENT, "en": FLUENT}),
        ("customer support agent, de or en", {"de": FLUENT, "en": FLUENT}),
        ("email marketer (NL + FR texts)", {"nl": FLUENT, "fr": FLUENT}),
        ("customer support agents, DE, FR, IT natives", {"de": NATIVE, "fr": NATIVE, "it": NATIVE}),
        ("voice actor, native EN", {"en": NATIVE}),
        ("arabic<>english legal translator", {"ar": FLUENT, "en": FLUENT}),
        ("spanish/english live shopping host", {"es": FLUENT, "en": FLUENT}),
        ("fact checker, French native + English", {"fr": NATIVE, "en": FLUENT}),
        ("fact checker, native French and English", {"fr": NATIVE, "en": NATIVE}),
        ("sourcing agent, English necessary", {"en": FLUENT}),
        ("corporate trainer, German obviously", {"de": FLUENT}),
        ("data analyst, English working language", {"en": FLUENT}),
        ("data analyst, bahasa required", {"id": FLUENT}),
        ("voice over artist, warm Scottish accent", {"en": NATIVE}),
        ("technical writer, UK spelling", {"en": FLUENT}),
        (
            "translators, app into Turkish, Greek and Thai. Three natives.",
            dict.fromkeys(("tr", "el", "th"), NATIVE),
        ),
        ("data analyst, German + English, junior ok", {"de": FLUENT, "en": FLUENT}),
        ("translator with fluent Irish", {"ga": FLUENT}),
        ("Spanish tutor for two adults, beginners", {"es": FLUENT}),
    ],
)
def test_a_language_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, levels: dict[str, LanguageLevel]
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert {wish.code: wish.level for wish in brief.languages} == levels
    assert brief.countries is None


@pytest.mark.parametrize(
    "text",
    [
        "copywriter for the brand, I'm a Greek student",
        "Our brewery (Czech) needs an event planner",
        "scraper for 6 listing portals ES/PT/IT",
        "scraper for supermarkets NL/BE",
        "UX/UI designer",
        "React dev, the product owner doesn't speak Dutch",
        "CE drawings, EN ISO 12100",
        "PHP developer, AR/VR is a plus",
    ],
)
def test_what_is_no_wish_for_a_language(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert brief_of(interpreter, knowledge, text).languages == ()


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Irish/UK writer for brand copy", ("IE", "GB")),
        ("C# developer, remote from AT/DE", ("AT", "DE")),
        ("I'm in Accra, Ghanaian developers please, for Laravel", ("GH",)),
        ("budget CHF 7000, Swiss or German freelancers, web developer", ("CH", "DE")),
        ("bookkeeper based in Switzerland or southern Germany", ("CH", "DE")),
        ("stress engineer, toulouse or hamburg, 60 eur", ("FR", "DE")),
    ],
)
def test_a_nation_says_where(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, countries: tuple[str, ...]
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.countries == Countries(include=countries)
    assert brief.languages == ()
