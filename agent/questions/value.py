"""What a question is worth: the expected value of its answer, less the cost of asking.

Expected value of information (Howard, "Information Value Theory", 1966; for clarifying questions Rao and
Daumé, "Learning to Ask Good Questions", ACL 2018): for a question with answers a,

    EVOI = sum over a of p(a) * [ U(best list knowing a) - U(present list | a) ]

The utility U of a list of k people is its discounted gain (Järvelin and Kekäläinen 2002): the sum of
score / log2(place + 1), where somebody who does not fit the answer counts nothing. It is divided by the
utility of the present list, so that it reads as the share of the list's worth that the answer adds.
p(a) is proportional to how many of the pool fit a, plus one.
"""

from collections.abc import Sequence
from math import log2

from agent.questions.facets import Answer, Facet
from store.nouns.match import Match

LIST_SIZE = 5
COST_OF_ASKING = 0.05
"""Share of the list's worth that justifies one question; each further one in a row costs as much again."""


def expected_value(facet: Facet, pool: Sequence[Match]) -> float:
    """The share of the list's worth, 0 to 1 and above, that an answer is expected to add."""
    present = list(pool[:LIST_SIZE])
    worth = _utility(present, None)
    if worth == 0:
        return 0.0
    gain = 0.0
    for answer, probability in zip(facet.answers, probabilities(facet), strict=True):
        best = [match for match in pool if match.freelancer_id in answer.fits][:LIST_SIZE]
        gain += probability * (_utility(best, answer) - _utility(present, answer))
    return gain / worth


def probabilities(facet: Facet) -> list[float]:
    """How likely each answer is, by how many of the pool fit it (add-one smoothing)."""
    weights = [len(answer.fits) + 1 for answer in facet.answers]
    return [weight / sum(weights) for weight in weights]


def information_gain(facet: Facet, pool: Sequence[Match]) -> float:
    """Expected fall in the entropy, in bits, of who is right for the job; breaks ties of value."""
    size = len(pool)
    if size == 0:
        return 0.0
    left = sum(
        probability * log2(len(answer.fits)) if answer.fits else 0.0
        for answer, probability in zip(facet.answers, probabilities(facet), strict=True)
    )
    return log2(size) - left


def cost(questions_in_row: int) -> float:
    """What asking costs now, in the unit of `expected_value`."""
    return COST_OF_ASKING * (1 + questions_in_row)


def _utility(matches: Sequence[Match], answer: Answer | None) -> float:
    return sum(
        match.score / log2(place + 1)
        for place, match in enumerate(matches, start=1)
        if answer is None or match.freelancer_id in answer.fits
    )
