"""What a message tells of somebody in numbers: jobs, prices, ratings, shares, hours."""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.trait import Holds, Trait
from agent.understanding.reading import CandidateName


def traits_in_numbers(scene: Scene) -> Iterator[Trait]:
    """'60 jobs', '$45', 'under 50', 'a 4.6 rating', '98% job success', '40 hours a week'."""
    for quantity in scene.quantities:
        if quantity.step or quantity.vague or _is_someone(scene, quantity):
            continue
        holds = _measured(scene, quantity)
        if holds is not None:
            yield Trait(holds, quantity.first, quantity.last, record=_is_of_record(scene, quantity))


def _is_of_record(scene: Scene, quantity: Quantity) -> bool:
    """'8 jobs', 'a perfect 5.0': a number as profiles show it."""
    counted = quantity.unit in ("job", "review", "star", "percent")
    rated = quantity.is_bare and _is_rating(scene, quantity)
    return (counted or rated) and not quantity.bounded and not quantity.is_range


def _is_someone(scene: Scene, quantity: Quantity) -> bool:
    """The one of 'the Polish one', which counts nothing."""
    return scene.message.norm(quantity.core) in ("one", "ones", "a", "an") and quantity.is_bare


def _measured(scene: Scene, quantity: Quantity) -> Holds | None:
    message, first, last = scene.message, quantity.first, quantity.last
    match quantity.unit:
        case "job" | "review" if quantity.per is None:
            return lambda person: _within(quantity, person.jobs_completed)
        case "percent":
            return lambda person: _within(quantity, percent(person.job_success))
        case "star":
            return lambda person: _within(quantity, person.rating)
        case "hour" if quantity.per == "week":
            return lambda person: (person.hours_per_week or 0) >= (quantity.low or quantity.value)
        case None if quantity.currency is not None or quantity.per == "hour":
            return _charging(scene, quantity)
        case None if quantity.per is not None or scene.is_dated(quantity.core):
            return None
        case None if _is_rating(scene, quantity):
            return lambda person: _within(quantity, person.rating)
        case None if scene.near("record", "success", first, last, 0, 2):
            return lambda person: _within(quantity, percent(person.job_success))
        case None if quantity.bounded or message.norm(first - 1) in ("at", "for", "charges", "asks"):
            return _charging(scene, quantity)
        case None:
            return lambda person: (
                _within(quantity, person.hourly_rate_usd) or _within(quantity, person.jobs_completed)
            )
        case _:
            return None


def _is_rating(scene: Scene, quantity: Quantity) -> bool:
    """'4.6', 'a perfect five', 'a rating of 5'."""
    message, core = scene.message, quantity.core
    if not 1 <= quantity.value <= BEST:
        return False
    perfect = scene.lexicon.words("references", "perfect")
    told = scene.near("record", "rating", quantity.first, quantity.last, 3, 2)
    return told or "." in message.norm(core) or message.norm(core - 1) in perfect


BEST = 5


def _charging(scene: Scene, quantity: Quantity) -> Holds | None:
    """Whether somebody's hourly rate is that amount, in whole dollars, or within it."""
    brief = scene.context.brief
    known = quantity.currency or (brief.hourly_rate.currency if brief.hourly_rate else "USD")
    if known not in scene.knowledge.currencies:
        return None
    ends = [
        None if end is None else scene.knowledge.convert(end, known, "USD")
        for end in (quantity.low, quantity.high)
    ]

    def holds(person: CandidateName) -> bool:
        return person.hourly_rate_usd is not None and _between(person.hourly_rate_usd, ends, _CENTS)

    return holds


_CENTS = 0.5
"""Rates are told in whole dollars."""
TENTH = 0.05
"""Ratings are told with one digit after the point."""


def _within(quantity: Quantity, value: float | None) -> bool:
    slack = TENTH if quantity.value <= BEST else 0.0
    return value is not None and _between(value, [quantity.low, quantity.high], slack)


def _between(value: float, ends: Sequence[float | None], slack: float) -> bool:
    low, high = ends
    above = low is None or value >= low - slack
    return above and (high is None or value <= high + slack)


def percent(share: float | None) -> float | None:
    return None if share is None else round(share * 100)
