"""What a turn did and what the client did by hand meanwhile both survive."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from store.nouns.brief import (
    Brief,
    Countries,
    Importance,
    LanguageLevel,
    LanguageWish,
    MoneyRange,
    SkillWish,
    Slot,
    Term,
)
from store.nouns.conversation import Memory
from store.repositories.memory_merging import merge_briefs, merge_memories

HARD, SOFT = Term(hard=True), Term(hard=False)
REACT, VUE, CSS = (SkillWish(name=name) for name in ("React", "Vue", "CSS"))

_ids = st.lists(st.sampled_from(["fl_1", "fl_2", "fl_3", "fl_4"]), unique=True, max_size=3).map(tuple)
_skills = st.lists(
    st.builds(
        SkillWish, name=st.sampled_from(["React", "Vue", "CSS"]), importance=st.sampled_from(Importance)
    ),
    unique_by=lambda skill: skill.name,
    max_size=3,
).map(tuple)


@st.composite
def _briefs(draw: st.DrawFn) -> Brief:
    values: dict[str, Any] = {
        "role": draw(st.sampled_from([None, "translator", "frontend-developer"])),
        "headcount": draw(st.sampled_from([None, 1, 2])),
        "skills": draw(_skills),
        "countries": draw(st.sampled_from([None, Countries(include=("DE",)), Countries(exclude=("FR",))])),
    }
    slots = {
        "role": Slot.ROLE,
        "headcount": Slot.HEADCOUNT,
        "skills": Slot.SKILLS,
        "countries": Slot.COUNTRIES,
    }
    terms = {slot: draw(st.sampled_from([HARD, SOFT])) for name, slot in slots.items() if values[name]}
    return Brief(**values, terms=terms)


_memories = st.builds(
    Memory,
    brief=_briefs(),
    shown=_ids,
    seen=_ids,
    shortlisted=_ids,
    dismissed=_ids,
    focus=st.sampled_from([None, "fl_1", "fl_2"]),
    questions_in_row=st.integers(0, 3),
)


@given(_memories, _memories)
def test_a_side_that_changed_nothing_gives_way(before: Memory, changed: Memory) -> None:
    assert merge_memories(before, changed, before) == changed
    assert merge_memories(before, before, changed) == changed
    assert merge_memories(before, changed, changed) == changed


@given(_memories, _memories, _memories)
def test_any_three_memories_merge_into_a_sound_one(before: Memory, ours: Memory, theirs: Memory) -> None:
    merged = merge_memories(before, ours, theirs)
    assert Memory.model_validate(merged.model_dump(mode="json")) == merged
    skills = [skill.name for skill in merged.brief.skills]
    assert len(skills) == len(set(skills))
    for slot, value in ((Slot.ROLE, merged.brief.role), (Slot.SKILLS, merged.brief.skills)):
        assert (slot in merged.brief.terms) == bool(value)


@given(_memories, _memories, _memories)
def test_a_slot_only_the_client_changed_is_the_clients(before: Memory, ours: Memory, theirs: Memory) -> None:
    ours = ours.model_copy(update={"focus": before.focus})
    assert merge_memories(before, ours, theirs).focus == theirs.focus


def test_each_sides_own_fields() -> None:
    before = Memory(shown=("fl_1",), focus="fl_1")
    ours = before.model_copy(update={"shown": ("fl_2", "fl_3")})
    theirs = before.model_copy(update={"focus": "fl_9"})
    assert merge_memories(before, ours, theirs) == Memory(shown=("fl_2", "fl_3"), focus="fl_9")


def test_both_sides_shortlist_and_take_away() -> None:
    before = Memory(shortlisted=("a", "b", "c"))
    ours = Memory(shortlisted=("a", "b", "d"))
    theirs = Memory(shortlisted=("b", "c", "e"))
    assert merge_memories(before, ours, theirs).shortlisted == ("b", "d", "e")


def test_nobody_is_shortlisted_and_dismissed_at_once() -> None:
    merged = merge_memories(Memory(), Memory(shortlisted=("a",)), Memory(dismissed=("a", "b")))
    assert (merged.shortlisted, merged.dismissed) == (("a",), ("b",))
    merged = merge_memories(Memory(), Memory(dismissed=("a",)), Memory(shortlisted=("a", "b")))
    assert (merged.shortlisted, merged.dismissed) == (("b",), ("a",))


def test_a_rate_set_by_hand_survives_a_turn_that_changed_the_role() -> None:
    rate = MoneyRange(max=60)
    theirs = Brief(hourly_rate=rate, terms={Slot.HOURLY_RATE: HARD})
    ours = Brief(role="translator", terms={Slot.ROLE: SOFT})
    merged = merge_briefs(Brief(), ours, theirs)
    assert merged == Brief(
        role="translator", hourly_rate=rate, terms={Slot.ROLE: SOFT, Slot.HOURLY_RATE: HARD}
    )


def test_a_slot_softened_by_hand_stays_soft() -> None:
    before = Brief(role="translator", hourly_rate=MoneyRange(max=60), terms={Slot.HOURLY_RATE: HARD})
    theirs = before.model_copy(update={"terms": {Slot.HOURLY_RATE: SOFT}})
    ours = before.model_copy(update={"headcount": 2})
    assert merge_briefs(before, ours, theirs).terms[Slot.HOURLY_RATE] == SOFT


def test_the_turns_word_counts_where_both_changed_one_value() -> None:
    before = Brief(hourly_rate=MoneyRange(max=60), terms={Slot.HOURLY_RATE: HARD})
    ours = Brief(hourly_rate=MoneyRange(max=50), terms={Slot.HOURLY_RATE: SOFT})
    theirs = Brief(hourly_rate=MoneyRange(max=70), terms={Slot.HOURLY_RATE: HARD})
    assert merge_briefs(before, ours, theirs) == ours


def test_a_slot_the_turn_emptied_has_no_term_left() -> None:
    before = Brief(skills=(REACT,), terms={Slot.SKILLS: HARD})
    theirs = Brief(skills=(), terms={})
    ours = Brief(skills=(REACT,), role="translator", terms={Slot.SKILLS: SOFT, Slot.ROLE: SOFT})
    merged = merge_briefs(before, ours, theirs)
    assert merged == Brief(role="translator", terms={Slot.ROLE: SOFT})


def test_skills_merge_one_by_one() -> None:
    nice = REACT.model_copy(update={"importance": Importance.NICE})
    before = Brief(skills=(REACT, CSS), terms={Slot.SKILLS: HARD})
    ours = Brief(skills=(REACT, CSS, VUE), terms={Slot.SKILLS: HARD})
    theirs = Brief(skills=(nice,), terms={Slot.SKILLS: HARD})
    assert merge_briefs(before, ours, theirs).skills == (nice, VUE)


def test_languages_merge_by_code() -> None:
    fluent, native = (
        LanguageWish(code="de", level=level) for level in (LanguageLevel.FLUENT, LanguageLevel.NATIVE)
    )
    english = LanguageWish(code="en")
    merged = merge_briefs(
        Brief(languages=(fluent,)), Brief(languages=(fluent, english)), Brief(languages=(native,))
    )
    assert merged.languages == (native, english)


def test_a_country_is_not_wanted_and_unwanted_at_once() -> None:
    merged = merge_briefs(
        Brief(),
        Brief(countries=Countries(include=("DE", "AT")), terms={Slot.COUNTRIES: HARD}),
        Brief(countries=Countries(include=("CH",), exclude=("DE", "FR")), terms={Slot.COUNTRIES: HARD}),
    )
    assert merged.countries == Countries(include=("DE", "AT", "CH"), exclude=("FR",))
