"""Whatever is written, reading it ends in a sound Reading that says no more than the message."""

from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.briefs.merge import merge
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge, load_knowledge
from store.nouns.brief import Brief, MoneyRange, Range, SkillWish, Slot, Term
from store.nouns.conversation import Question, QuestionOption
from tests_support.readings import CASES, SHOWN

_WORDS = (CASES / "pieces.txt").read_text(encoding="utf-8").split(" ")
_TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(_WORDS), max_size=120).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=60).map("".join),
)
_HELD = Brief(
    role="frontend-developer",
    skills=(SkillWish(name="React"), SkillWish(name="Shopify")),
    hourly_rate=MoneyRange(max=60, currency="EUR"),
    hours_per_week=Range(min=20, max=20),
    regions=("europe",),
    terms={
        slot: Term(hard=True)
        for slot in (Slot.ROLE, Slot.SKILLS, Slot.HOURLY_RATE, Slot.HOURS_PER_WEEK, Slot.REGIONS)
    },
)
_CONTEXTS = st.builds(
    Context,
    today=st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31)),
    brief=st.sampled_from((Brief(), _HELD)),
    question=st.one_of(
        st.none(),
        st.sampled_from(list(Slot)).map(
            lambda slot: Question(
                slot=slot, text="?", options=(QuestionOption(label="up to $40/h", text="up to $40 an hour"),)
            )
        ),
    ),
    shown=st.sampled_from(((), SHOWN)),
    focus=st.sampled_from((None, "f2")),
    handoff_pending=st.booleans(),
)


@cache
def _knowledge() -> Knowledge:
    return load_knowledge()


@cache
def _reader() -> OfflineInterpreter:
    return OfflineInterpreter(_knowledge())


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=_TEXTS, context=_CONTEXTS)
def test_no_message_breaks_the_reader(text: str, context: Context) -> None:
    interpreter = _reader()
    reading = interpreter.read_strictly(text, context)
    for change in (*reading.changes, *(c for need in reading.further_needs for c in need)):
        assert 0 <= change.span.start < change.span.end <= len(text)
        assert text[change.span.start : change.span.end] == change.words
    for reference in reading.references:
        assert text[reference.span.start : reference.span.end] == reference.words
    for personal in reading.personal_data:
        assert personal.span.end <= len(text)
    brief = merge(context.brief, reading.changes, _knowledge())
    assert Brief.model_validate(brief.model_dump(by_alias=False)) == brief
    assert interpreter.read_strictly(text, context) == reading


@given(
    text=st.text(alphabet=st.characters(exclude_categories=("L", "N", "Sc")), max_size=200), context=_CONTEXTS
)
@settings(max_examples=50, deadline=None)
def test_marks_alone_change_nothing(text: str, context: Context) -> None:
    assert _reader().read_strictly(text, context).changes == ()


@pytest.mark.parametrize(
    "piece",
    [
        "no react or ",
        "5 ",
        "$5-",
        "(",
        "React, ",
        "must not only no ",
        "the second one and ",
        "\n- ",
        "3 months to ",
    ],
)
def test_the_longest_message_of_anything_is_read(piece: str) -> None:
    text = (piece * 4000)[:4000]
    reading = _reader().read_strictly(text, Context(today=date(2026, 11, 23), shown=SHOWN))
    assert len(reading.changes) <= 60
