"""The cost of reading grows with a message's length, and not with its square."""

from datetime import date
from time import process_time

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from tests_support.readings import SHOWN

_SHORT, _LONG = 1000, 4000
_MOST = 9.0
"""Four times the length may cost so many times as much: 4 if the cost is linear, 16 if it is quadratic."""


@pytest.mark.parametrize(
    "piece",
    [
        "I need a React developer in Berlin for three months at $50 an hour. ",
        "we sell furniture and our Shopify store needs a new theme, ",
        "$5-",
        "React, Vue or Angular and ",
        "EN, DE, FR, ",
        "US/DE ",
        "remote from PL/CZ ",
        "TO TO > ",
        "Yoga teacher ",
        "EA or ",
        "5 ",
        "Instagram, ",
        "Naples, ",
        "in 6 weeks from Monday ",
        "is 4 any good and not the second one ",
        "no agencies but not from India ",
        "the one from Kyiv with 60 jobs and the Polish one ",
    ],
)
def test_four_times_the_length_costs_about_four_times_as_much(
    interpreter: OfflineInterpreter, piece: str
) -> None:
    text = (piece * _LONG)[:_LONG]
    short, long = (_cost(interpreter, text[:length]) for length in (_SHORT, _LONG))
    assert long <= _MOST * short, f"{piece!r}: {short * 1000:.1f} ms and {long * 1000:.1f} ms"


def _cost(interpreter: OfflineInterpreter, text: str) -> float:
    context = Context(today=date(2026, 11, 23), shown=SHOWN)
    costs = []
    for _ in range(5):
        begun = process_time()
        interpreter.read_strictly(text, context)
        costs.append(process_time() - begun)
    return min(costs)
