"""How well a language must be spoken, told after it or in a turn of its own."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import LanguageLevel
from tests_support.readings import brief_of

BASIC, TALK, FLUENT, NATIVE = (
    LanguageLevel.BASIC,
    LanguageLevel.CONVERSATIONAL,
    LanguageLevel.FLUENT,
    LanguageLevel.NATIVE,
)


@pytest.mark.parametrize(
    ("first", "then", "levels"),
    [
        ("a tutor who speaks Dutch", "better a native speaker", {"nl": NATIVE}),
        ("a tutor who speaks Dutch", "hm, should be a native, living in Ghent", {"nl": NATIVE}),
        ("a tutor who speaks Dutch and English", "native speakers only", {"nl": NATIVE, "en": FLUENT}),
        ("a tutor who speaks Dutch", "native apps only, nothing in the browser", {"nl": FLUENT}),
        ("a tutor who speaks Dutch", "Danish must be native, English C1", {"da": NATIVE, "en": FLUENT}),
        ("a tutor who speaks Dutch", "English of course, and a bit of Danish", {"en": FLUENT, "da": BASIC}),
        (
            "a tutor who speaks Dutch",
            "Danish obviously native, english okay level",
            {"da": NATIVE, "en": TALK},
        ),
    ],
)
def test_levels(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    first: str,
    then: str,
    levels: dict[str, LanguageLevel],
) -> None:
    start = brief_of(interpreter, knowledge, first)
    brief = brief_of(interpreter, knowledge, then, start=start)
    found = {each.code: each.level for each in brief.languages}
    assert {code: found[code] for code in levels} == levels


@pytest.mark.parametrize("text", ["English suffices", "ok no Dutch", "no Dutch then"])
def test_a_language_that_is_wanted_no_longer(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    start = brief_of(interpreter, knowledge, "bookkeeper, fluent in English and Dutch")
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert [each.code for each in brief.languages] == ["en"]
