"""Which industries of a brief the client asked somebody to know, and which are only the client's own trade.

"We press apple juice" asks no experience of anybody. Both rank; only what was asked is said to be asked.
"""

from agent.understanding.reading import Change, Operation
from store.nouns.brief import Brief, Slot, Term

_NAMING = (Operation.ADD, Operation.REPLACE, Operation.SET)


def with_trades(brief: Brief, before: Brief, change: Change) -> Brief:
    """The brief after a change of its industries, its term up to date with who is to know them.

    What was asked for stays asked for, and so does what must be met. What was certain stays certain, and a
    guess that is told again is one no longer.
    """
    term = brief.terms.get(Slot.INDUSTRIES)
    if term is None:
        return brief
    known = before.terms.get(Slot.INDUSTRIES, Term(hard=False))
    own, guessed = set(known.own), set(known.guessed)
    named = change.value if change.operation in _NAMING else None
    if isinstance(named, str):
        held = named in before.industries
        if change.own and not change.hard and (not held or named in own):
            own.add(named)
        else:
            own.discard(named)
        if not change.uncertain:
            guessed.discard(named)
        elif not held:
            guessed.add(named)
    terms = {**brief.terms, Slot.INDUSTRIES: _with(term, brief.industries, own, guessed)}
    return brief.model_copy(update={"terms": terms})


def demanded(term: Term) -> Term:
    """The term of industries that the client insists on: none of them is told in passing."""
    return term.model_copy(update={"own": (), "guessed": (), "uncertain": False})


def _with(term: Term, industries: tuple[str, ...], own: set[str], guessed: set[str]) -> Term:
    doubtful = tuple(each for each in industries if each in guessed)
    return term.model_copy(
        update={
            "own": tuple(each for each in industries if each in own),
            "guessed": doubtful,
            "uncertain": bool(doubtful),
        }
    )
