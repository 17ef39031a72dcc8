"""Who was talked about is still meant after the list has changed, if still on it."""

from agent.graph.nodes.answer import chosen_candidates
from agent.graph.talked_about import those_left
from agent.understanding.reading import Intent, Reading
from store.nouns.conversation import Memory


def test_somebody_still_shown_is_still_meant() -> None:
    left = those_left(Memory(focus="f1", together=("f1", "f3")), ("f1", "f2", "f3"))
    assert (left.focus, left.together) == ("f1", ("f1", "f3"))


def test_somebody_gone_is_not_meant() -> None:
    assert those_left(Memory(focus="f1"), ("f2", "f3")).focus is None


def test_of_two_the_other_is_meant_when_one_is_gone() -> None:
    left = those_left(Memory(focus="f3", together=("f1", "f3")), ("f1", "f2"))
    assert (left.focus, left.together) == ("f1", ("f1",))


def test_asked_for_the_shortlist_nobody_is_added_to_it() -> None:
    talked = Memory(shown=("f1", "f2"), focus="f1")
    assert chosen_candidates(Reading(intent=Intent.SHORTLIST), talked) == ()
    assert chosen_candidates(Reading(intent=Intent.ASK_ABOUT_CANDIDATE), talked) == ("f1",)
