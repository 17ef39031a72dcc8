"""The record a row states: totals another marketplace reports, and single contracts and portfolio items."""

import json
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from store.imports.cells import Cells, Notice
from store.imports.mapping import Column, FieldName
from store.imports.text import clean_line, clean_paragraphs
from store.imports.values import Invalid, read_count, read_list, read_number, shown, within
from store.nouns.base import Noun
from store.nouns.freelancer import Contract, PortfolioItem, ReportedRecord

MAX_CONTRACTS = 500
MAX_PORTFOLIO_ITEMS = 50
MAX_COUNT = 10_000_000

N = TypeVar("N", bound=Noun)

_PERCENTAGES = (FieldName.ON_TIME_PCT, FieldName.ON_BUDGET_PCT, FieldName.REPEAT_HIRE_PCT)


def reported_by(cells: Cells, source: str) -> ReportedRecord | None:
    """The totals the row states, or None if it states none. Ratings are 1 to 5, percentages 0 to 100."""
    reviews = _count(cells, FieldName.REVIEWS)
    rating = cells.read(FieldName.RATING, lambda value, column: _scaled(cells, value, column))
    if rating == 0 and not reviews:
        cells.notice(Notice.ZERO_RATING)
        rating = None
    if rating is not None:
        checked = rating
        rating = cells.read(FieldName.RATING, lambda *_: within(checked, 1, 5))
    jobs = _count(cells, FieldName.JOBS_COMPLETED)
    shares = {
        field: cells.read(field, lambda v, c: within(_scaled(cells, v, c), 0, 100)) for field in _PERCENTAGES
    }
    if rating is None and not reviews and jobs is None and not any(s is not None for s in shares.values()):
        return None
    return ReportedRecord(
        source=source,
        rating=rating,
        reviews=reviews or 0,
        jobs_completed=jobs,
        on_time_pct=shares[FieldName.ON_TIME_PCT],
        on_budget_pct=shares[FieldName.ON_BUDGET_PCT],
        repeat_hire_pct=shares[FieldName.REPEAT_HIRE_PCT],
    )


def contracts_of(cells: Cells, today: date) -> tuple[Contract, ...]:
    """Single contracts, in the form Rolecall exports them. Raises Rejected for one that is not valid."""

    def read(value: object, _: Column) -> tuple[Contract, ...]:
        contracts = _nouns(value, Contract, MAX_CONTRACTS)
        for number, contract in enumerate(contracts, 1):
            if contract.ended is not None and contract.ended < contract.started:
                raise Invalid(f"item {number} ends before it starts")
            if contract.started > today or (contract.ended or today) > today:
                raise Invalid(f"item {number} lies in the future")
        return contracts

    return cells.read(FieldName.CONTRACTS, read) or ()


def portfolio_of(cells: Cells) -> tuple[PortfolioItem, ...]:
    """Portfolio items, in the form Rolecall exports them. Raises Rejected for one that is not valid."""

    def read(value: object, _: Column) -> tuple[PortfolioItem, ...]:
        items = _nouns(value, PortfolioItem, MAX_PORTFOLIO_ITEMS)
        for number, item in enumerate(items, 1):
            if item.url is not None and not item.url.startswith(("https://", "http://")):
                raise Invalid(f"item {number}: the url must start with https:// or http://")
        return items

    return cells.read(FieldName.PORTFOLIO, read) or ()


def _count(cells: Cells, field: FieldName) -> int | None:
    def read(value: object, _: Column) -> int:
        return int(within(read_count(value, cells.decimal), 0, MAX_COUNT))

    return cells.read(field, read)


def _scaled(cells: Cells, value: object, column: Column) -> float:
    return round(read_number(value, cells.decimal) * (column.scale or 1), 4)


def _nouns(value: object, kind: type[N], limit: int) -> tuple[N, ...]:
    items = read_list(value, None)
    if len(items) > limit:
        raise Invalid(f"has {len(items)} items, at most {limit} are allowed")
    return tuple(_noun(item, kind, number) for number, item in enumerate(items, 1))


def _noun(item: object, kind: type[N], number: int) -> N:
    if not isinstance(item, dict):
        raise Invalid(f"item {number} is not an object: {shown(item)}")
    cleaned = {"id": str(number), **{str(key): _cleaned(cell) for key, cell in item.items()}}
    try:
        return kind.model_validate_json(json.dumps(cleaned))
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in problem["loc"])
        raise Invalid(f"item {number}, {place}: {problem['msg']}") from error


def _cleaned(cell: Any) -> Any:
    match cell:
        case str():
            return clean_paragraphs(cell, 5_000).text
        case list():
            return [clean_line(entry, 80).text if isinstance(entry, str) else entry for entry in cell[:100]]
        case _:
            return cell
