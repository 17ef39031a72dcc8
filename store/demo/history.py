"""Work histories: jobs that fit the person, with outcomes that follow from what the person is really like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from store.demo.chance import Chance, Weighted
from store.demo.feedback import Reviewer
from store.demo.grammar import capital, with_article
from store.demo.material import Material
from store.demo.mentions import Mentions
from store.demo.outcome import Outcome, outcome, price
from store.demo.person import Person
from store.demo.skillset import CLAIMABLE
from store.demo.truth import Case
from store.demo.wording import Line, tidy
from store.nouns.brief import Provider
from store.nouns.freelancer import Contract

_MOST_CONTRACTS = 40
_HOURS_A_WEEK = Weighted({5: 15, 10: 30, 15: 10, 20: 20, 30: 15, 40: 10})
_ANY_JOB = Line.of("{title} needed")
_STILL_RUNNING_DAYS = 30
"""A job that reaches past the last visit may still run if that visit was this recent."""


@dataclass(frozen=True, slots=True)
class _Span:
    """When a job ran (`ended` is None while it does), and the hours it took so far."""

    started: date
    ended: date | None
    hours: float


class Historian:
    """Writes the contracts of people, oldest first."""

    def __init__(self, material: Material, mentions: Mentions, today: date) -> None:
        self._material = material
        self._mentions = mentions
        self._today = today
        self._industries = tuple(material.clienteles)
        self._reviewer = Reviewer(material)

    def contracts(self, person: Person, slots: Mapping[str, str], chance: Chance) -> tuple[Contract, ...]:
        """The contracts of a person: none end in the future, and only the still active have running ones."""
        usable = [name for name in person.skills.listed if person.skills.levels[name] >= CLAIMABLE]
        suitable = self._mentions.suitable(person.craft.jobs, usable, 2)
        jobs = chance.sample(suitable, len(suitable))
        said: set[str] = set()
        written: list[Contract] = []
        quality = 0.0
        for number, started in enumerate(self._starts(person, chance), start=1):
            returning = number > 1 and chance.happens(0.06 + 0.5 * max(quality, 0.0) ** 2)
            industry = self._industry(person, chance)
            business = chance.pick(self._material.clienteles[industry].businesses)
            about = {**slots, "business": business, "a_business": with_article(business)}
            job = _next_job(jobs, number, about, chance)
            skills = _skills_used(usable, self._mentions.of(job, about), chance)
            if skills:
                about["skill"] = skills[0]
            went = outcome(person, skills, chance)
            quality = went.quality
            span = self._span(person, started, went, chance)
            review = self._reviewer.review(person, about, went, returning, said, chance)
            is_over = span.ended is not None
            written.append(
                Contract(
                    id=f"{person.external_id}-c{number}",
                    title=capital(tidy(job.fill(about, chance))),
                    skills=skills,
                    industry=industry,
                    started=span.started,
                    ended=span.ended,
                    hours=span.hours,
                    amount=price(person, started, span.hours, went.on_budget, self._today, chance),
                    rating=review.rating if is_over else None,
                    review=review.text if is_over else None,
                    on_time=went.on_time if is_over else None,
                    on_budget=went.on_budget if is_over else None,
                    repeat_client=returning,
                )
            )
        return tuple(written)

    def _starts(self, person: Person, chance: Chance) -> list[date]:
        """First days of the contracts; better people are hired more often."""
        if person.case is Case.NEWCOMER:
            return []
        presence = person.presence
        days = max((presence.active - presence.joined).days - 14, 1)
        busy = 0.6 + 1.6 * person.ability + 1.2 * person.reliability + chance.bell(0, 0.7)
        if person.provider is Provider.AGENCY:
            busy *= 1.5
        short_jobs = 1.35 if person.craft.hours[1] <= 60 else 1.0
        expected = max(busy, 0.3) * short_jobs * (days / 365) ** 0.75 * 1.35
        count = min(max(int(expected + chance.unit()), 1), _MOST_CONTRACTS)
        return sorted(presence.joined + timedelta(days=int(days * chance.unit())) for _ in range(count))

    def _industry(self, person: Person, chance: Chance) -> str:
        elsewhere = chance.happens((1 - person.craft.focus) / 3)
        return chance.pick(self._industries if elsewhere else person.industries)

    def _span(self, person: Person, started: date, went: Outcome, chance: Chance) -> _Span:
        """How long the job took; one that would outlast the last visit was cut short or still runs."""
        low, high = person.craft.hours
        hours = max(round(low * (high / low) ** chance.unit() * 2) / 2, 1.0)
        weekly = chance.weighted(_HOURS_A_WEEK) * (2 if person.provider is Provider.AGENCY else 1)
        late = 0 if went.on_time else chance.whole(2, 20)
        ended = started + timedelta(days=max(int(hours / weekly * 7), 1) + late)
        last_seen = person.presence.active
        if ended <= last_seen:
            return _Span(started, ended, hours)
        worked = weekly * max((last_seen - started).days, 1) / 7
        hours = max(round(min(hours, worked) * 2) / 2, 1.0)
        is_recent = (self._today - last_seen).days <= _STILL_RUNNING_DAYS
        return _Span(started, None if is_recent and chance.happens(0.6) else last_seen, hours)


def _next_job(jobs: Sequence[Line], number: int, about: Mapping[str, str], chance: Chance) -> Line:
    """The next of the craft's jobs, so that a history does not repeat itself before it has to."""
    line = jobs[number % len(jobs)]
    if line.fits(about):
        return line
    fitting = [other for other in jobs if other.fits(about)]
    return chance.pick(fitting) if fitting else _ANY_JOB


def _skills_used(usable: Sequence[str], named: frozenset[str], chance: Chance) -> tuple[str, ...]:
    """Two to five of the listed skills the person can really use; those that the title names come first."""
    if not usable:
        return ()
    first = [name for name in usable if name in named] or [chance.pick(usable[: max(len(usable) // 2, 1)])]
    rest = [name for name in usable if name not in first]
    return (*first, *chance.sample(rest, chance.whole(1, 4)))
