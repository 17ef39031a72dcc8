"""'Both' are the two asked about last, one after the other."""

from agent.graph.nodes.answer import _focus
from store.nouns.conversation import Memory

LIST = Memory(shown=("f1", "f2", "f3"))


def test_two_asked_about_one_after_the_other_are_both() -> None:
    after = _focus(_focus(LIST, ("f1",)), ("f3",))
    assert (after.focus, after.together) == ("f3", ("f1", "f3"))


def test_one_of_those_compared_leaves_them_together() -> None:
    after = _focus(_focus(LIST, ("f1", "f2")), ("f2",))
    assert (after.focus, after.together) == ("f2", ("f1", "f2"))


def test_one_alone_is_not_both() -> None:
    assert _focus(LIST, ("f1",)).together == ()
    assert _focus(_focus(LIST, ("f1",)), ("f1",)).together == ()
