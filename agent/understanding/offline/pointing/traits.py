"""What a message tells of somebody on the list, each as a question that the facts of a profile answer.

The amounts, places, languages, levels and names are those the rest of the reader finds; here they are held
against the people shown instead of being wished for.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.when.periods import Period
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import folded
from agent.understanding.reading import CandidateName
from store.nouns.brief import Provider, Seniority, Slot

Holds = Callable[[CandidateName], bool]


@dataclass(frozen=True, slots=True)
class Trait:
    """Something told of somebody in tokens [first, last).

    `settled` says that a "not" before it is accounted for; `record` that a profile counts it. `closely` is
    the narrower reading that tells one person from others: who is free in January may be free before it.
    """

    holds: Holds
    first: int
    last: int
    settled: bool = False
    record: bool = False
    role: bool = False
    closely: Holds | None = None

    def closer(self) -> "Trait":
        """The same in its narrower reading."""
        return self if self.closely is None else replace(self, holds=self.closely)


def find_traits(scene: Scene) -> list[Trait]:
    """All that the message tells, in order; of two that begin together the longer first."""
    found = [
        *_amounts(scene),
        *_places_and_tongues(scene),
        *_starts(scene),
        *_levels(scene),
        *_badges(scene),
        *_work(scene),
    ]
    return sorted(found, key=lambda trait: (trait.first, -trait.last))


def _amounts(scene: Scene) -> Iterator[Trait]:
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
            return lambda person: _within(quantity, _percent(person.job_success))
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
            return lambda person: _within(quantity, _percent(person.job_success))
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
    if not 1 <= quantity.value <= _BEST:
        return False
    perfect = scene.lexicon.words("references", "perfect")
    told = scene.near("record", "rating", quantity.first, quantity.last, 3, 2)
    return told or "." in message.norm(core) or message.norm(core - 1) in perfect


_BEST = 5


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
_TENTH = 0.05
"""Ratings are told with one digit after the point."""


def _within(quantity: Quantity, value: float | None) -> bool:
    slack = _TENTH if quantity.value <= _BEST else 0.0
    return value is not None and _between(value, [quantity.low, quantity.high], slack)


def _between(value: float, ends: Sequence[float | None], slack: float) -> bool:
    low, high = ends
    above = low is None or value >= low - slack
    return above and (high is None or value <= high + slack)


def _percent(share: float | None) -> float | None:
    return None if share is None else round(share * 100)


def _places_and_tongues(scene: Scene) -> Iterator[Trait]:
    """'the Polish one', 'from Kyiv', 'in Africa', 'who speaks Polish'."""
    message, knowledge = scene.message, scene.knowledge
    spoken = {m.first for m in message.of("language") if _is_spoken(scene, m)}
    for mention in (*message.of("country"), *message.of("demonym")):
        if mention.first not in spoken:
            yield _trait(mention, _living_in({mention.key}))
    for mention in message.of("region"):
        yield _trait(mention, _living_in(set(knowledge.regions[mention.key].countries)))
    for mention in message.of("city"):
        city = knowledge.cities[int(mention.key)]
        yield _trait(mention, _of_city({folded(name) for name in (city.name, *city.aliases)}))
    for mention in message.of("language"):
        if mention.first in spoken:
            yield _trait(mention, _speaking(mention.key))


def _is_spoken(scene: Scene, mention: Mention) -> bool:
    """Whether a word for a nation and its language is said of what somebody speaks."""
    message = scene.message
    if message.at("demonym", mention.first) is None:
        return True
    speech = scene.lexicon.words("references", "speech")
    around = (*message.norms[max(0, mention.first - 2) : mention.first], message.norm(mention.last))
    return bool(speech & set(around))


def _living_in(countries: set[str]) -> Holds:
    return lambda person: person.country in countries


def _of_city(names: set[str]) -> Holds:
    return lambda person: person.city is not None and folded(person.city) in names


def _speaking(code: str) -> Holds:
    return lambda person: code in person.languages


def _trait(mention: Mention, holds: Holds, *, role: bool = False) -> Trait:
    return Trait(holds, mention.first, mention.last, role=role)


def _starts(scene: Scene) -> Iterator[Trait]:
    """'who can't start till January', 'free in December', 'available now'."""
    cues = [*scene.message.of("schedule", "start"), *scene.message.of("topics", "availability")]
    for period in scene.periods:
        if any(0 <= period.first - cue.last <= _SOON for cue in cues):
            yield Trait(
                _starting(scene, period),
                period.first,
                period.last,
                settled=True,
                closely=_free_in(period),
            )
    today = scene.context.today
    for cue in scene.message.of("schedule", "now"):
        yield _trait(cue, lambda person: person.available_from is not None and person.available_from <= today)


