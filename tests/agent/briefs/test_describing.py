from agent.briefs.describing import MOST_CHARACTERS, described_by
from agent.understanding.reading import Intent, PersonalData, PersonalDataKind, Reading, Span

NEED = "We need cover art for a dreamy, psychedelic song, write to ann@example.com please"


def test_a_described_need_is_kept_without_personal_data() -> None:
    start = NEED.index("ann@")
    email = PersonalData(
        kind=PersonalDataKind.EMAIL, span=Span(start=start, end=start + len("ann@example.com"))
    )
    description = described_by(NEED, Reading(intent=Intent.DESCRIBE_NEED, personal_data=(email,)))
    assert description == "We need cover art for a dreamy, psychedelic song, write to please"


def test_short_messages_and_other_intents_describe_nothing() -> None:
    assert described_by("need a shopify dev", Reading(intent=Intent.DESCRIBE_NEED)) == ""
    assert described_by(NEED, Reading(intent=Intent.REFINE)) == ""


def test_a_description_has_a_limit() -> None:
    assert len(described_by("word " * 900, Reading(intent=Intent.DESCRIBE_NEED))) == MOST_CHARACTERS
