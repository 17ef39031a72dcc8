"""Bugs of memory, search, questions and hand-off: the message was read right, and the wrong thing is done."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from agent.graph.routing import Route
from agent.graph.state import Decision
from agent.understanding.reading import Intent
from evals.bugs.seams import MERGE, NEXT_QUESTION, PREPARE, ROUTE, SEARCH, SHORTLIST, Bug, Seam
from evals.bugs.where import Where, does, hard, holds, searches, skills, tells
from evals.nouns import Act, HandOffGold, Scenario
from store.nouns.brief import Brief, Importance, LanguageLevel, Slot
from store.nouns.conversation import Memory
from store.nouns.handoff import HandoffStatus
from store.nouns.match import Ranking


def _search_for(brief_of: Callable[[Brief], Brief]) -> tuple[Seam, ...]:
    """The search, given another brief than the one the client sees."""

    def broken(search: Any) -> Any:
        async def other(self: Any, brief: Brief, *args: Any, **options: Any) -> Ranking:
            found: Ranking = await search(self, brief_of(brief), *args, **options)
            return found

        return other

    return (Seam(SEARCH, broken),)


def _search_without(option: str) -> tuple[Seam, ...]:
    def broken(search: Any) -> Any:
        async def other(self: Any, *args: Any, **options: Any) -> Ranking:
            found: Ranking = await search(self, *args, **{**options, option: ()})
            return found

        return other

    return (Seam(SEARCH, broken),)


def _ranked(order: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> tuple[Seam, ...]:
    def broken(search: Any) -> Any:
        async def other(self: Any, *args: Any, **options: Any) -> Ranking:
            found: Ranking = await search(self, *args, **options)
            return found.model_copy(update={"matches": order(found.matches)})

        return other

    return (Seam(SEARCH, broken),)


def _near_misses_as_matches() -> tuple[Seam, ...]:
    def broken(search: Any) -> Any:
        async def other(self: Any, *args: Any, **options: Any) -> Ranking:
            found: Ranking = await search(self, *args, **options)
            return found.model_copy(
                update={"matches": (*found.matches, *found.near_misses), "near_misses": ()}
            )

        return other

    return (Seam(SEARCH, broken),)


def _softened(brief: Brief) -> Brief:
    terms = {slot: term.model_copy(update={"hard": False}) for slot, term in brief.terms.items()}
    eased = tuple(
        wish.model_copy(update={"importance": Importance.NICE})
        if wish.importance is Importance.MUST
        else wish
        for wish in brief.skills
    )
    return brief.model_copy(update={"terms": terms, "skills": eased})


def _without_excluded(brief: Brief) -> Brief:
    kept = tuple(wish for wish in brief.skills if wish.importance is not Importance.EXCLUDED)
    return brief.model_copy(update={"skills": kept})


def _in_dollars(brief: Brief) -> Brief:
    if brief.hourly_rate is None:
        return brief
    dearer = {"USD": "GBP"}.get(brief.hourly_rate.currency, "USD")
    return brief.model_copy(update={"hourly_rate": brief.hourly_rate.model_copy(update={"currency": dearer})})


def _any_level(brief: Brief) -> Brief:
    spoken = tuple(wish.model_copy(update={"level": LanguageLevel.BASIC}) for wish in brief.languages)
    return brief.model_copy(update={"languages": spoken})


def _slot_unchecked(slot: Slot) -> Callable[[Brief], Brief]:
    def eased(brief: Brief) -> Brief:
        term = brief.terms.get(slot)
        if term is None:
            return brief
        return brief.model_copy(
            update={"terms": {**brief.terms, slot: term.model_copy(update={"hard": False})}}
        )

    return eased


def _routes(change: Callable[[Route, Memory], Route]) -> tuple[Seam, ...]:
    def broken(route: Any) -> Any:
        return lambda reading, before, memory: change(route(reading, before, memory), memory)

    return (Seam(ROUTE, broken),)


def _to_the_next(route: Route, memory: Memory) -> Route:
    if route.target not in memory.shown or len(memory.shown) < 2:
        return route
    return replace(route, target=memory.shown[(memory.shown.index(route.target) + 1) % len(memory.shown)])


def _yes_to_all(route: Route, _: Memory) -> Route:
    return replace(route, decision=Decision.APPROVE) if route.decision is Decision.CANCEL else route


def _no_to_all(route: Route, _: Memory) -> Route:
    return replace(route, decision=Decision.CANCEL) if route.decision is Decision.APPROVE else route


def _asks_first(route: Route, memory: Memory) -> Route:
    if route.intent is Intent.DESCRIBE_NEED and not memory.shown:
        return replace(route, step="clarify")
    return route


def _forgetful(merge: Any) -> Any:
    return lambda brief, changes, knowledge: merge(Brief() if changes else brief, changes, knowledge)


def _approved_at_once(prepare: Any) -> Any:
    return lambda *args: prepare(*args).model_copy(update={"status": HandoffStatus.APPROVED})


def _memory_without(*fields: str) -> tuple[Seam, ...]:
    def broken(ask: Any) -> Any:
        async def other(memory: Memory, *args: Any) -> Any:
            return await ask(memory.model_copy(update=dict.fromkeys(fields, ())), *args)

        return other

    return (Seam(NEXT_QUESTION, broken),)


def _raises(_: Any) -> Any:
    def other(*_: Any) -> str:
        raise RuntimeError("The shortlist could not be told.")

    return other


_PATIENT = (
    Seam("agent.questions.next:MOST_IN_ROW", lambda _: 99),
    Seam("agent.questions.policy:net_value", lambda _: lambda *_: 1.0),
)


def _blind_facets(facets: Any) -> Any:
    def other(brief: Brief, pool: Any, knowledge: Any) -> Any:
        return facets(brief.model_copy(update={"terms": {}}), pool, knowledge)

    return other


def _undecided(scenario: Scenario) -> bool:
    return len(scenario.unknown) > 1 and searches(scenario)


_OPEN = (
    Slot.HOURLY_RATE,
    Slot.REGIONS,
    Slot.COUNTRIES,
    Slot.SENIORITY,
    Slot.HOURS_PER_WEEK,
    Slot.SKILLS,
)


def _much_to_ask(scenario: Scenario) -> bool:
    """A long conversation about a need that leaves nearly everything open."""
    told = {slot for item in scenario.agenda for slot in item.facts}
    long = len(scenario.agenda) + len(scenario.unknown) > 3
    return searches(scenario) and long and len(told.intersection(_OPEN)) < 2


def _hands_off(*states: HandOffGold) -> Where:
    return lambda scenario: scenario.gold.hand_off in states


def _bugs() -> Iterator[tuple[str, str, tuple[Seam, ...], Where]]:
    approved, cancelled = HandOffGold.APPROVED, HandOffGold.CANCELLED
    yield "dismissed-again", "people sent away come back", _search_without("dismissed"), does(Act.DISMISS)
    yield "more-repeats", "'more' shows the same people", _search_without("exclude"), does(Act.MORE)
    yield (
        "duplicate",
        "the first one stands on the list twice",
        _ranked(lambda matches: (*matches[:1], *matches)),
        searches,
    )
    yield "worst-first", "the ranking is upside down", _ranked(lambda matches: matches[::-1]), searches
    yield (
        "exclusions-ignored",
        "people with an excluded skill are shown",
        _search_for(_without_excluded),
        skills(Importance.EXCLUDED),
    )
    yield (
        "requirements-ignored",
        "requirements only rank",
        _search_for(_softened),
        hard(Slot.HOURLY_RATE, Slot.COUNTRIES, Slot.LANGUAGES, Slot.REGIONS),
    )
    yield (
        "near-misses-as-matches",
        "people who only come close are listed as if they met every requirement",
        _near_misses_as_matches(),
        hard(Slot.HOURLY_RATE, Slot.COUNTRIES, Slot.LANGUAGES, Slot.REGIONS),
    )
    yield (
        "currency-in-search",
        "a limit is compared in the wrong currency",
        _search_for(_in_dollars),
        holds(Slot.HOURLY_RATE, lambda value: bool(value.get("max"))),
    )
    yield "any-level", "any command of a language will do", _search_for(_any_level), hard(Slot.LANGUAGES)
    yield (
        "country-unchecked",
        "people of any country are shown",
        _search_for(_slot_unchecked(Slot.COUNTRIES)),
        hard(Slot.COUNTRIES),
    )
    yield (
        "price-unchecked",
        "people of any price are shown",
        _search_for(_slot_unchecked(Slot.HOURLY_RATE)),
        hard(Slot.HOURLY_RATE),
    )
    yield "need-forgotten", "each message replaces the need", (Seam(MERGE, _forgetful),), does(Act.ADD)
    yield "wrong-person", "the hand-off goes to the next one", _routes(_to_the_next), _hands_off(approved)
    yield (
        "approved-unasked",
        "a hand-off is approved without a yes",
        (Seam(PREPARE, _approved_at_once),),
        does(Act.HAND_OFF),
    )
    yield "no-is-yes", "a no approves the hand-off", _routes(_yes_to_all), _hands_off(cancelled)
    yield "yes-is-no", "a yes cancels the hand-off", _routes(_no_to_all), _hands_off(approved)
    yield "crash", "telling the shortlist fails", (Seam(SHORTLIST, _raises),), does(Act.SHORTLIST)
    yield (
        "asks-first",
        "it asks what kind of work it is before it searches, whatever was said",
        _routes(_asks_first),
        searches,
    )
    yield "asks-twice", "it asks again what it asked before", _memory_without("asked", "declined"), _undecided
    yield "asks-on", "it asks and asks", _PATIENT, _much_to_ask
    yield (
        "asks-known",
        "it asks what the client has said",
        (Seam("agent.questions.next:facets", _blind_facets),),
        tells(Slot.HOURLY_RATE, Slot.SENIORITY, Slot.REGIONS),
    )


ACTING_BUGS = tuple(Bug(name, says, seams, where) for name, says, seams, where in _bugs())
