"""Ways to choose a question, to hold the product's against: at random, and always in the same order.

They ask exactly when the product would ask, so that what differs is the choice alone.
"""

from collections.abc import Callable, Sequence

from agent.questions.facets import Facet
from agent.questions.policy import QuestionPolicy, best_facet
from agent.questions.value import Asked
from store.demo.chance import Chance
from store.nouns.match import Match

POLICIES: tuple[str, ...] = ("evoi", "random", "fixed")


def policy_named(name: str, *keys: int | str) -> QuestionPolicy:
    """The policy of that name for one conversation; `keys` seed the random one. Raises KeyError."""
    makers: dict[str, Callable[[], QuestionPolicy]] = {
        "evoi": lambda: best_facet,
        "random": lambda: _random(keys),
        "fixed": lambda: _fixed,
    }
    return makers[name]()


def _random(keys: tuple[int | str, ...]) -> QuestionPolicy:
    def choose(open_facets: Sequence[Facet], pool: Sequence[Match], asked: Asked) -> Facet | None:
        if best_facet(open_facets, pool, asked) is None:
            return None
        return Chance(*keys, *(facet.slot.value for facet in open_facets)).pick(open_facets)

    return choose


def _fixed(open_facets: Sequence[Facet], pool: Sequence[Match], asked: Asked) -> Facet | None:
    """The first that is open, in the order of the facets: price, place, level, time, skill."""
    return open_facets[0] if best_facet(open_facets, pool, asked) is not None else None
