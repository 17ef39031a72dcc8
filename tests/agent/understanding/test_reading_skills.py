"""Skills by their short and regional names, and how much each is wanted."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import Importance, Slot
from tests_support.readings import TODAY, brief_of

MUST, NICE, EXCLUDED = Importance.MUST, Importance.NICE, Importance.EXCLUDED


def read(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> dict[str, Importance]:
    return {wish.name: wish.importance for wish in brief_of(interpreter, knowledge, text).skills}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mechanical engineer, injection moulding", "Injection Molding"),
        ("mechanical engineer, injection molding", "Injection Molding"),
        ("video editor with colour grading skills", "Color Grading"),
        ("designer who knows jewellery design, Rhino too", "Jewelry Design"),
        ("marketer with conversion rate optimisation experience", "Conversion Rate Optimization"),
        ("illustrator with children's book illustrations experience", "Children's Book Illustration"),
    ],
)
def test_a_skill_is_known_in_british_and_american_one_or_many(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert name in read(interpreter, knowledge, text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("YouTube editor, Premiere or Resolve", {"Adobe Premiere Pro", "DaVinci Resolve"}),
        ("archviz artist, 3ds Max/Corona", {"3ds Max", "Corona Renderer"}),
        ("front-end developer, Tailwind+Alpine", {"Tailwind CSS", "Alpine.js"}),
        ("slides for a board meeting, presentation designer. keynote.", {"Keynote"}),
        ("data analyst, SQL is a must, R optional", {"SQL", "R"}),
        ("embedded dev stm32 c", {"STM32", "C"}),
        ("backend dev, node (express)", {"Node.js", "Express.js"}),
    ],
)
def test_an_everyday_word_is_a_skill_in_a_list_or_beside_its_role(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, names: set[str]
) -> None:
    assert set(read(interpreter, knowledge, text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "We CAN pay well. I need a translator for our menu.",
        "Bookkeeper for Harmony Dental in Leeds",
        "accountant please, we can resolve the details later",
        "virtual assistant for a clinic in Reading, the Heap of mail is growing",
    ],
)
def test_an_everyday_word_is_no_skill_of_another_trade(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert not read(interpreter, knowledge, text)


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("WordPress developer, Gutenberg, Elementor out", {"Elementor": EXCLUDED}),
        ("Web developer. Nuxt yes, Angular: nope.", {"Angular": EXCLUDED}),
        ("QA engineer\nMust: Cypress\nShould: Playwright\nNo: Selenium, Katalon",
         {"Cypress": MUST, "Playwright": NICE, "Selenium": EXCLUDED, "Katalon": EXCLUDED}),
        ("Must-haves: Rust, Tokio. Nice-to-haves: Axum. Dealbreakers: blockchain.",
         {"Rust": MUST, "Axum": NICE, "Blockchain": EXCLUDED}),
        ("keep Drupal out of it; PHP developer, Symfony", {"Drupal": EXCLUDED, "Symfony": MUST}),
        ("C++ developer? No: Rust. 3 months", {"Rust": MUST}),
    ],
)  # fmt: skip
def test_what_is_turned_down_is_excluded(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, wishes: dict[str, Importance]
) -> None:
    assert wishes.items() <= read(interpreter, knowledge, text).items()


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("We left FreeRTOS and aren't going back; firmware engineer for Zephyr", "FreeRTOS"),
        ("Full-stack engineer for Next.js. We don't use Redux any more.", "Redux"),
        ("Email marketer, Klaviyo. Mailchimp experience doesn't count.", "Mailchimp"),
        ("data analyst with SQL, no Excel-only people", "Excel"),
        ("C++ developer? No: Rust. 3 months", "C++"),
    ],
)
def test_what_is_left_behind_or_does_not_count_is_no_wish(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, gone: str
) -> None:
    assert gone not in read(interpreter, knowledge, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("An accountant who knows Xero. QuickBooks less so.", "QuickBooks"),
        ("motion designer, After Effects, Houdini would be a dream", "Houdini"),
        ("bookkeeper - QBO req'd, Gusto nice", "Gusto"),
        ("DevOps engineer with Kubernetes, Istio gets you extra points", "Istio"),
        ("React dev. I'd like it if they had worked with Shopify too", "Shopify"),
        ("subtitler. Movie translation would be a plus.", "Subtitle Translation"),
        ("sound guy for the music industry. Music mastering would be nice to have.", "Audio Mastering"),
    ],
)
def test_what_is_liked_is_nice_to_have(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert read(interpreter, knowledge, text)[name] is NICE


def test_what_a_role_with_a_long_name_has(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    text = "cold caller and appointment setter with Phone calling needed"
    assert "Telemarketing" in read(interpreter, knowledge, text)


@pytest.mark.parametrize("languages", ["Spanish", "French to English", "German and French"])
def test_what_is_listed_after_languages(
    interpreter: OfflineInterpreter, knowledge: Knowledge, languages: str
) -> None:
    skills = read(interpreter, knowledge, f"a translator who knows {languages} and medical translations")
    assert skills == {"Medical Translation": Importance.MUST}


def test_a_skill_named_like_the_industry_held_leaves_it(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(interpreter, knowledge, "sound guy for the music industry", "Music mastering is a plus")
    assert [each.name for each in brief.skills] == ["Audio Mastering"]
    assert brief.industries == ("music",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SEO specialist, technical audits. no link-builders please!", "Link Building"),
        ("Not looking for SEO, just Google Ads", "SEO"),
    ],
)
def test_who_does_other_work_is_turned_away(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert read(interpreter, knowledge, text)[name] is EXCLUDED


@pytest.mark.parametrize(
    "text",
    [
        "Senior UX designer. Not looking for UI people.",
        "Editor for a fantasy novel. Developmental editing, not proofreading.",
        "translator, native French, no machine translation",
        "bookkeeper for two clinics. We are not after an accountancy firm.",
    ],
)
def test_the_work_itself_turns_nobody_of_the_trade_away(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert EXCLUDED not in read(interpreter, knowledge, text).values()


@pytest.mark.parametrize(
    "text",
    [
        "maths tutor twice a week on zoom",
        "recruiter, 850 DKK per hour excl. VAT",
        "lead gen specialist, target: dental labs in the UK",
        "headhunter for a retained search",
        "This is Ruby from accounts, we need a bookkeeper",
    ],
)
def test_a_word_of_the_matter_is_no_skill(interpreter: OfflineInterpreter, text: str) -> None:
    changes = interpreter.read_strictly(text, Context(today=TODAY)).changes
    assert [change.value for change in changes if change.slot is Slot.SKILLS] == []


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("privacy lawyer. OneTrust would be convenient.", {"OneTrust": NICE}),
        ("a Shopify developer who is good with Shopify and React", {"Shopify": MUST, "React": MUST}),
        (
            "UX researcher, Dovetail is indispensable, Lookback would be a distinct advantage",
            {"Dovetail": MUST, "Lookback": NICE},
        ),
        ("supply chain specialist, SAP IBP or Kinaxis", {"SAP IBP": MUST, "Kinaxis": MUST}),
        (
            "bookkeeper who knows Xero. QuickBooks people, respectfully, no.",
            {"Xero": MUST, "QuickBooks": EXCLUDED},
        ),
        (
            "editor on Avid Media Composer. We cannot work in Premiere.",
            {"Avid Media Composer": MUST, "Adobe Premiere Pro": EXCLUDED},
        ),
        (
            "data engineer, Airflow. SageMaker we are deliberately moving away from.",
            {"Apache Airflow": MUST, "Amazon SageMaker": EXCLUDED},
        ),
        (
            "Manual tester. They work in Jira. It is not necessary that they automate anything.",
            {"Jira": MUST},
        ),
        ("Flutter developer. Please, no React Native people.", {"Flutter": MUST, "React Native": EXCLUDED}),
        (
            "Strategist for content. Must have: proven planning for companies, confident use of Semrush. "
            "Nice to have: an eye for pictures, Figma.",
            {"Semrush": MUST, "Figma": NICE},
        ),
    ],
)
def test_how_much_a_tool_is_wanted_is_told_in_many_words(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, wished: dict[str, Importance]
) -> None:
    read_as = read(interpreter, knowledge, text)
    assert {name: read_as.get(name) for name in wished} == wished


def test_a_name_is_not_put_together_from_small_words(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(interpreter, knowledge, "video editor, experience in video editing is a must")
    assert [skill.name for skill in brief.skills] == ["Video Editing"]
