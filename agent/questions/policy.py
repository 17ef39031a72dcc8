"""Which of the questions that could be asked is asked, if any. The default is the one worth most."""

from collections.abc import Callable, Sequence

from agent.questions.facets import Facet
from agent.questions.value import cost, expected_value, information_gain
from store.nouns.match import Match

QuestionPolicy = Callable[[Sequence[Facet], Sequence[Match], int], Facet | None]
"""Chooses among the open facets, given the ranked people and how many questions were asked in a row."""


def best_facet(open_facets: Sequence[Facet], pool: Sequence[Match], questions_in_row: int) -> Facet | None:
    """The facet worth most, if it is worth asking at all; information gain breaks ties, then the slot."""
    worth = [
        (round(expected_value(facet, pool), 9), information_gain(facet, pool), facet.slot.value, facet)
        for facet in open_facets
    ]
    worth = [entry for entry in worth if entry[0] > cost(questions_in_row)]
    return max(worth, key=lambda entry: entry[:3])[3] if worth else None
