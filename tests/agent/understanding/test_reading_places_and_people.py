"""Places that are nobody's wish, zones, providers, levels and headcounts."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import Countries, Provider, Range, Seniority
from tests_support.readings import TODAY, brief_of


@pytest.mark.parametrize(
    "text",
    [
        "turkey-shaped mascot, illustrator needed",
        "We move freight between Ireland and France and need a React dev",
        "React dev, our servers are in Frankfurt",
        "travel writer: 10 articles on Morocco and Tunisia",
        "illustrator for a children's book about Egypt",
        "SEO for a plumber in Leeds",
        "please polish the text, editor wanted",
        "Sculptor for turkey calls, hunting gear. Product renders.",
        "Our developers sit in Kraków, we need a QA engineer",
        "PPC specialist. We sell to Germany and Austria.",
        "Virtual assistant who calls suppliers in China",
        "Book editor, the novel's set in Japan",
        "QA engineer, most of our users are in Spain",
        "Ghostwriter, English only though our firm's Austrian",
        "need a designer, we are at 5 elm road, leeds",
    ],
)
def test_a_place_that_is_no_wish(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    assert brief_of(interpreter, knowledge, text).countries is None


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("React dev, EU/UK based", Countries(include=("GB",))),
        ("Bookkeeper in Atlanta, Georgia", Countries(include=("US",))),
        ("Bookkeeper in Naples, Florida", Countries(include=("US",))),
        ("Audio engineer, they'd have to come to the studio in Glasgow weekly", Countries(include=("GB",))),
        ("React dev. Vietnam out, Indonesia in", Countries(include=("ID",), exclude=("VN",))),
        ("React dev in Asia, though Hong Kong doesn't work", Countries(exclude=("HK",))),
        ("React dev, SC cleared Brits only", Countries(include=("GB",))),
        ("Civil engineer, drainage plans, Georgia (the state)", Countries(include=("US",))),
        ("Georgia-based paralegal (the US state, not the country!)", Countries(include=("US",))),
        ("DevOps engineer, Australian citizens only", Countries(include=("AU",))),
        ("ERP consultant, Polish or Czech residents only", Countries(include=("PL", "CZ"))),
        ("Translator with an Irish passport", Countries(include=("IE",))),
        ("VA wanted\nFrom: Kenya, Nigeria or South Africa", Countries(include=("KE", "NG", "ZA"))),
        ("React dev\nWhere: Mexico, Colombia, Chile.", Countries(include=("MX", "CO", "CL"))),
    ],
)
def test_a_place_that_is_wanted_or_not(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, countries: Countries
) -> None:
    assert brief_of(interpreter, knowledge, text).countries == countries


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("React dev, UTC -5 to -8", (-8, -5)),
        ("React dev, +/- 3h from UTC+2", (-1, 5)),
        ("React dev, my afternoons, I'm in Perth", (2, 10)),
    ],
)
def test_a_zone_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, offsets: tuple[float, float]
) -> None:
    assert brief_of(interpreter, knowledge, text).utc_offset == Range(min=offsets[0], max=offsets[1])


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("React dev, no BPOs", Provider.INDIVIDUAL),
        ("React dev, a boutique agency", Provider.AGENCY),
        ("React dev, a studio rather than one person", Provider.AGENCY),
        ("React dev, no team of 50 rockstars, one human", Provider.INDIVIDUAL),
        ("React dev, studio or freelancer", None),
    ],
)
def test_a_provider_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, provider: Provider | None
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.provider == provider
    assert brief.headcount in (None, 1)


@pytest.mark.parametrize(
    ("text", "headcount"),
    [
        ("customer support agents, 4 people", 4),
        ("team of 3 React developers", 3),
        ("Our team of 4 developers needs a React dev", None),
        ("customer support, 4 agents, Zendesk, night shifts", 4),
        ("we have a support team, 4 agents, and need a Zendesk admin", None),
        ("4 native speakers for app localisation: Korean, Thai, Vietnamese, Indonesian", 4),
        ("looking for a React Native dev, 2 of them actually, 40h/week", 2),
        ("looking for a react native dev, 2 of them actually, 40h/week", 2),
        ("Content moderator nights, Tagalog, for a dating app. $6/h, 5 people.", 5),
        ("small agency, 5 people, looking for a designer", None),
        ("2D Spine animator for a slots game", None),
        ("4 nos. of PHP developers", 4),
        ("iOS developers 2 nos", 2),
        ("Workday consultants (x3), certified", 3),
        ("six C#/.NET developers for a bank", 6),
        ("SQL tester. 2 openings", 2),
        ("QA testers, 3 needed", 3),
        ("payroll clerks, 2 FTE", 2),
        ("recruiter for chip designers, 20 openings", None),
        ("lead list of 300 product designers, virtual assistant", None),
        ("market researcher for interviews with 20 hospital buyers", None),
        ("project manager to lead 4 designers", None),
    ],
)
def test_a_headcount_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, headcount: int | None
) -> None:
    assert brief_of(interpreter, knowledge, text).headcount == headcount


@pytest.mark.parametrize("then", ["I forgot to say: It's for two people.", "Also: we'd take two people"])
def test_a_headcount_is_added(interpreter: OfflineInterpreter, knowledge: Knowledge, then: str) -> None:
    assert brief_of(interpreter, knowledge, "a content writer for 3 weeks", then).headcount == 2


@pytest.mark.parametrize(
    "then", ["forget about the two people, we'll see", "forget the two people and the budget"]
)
def test_a_headcount_is_dropped(interpreter: OfflineInterpreter, knowledge: Knowledge, then: str) -> None:
    assert brief_of(interpreter, knowledge, "two content writers for 3 weeks", then).headcount is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("React dev, nobody junior please", Seniority.INTERMEDIATE),
        ("React dev, beginner is fine", Seniority.ENTRY),
        ("React dev, someone experienced", Seniority.EXPERT),
        ("React dev, a year or two under their belt is perfect", Seniority.ENTRY),
        ("svelte front end, mid, full time", Seniority.INTERMEDIATE),
        ("data analyst\nLevel: mid\nHours: 25", Seniority.INTERMEDIATE),
        ("data analyst for a mid size shop", None),
        ("our receptionist of nineteen years is retiring, need a virtual assistant", None),
        ("company with 20 years of history needs a React dev", None),
    ],
)
def test_a_level_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, level: Seniority | None
) -> None:
    assert brief_of(interpreter, knowledge, text).seniority == level


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("need flutter people x2, 6 months", 2),
        ("flutter dev, 2 devs actually, nairobi", 2),
        ("we need one lead DevOps engineer for a year", 1),
        ("somebody to label 30k images, bounding boxes, 4 ppl, africa", 4),
        ("we are a cafe, 4 people, and need a bookkeeper", None),
    ],
)
def test_people_are_counted_in_notes(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, count: int | None
) -> None:
    assert brief_of(interpreter, knowledge, text).headcount == count


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        (
            "busco programador PHP para mantener la web de un hotel, 10 horas a la semana",
            "es",
            "php-developer",
        ),
        ("¿quién puede hacer la web de mi clínica en wordpress?", "es", "wordpress-developer"),
    ],
)
def test_spanish_is_told_by_its_small_words(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, language: str, role: str
) -> None:
    assert interpreter.read_now(text, Context(today=TODAY)).language == language
    assert brief_of(interpreter, knowledge, text).role == role


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("social media manager for a yoga studio, bali based a bonus", "ID"),
        ("logo designer for a small brand of craft beer in cans, brisbane or anywhere", "AU"),
    ],
)
def test_cities_in_small_letters_are_known_by_where_they_stand(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, country: str
) -> None:
    assert brief_of(interpreter, knowledge, text).countries == Countries(include=(country,))


@pytest.mark.parametrize(
    "text",
    ["a data scientist with at least eight years behind them", "cloud engineer, ten years of practice"],
)
def test_years_somebody_has_behind_them_are_experience(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert brief_of(interpreter, knowledge, text).seniority is Seniority.EXPERT


def test_a_share_of_a_full_time_job_is_a_workload(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(interpreter, knowledge, "recruiter at 50 per cent of a full-time position")
    assert brief.hours_per_week == Range(min=20, max=20)


def test_what_will_last_is_not_past(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "lawyer; the work would begin by 11 January and last six months")
    assert brief.duration_weeks == Range(min=26, max=26)


def test_the_longest_is_a_limit(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "data entry specialist, six weeks at the longest")
    assert brief.duration_weeks == Range(max=6)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Subtitler for Korean dramas into English", {"ko", "en"}),
        ("Sales rep with Spanish as mother tongue", {"es"}),
        ("Website for a school that teaches Spanish, French and Chinese", set()),
        ("Book editor for a history of Finnish", set()),
        ("iOS app for a Swedish client of ours", set()),
    ],
)
def test_a_language_of_the_work_and_of_others(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, codes: set[str]
) -> None:
    assert {wish.code for wish in brief_of(interpreter, knowledge, text).languages} == codes


@pytest.mark.parametrize(
    "text",
    [
        "A website for kids and seniors, web designer wanted",
        "Logo for a junior football club",
        "LinkedIn posts for a senior partner at a law firm",
        "Logo for a five-star spa",
        "Our app has 3.2 stars in the App Store, Android dev wanted",
        "Our hotel sits at 3.9 stars on Google, marketer wanted",
    ],
)
def test_levels_and_stars_of_others(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert (brief.seniority, brief.min_rating) == (None, None)
