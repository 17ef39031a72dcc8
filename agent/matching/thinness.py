"""Why a list is short: how many people each hard requirement alone keeps out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from agent.matching.need import Need, relevant
from agent.matching.wording import requirement_words
from store.nouns.match import Exclusion
from store.search.requirements import Requirement
from store.search.view import Mask, View


@dataclass(frozen=True, slots=True)
class Blocked:
    """The people whom one requirement alone keeps out: they meet all the others."""

    requirement: Requirement
    people: Mask

    @property
    def count(self) -> int:
        """How many they are."""
        return int(np.count_nonzero(self.people))


def blocked(view: View, need: Need) -> list[Blocked]:
    """Whom each hard requirement alone keeps out, in the order of the brief."""
    field = relevant(view, need)
    masks = [requirement.mask(view, need.today) for requirement in need.hard]
    return [
        Blocked(requirement, meet_all(field, masks, leaving_out=(number,)) & ~masks[number])
        for number, requirement in enumerate(need.hard)
    ]


def exclusions(view: View, need: Need) -> tuple[Exclusion, ...]:
    """For each hard requirement, how many people it alone keeps out, the most first."""
    found = (
        Exclusion(
            slot=each.requirement.slot,
            requirement=requirement_words(each.requirement, need.brief, view.knowledge),
            people=each.count,
        )
        for each in blocked(view, need)
    )
    return tuple(sorted((each for each in found if each.people), key=lambda each: -each.people))


def meet_all(field: Mask, masks: Sequence[Mask], leaving_out: Sequence[int] = ()) -> Mask:
    """Those of the field who meet every requirement but those left out."""
    met = field.copy()
    for mask in _but(masks, leaving_out):
        met &= mask
    return met


def _but(masks: Sequence[Mask], leaving_out: Sequence[int]) -> Iterator[Mask]:
    return (mask for number, mask in enumerate(masks) if number not in leaving_out)
