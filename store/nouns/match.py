"""The Match: one freelancer judged against one brief, with the stored fact behind every verdict."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from store.nouns.base import Noun
from store.nouns.brief import Brief, Slot


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


class Outlook(Noun):
    """What the track record promises of the next job: the chance that it goes well, and how sure that is.

    `low` and `high` bound the chance with 90% certainty (the 5th and 95th percentile of its Beta
    distribution); the fewer and the older the jobs, the wider apart they are.
    """

    chance: float = Field(description="0 to 1.")
    low: float
    high: float
    jobs: int = Field(description="How many finished jobs or ratings it rests on; 0 is the market's average.")


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
        default=(), description="Cautions and notes: NEWCOMER, STALE, INCOMPLETE, KEYWORD_STUFFED, AGENCY."
    )
    outlook: Outlook | None = Field(default=None, description="What the track record promises.")


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


class RankingStep(Noun):
    """One step on the way from everybody to the list, and how many people it left or found."""

    name: str
    people: int


class Receipt(Noun):
    """All that a ranking depends on: with it, and the marketplace it names, the ranking can be made again.

    The features are in each match's parts; their values times weights are the score, and the order is by
    score and then by id.
    """

    marketplace: str = Field(
        default="", description="A digest of everybody's stored facts and indexed text at that moment."
    )
    limit: int = Field(default=0, description="How many matches were asked for.")
    at_least: int = Field(default=0, description="How many people were asked for, near misses included.")
    steps: tuple[RankingStep, ...] = Field(default=(), description="From everybody to the list, in order.")

    model: str = Field(description="The embedding model: model, version, dimension.")
    text_version: int = Field(description="How the text of a freelancer was put together.")
    weights_version: int = Field(description="Weights and formulas of the ranking.")
    exchange_rates: date = Field(description="The day of the exchange rates.")
    today: date
    brief: Brief
    liked: tuple[str, ...] = ()
    dismissed: tuple[str, ...] = ()
    excluded: tuple[str, ...] = Field(default=(), description="Left out because they were shown before.")


class Ranking(Noun):
    """The answer to a brief: matches in order, and why the list is as long as it is."""

    matches: tuple[Match, ...] = ()
    near_misses: tuple[Match, ...] = Field(
        default=(),
        description="Where few meet every hard requirement: who comes closest. Each breaks at least one, "
        "which their checks name.",
    )
    eligible: int = Field(default=0, description="People who meet every hard requirement.")
    marketplace: int = Field(default=0, description="People in the marketplace.")
    exclusions: tuple[Exclusion, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    receipt: Receipt | None = Field(default=None, description="What it takes to make the ranking again.")
