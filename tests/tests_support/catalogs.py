"""Catalogs of random people, put together without a database: hundreds of them in a moment."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import TypeVar

import numpy as np

from store.embedding.embedder import unit_rows
from store.knowledge import load_knowledge
from store.nouns.brief import LanguageLevel, Provider, Seniority
from store.repositories.search_rows import SearchRow
from store.search.catalog import Catalog, Entry
from store.search.view import View
from tests_support.nouns import TODAY

Value = TypeVar("Value")

DIMENSION = 8
SKILLS = ("React", "Next.js", "Vue.js", "Shopify", "WordPress", "Bookkeeping", "Homebrew X")
ROLES = ("frontend-developer", "full-stack-developer", "bookkeeper", "shopify-developer")
INDUSTRIES = ("ecommerce", "finance", "healthcare")
LANGUAGES = ("en", "de", "hi")
_WORDS = ("react", "shopify", "frontend", "developer", "tax", "audio", "design")


def random_view(chance: Random, people: int) -> tuple[View, dict[int, SearchRow]]:
    """A view, and what each of its living rows holds; a tenth of the rows are dead, changed or gone."""
    countries = sorted(load_knowledge().countries)
    catalog = Catalog(load_knowledge(), DIMENSION)
    rows = [_row(chance, number, countries) for number in range(people)]
    changed = [_row(chance, number, countries) for number in range(0, people, 20)]
    for batch in (rows[: people // 2], rows[people // 2 :], changed):
        catalog.put([_entry(chance, row) for row in batch], _vectors(chance, len(batch)))
    held = {row.id: row for row in (*rows, *changed)}
    gone = chance.sample(sorted(held), people // 20)
    catalog.remove(gone)
    view = catalog.view()
    kept = {int(view.rows_of([each])[0]): row for each, row in held.items() if each not in gone}
    return view, kept


def _row(chance: Random, number: int, countries: Sequence[str]) -> SearchRow:
    def maybe(value: Value) -> Value | None:
        return value if chance.random() < 0.8 else None

    def some(values: Sequence[str]) -> list[str]:
        return chance.sample(values, chance.randint(0, 3))

    jobs = chance.randint(0, 40)
    return SearchRow(
        id=f"fl_{number}",
        name="",
        headline="",
        provider=chance.choice(list(Provider)),
        role=maybe(chance.choice(ROLES)),
        seniority=maybe(chance.choice(list(Seniority))),
        country=maybe(chance.choice(countries)),
        city=None,
        time_zone=None,
        rate_amount=maybe(float(chance.randint(1, 120))),
        rate_currency=chance.choice(["USD", "EUR", "INR"]),
        hours_per_week=maybe(chance.randint(0, 60)),
        available_from=maybe(TODAY + timedelta(chance.randint(-40, 40))),
        joined=None,
        last_active=maybe(TODAY - timedelta(chance.randint(0, 900))),
        profile_updated=None,
        rating=maybe(chance.randint(10, 50) / 10),
        ratings=jobs,
        jobs_completed=jobs,
        hours_worked=0,
        job_success=chance.randint(0, jobs) / jobs if jobs else None,
        repeat_rate=None,
        on_time_rate=None,
        on_budget_rate=None,
        earned_usd=0,
        completeness=chance.random(),
        reported_by=None,
        skills=tuple((name, "", chance.randint(0, 9)) for name in some(SKILLS)),
        languages=tuple((code, chance.choice(list(LanguageLevel))) for code in some(LANGUAGES)),
        industries=tuple(some(INDUSTRIES)),
        badges=(),
    )


def _entry(chance: Random, row: SearchRow) -> Entry:
    return Entry(row, head="", bio=" ".join(chance.choices(_WORDS, k=6)), stuffing=chance.choice([0.0, 0.5]))


def _vectors(chance: Random, count: int) -> np.ndarray:
    numbers = np.random.default_rng(chance.randrange(1 << 32)).standard_normal((count, DIMENSION), np.float32)
    return unit_rows(numbers)
