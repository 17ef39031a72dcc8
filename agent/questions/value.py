"""What a question is worth: the expected value of its answer, less the cost of asking.

Expected value of information (Howard, "Information Value Theory", 1966; for clarifying questions Rao and
Daumé, "Learning to Ask Good Questions", ACL 2018): for a question with answers a,

    EVOI = sum over a of p(a) * [ U(best list knowing a) - U(present list | a) ]

The utility U of a list of k people is its discounted gain (Järvelin and Kekäläinen 2002): the sum of
score / log2(place + 1), where somebody who does not fit the answer counts nothing if it is a requirement, and
a little less if it is a preference. It is divided by the utility of the present list, so that it reads as the
share of the list's worth that the answer adds.
p(a) is proportional to how many of the pool fit a, plus one; limits are all as likely.

Not every client has an opinion on everything. The chance that this one has is learnt from how it took the
questions so far: the mean of a Beta posterior (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.4)
whose prior is uniform. A question is worth asking while chance * EVOI is above the cost of asking.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from agent.questions.facets import Facet
from store.nouns.match import Match

LIST_SIZE = 5
STAKE_OF_A_PREFERENCE = 0.15
"""The share of a match's worth that is lost with a preference it does not meet."""
COST_OF_ASKING = 0.1
"""Share of the list's worth that justifies one question; each further one in a row costs as much again."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How asking has gone in this conversation: questions in a row, answers had, answers declined."""

    in_row: int = 0
    answered: int = 0
    declined: int = 0

    @property
    def chance_of_opinion(self) -> float:
        """How likely the client has an answer to the next question, 0 to 1."""
        return (1 + self.answered) / (2 + self.answered + self.declined)


def expected_value(facet: Facet, pool: Sequence[Match]) -> float:
    """The share of the list's worth, 0 to 1 and above, that an answer is expected to add."""
    worth = _utility([match.score for match in pool])
    if worth == 0:
        return 0.0
    kept = 0.0 if facet.is_hard else 1.0 - STAKE_OF_A_PREFERENCE
    gain = 0.0
    for answer, probability in zip(facet.answers, probabilities(facet), strict=True):
        scores = [match.score * (1.0 if match.freelancer_id in answer.fits else kept) for match in pool]
        gain += probability * (_utility(sorted(scores, reverse=True)) - _utility(scores))
    return gain / worth


def probabilities(facet: Facet) -> list[float]:
    """How likely each answer is: by how many of the pool fit it (add-one smoothing), or all alike.

    Answers in an order are limits, and who fits a wide one fits a narrow one too or the other way round: how
    many fit a limit tells nothing of how many clients have it.
    """
    weights = [1 if facet.in_order else len(answer.fits) + 1 for answer in facet.answers]
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


def net_value(facet: Facet, pool: Sequence[Match], asked: Asked) -> float:
    """What asking now is expected to add, less what it costs, as a share of the list's worth."""
    cost = COST_OF_ASKING * (1 + asked.in_row)
    return asked.chance_of_opinion * expected_value(facet, pool) - cost


def _utility(scores: Sequence[float]) -> float:
    return sum(score / log2(place + 1) for place, score in enumerate(scores[:LIST_SIZE], start=1))
