"""The Match: one freelancer judged against one brief, with the stored fact behind every verdict."""

from enum import StrEnum

from pydantic import Field

from store.nouns.base import Noun
from store.nouns.brief import Slot


class Verdict(StrEnum):
    """How a requirement fares: UNKNOWN means the profile does not say."""

    MET = "MET"
    PARTLY = "PARTLY"
    NOT_MET = "NOT_MET"
    UNKNOWN = "UNKNOWN"


class RequirementCheck(Noun):
    """One requirement of the brief held against one freelancer."""

    slot: Slot
    requirement: str = Field(description="The requirement in words, e.g. 'Shopify' or 'up to $60/h'.")
    verdict: Verdict
    hard: bool
    fact: str = Field(description="The stored fact behind the verdict, e.g. '5 contracts used Shopify'.")


class ScorePart(Noun):
    """One ingredient of a score: `value` (0 to 1) times `weight` adds `value * weight` to it."""

    name: str
    value: float
    weight: float


class Match(Noun):
    """A freelancer's place in a ranking. `score` is 0 to 1 and is the sum of its parts."""

    freelancer_id: str
    score: float
    checks: tuple[RequirementCheck, ...] = ()
    parts: tuple[ScorePart, ...] = ()
    reason: str = Field(
        default="", description="One or two sentences for the client, from stored facts only."
    )
    labels: tuple[str, ...] = Field(
        default=(), description="Cautions and notes: NEWCOMER, STALE, INCOMPLETE, KEYWORD_STUFFED."
    )


class Exclusion(Noun):
    """How many people one hard requirement rules out, given all the others."""

    slot: Slot
    requirement: str
    people: int


class Relaxation(Noun):
    """A smallest change to the brief that would let more people in."""

    slot: Slot
    description: str = Field(description="E.g. 'Raise the rate to $65/h'.")
    adds: int


class Ranking(Noun):
    """The answer to a brief: matches in order, and why the list is as long as it is."""

    matches: tuple[Match, ...] = ()
    eligible: int = Field(default=0, description="People who meet every hard requirement.")
    marketplace: int = Field(default=0, description="People in the marketplace.")
    exclusions: tuple[Exclusion, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
