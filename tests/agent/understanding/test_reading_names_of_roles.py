"""Whom people ask for: titles, short forms, words for a trade, and work named before a person."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.nouns.brief import Slot
from tests_support.readings import TODAY


def _role(interpreter: OfflineInterpreter, text: str) -> object:
    reading = interpreter.read_strictly(text, Context(today=TODAY))
    return next((change.value for change in reading.changes if change.slot is Slot.ROLE), None)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("founding engineer", "full-stack-developer"),
        ("BIM modeller", "architect"),
        ("SOC engineer", "security-analyst"),
        ("head of ops", "operations-manager"),
        ("AP clerk", "bookkeeper"),
        ("letting agent", "real-estate-specialist"),
        ("minute taker", "transcriptionist"),
        ("town planner", "architect"),
        ("MTPE linguist", "localization-specialist"),
        ("performance tester", "performance-tester"),
        ("exec assistant", "executive-assistant"),
        ("VP of engineering", "cto-consultant"),
        ("comp & ben specialist", "hr-specialist"),
        ("ServiceNow admin", "system-administrator"),
        ("2nd AD", "video-producer"),
        ("M365 consultant", "system-administrator"),
        ("lifecycle lead", "email-marketer"),
        ("SFMC developer", "marketing-automation-specialist"),
        ("RevOps manager", "crm-specialist"),
        ("Tizen developer", "frontend-developer"),
        ("HAZOP leader", "environmental-engineer"),
        ("REACH consultant", "risk-compliance-specialist"),
        ("sound recordist", "audio-engineer"),
    ],
)
@pytest.mark.parametrize("wording", ["need a {}", "{} wanted, $30/hr, 3 months"])
def test_a_title_is_known(interpreter: OfflineInterpreter, title: str, role: str, wording: str) -> None:
    assert _role(interpreter, wording.format(title)) == role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Klaviyo person", "email-marketer"),
        ("GA4 guy", "marketing-analyst"),
        ("smart contract dev", "blockchain-developer"),
        ("trademark solicitor", "ip-lawyer"),
        ("CAD draughtsperson", "cad-drafter"),
        ("architectural visualiser", "architectural-visualizer"),
        ("career counsellors", "career-coach"),
    ],
)
def test_words_that_are_alike_stand_for_each_other(
    interpreter: OfflineInterpreter, title: str, role: str
) -> None:
    assert _role(interpreter, f"need a {title}") == role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("reel editor", "video-editor"),
        ("romance editor", "book-editor"),
        ("knitwear designer", "fashion-designer"),
        ("pouch designer", "packaging-designer"),
        ("traffic engineer", "civil-engineer"),
        ("sitcom writer", "scriptwriter"),
        ("NIS2 consultant", "security-consultant"),
    ],
)
def test_the_work_before_a_person_tells_the_role(
    interpreter: OfflineInterpreter, title: str, role: str
) -> None:
    assert _role(interpreter, f"looking for a {title}") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("need a pianist for two evenings", "music-producer"),
        ("Bilingual CSR, 37 hours a week", "customer-support-agent"),
        ("we are looking for a retired librarian", "market-researcher"),
        ("our pianist is ill and we need a web developer", "web-developer"),
        ("logo for a notary, $200", "logo-brand-designer"),
    ],
)
def test_an_everyday_calling_counts_where_it_is_wanted(
    interpreter: OfflineInterpreter, text: str, role: str
) -> None:
    assert _role(interpreter, text) == role


def test_a_role_that_something_is_of_is_not_asked_for(interpreter: OfflineInterpreter) -> None:
    assert _role(interpreter, "data entry from 12 estate agents' sites") == "data-entry-specialist"


@pytest.mark.parametrize(
    ("text", "role"),
    [("Kubernetes, nothing else", "devops-engineer"), ("anyone who knows Kubernetes?", None)],
)
def test_a_tool_tells_a_role_unless_it_may_be_anybody_s(
    interpreter: OfflineInterpreter, text: str, role: str | None
) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("We are two session musicians and want a website.", "web-developer"),
        ("The insurer's project manager is slow. Need a copywriter.", "copywriter"),
        ("We sell software to customs specialists and need a copywriter.", "copywriter"),
        ("An app for drone pilots; need a Flutter developer.", "mobile-developer"),
        ("A course for bookkeepers, we need an instructional designer.", "instructional-designer"),
        ("Estate agent (two offices, Hull) seeks a bookkeeper.", "bookkeeper"),
        ("Session musician in Lyon needs a VA.", "virtual-assistant"),
        ("Head of finance at a choir school here. Need a tax advisor.", "tax-specialist"),
        ("Our sellers are photographers. We want a UX designer.", "ui-ux-designer"),
        ("An app that is polite with researchers. Need a copywriter.", "copywriter"),
        ("A lawyer-approved waiver; we need a translator.", "translator"),
        ("Sole trader with many receipts, need a bookkeeper.", "bookkeeper"),
    ],
)
def test_others_are_not_who_is_wanted(interpreter: OfflineInterpreter, text: str, role: str) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("looking for translators and a copywriter", "translator"),
        ("need the women's fashion designer again", "fashion-designer"),
        ("hiring: two session musicians", "music-producer"),
        ("Editor needs to be a native speaker of Danish", "editor-proofreader"),
    ],
)
def test_those_wanted_are_no_audience(interpreter: OfflineInterpreter, text: str, role: str) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Vue + Django dev for our portal", "full-stack-developer"),
        ("Angular and Laravel developer, six weeks", "full-stack-developer"),
        (".NET developer with Angular for a bank", "full-stack-developer"),
        ("Need a React developer, Node is nice to have", "frontend-developer"),
        ("Need a React developer and a Node developer", "frontend-developer"),
        ("Rust backend engineer for a fund", "backend-developer"),
    ],
)
def test_tools_of_both_ends_make_a_developer_of_both(
    interpreter: OfflineInterpreter, text: str, role: str
) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("a lawyer for GDPR, our shop sells toys", "privacy-lawyer"),
        ("we want an Excel trainer", "corporate-trainer"),
        ("2x illustrator (flat, vector)\n1x motion designer", "illustrator"),
        ("an architect to draw the loft + a structural engineer to sign the sums", "architect"),
        ("two motion designers & one sound designer for a fair", "motion-designer"),
    ],
)
def test_a_role_is_told_by_its_field_and_by_its_place_in_a_list(
    interpreter: OfflineInterpreter, text: str, role: str
) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Tragwerksplaner", "structural-engineer"),
        ("Bauleiterin", "construction-manager"),
        ("Lektorinnen", "editor-proofreader"),
        ("Buchsetzer", "layout-designer"),
        ("Patentanwältin", "ip-lawyer"),
        ("Steuerberaterin", "tax-specialist"),
        ("paysagiste", "landscape-designer"),
        ("architecte d'intérieur", "interior-designer"),
        ("ingénieur du son", "audio-engineer"),
        ("guionista", "scriptwriter"),
        ("delineante", "cad-drafter"),
        ("intérprete", "interpreter"),
        ("doppiatore", "voice-over-artist"),
        ("fumettista", "illustrator"),
        ("tuinontwerper", "landscape-designer"),
        ("belastingadviseur", "tax-specialist"),
        ("tłumacz przysięgły", "translator"),
        ("könyvelő", "accountant"),
    ],
)
@pytest.mark.parametrize("wording", ["we need a {} for a small job", "{} wanted, english speaking"])
def test_a_title_of_another_language_is_known(
    interpreter: OfflineInterpreter, title: str, role: str, wording: str
) -> None:
    assert _role(interpreter, wording.format(title)) == role
