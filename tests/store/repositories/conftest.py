"""Clients to own things, and a freelancer to vary."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from store.nouns.freelancer import (
    Availability,
    Contract,
    Freelancer,
    Language,
    Money,
    PortfolioItem,
    ReportedRecord,
    Skill,
    freelancer_id,
)
from store.opening import Store
from store.repositories.clients import Client


@pytest.fixture
async def client(opened_store: Store) -> Client:
    """The client who owns what the test makes."""
    return await opened_store.clients.create("Acme")


@pytest.fixture
async def stranger(opened_store: Store) -> Client:
    """A client who owns none of it."""
    return await opened_store.clients.create("Mallory")


@pytest.fixture
def make_freelancer() -> Callable[..., Freelancer]:
    """Makes full profiles; arguments replace fields."""

    def make(external_id: str = "1", **changes: Any) -> Freelancer:
        values: dict[str, Any] = {
            "id": freelancer_id("test", external_id),
            "external_id": external_id,
            "source": "test",
            "name": "Zoë Ünal",
            "headline": "Front-end developer",
            "bio": "I build shops. " * 20,
            "role": "frontend-developer",
            "seniority": "EXPERT",
            "skills": (Skill(name="React", evidence="CONTRACTS", contracts=2), Skill(name="CSS")),
            "industries": ("ecommerce",),
            "country": "DE",
            "city": "Berlin",
            "time_zone": "Europe/Berlin",
            "languages": (Language(code="de", level="NATIVE"),),
            "hourly_rate": Money(amount=62.5, currency="EUR"),
            "badges": ("Top rated",),
            "availability": Availability(hours_per_week=20, available_from=date(2030, 1, 7)),
            "joined": date(2020, 5, 1),
            "last_active": date(2029, 12, 1),
            "profile_updated": date(2029, 6, 1),
            "contracts": (
                Contract(
                    id="b",
                    title="Shop theme",
                    skills=("React", "Shopify"),
                    industry="ecommerce",
                    started=date(2024, 1, 1),
                    ended=date(2024, 3, 1),
                    hours=120,
                    amount=Money(amount=6000),
                    rating=5,
                    review="Great 👍",
                    on_time=True,
                    on_budget=False,
                    repeat_client=True,
                ),
                Contract(id="a", title="Running", started=date(2029, 1, 1), amount=Money(amount=1)),
            ),
            "portfolio": (
                PortfolioItem(
                    id="z", title="Shop", description="A shop", url="https://x.test", skills=("React",)
                ),
                PortfolioItem(id="y", title="Site"),
            ),
            "reported": ReportedRecord(source="elsewhere", rating=4.9, reviews=12, on_time_pct=98),
        }
        return Freelancer.model_validate(values | changes)

    return make
