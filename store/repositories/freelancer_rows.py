"""Turns a Freelancer into rows and rows into a Freelancer."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from store.knowledge import Knowledge
from store.nouns.freelancer import Contract, Freelancer, Language, PortfolioItem, Skill, TrackRecord
from store.tables import ContractRow, FreelancerRow, PortfolioRow
from store.track_record import FORMULAS, derive

Values = dict[str, Any]

_AS_IT_IS = (
    "id",
    "source",
    "external_id",
    "provider",
    "name",
    "headline",
    "bio",
    "role",
    "seniority",
    "skills",
    "industries",
    "country",
    "city",
    "time_zone",
    "languages",
    "badges",
    "joined",
    "last_active",
    "profile_updated",
    "reported",
)
_TRACK = tuple(TrackRecord.model_fields)


@dataclass(frozen=True, slots=True)
class FreelancerValues:
    """The rows of one freelancer, ready to be written."""

    row: Values
    contracts: list[Values]
    portfolio: list[Values]


def content_hash(freelancer: Freelancer) -> str:
    """SHA-256 of all that is stored and not derived, and of the version of the formulas that derive."""
    content = freelancer.model_dump_json(exclude={"track"})
    return hashlib.sha256(f"{FORMULAS}\x00{content}".encode(errors="surrogatepass")).hexdigest()


def to_values(
    freelancer: Freelancer, digest: str, today: date, knowledge: Knowledge | None
) -> FreelancerValues:
    """The rows to store, with the track record derived anew; what `freelancer.track` says is ignored.

    `digest` is the freelancer's `content_hash`.
    """
    track = derive(freelancer, today, knowledge)
    rate, availability, reported = freelancer.hourly_rate, freelancer.availability, freelancer.reported
    row: Values = {name: getattr(freelancer, name) for name in _AS_IT_IS}
    row |= {
        "provider": freelancer.provider.value,
        "seniority": freelancer.seniority and freelancer.seniority.value,
        "skills": [_skill_values(each) for each in freelancer.skills],
        "industries": list(freelancer.industries),
        "languages": [_language_values(each) for each in freelancer.languages],
        "badges": list(freelancer.badges),
        "reported": reported and reported.model_dump(mode="json"),
        "rate_amount": rate and rate.amount,
        "rate_currency": rate and rate.currency,
        "hours_per_week": availability.hours_per_week,
        "available_from": availability.available_from,
        "content_hash": digest,
    }
    row |= {f"track_{name}": getattr(track, name) for name in _TRACK}
    return FreelancerValues(
        row=row,
        contracts=[_contract_values(freelancer.id, n, c) for n, c in enumerate(freelancer.contracts)],
        portfolio=[_portfolio_values(freelancer.id, n, p) for n, p in enumerate(freelancer.portfolio)],
    )


def to_freelancer(
    row: FreelancerRow, contracts: Sequence[ContractRow], portfolio: Sequence[PortfolioRow]
) -> Freelancer:
    """The noun; `contracts` and `portfolio` are its own, in order."""
    values: Values = {name: getattr(row, name) for name in _AS_IT_IS}
    values |= {
        "hourly_rate": None
        if row.rate_amount is None
        else {"amount": row.rate_amount, "currency": row.rate_currency},
        "availability": {"hours_per_week": row.hours_per_week, "available_from": row.available_from},
        "contracts": [_contract(each) for each in contracts],
        "portfolio": [_portfolio_item(each) for each in portfolio],
        "track": {name: getattr(row, f"track_{name}") for name in _TRACK},
    }
    return Freelancer.model_validate(values)


def _skill_values(skill: Skill) -> Values:
    return {"name": skill.name, "evidence": skill.evidence, "contracts": skill.contracts}


def _language_values(language: Language) -> Values:
    return {"code": language.code, "level": language.level}


def _contract_values(freelancer_id: str, position: int, contract: Contract) -> Values:
    return {
        "freelancer_id": freelancer_id,
        "position": position,
        "id": contract.id,
        "title": contract.title,
        "skills": list(contract.skills),
        "industry": contract.industry,
        "started": contract.started,
        "ended": contract.ended,
        "hours": contract.hours,
        "amount": contract.amount.amount,
        "currency": contract.amount.currency,
        "rating": contract.rating,
        "review": contract.review,
        "on_time": contract.on_time,
        "on_budget": contract.on_budget,
        "repeat_client": contract.repeat_client,
    }


def _portfolio_values(freelancer_id: str, position: int, item: PortfolioItem) -> Values:
    return {
        "freelancer_id": freelancer_id,
        "position": position,
        "id": item.id,
        "title": item.title,
        "description": item.description,
        "url": item.url,
        "skills": list(item.skills),
    }


def _contract(row: ContractRow) -> Values:
    return {
        "id": row.id,
        "title": row.title,
        "skills": row.skills,
        "industry": row.industry,
        "started": row.started,
        "ended": row.ended,
        "hours": row.hours,
        "amount": {"amount": row.amount, "currency": row.currency},
        "rating": row.rating,
        "review": row.review,
        "on_time": row.on_time,
        "on_budget": row.on_budget,
        "repeat_client": row.repeat_client,
    }


def _portfolio_item(row: PortfolioRow) -> Values:
    return {
        "id": row.id,
        "title": row.title,
        "description": row.description,
        "url": row.url,
        "skills": row.skills,
    }