_SOON = 3


def _starting(scene: Scene, period: Period) -> Holds:
    """Whether somebody is free when the words before a period say."""
    said = set(scene.message.norms[max(0, period.first - _BEFORE) : period.first])
    denied = bool(said & scene.lexicon.words("references", "denials"))
    until = bool(said & scene.lexicon.words("references", "until"))
    only = bool(said & scene.lexicon.words("references", "only_from"))

    def holds(person: CandidateName) -> bool:
        free = person.available_from
        if free is None:
            return False
        if until:
            return free >= period.start if denied or only else free < period.start
        if denied:
            return free > period.end
        return free <= period.end if not only else _falls_in(free, period)

    return holds


_BEFORE = 6


def _free_in(period: Period) -> Holds:
    return lambda person: person.available_from is not None and _falls_in(person.available_from, period)


def _falls_in(day: date, period: Period) -> bool:
    return period.start <= day <= period.end


def _levels(scene: Scene) -> Iterator[Trait]:
    """'the senior one', 'the agency'."""
    for mention in scene.message.of("people"):
        if mention.key in _SENIORITY:
            yield _trait(mention, _of_level(_SENIORITY[mention.key]))
        elif mention.key in _PROVIDERS:
            yield _trait(mention, _of_kind(_PROVIDERS[mention.key]))


_SENIORITY = {"expert": Seniority.EXPERT, "intermediate": Seniority.INTERMEDIATE, "entry": Seniority.ENTRY}
_PROVIDERS = {"agency": Provider.AGENCY, "individual": Provider.INDIVIDUAL}


def _of_level(level: Seniority) -> Holds:
    return lambda person: person.seniority is level


def _of_kind(provider: Provider) -> Holds:
    return lambda person: person.provider is provider


def _badges(scene: Scene) -> Iterator[Trait]:
    """'the five-star one', 'the top-rated one', 'with the perfect rating'."""
    perfect = scene.lexicon.words("references", "perfect")
    for mention in scene.message.of("record"):
        slot = scene.lexicon.setting("record", mention.key, "slot")
        if slot is not None:
            yield _trait(
                mention, _reaching(Slot(slot), scene.lexicon.setting("record", mention.key, "value"))
            )
        elif mention.key == "rating" and scene.message.norm(mention.first - 1) in perfect:
            yield _trait(mention, _reaching(Slot.MIN_RATING, _BEST - _TENTH))


def _reaching(slot: Slot, least: float) -> Holds:
    if slot is Slot.MIN_RATING:
        return lambda person: (person.rating or 0) >= least
    return lambda person: (_percent(person.job_success) or 0) >= least


def _work(scene: Scene) -> Iterator[Trait]:
    """'the Shopify one', 'who is a designer'."""
    for mention in scene.message.of("skill"):
        if is_skill(scene, mention):
            yield _trait(mention, _knowing(mention.key))
    for mention in scene.message.of("role"):
        yield _trait(mention, _working_as(scene, mention), role=True)


def _knowing(skill: str) -> Holds:
    name = skill.casefold()
    return lambda person: any(held.casefold() == name for held in person.skills)


def _working_as(scene: Scene, mention: Mention) -> Holds:
    """Of that role, or of one called by the same word: UI designers are designers."""
    roles, word = scene.knowledge.roles, scene.message.norm(mention.last - 1)

    def holds(person: CandidateName) -> bool:
        role = roles.get(person.role or "")
        same = role is not None and mention.size == 1 and folded(role.name).split()[-1] == word
        return same or person.role == mention.key

    return holds
