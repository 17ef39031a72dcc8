"""What is to be done, where nobody says by whom: things with a verb, things by themselves, and long posts."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.nouns.brief import Slot
from tests_support.readings import BRIEF, TODAY


def _role(interpreter: OfflineInterpreter, text: str, context: Context | None = None) -> object:
    reading = interpreter.read_strictly(text, context or Context(today=TODAY))
    return next((change.value for change in reading.changes if change.slot is Slot.ROLE), None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("energy audit for a small brewery, 900 EUR", "environmental-engineer"),
        ("draw up our employee handbook", "hr-specialist"),
        ("need someone to deal with unpaid invoices", "bookkeeper"),
        ("streamline our operations, two days a week", "operations-manager"),
        ("three listicles a week about cycling", "content-writer"),
        ("haccp plan needed", "risk-compliance-specialist"),
        ("write unit tests for our billing module", "qa-automation-engineer"),
        ("register a trademark in Benelux", "ip-lawyer"),
        ("optimise our Amazon listings", "amazon-specialist"),
        ("renderings of a villa from plans", "architectural-visualizer"),
    ],
)
def test_what_one_role_makes_means_it_with_any_verb(
    interpreter: OfflineInterpreter, text: str, role: str
) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("localise our mobile game for Japan", "localization-specialist"),
        ("we need our product photos retouched", "photo-editor"),
        ("label x-ray images", "data-annotator"),
        ("somebody to photograph 40 rugs in our warehouse", "photographer"),
        ("please subtitle my lecture videos", "subtitler"),
        ("could somebody teach me Blender?", "online-tutor"),
        ("we film weddings and need an accountant", "accountant"),
        ("we photograph the rings ourselves, somebody to translate the texts", "translator"),
        ("Film school, please build us a website", "web-developer"),
    ],
)
def test_a_telling_verb_says_more_than_the_thing(
    interpreter: OfflineInterpreter, text: str, role: str
) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    "text", ["a 90 minute documentary", "furniture company btw", "can you find candidates in Europe?"]
)
def test_a_thing_in_a_conversation_is_no_new_role(interpreter: OfflineInterpreter, text: str) -> None:
    assert _role(interpreter, text, Context(today=TODAY, brief=BRIEF)) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Short contract, Django. Leeds.", "backend-developer"),
        ("I need an employment contract", "contract-specialist"),
        ("somebody to hold a workshop about sleep for our nurses", "corporate-trainer"),
        ("someone who can train my staff on the till", "corporate-trainer"),
    ],
)
def test_a_contract_is_how_long_or_what_is_drawn_up(
    interpreter: OfflineInterpreter, text: str, role: str
) -> None:
    assert _role(interpreter, text) == role


def test_what_the_client_does_is_no_task(interpreter: OfflineInterpreter) -> None:
    assert _role(interpreter, "We sell furniture and we make lamps. Need a bookkeeper") == "bookkeeper"


_REST = (
    "The files are in a shared folder and I can provide a laptop and a desk if that is easier for you. "
    "We work for solicitors and for two estate agents, so please be careful with names. "
    "If you are interested, send two lines about yourself and a headline or two. "
    "Good work will lead to larger projects."
)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Website to be built - lawyers directory", "web-developer"),
        ("End of year accounts", "accountant"),
        ("Arduino code for a greenhouse", "embedded-engineer"),
    ],
)
def test_a_post_wants_what_its_title_says(interpreter: OfflineInterpreter, title: str, role: str) -> None:
    assert _role(interpreter, f"{title}\n\n{_REST}") == role


def test_a_thing_named_after_a_role_wants_nobody(interpreter: OfflineInterpreter) -> None:
    assert _role(interpreter, "logo for a photographers association, $200") == "logo-brand-designer"


def test_a_role_asked_for_goes_before_those_a_post_mentions(interpreter: OfflineInterpreter) -> None:
    text = (
        "Dear recruitment partner,\n\nOur board has seven retired teachers and one accountant, and I'm "
        "also the fleet manager. The old tool was written by a consultant in 2009 and breaks every week. "
        "So the plan is to find a full-stack developer who stays with us for nine months, three days a week."
    )
    assert _role(interpreter, text) == "full-stack-developer"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("We need a headhunter to find us a CFO for a logistics group", "recruiter"),
        ("headhunt a CFO for our Hamburg office", "recruiter"),
        ("need someone to recruit four nurses for our clinic", "recruiter"),
        ("we want to recruit a designer", "graphic-designer"),
    ],
)
def test_whom_a_recruiter_is_to_find_is_not_who_is_wanted(
    interpreter: OfflineInterpreter, text: str, role: str
) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("React app developer for our dashboard", "frontend-developer"),
        ("Kotlin app developer", "android-developer"),
        ("C++ dev for an Unreal plugin", "game-developer"),
        ("I need a C developer for firmware on an STM32", "embedded-engineer"),
        ("Rust engineer, Solana programs with Anchor", "blockchain-developer"),
        ("je cherche un développeur React Native", "mobile-developer"),
        ("make my shop faster, prestashop 1.7", "ecommerce-developer"),
    ],
)
def test_tools_tell_more_than_the_word_for_a_developer(
    interpreter: OfflineInterpreter, text: str, role: str
) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Role: Customer Success\nStack: Intercom", "account-manager"),
        ("Position: Growth\n20h/week", "growth-marketer"),
        ("I'd like my CV and cover letter rewritten", "resume-writer"),
        ("product photos retouched: 140 shoes", "photo-editor"),
        ("make reels out of my long podcasts", "video-editor"),
        ("instagram templates in canva for a nutrition coach", "graphic-designer"),
        ("Cypress or Playwright, CI in GitLab", "qa-automation-engineer"),
    ],
)
def test_a_need_is_read_without_a_word_for_a_person(
    interpreter: OfflineInterpreter, text: str, role: str
) -> None:
    assert _role(interpreter, text) == role
