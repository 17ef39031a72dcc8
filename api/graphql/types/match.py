"""A candidate judged against a brief, and why a ranking is as long as it is."""

from __future__ import annotations

from collections.abc import Sequence

import strawberry

from api.graphql.context import Info
from api.graphql.fields import resolved
from api.graphql.paging import Connection
from api.graphql.types.candidate import Candidate
from api.graphql.types.enums import Label, Slot, Verdict, same_name
from api.graphql.types.receipt import Receipt
from store.nouns import match as nouns


@strawberry.type(description="One requirement of the brief held against one candidate.")
class RequirementCheck:
    """Projects store.nouns.match.RequirementCheck."""

    slot: Slot = strawberry.field(description="The slot of the brief the requirement is in.")
    requirement: str = strawberry.field(
        description="The requirement in words, e.g. 'Shopify' or 'up to $60/h'."
    )
    verdict: Verdict = strawberry.field(description="Whether it is met, partly met, missing or unknown.")
    hard: bool = strawberry.field(description="Whether breaking it would have ruled the candidate out.")
    fact: str = strawberry.field(description="The stored fact behind it, e.g. '5 contracts used Shopify'.")


@strawberry.type(description="One ingredient of a score: it adds `value` times `weight`.")
class ScorePart:
    """Projects store.nouns.match.ScorePart."""

    name: str = strawberry.field(description="What is measured, e.g. 'skills' or 'price'.")
    value: float = strawberry.field(description="How well the candidate does in it, from 0 to 1.")
    weight: float = strawberry.field(description="How much it counts; all weights together make 1.")


@strawberry.type(
    description="What a track record promises of the next job: the chance that it goes well, and how sure "
    "that is. The fewer and the older the jobs behind it, the wider apart are `low` and `high`."
)
class Outlook:
    """Projects store.nouns.match.Outlook."""

    chance: float = strawberry.field(description="The chance that the next job goes well, from 0 to 1.")
    low: float = strawberry.field(description="The chance is above this with 95% certainty.")
    high: float = strawberry.field(description="The chance is below this with 95% certainty.")
    jobs: int = strawberry.field(
        description="How many finished jobs or ratings it rests on. 0: a newcomer, taken to do as people of "
        "the same line of work do here."
    )

    @classmethod
    def from_domain(cls, outlook: nouns.Outlook) -> Outlook:
        """The projection of one outlook."""
        return cls(chance=outlook.chance, low=outlook.low, high=outlook.high, jobs=outlook.jobs)


@strawberry.type(
    description="A candidate's place in a ranking, with the reasons. It belongs to one brief at one time; "
    "the candidate in it can be cached by its id."
)
class Match:
    """Projects store.nouns.match.Match."""

    position: int = strawberry.field(
        description="The place in the list, from 1: what the client means by 'the second one'."
    )
    candidate_id: strawberry.ID = strawberry.field(description="The global id of the candidate.")
    score: float = strawberry.field(
        description="How well the candidate fits, from 0 to 1: the sum of the parts."
    )
    reason: str = strawberry.field(
        description="One or two sentences on why this candidate, made from stored facts only: ready to show."
    )
    checks: list[RequirementCheck] = strawberry.field(
        description="Each requirement with its verdict: what matches, what is missing, what is unknown."
    )
    parts: list[ScorePart] = strawberry.field(description="How the score is composed, part by part.")
    labels: list[Label] = strawberry.field(
        description="Cautions and notes to show beside the candidate; empty if there is nothing to say."
    )
    outlook: Outlook | None = strawberry.field(
        description="What the track record promises of the next job; null in rankings of earlier versions."
    )

    @resolved(
        "The candidate with rating, completed jobs, hourly rate, portfolio and the rest; null "
        "if the marketplace has removed the profile since."
    )
    async def candidate(self, info: Info) -> Candidate | None:
        """Loaded for all matches of the page at once."""
        freelancer = await info.context.loaders.freelancers.load(self.candidate_id)
        return Candidate.from_domain(freelancer) if freelancer else None

    @classmethod
    def from_domain(cls, match: nouns.Match, position: int) -> Match:
        """The projection of one match at its 1-based place."""
        return cls(
            position=position,
            candidate_id=strawberry.ID(match.freelancer_id),
            score=match.score,
            reason=match.reason,
            checks=[
                RequirementCheck(
                    slot=same_name(Slot, check.slot),
                    requirement=check.requirement,
                    verdict=same_name(Verdict, check.verdict),
                    hard=check.hard,
                    fact=check.fact,
                )
                for check in match.checks
            ],
            parts=[ScorePart(name=part.name, value=part.value, weight=part.weight) for part in match.parts],
            labels=[Label[label] for label in match.labels],
            outlook=Outlook.from_domain(match.outlook) if match.outlook else None,
        )

    @classmethod
    def all_from_domain(cls, matches: Sequence[nouns.Match], offset: int = 0) -> list[Match]:
        """The projections of matches in order, the first of them at place `offset` + 1."""
        return [cls.from_domain(match, offset + place) for place, match in enumerate(matches, start=1)]


