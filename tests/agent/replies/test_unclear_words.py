"""Words that point at nobody of the list, or at several, are said back."""

from agent.replies.candidates import whom_is_unclear
from agent.understanding.reading import Intent, Reading, Reference, ReferenceKind, Span
from tests_support.nouns import make_freelancer

LIST = [make_freelancer("1", name="Maria"), make_freelancer("2", name="Ben")]


def _reading(freelancer: str | None) -> Reading:
    span = Span(start=0, end=4)
    one = Reference(kind=ReferenceKind.FACT, freelancer_id=freelancer, span=span, words="the one from Berlin")
    return Reading(intent=Intent.SHORTLIST, references=(one,))


def test_whoever_could_be_meant_is_named() -> None:
    asked = 'I cannot tell whom "the one from Berlin" means. On the list: Maria or Ben.'
    assert whom_is_unclear(_reading(None), LIST) == asked


def test_nothing_is_unclear_of_those_found_or_where_nobody_is_shown() -> None:
    assert whom_is_unclear(_reading(LIST[0].id), LIST) is None
    assert whom_is_unclear(_reading(None), []) is None
    assert whom_is_unclear(None, LIST) is None
