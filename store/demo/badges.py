"""Badges as a marketplace hands them out: by rule, from the record, never at random."""

from collections.abc import Sequence
from datetime import date

from store.demo.presence import Presence
from store.nouns.freelancer import Contract

TOP_RATED = "Top rated"
RISING_TALENT = "Rising talent"
RETURNING_CLIENTS = "Clients return"
ALWAYS_ON_TIME = "Always on time"

_A_YEAR = 365
_A_SEASON = 90


def badges(contracts: Sequence[Contract], presence: Presence, today: date) -> tuple[str, ...]:
    """The badges a record has earned.

    Top rated: ten rated jobs at a mean of 4.8 or better, seen within 90 days. Rising talent: joined within
    a year, one to nine jobs at a mean of 4.8 or better. Clients return: five jobs, two in five of them for
    a returning client. Always on time: eight jobs, none of them late.
    """
    finished = [contract for contract in contracts if contract.ended is not None]
    ratings = [contract.rating for contract in finished if contract.rating is not None]
    is_excellent = bool(ratings) and sum(ratings) / len(ratings) >= 4.8
    earned: list[str] = []
    if is_excellent and len(ratings) >= 10 and (today - presence.active).days <= _A_SEASON:
        earned.append(TOP_RATED)
    if is_excellent and len(finished) < 10 and (today - presence.joined).days <= _A_YEAR:
        earned.append(RISING_TALENT)
    returning = sum(contract.repeat_client for contract in finished)
    if len(finished) >= 5 and returning >= 0.4 * len(finished):
        earned.append(RETURNING_CLIENTS)
    if len(finished) >= 8 and all(contract.on_time for contract in finished):
        earned.append(ALWAYS_ON_TIME)
    return tuple(earned)