@strawberry.type(description="How many people one hard requirement rules out, given all the others.")
class Exclusion:
    """Projects store.nouns.match.Exclusion."""

    slot: Slot = strawberry.field(description="The slot of the brief the requirement is in.")
    requirement: str = strawberry.field(description="The requirement in words, e.g. 'Shopify'.")
    people: int = strawberry.field(description="How many more people there would be without it.")

    @classmethod
    def from_domain(cls, exclusion: nouns.Exclusion) -> Exclusion:
        """The projection of one exclusion."""
        return cls(
            slot=same_name(Slot, exclusion.slot),
            requirement=exclusion.requirement,
            people=exclusion.people,
        )


@strawberry.type(description="A smallest change to the brief that would let more people in.")
class Relaxation:
    """Projects store.nouns.match.Relaxation."""

    slot: Slot = strawberry.field(description="The slot of the brief that would change.")
    description: str = strawberry.field(description="The change in words, e.g. 'Raise the rate to $65/h'.")
    adds: int = strawberry.field(description="How many people it would add to the eligible ones.")

    @classmethod
    def from_domain(cls, relaxation: nouns.Relaxation) -> Relaxation:
        """The projection of one relaxation."""
        return cls(
            slot=same_name(Slot, relaxation.slot),
            description=relaxation.description,
            adds=relaxation.adds,
        )


@strawberry.type(
    description="The answer to a brief: candidates in order, and why the list is as long as it is."
)
class Ranking:
    """Projects store.nouns.match.Ranking."""

    matches: list[Match] = strawberry.field(description="The candidates, best first, each with its reasons.")
    near_misses: list[Match] = strawberry.field(
        description="With fewer than five matches: who comes closest, the least lacking first, up to five "
        "people in all. Each breaks at least one hard requirement: show the `checks` that are `hard` and not "
        "`MET` beside the name. Positions count on from the matches: after two matches the first near miss "
        "is 3, and is whom the client means by 'the third one'. `candidateSearch` gives matches alone."
    )
    eligible: int = strawberry.field(description="How many people meet every hard requirement.")
    marketplace: int = strawberry.field(description="How many people are on the marketplace.")
    exclusions: list[Exclusion] = strawberry.field(
        description="For each hard requirement, how many people it rules out."
    )
    relaxations: list[Relaxation] = strawberry.field(
        description="Smallest changes to the brief that would let more people in, if the list is thin."
    )
    receipt: Receipt | None = strawberry.field(
        description="All that the order depends on; null in rankings of earlier versions."
    )

    @classmethod
    def from_domain(cls, ranking: nouns.Ranking) -> Ranking:
        """The projection of one ranking."""
        return cls(
            matches=Match.all_from_domain(ranking.matches),
            near_misses=Match.all_from_domain(ranking.near_misses, len(ranking.matches)),
            eligible=ranking.eligible,
            marketplace=ranking.marketplace,
            exclusions=[Exclusion.from_domain(each) for each in ranking.exclusions],
            relaxations=[Relaxation.from_domain(each) for each in ranking.relaxations],
            receipt=Receipt.from_domain(ranking.receipt) if ranking.receipt else None,
        )


@strawberry.type(
    description="One page of a ranking, best first, and why the list is as long as it is. Walk it with "
    "`first`, and `after` the endCursor."
)
class MatchConnection(Connection[Match]):
    """A page of matches with what the ranking says about the marketplace as a whole."""

    eligible: int = strawberry.field(description="How many people meet every hard requirement.")
    marketplace: int = strawberry.field(description="How many people are on the marketplace.")
    exclusions: list[Exclusion] = strawberry.field(
        description="For each hard requirement, how many people it rules out."
    )
    relaxations: list[Relaxation] = strawberry.field(
        description="Smallest changes to the brief that would let more people in, if the list is thin."
    )
    receipt: Receipt | None = strawberry.field(description="All that the order depends on.")
