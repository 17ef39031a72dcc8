"""What a message tells of somebody on the list, each as a question that the facts of a profile answer.

The amounts, places, languages, levels and names are those the rest of the reader finds; here they are held
against the people shown instead of being wished for.
"""

from collections.abc import Iterator
from datetime import date

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.trait import Holds, Trait
from agent.understanding.offline.pointing.traits_in_numbers import BEST, TENTH, percent, traits_in_numbers
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.when.periods import Period
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import folded
from agent.understanding.reading import CandidateName
from store.nouns.brief import Provider, Seniority, Slot


def find_traits(scene: Scene) -> list[Trait]:
    """All that the message tells, in order; of two that begin together the longer first."""
    found = [
        *traits_in_numbers(scene),
        *_places_and_tongues(scene),
        *_starts(scene),
        *_levels(scene),
        *_badges(scene),
        *_work(scene),
    ]
    return sorted(found, key=lambda trait: (trait.first, -trait.last))


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
    """'who can't start till January', 'free in December', 'could come on the 7th', 'available now'."""
    cues = [*scene.message.of("schedule", "start"), *scene.message.of("topics", "availability")]
    cues += scene.message.of("references", "can_come")
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
            yield _trait(mention, _reaching(Slot.MIN_RATING, BEST - TENTH))


def _reaching(slot: Slot, least: float) -> Holds:
    if slot is Slot.MIN_RATING:
        return lambda person: (person.rating or 0) >= least
    return lambda person: (percent(person.job_success) or 0) >= least


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
