"""Why a list is short: how many people each hard requirement alone keeps out."""

from dataclasses import dataclass

import numpy as np

from agent.matching.field import Field
from agent.matching.wording import requirement_words
from store.nouns.match import Exclusion
from store.search.columns import Places
from store.search.requirements import Requirement
from store.search.view import View


@dataclass(frozen=True, slots=True)
class Blocked:
    """The people whom one requirement alone keeps out: they meet all the others."""

    requirement: Requirement
    people: Places

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.people)


def blocked(field: Field) -> list[Blocked]:
    """Whom each hard requirement alone keeps out, in the order of the brief."""
    missing = np.flatnonzero(field.missing_one())
    return [
        Blocked(requirement, missing[~met[missing]])
        for requirement, met in zip(field.need.hard, field.met, strict=True)
    ]


def exclusions(view: View, field: Field) -> tuple[Exclusion, ...]:
    """For each hard requirement, how many people it alone keeps out, the most first."""
    found = (
        Exclusion(
            slot=each.requirement.slot,
            requirement=requirement_words(each.requirement, field.need.brief, view.knowledge),
            people=each.count,
        )
        for each in blocked(field)
    )
    return tuple(sorted((each for each in found if each.people), key=lambda each: -each.people))
