"""Which scenarios a bug can show in: by what their clients tell and do, never by their names."""

from collections.abc import Callable, Iterator
from typing import Any

from agent.understanding.reading import Topic
from evals.nouns import Act, AgendaItem, Scenario
from store.nouns.brief import Importance, Slot

Where = Callable[[Scenario], bool]


def tells(*slots: Slot) -> Where:
    """The client tells of one of these from the start or later."""
    return lambda scenario: any(slot in item.facts for item in scenario.agenda for slot in slots)


def holds(slot: Slot, fits: Callable[[Any], bool]) -> Where:
    """The client tells a value of the slot that fits."""
    return lambda scenario: any(fits(value) for value in _values(scenario, slot))


def does(*acts: Act, to: Slot | None = None) -> Where:
    """The client does one of these."""
    return lambda scenario: any(
        item.act in acts and (to is None or to in item.slots or to in item.facts) for item in scenario.agenda
    )


def skills(importance: Importance, least: int = 1) -> Where:
    """The client names at least so many skills of that importance at once."""
    return holds(Slot.SKILLS, lambda wanted: list(wanted.values()).count(importance.value) >= least)


def asks_about(*topics: Topic) -> Where:
    """The client asks about one of these."""
    return lambda scenario: any(item.topic in topics for item in scenario.agenda)


def hard(*slots: Slot) -> Where:
    """One of these must end as a requirement."""
    return lambda scenario: any(slot in scenario.gold.hard for slot in slots)


def soft(scenario: Scenario) -> bool:
    """Something must end as a preference."""
    return bool(scenario.gold.soft)


def searches(scenario: Scenario) -> bool:
    """Somebody acceptable can be found."""
    return scenario.gold.acceptable and bool(scenario.gold.brief)


def writes(*marks: str) -> Where:
    """The client's own words have one of these."""
    return lambda scenario: any(mark in words for words in _said(scenario.agenda) for mark in marks)


def _said(agenda: tuple[AgendaItem, ...]) -> Iterator[str]:
    for item in agenda:
        yield from item.says


def _values(scenario: Scenario, slot: Slot) -> Iterator[Any]:
    for item in scenario.agenda:
        if slot in item.facts:
            yield item.facts[slot]
