"""When people joined, were last seen and can start, as seen from a given day."""

from dataclasses import dataclass
from datetime import date, timedelta

from store.demo.chance import Chance, Weighted
from store.demo.truth import Case
from store.nouns.freelancer import Availability

_HOURS = Weighted({10: 12, 15: 9, 20: 20, 25: 8, 30: 20, 35: 5, 40: 26})
_TEAM_HOURS = Weighted({40: 35, 60: 20, 80: 30, 100: 15})


@dataclass(frozen=True, slots=True)
class Presence:
    """A profile's dates: joined <= updated <= active <= today."""

    joined: date
    updated: date
    active: date


def presence(case: Case, years: int, today: date, chance: Chance) -> Presence:
    """Dates of one profile."""
    if case is Case.STALE:
        active = today - timedelta(days=chance.whole(400, 1150))
        joined = active - timedelta(days=chance.whole(200, 2200))
        updated = joined + (active - joined) * (chance.unit() * 0.8)
        return Presence(joined, updated, active)
    active = today - timedelta(days=int(75 * chance.unit() ** 4))
    if case is Case.NEWCOMER:
        joined = today - timedelta(days=int(4 + 170 * chance.unit() ** 1.5))
        active = max(active, joined)
    else:
        longest = min(365 * (years + 1), 4000)
        joined = today - timedelta(days=int(120 + longest * chance.unit() ** 1.4))
    updated = max(joined, active - timedelta(days=int(500 * chance.unit() ** 2.2)))
    return Presence(joined, updated, active)


def availability(presence: Presence, today: date, is_team: bool, chance: Chance) -> Availability:
    """Hours a week and a first day: most can start at once, some later, some do not say."""
    hours = None if chance.happens(0.1) else chance.weighted(_TEAM_HOURS if is_team else _HOURS)
    mood = chance.unit()
    if mood < 0.12:
        start = None
    elif mood < 0.7 or presence.active < today - timedelta(days=180):
        start = presence.updated
    else:
        start = today + timedelta(days=chance.whole(2, 100))
    return Availability(hours_per_week=hours, available_from=start)
