"""Languages and how well they are spoken, short forms, accents, and nations' words that are none."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Countries, LanguageLevel
from tests_support.readings import brief_of

BASIC, SOME = LanguageLevel.BASIC, LanguageLevel.CONVERSATIONAL
FLUENT, NATIVE = LanguageLevel.FLUENT, LanguageLevel.NATIVE


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("customer support lead, EN + KO", {"en": FLUENT, "ko": FLUENT}),
        ("customer support lead, EN/JP", {"en": FLUENT, "ja": FLUENT}),
        ("business analyst, NL+FR+EN, 3 days a week", {"nl": FLUENT, "fr": FLUENT, "en": FLUENT}),
        ("customer support agent, de or en", {"de": FLUENT, "en": FLUENT}),
        ("copywriter (NL + FR texts)", {"nl": FLUENT, "fr": FLUENT}),
        ("customer support agents, DE, FR, IT natives", {"de": NATIVE, "fr": NATIVE, "it": NATIVE}),
        ("voice actor, native EN", {"en": NATIVE}),
        ("farsi<>english technical translator", {"fa": FLUENT, "en": FLUENT}),
        ("french/english quiz night host", {"fr": FLUENT, "en": FLUENT}),
        ("recruiter, French native + English", {"fr": NATIVE, "en": FLUENT}),
        ("recruiter, native French and English", {"fr": NATIVE, "en": NATIVE}),
        ("buyer, English necessary", {"en": FLUENT}),
        ("payroll specialist, German obviously", {"de": FLUENT}),
        ("data analyst, English working language", {"en": FLUENT}),
        ("accountant, bahasa required", {"id": FLUENT}),
        ("voice over artist, calm Australian accent", {"en": NATIVE}),
        ("technical writer, UK spelling", {"en": FLUENT}),
        (
            "translators, app into Turkish, Greek and Thai. Three natives.",
            dict.fromkeys(("tr", "el", "th"), NATIVE),
        ),
        ("data analyst, German + English, junior ok", {"de": FLUENT, "en": FLUENT}),
        ("translator with fluent Irish", {"ga": FLUENT}),
        ("Dutch tutor for my parents, beginners", {"nl": FLUENT}),
        ("support agent, English and a bit of Spanish", {"en": FLUENT, "es": BASIC}),
        ("Translator, English mother tongue, from French", {"en": NATIVE, "fr": FLUENT}),
        ("support agent, bilingual Québec French/English", {"fr": FLUENT, "en": FLUENT}),
        ("VA, English at native level and Hindi at a conversational level", {"en": NATIVE, "hi": SOME}),
        ("VA, native Spanish and English at a conversational level", {"es": NATIVE, "en": SOME}),
        ("VA, native English and Spanish, conversational French", {"en": NATIVE, "es": NATIVE, "fr": SOME}),
        ("website in German and English, WordPress dev", {}),
        ("WordPress site in three languages: English, German and French", {}),
        ("React dev for an English breakfast cafe", {}),
        ("please polish the text, editor wanted", {}),
        ("developer, our customers speak French", {}),
        ("developer for a French-speaking audience", {}),
        ("support agent who speaks Polish", {"pl": FLUENT}),
        ("payroll clerk, German B2", {"de": FLUENT}),
        ("payroll clerk, English at B2", {"en": FLUENT}),
        ("payroll clerk, eng C1", {"en": FLUENT}),
        ("payroll clerk, Deutsch fließend", {"de": FLUENT}),
        ("payroll clerk, español fluido", {"es": FLUENT}),
        ("payroll clerk, Nederlands sprekend", {"nl": FLUENT}),
        ("data analyst who reads Korean", {"ko": SOME}),
        ("data analyst, Czech reading helps", {"cs": SOME}),
        ("data analyst, Danish is needed for reading invoices, no more", {"da": SOME}),
        ("translator who must read Korean", {"ko": FLUENT}),
        ("customer support, languages DE FR NL", {"de": FLUENT, "fr": FLUENT, "nl": FLUENT}),
        ("blogger, three posts a week, EN, $25 each", {"en": FLUENT}),
        ("brochure translated EN to Thai", {"en": FLUENT, "th": FLUENT}),
        ("interpreter eng<>Hungarian", {"en": FLUENT, "hu": FLUENT}),
        ("subtitles: ES, PT-BR, FR, IT", dict.fromkeys(("es", "pt", "fr", "it"), FLUENT)),
        ("paralegal, Dutch and English deeds", {"nl": FLUENT, "en": FLUENT}),
        ("one Czech and one Slovak native for our hotline", {"cs": NATIVE, "sk": NATIVE}),
        ("voice recordings, ten Maltese speakers", {"mt": FLUENT}),
        ("interpreter French/Swiss-German", {"fr": FLUENT, "de": FLUENT}),
        ("erp functional consultant Spanish speaking", {"es": FLUENT}),
        ("iOS dev, native apps only. Docs in Thai, so Thai is needed", {"th": FLUENT}),
        ("developer for Greek and Turkish customers", {}),
    ],
)
def test_a_language_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, levels: dict[str, LanguageLevel]
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert {wish.code: wish.level for wish in brief.languages} == levels
    assert brief.countries is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("US native copywriter", NATIVE),
        ("business English teacher, native from the UK", NATIVE),
        ("copywriter, Canadian native", NATIVE),
        ("garden plans with UK native plants", None),
    ],
)
def test_a_native_of_a_nation_speaks_its_english(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, level: LanguageLevel | None
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert {wish.code: wish.level for wish in brief.languages} == ({} if level is None else {"en": level})


@pytest.mark.parametrize(
    "text",
    [
        "editor for my thesis, I'm a Danish engineer",
        "Our family (Greek) needs an event planner",
        "web scraping of job boards FR/IT/ES",
        "price comparison for pharmacies NL/BE, web developer",
        "UX/UI designer",
        "React dev, our boss doesn't speak Dutch",
        "CAD drafter, EN 1090 drawings",
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
        ("Irish/UK illustrator for a menu", ("IE", "GB")),
        ("Rust developer, remote from PL/CZ", ("PL", "CZ")),
        ("I'm in Accra, Ghanaian developers please, for Laravel", ("GH",)),
        ("budget CHF 900, Swiss or French freelancers, web developer", ("CH", "FR")),
        ("bookkeeper based in Spain or northern Italy", ("ES", "IT")),
        ("hydraulic engineer, lyon or turin, 60 eur", ("FR", "IT")),
    ],
)
def test_a_nation_says_where(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, countries: tuple[str, ...]
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.countries == Countries(include=countries)
    assert brief.languages == ()
