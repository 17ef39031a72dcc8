"""Makes a Freelancer of one imported row: cleaned, in the knowledge files' terms, with nothing invented."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from store.imports.abilities import badges_of, industries_of, languages_of, skills_of, with_mentions
from store.imports.cells import Cells, Notice, Rejected
from store.imports.mapping import Column, FieldName, Mapping
from store.imports.places import place_of
from store.imports.provider import provider_by_description
from store.imports.record import contracts_of, portfolio_of, reported_by
from store.imports.roles import guess_role
from store.imports.values import Invalid, read_date, read_number, read_text, shown, within
from store.imports.vocabulary import vocabulary
from store.knowledge import Knowledge, UnknownCurrency
from store.nouns.brief import Provider, Seniority
from store.nouns.freelancer import Availability, Evidence, Freelancer, Money, Skill, freelancer_id

MAX_EXTERNAL_ID = 200
MAX_NAME = 120
MAX_HEADLINE = 200
MAX_BIO = 10_000
MAX_RATE_USD = 5_000
"""Dollars an hour; more is taken for the price of a project and rejected."""


@dataclass(frozen=True, slots=True)
class ProfileReader:
    """Reads rows by a mapping. `today` is what dates are checked against."""

    mapping: Mapping
    knowledge: Knowledge
    today: date

    def read(self, values: dict[str, object]) -> tuple[Freelancer, dict[Notice, str]]:
        """The profile in a row, and what its owner may want to know about it. Raises Rejected."""
        cells = Cells(values, self.mapping)
        source, external_id = self._identity(cells)
        headline = cells.line(FieldName.HEADLINE, MAX_HEADLINE)
        bio = cells.paragraphs(FieldName.BIO, MAX_BIO)
        contracts = contracts_of(cells, self.today)
        listed = skills_of(cells, self.knowledge, contracts)
        texts = (headline, bio) if self.mapping.skills_from_text else ()
        skills = with_mentions(listed, texts, self.knowledge)
        name = cells.line(FieldName.NAME, MAX_NAME)
        if not (headline or bio or skills):
            raise Rejected(None, "says nothing: no headline, no bio and no skills")
        provider = _provider(cells) or provider_by_description(name, headline, bio)
        place = place_of(cells, self.knowledge)
        return (
            Freelancer(
                id=freelancer_id(source, external_id),
                external_id=external_id,
                source=source,
                provider=provider,
                name=name or _neutral_name(cells, provider, external_id),
                headline=headline,
                bio=bio,
                role=self._role(cells, headline, _listed_names(listed), bio),
                seniority=_seniority(cells, headline),
                skills=skills,
                industries=industries_of(cells, self.knowledge),
                country=place.country,
                city=place.city,
                time_zone=place.time_zone,
                languages=languages_of(cells, self.knowledge),
                hourly_rate=self._hourly_rate(cells),
                badges=badges_of(cells),
                availability=_availability(cells),
                joined=self._past(cells, FieldName.JOINED),
                last_active=self._past(cells, FieldName.LAST_ACTIVE),
                profile_updated=self._past(cells, FieldName.PROFILE_UPDATED),
                contracts=contracts,
                portfolio=portfolio_of(cells),
                reported=reported_by(cells, source),
            ),
            cells.notices,
        )

    def _identity(self, cells: Cells) -> tuple[str, str]:
        external_id = cells.line(FieldName.EXTERNAL_ID, MAX_EXTERNAL_ID + 1)
        if not external_id:
            raise Rejected(FieldName.EXTERNAL_ID, "is missing")
        source = self.mapping.source or cells.line(FieldName.SOURCE, 101)
        if not source:
            raise Rejected(FieldName.SOURCE, "is missing")
        if len(external_id) > MAX_EXTERNAL_ID or len(source) > 100:
            raise Rejected(FieldName.EXTERNAL_ID, f"is longer than {MAX_EXTERNAL_ID} characters")
        return source, external_id

    def _role(self, cells: Cells, headline: str, skills: list[str], bio: str) -> str | None:
        stated = cells.line(FieldName.ROLE, MAX_HEADLINE)
        role = self.knowledge.find_role(stated) if stated else None
        if stated and role is None:
            cells.notice(Notice.UNKNOWN_ROLE, shown(stated))
        guessed = role or guess_role(headline, skills, bio, self.knowledge)
        return guessed.id if guessed else None

    def _hourly_rate(self, cells: Cells) -> Money | None:
        def read(value: object, column: Column) -> Money | None:
            stated, code = value, column.currency_column and cells.column(column.currency_column)
            if isinstance(value, dict):
                stated, code = value.get("amount"), value.get("currency", code)
            amount, marked = self._amount(stated, cells.decimal)
            amount = round(amount * (column.scale or 1), 2)
            currency = read_text(code).strip().upper() if code else marked or column.currency
            if currency is None:
                raise Invalid("has no currency: give the mapping a currency or a currency_column")
            try:
                dollars = self.knowledge.convert(amount, currency, "USD")
            except UnknownCurrency as error:
                raise Invalid(f"there is no currency {shown(currency)}") from error
            if dollars > MAX_RATE_USD or amount < 0:
                raise Invalid(f"{amount:g} {currency} an hour is not between 0 and {MAX_RATE_USD:,} USD")
            if amount == 0:
                cells.notice(Notice.ZERO_RATE)
                return None
            return Money(amount=amount, currency=currency)

        return cells.read(FieldName.HOURLY_RATE, read)

    def _amount(self, value: object, decimal: str) -> tuple[float, str | None]:
        """A number, with the currency written beside it if there is one: "$25", "25 EUR", "£30/hr"."""
        if not isinstance(value, str):
            return read_number(value), None
        found = re.fullmatch(
            r"\s*([^\d\s.,+-]{0,5})\s*([\d.,' \u00a0]+?)\s*([^\d\s./]{0,5})\s*(?:(?:/|per)\s*h\w*\.?)?\s*",
            value,
        )
        if found is None:
            return read_number(value, decimal), None
        mark = found[1] or found[3]
        return read_number(found[2], decimal), self._currency(mark) if mark else None

    def _currency(self, mark: str) -> str:
        if mark == "$":
            return "USD"
        for currency in self.knowledge.currencies.values():
            if mark.upper() == currency.code or mark in currency.symbols:
                return currency.code
        raise Invalid(f"there is no currency {shown(mark)}")

    def _past(self, cells: Cells, field: FieldName) -> date | None:
        def read(value: object, column: Column) -> date:
            day = read_date(value, column.dates)
            if not date(1990, 1, 1) <= day <= self.today + timedelta(days=1):
                raise Invalid(f"{day} is not between 1990 and today")
            return day

        return cells.read(field, read)


def _listed_names(skills: Iterable[Skill]) -> list[str]:
    return [skill.name for skill in skills if skill.evidence is not Evidence.MENTIONED]


def _provider(cells: Cells) -> Provider | None:
    def read(value: object, _: Column) -> Provider:
        word = read_text(value if not isinstance(value, bool) else str(value)).strip().lower()
        provider = vocabulary().provider.get(word)
        if provider is None:
            raise Invalid(f"expected INDIVIDUAL or AGENCY, found {shown(value)}; translate it in 'values'")
        return provider

    return cells.read(FieldName.PROVIDER, read)


def _seniority(cells: Cells, headline: str) -> Seniority | None:
    def read(value: object, _: Column) -> Seniority:
        level = vocabulary().seniority.get(read_text(value).strip().lower())
        if level is None:
            raise Invalid(
                f"expected ENTRY, INTERMEDIATE or EXPERT, found {shown(value)}; translate it in 'values'"
            )
        return level

    stated = cells.read(FieldName.SENIORITY, read)
    if stated is not None:
        return stated
    words = vocabulary().seniority_in_headline
    spoken = {
        level for word, level in words.items() if re.search(rf"(?i)(?<!\w){re.escape(word)}(?!\w)", headline)
    }
    return spoken.pop() if len(spoken) == 1 else None


def _availability(cells: Cells) -> Availability:
    def hours(value: object, column: Column) -> int:
        return round(within(read_number(value, cells.decimal) * (column.scale or 1), 0, 100))

    return Availability(
        hours_per_week=cells.read(FieldName.HOURS_PER_WEEK, hours),
        available_from=cells.read(
            FieldName.AVAILABLE_FROM, lambda value, column: read_date(value, column.dates)
        ),
    )


def _neutral_name(cells: Cells, provider: Provider, external_id: str) -> str:
    cells.notice(Notice.NEUTRAL_NAME)
    mark = re.split(r"[^0-9A-Za-z]+", external_id.strip("-_./ "))[-1][:6]
    if not any(character.isdigit() for character in mark):
        mark = freelancer_id("", external_id)[3:9]
    return f"{'Agency' if provider is Provider.AGENCY else 'Freelancer'} {mark}"
