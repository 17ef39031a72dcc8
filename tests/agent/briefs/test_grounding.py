import pytest

from agent.briefs.grounding import ground_relative_price
from agent.understanding.reading import CandidateName, Change, Intent, Operation, Reading, Span
from store.nouns.brief import Brief, MoneyRange, Slot

CHEAPER = Reading(
    intent=Intent.REFINE,
    changes=(
        Change(
            slot=Slot.HOURLY_RATE,
            operation=Operation.RELATIVE,
            factor=0.9,
            span=Span(start=0, end=7),
            words="cheaper",
        ),
    ),
)
SHOWN = [CandidateName(freelancer_id=str(n), name=str(n), hourly_rate_usd=n) for n in (20, 50, 90)]


def test_cheaper_without_a_price_is_cheaper_than_the_list() -> None:
    (change,) = ground_relative_price(CHEAPER, Brief(), SHOWN).changes
    assert change.operation is Operation.SET
    assert change.value == MoneyRange(max=45)
    assert change.uncertain


@pytest.mark.parametrize(
    ("brief", "shown"),
    [
        (Brief(hourly_rate=MoneyRange(max=60)), SHOWN),
        (Brief(), []),
        (Brief(), [CandidateName(freelancer_id="1", name="A")]),
    ],
)
def test_a_price_in_the_brief_or_no_list_leaves_it(brief: Brief, shown: list[CandidateName]) -> None:
    assert ground_relative_price(CHEAPER, brief, shown) == CHEAPER
