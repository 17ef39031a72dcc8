"""Whether the same conversation had again is the same, times apart."""

from collections.abc import Iterator
from itertools import zip_longest

from api.replay import TurnRecord
from evals.grading.case import gate
from evals.nouns import Grade, Transcript


def grade_determinism(first: Transcript, again: Transcript) -> Grade:
    """`determinism`: two runs with one seed differ in nothing but milliseconds."""
    return gate("determinism", _differences(first, again))


def _differences(first: Transcript, again: Transcript) -> Iterator[tuple[int | None, str]]:
    for number, (one, other) in enumerate(zip_longest(first.turns, again.turns), start=1):
        if one is None or other is None:
            yield number, "one of them ends before it"
            return
        changed = sorted(
            name
            for name in TurnRecord.model_fields
            if name not in ("ms", "id", "usage") and getattr(one, name) != getattr(other, name)
        )
        if changed:
            yield number, f"{', '.join(changed)} differ"
            return
