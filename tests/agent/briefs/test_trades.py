"""Which industries of a brief were asked for, which are the client's own, and which are a guess."""

from agent.briefs.merge import merge
from agent.understanding.reading import Change, Operation, Span
from store.knowledge import load_knowledge
from store.nouns.brief import Brief, Slot
from store.search.requirements import requirements

KNOWLEDGE = load_knowledge()


def named(industry: str | None, operation: Operation = Operation.ADD, **fields: object) -> Change:
    return Change.model_validate(
        {
            "slot": Slot.INDUSTRIES,
            "operation": operation,
            "value": industry,
            "span": Span(start=0, end=1),
            "words": "x",
            **fields,
        }
    )


def after(*changes: Change) -> Brief:
    brief = Brief()
    for change in changes:
        brief = merge(brief, [change], KNOWLEDGE)
    return brief


GUESS, TOLD, ASKED = named("retail", own=True, uncertain=True), named("retail", own=True), named("retail")


def test_a_guess_is_certain_once_it_is_told_and_stays_so() -> None:
    for changes in ((GUESS, TOLD), (TOLD, GUESS)):
        brief = after(*changes)
        assert brief.trades_told == ("retail",)
        assert not brief.terms[Slot.INDUSTRIES].uncertain


def test_one_that_is_certain_leaves_the_guess_beside_it() -> None:
    brief = after(GUESS, named("fintech"))
    assert (brief.industries_asked, brief.own_trades, brief.trades_told) == (("fintech",), ("retail",), ())
    assert brief.terms[Slot.INDUSTRIES].uncertain


def test_what_was_asked_for_stays_asked_for() -> None:
    for changes in ((ASKED, TOLD), (TOLD, ASKED), (ASKED, GUESS)):
        assert after(*changes).industries_asked == ("retail",)


def test_what_the_client_insists_on_is_asked_for() -> None:
    firm = (GUESS, named(None, Operation.TIGHTEN))
    for brief in (
        after(*firm),
        after(*firm, named(None, Operation.RELAX)),
        after(named("retail", hard=True)),
    ):
        assert brief.industries_asked == ("retail",)
        assert not brief.terms[Slot.INDUSTRIES].guessed


def test_what_is_taken_out_leaves_nothing_behind() -> None:
    brief = after(GUESS, named("fintech"), named("retail", Operation.REMOVE))
    term = brief.terms[Slot.INDUSTRIES]
    assert (term.own, term.guessed, term.uncertain) == ((), (), False)


def test_a_trade_of_the_clients_own_rules_nobody_out() -> None:
    brief = after(TOLD, named("fintech", hard=True))
    assert (brief.own_trades, brief.industries_asked) == (("retail",), ("fintech",))
    assert [each.hard for each in requirements(brief, KNOWLEDGE)] == [True]
