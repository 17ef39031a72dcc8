"""Which of the questions that could be asked is asked, if any. The default is the one worth most."""

from collections.abc import Callable, Sequence

from agent.questions.facets import Facet
from agent.questions.value import Asked, information_gain, net_value
from store.nouns.match import Match

QuestionPolicy = Callable[[Sequence[Facet], Sequence[Match], Asked], Facet | None]
"""Chooses among the open facets, given the ranked people and how asking has gone so far."""


def best_facet(open_facets: Sequence[Facet], pool: Sequence[Match], asked: Asked) -> Facet | None:
    """The facet worth most, if it is worth asking at all; information gain breaks ties, then the slot."""
    worth = [
        (round(net_value(facet, pool, asked), 9), information_gain(facet, pool), facet.slot.value, facet)
        for facet in open_facets
    ]
    worth = [entry for entry in worth if entry[0] > 0]
    return max(worth, key=lambda entry: entry[:3])[3] if worth else None
