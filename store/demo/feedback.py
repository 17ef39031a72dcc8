"""Ratings and reviews: what a client says of a job, given how it really went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from store.demo.chance import Chance
from store.demo.material import Material
from store.demo.outcome import Outcome
from store.demo.person import Person
from store.demo.wording import Line, draw, tidy

_SATISFIED = ("great", "good")
_SATISFYING = 0.5
"""Quality (0 to 1) from which a client has nothing to complain about."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """A rating (1 to 5, one decimal) and a text, either of them None if the client gave none."""

    rating: float | None
    text: str | None


class Reviewer:
    """Writes what clients say."""

    def __init__(self, material: Material) -> None:
        self._material = material

    def review(
        self,
        person: Person,
        slots: Mapping[str, str],
        went: Outcome,
        returning: bool,
        said: set[str],
        chance: Chance,
    ) -> Feedback:
        """The client's rating and words; one client in eight says nothing.

        `said` is what was written about the person before; it grows, and is not repeated if possible.
        """
        if chance.happens(0.12):
            return Feedback(None, None)
        rating = _rating(went.quality, chance)
        if not chance.happens(0.7):
            return Feedback(rating, None)
        band = _band(rating)
        texts = self._material.reviews[band]
        if chance.happens(0.25):
            return Feedback(rating, _fresh(texts.short, slots, said, chance))
        parts = [_fresh(texts.open, slots, said, chance)]
        own = person.craft.praise if band in _SATISFIED else person.craft.gripe
        if own and chance.happens(0.65):
            parts.append(_fresh(own, slots, said, chance))
        fact = self._fact(rating, went, returning, chance)
        if fact is not None:
            parts.append(fact)
        if chance.happens(0.6):
            parts.append(_fresh(texts.close, slots, said, chance))
        return Feedback(rating, tidy(" ".join(part for part in parts if part)) or None)

    def _fact(self, rating: float, went: Outcome, returning: bool, chance: Chance) -> str | None:
        facts = self._material.facts
        if not went.on_time and chance.happens(0.6):
            return draw(facts["late_but_fine" if rating >= 4.5 else "late"], {}, chance)
        if not went.on_budget and chance.happens(0.5):
            return draw(facts["over"], {}, chance)
        if returning and rating >= 4.5 and chance.happens(0.5):
            return draw(facts["returning"], {}, chance)
        if went.on_time and rating >= 4.0 and chance.happens(0.3):
            return draw(facts["on_time"], {}, chance)
        return None


def _fresh(lines: Sequence[Line], slots: Mapping[str, str], said: set[str], chance: Chance) -> str | None:
    """A line that was not used before; None if three draws find none."""
    for _ in range(3):
        text = draw(lines, slots, chance)
        if text is not None and text not in said:
            said.add(text)
            return text
    return None


def _rating(quality: float, chance: Chance) -> float:
    """Mostly fives, as everywhere; it falls steeply once a client has something to complain about."""
    short = _SATISFYING - quality
    if short <= 0:
        return 5.0 if chance.happens(0.8) else round(chance.between(4.6, 5.0), 1)
    return round(min(max(4.85 - 7.5 * short + chance.bell(0, 0.2), 1.0), 5.0), 1)


def _band(rating: float) -> str:
    if rating >= 4.8:
        return "great"
    if rating >= 4.2:
        return "good"
    return "mixed" if rating >= 3.2 else "poor"
