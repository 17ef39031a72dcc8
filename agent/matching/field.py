"""Those in question for a need: who meets which hard requirement, and who has to do with it at all."""

from dataclasses import dataclass
from datetime import date

from agent.matching.need import Need, prepare, relevant
from store.nouns.brief import Brief
from store.search.view import Mask, View


@dataclass(frozen=True, slots=True)
class Field:
    """`met` has a mask for each hard requirement of the need; `relevant` is who has to do with it."""

    need: Need
    living: Mask
    relevant: Mask
    met: tuple[Mask, ...]

    @property
    def passing(self) -> Mask:
        """Who meets every hard requirement, relevant or not."""
        return _and(self.living, self.met)

    @property
    def candidates(self) -> Mask:
        """Who meets every hard requirement and has to do with the need."""
        return _and(self.relevant, self.met)

    def meeting_all_but(self, *numbers: int) -> Mask:
        """Who of the relevant meets every hard requirement but those, by their place in the need."""
        return _and(self.relevant, tuple(m for n, m in enumerate(self.met) if n not in numbers))


def survey(view: View, brief: Brief, today: date) -> Field:
    """The field for a brief."""
    need = prepare(view, brief, today)
    return Field(
        need=need,
        living=view.alive,
        relevant=relevant(view, need),
        met=tuple(requirement.mask(view, today) for requirement in need.hard),
    )


def _and(start: Mask, masks: tuple[Mask, ...]) -> Mask:
    met = start.copy()
    for mask in masks:
        met &= mask
    return met
