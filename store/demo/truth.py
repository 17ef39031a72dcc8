"""What is really so about a made-up freelancer, as opposed to what the profile says.

The marketplace never sees it. Evaluations keep it aside to judge rankings by.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from store.nouns.brief import Seniority


class Case(StrEnum):
    """What makes a profile hard to judge, if anything."""

    ORDINARY = "ordinary"
    NEWCOMER = "newcomer"
    STALE = "stale"
    HALF_EMPTY = "half-empty"
    AGENCY = "agency"
    KEYWORD_STUFFER = "keyword-stuffer"
    NEAR_DUPLICATE = "near-duplicate"
    PROMPT_INJECTION = "prompt-injection"


@dataclass(frozen=True, slots=True)
class Truth:
    """The hidden side of a freelancer.

    `ability` and `reliability` are 0 to 1. `skills` holds the true level of every skill, 0 to 1: skills
    the profile does not list included, and skills it claims falsely at a level near 0. `role` and
    `seniority` are true even where the profile leaves them out. `rate_usd` is the asking rate in US
    dollars an hour. `copy_of` is the external id of the profile a near-duplicate was copied from.
    """

    ability: float
    reliability: float
    skills: Mapping[str, float]
    case: Case
    role: str
    seniority: Seniority
    rate_usd: float
    copy_of: str | None = None
