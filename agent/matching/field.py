"""Those in question for a need: who meets which hard requirement, and who has to do with it at all."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from agent.matching.need import Need, prepare, relevant
from store.nouns.brief import Brief
from store.search.view import Mask, View


@dataclass(frozen=True, slots=True)
class Field:
    """`met` has a mask for each hard requirement of the need; `relevant` is who has to do with it.

    `passing` is who of the living meets every hard requirement, relevant or not.
    """

    need: Need
    relevant: Mask
    met: tuple[Mask, ...]
    passing: Mask

    @property
    def candidates(self) -> Mask:
        """Who meets every hard requirement and has to do with the need."""
        return self.relevant & self.passing

    def meeting_all_but(self, *numbers: int) -> Mask:
        """Who of the relevant meets every hard requirement but those, by their place in the need."""
        return _and(self.relevant, tuple(m for n, m in enumerate(self.met) if n not in numbers))

    def missing_one(self) -> Mask:
        """Who of the relevant meets every hard requirement but one, whichever it is."""
        one, more = np.zeros((2, len(self.relevant)), np.bool_)
        for met in self.met:
            missed = ~met
            more |= one & missed
            one |= missed
        missing: Mask = self.relevant & one & ~more
        return missing


def survey(view: View, brief: Brief, today: date) -> Field:
    """The field for a brief."""
    need = prepare(view, brief, today)
    met = tuple(requirement.mask(view, today) for requirement in need.hard)
    return Field(need=need, relevant=relevant(view, need), met=met, passing=_and(view.alive, met))


def _and(start: Mask, masks: tuple[Mask, ...]) -> Mask:
    met = start.copy()
    for mask in masks:
        met &= mask
    return met
