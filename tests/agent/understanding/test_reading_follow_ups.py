"""What is said beside a need that is known: of whom we seek, of whom we pay, of the weather, of ourselves."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from store.knowledge import Knowledge
from store.nouns.brief import MoneyRange
from tests_support.readings import BRIEF, SHOWN, TODAY, brief_of


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Let us begin anew with an entirely different search.", Intent.START_OVER),
        ("It will rain tomorrow in Basel, will it not?", Intent.OUT_OF_SCOPE),
        ("I am obliged to you for the patience.", Intent.SMALLTALK),
        ("how does paying work here, do I pay upfront?", Intent.HELP),
        ("is that too little? be honest", Intent.HELP),
        ("What is this, how do I find people here?", Intent.HELP),
        ("what do people usually pay?", Intent.HELP),
    ],
)
def test_what_is_no_change(interpreter: OfflineInterpreter, text: str, intent: Intent) -> None:
    reading = interpreter.read_strictly(text, Context(today=TODAY, brief=BRIEF, shown=SHOWN))
    assert reading.intent is intent


@pytest.mark.parametrize(
    ("role", "first", "then"),
    [
        ("privacy-lawyer", "privacy lawyer", "The lawyer has to be within the EU."),
        ("logo-brand-designer", "logo designer", "and I'd like files in Illustrator"),
        ("mobile-developer", "mobile developer", "the developer must speak English"),
    ],
)
def test_no_other_role(
    interpreter: OfflineInterpreter, knowledge: Knowledge, role: str, first: str, then: str
) -> None:
    assert brief_of(interpreter, knowledge, first, then).role == role


def test_whom_we_pay_is_no_industry(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    then = "nobody from Ukraine; our insurer does not cover it"
    assert not brief_of(interpreter, knowledge, "mobile developer", then).industries


def test_solo_before_a_place_is_only(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "mobile developer", "solo latam")
    assert (brief.provider, brief.regions) == (None, ("latin-america",))


def test_a_number_and_its_reason(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    then = "make it 400, the treasurer found some money"
    brief = brief_of(interpreter, knowledge, "WordPress developer, 200 AUD in total", then)
    assert brief.fixed_budget == MoneyRange(max=400, currency="AUD")
