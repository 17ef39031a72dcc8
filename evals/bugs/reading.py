"""Bugs of understanding: a message is read, and a change in it is lost or becomes another one."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from agent.understanding.reading import Change, Context, Intent, Operation, Reading
from evals.bugs.seams import READ, Bug, Seam
from evals.bugs.where import Where, does, hard, holds, skills, soft, tells
from evals.nouns import Act
from store.nouns.brief import (
    HARD_BY_DEFAULT,
    Countries,
    Importance,
    LanguageLevel,
    LanguageWish,
    MoneyRange,
    Provider,
    Range,
    Seniority,
    SkillWish,
    Slot,
)

ChangeOf = Callable[[Change, Context], Change | None]
ReadingOf = Callable[[Reading, Context], Reading]

_MIXED_UP = {"AT": "AU", "AU": "AT", "CH": "CN", "SE": "CH", "GB": "UA", "IE": "IR", "DE": "DK", "ES": "EE"}
_OTHER_REGION = {"europe": "asia", "asia": "europe", "north-america": "latin-america"}


def reads(change: ReadingOf) -> tuple[Seam, ...]:
    """The interpreter, its reading changed."""

    def broken(read: Any) -> Any:
        return lambda self, text, context: change(read(self, text, context), context)

    return (Seam(READ, broken),)


def each(change: ChangeOf) -> tuple[Seam, ...]:
    """The interpreter, every change it reads changed; None takes it out."""

    def changed(reading: Reading, context: Context) -> Reading:
        kept = (change(every, context) for every in reading.changes)
        return reading.model_copy(update={"changes": tuple(one for one in kept if one is not None)})

    return reads(changed)


def of(slot: Slot, value: Callable[[Any], Any]) -> tuple[Seam, ...]:
    """The interpreter, the slot's values changed; None takes the change out."""

    def changed(change: Change, _: Context) -> Change | None:
        if change.slot is not slot or change.value is None:
            return change
        read = value(change.value)
        return None if read is None else change.model_copy(update={"value": read})

    return each(changed)


def _without(*operations: Operation) -> tuple[Seam, ...]:
    return each(lambda change, _: None if change.operation in operations else change)


def _wish(old: Importance, new: Importance | None) -> tuple[Seam, ...]:
    def changed(wish: SkillWish) -> SkillWish | None:
        if wish.importance is not old:
            return wish
        return None if new is None else wish.model_copy(update={"importance": new})

    return of(Slot.SKILLS, changed)


def _first_skill_only(reading: Reading, _: Context) -> Reading:
    seen = False
    kept = []
    for change in reading.changes:
        is_must = isinstance(change.value, SkillWish) and change.value.importance is Importance.MUST
        if not (is_must and seen):
            kept.append(change)
        seen = seen or is_must
    return reading.model_copy(update={"changes": tuple(kept)})


def _levels_swapped(reading: Reading, _: Context) -> Reading:
    levels = [c.value.level for c in reading.changes if isinstance(c.value, LanguageWish)][::-1]

    def swapped(change: Change) -> Change:
        if not isinstance(change.value, LanguageWish):
            return change
        return change.model_copy(update={"value": change.value.model_copy(update={"level": levels.pop(0)})})

    return reading.model_copy(update={"changes": tuple(swapped(change) for change in reading.changes)})


def _money(**update: Callable[[MoneyRange], Any]) -> Callable[[MoneyRange], MoneyRange]:
    return lambda value: value.model_copy(update={name: new(value) for name, new in update.items()})


def _reference(place: Callable[[int], int]) -> tuple[Seam, ...]:
    def moved(reading: Reading, context: Context) -> Reading:
        shown = [person.freelancer_id for person in context.shown]
        references = tuple(
            one.model_copy(
                update={"freelancer_id": shown[place(shown.index(one.freelancer_id)) % len(shown)]}
            )
            if one.freelancer_id in shown
            else one
            for one in reading.references
        )
        return reading.model_copy(update={"references": references})

    return reads(moved)


def _intent(old: Intent, new: Intent) -> tuple[Seam, ...]:
    return reads(
        lambda reading, _: reading.model_copy(update={"intent": new}) if reading.intent is old else reading
    )


def _known_slot_kept(change: Change, context: Context) -> Change | None:
    return None if change.operation is Operation.SET and change.slot in context.brief.terms else change


def _all_soft(change: Change, _: Context) -> Change:
    return change.model_copy(update={"hard": False}) if change.slot in HARD_BY_DEFAULT else change


def _answers_lost(reading: Reading, context: Context) -> Reading:
    return reading.model_copy(update={"changes": ()}) if context.question is not None else reading


def _after_the_first_lost(reading: Reading, context: Context) -> Reading:
    return reading.model_copy(update={"changes": ()}) if context.shown else reading


def _bugs() -> Iterator[tuple[str, str, tuple[Seam, ...], Where]]:
    must, nice, excluded = Importance.MUST, Importance.NICE, Importance.EXCLUDED
    yield "negation", "'no WordPress' is read as WordPress required", _wish(excluded, must), skills(excluded)
    yield "exclusion-lost", "excluded skills are not heard", _wish(excluded, None), skills(excluded)
    yield "nice-is-must", "a nice-to-have becomes a requirement", _wish(nice, must), skills(nice)
    yield "must-is-nice", "a required skill becomes a nice-to-have", _wish(must, nice), skills(must)
    yield (
        "second-skill",
        "of several skills the first alone is heard",
        reads(_first_skill_only),
        skills(must, 2),
    )
    yield (
        "currency-swapped",
        "euros and pounds are taken for dollars, dollars for euros",
        of(Slot.HOURLY_RATE, _money(currency=lambda v: "EUR" if v.currency == "USD" else "USD")),
        tells(Slot.HOURLY_RATE),
    )
    yield (
        "maximum-is-minimum",
        "'up to 60' becomes 'at least 60'",
        of(Slot.HOURLY_RATE, _money(min=lambda v: v.max, max=lambda v: v.min)),
        holds(Slot.HOURLY_RATE, lambda v: v.get("max") and not v.get("min")),
    )
    yield (
        "rate-times-ten",
        "a decimal point is lost in a price",
        of(Slot.HOURLY_RATE, _money(max=lambda v: v.max and v.max * 10, min=lambda v: v.min)),
        tells(Slot.HOURLY_RATE),
    )
    yield "start-forgotten", "the start is not heard", of(Slot.START_BY, lambda _: None), tells(Slot.START_BY)
    yield (
        "start-late",
        "a start is a month late",
        of(Slot.START_BY, lambda day: day + timedelta(days=30) if isinstance(day, date) else day),
        tells(Slot.START_BY),
    )
    yield (
        "hours-halved",
        "weekly hours are halved",
        of(Slot.HOURS_PER_WEEK, _scaled(0.5)),
        tells(Slot.HOURS_PER_WEEK),
    )
    yield (
        "weeks-are-months",
        "weeks are read as months",
        of(Slot.DURATION_WEEKS, _scaled(4)),
        tells(Slot.DURATION_WEEKS),
    )
    yield (
        "country-code",
        "country codes are mixed up",
        of(Slot.COUNTRIES, _mixed_up),
        tells(Slot.COUNTRIES),
    )
    yield (
        "country-not-inverted",
        "'not in India' is read as 'in India'",
        of(Slot.COUNTRIES, lambda v: Countries(include=(*v.include, *v.exclude))),
        holds(Slot.COUNTRIES, lambda v: bool(v.get("exclude"))),
    )
    yield (
        "region-other",
        "one region is taken for another",
        of(Slot.REGIONS, lambda v: _OTHER_REGION.get(v, "africa")),
        tells(Slot.REGIONS),
    )
    yield (
        "offset-sign",
        "the sign of a time zone is turned",
        of(
            Slot.UTC_OFFSET,
            lambda v: Range(min=None if v.max is None else -v.max, max=None if v.min is None else -v.min),
        ),
        tells(Slot.UTC_OFFSET),
    )
    yield (
        "language-lost",
        "languages are not heard",
        of(Slot.LANGUAGES, lambda _: None),
        tells(Slot.LANGUAGES),
    )
    yield (
        "language-level",
        "every language is taken for basic",
        of(Slot.LANGUAGES, lambda v: v.model_copy(update={"level": LanguageLevel.BASIC})),
        tells(Slot.LANGUAGES),
    )
    yield (
        "levels-swapped",
        "two languages swap their levels",
        reads(_levels_swapped),
        holds(Slot.LANGUAGES, lambda v: len(set(v.values())) > 1),
    )
    yield (
        "seniority-one-up",
        "the level is one step too high",
        of(Slot.SENIORITY, lambda v: [*Seniority, Seniority.ENTRY][[*Seniority].index(v) + 1]),
        tells(Slot.SENIORITY),
    )
    yield (
        "industry-lost",
        "the industry is not heard",
        of(Slot.INDUSTRIES, lambda _: None),
        tells(Slot.INDUSTRIES),
    )
    yield (
        "headcount",
        "one person too many is counted",
        of(Slot.HEADCOUNT, lambda v: v + 1),
        tells(Slot.HEADCOUNT),
    )
    yield (
        "provider-inverted",
        "agencies and individuals are swapped",
        of(Slot.PROVIDER, lambda v: next(other for other in Provider if other is not v)),
        tells(Slot.PROVIDER),
    )
    yield (
        "rating-raised",
        "the least rating is rounded up",
        of(Slot.MIN_RATING, lambda v: min(5.0, v + 0.5)),
        tells(Slot.MIN_RATING),
    )
    yield (
        "record-lost",
        "the job success asked for is not heard",
        of(Slot.MIN_JOB_SUCCESS, lambda _: None),
        tells(Slot.MIN_JOB_SUCCESS),
    )
    yield (
        "hard-is-soft",
        "every requirement is taken for a preference",
        each(_all_soft),
        hard(*(HARD_BY_DEFAULT - {Slot.SKILLS})),
    )
    yield (
        "soft-is-hard",
        "every preference is taken for a requirement",
        each(lambda change, _: change.model_copy(update={"hard": True})),
        soft,
    )
    yield "relax-ignored", "what may give way does not", _without(Operation.RELAX), does(Act.RELAX)
    yield "tighten-ignored", "what must be stays a preference", _without(Operation.TIGHTEN), does(Act.TIGHTEN)
    yield "removal-ignored", "what is taken back stays", _without(Operation.REMOVE), does(Act.DROP)
    yield (
        "correction-ignored",
        "the first value stays whatever is corrected",
        each(_known_slot_kept),
        does(Act.CORRECT),
    )
    yield (
        "refinement-lost",
        "nothing said after the first list is heard",
        reads(_after_the_first_lost),
        does(Act.ADD),
    )
    yield "answer-lost", "answers to questions are not heard", reads(_answers_lost), does(Act.ADD)
    yield (
        "reference-off-by-one",
        "'the second' is taken for the third",
        _reference(lambda place: place + 1),
        does(Act.SHORTLIST, Act.DISMISS, Act.HAND_OFF),
    )
    yield (
        "reference-always-first",
        "whoever is pointed at, it is the first",
        _reference(lambda _: 0),
        lambda scenario: any(min(item.people, default=1) > 1 for item in scenario.agenda),
    )
    yield (
        "off-topic-heard",
        "what is off topic is taken for a call for help",
        _intent(Intent.OUT_OF_SCOPE, Intent.HELP),
        does(Act.OFF_TOPIC),
    )
    yield (
        "question-refused",
        "questions about people are declined",
        _intent(Intent.ASK_ABOUT_CANDIDATE, Intent.OUT_OF_SCOPE),
        does(Act.ASK),
    )
    yield (
        "deletion-ignored",
        "a wish to have data deleted is taken for small talk",
        _intent(Intent.DELETE_MY_DATA, Intent.SMALLTALK),
        does(Act.DELETE_DATA),
    )


def _scaled(factor: float) -> Callable[[Range], Range]:
    def scaled(span: Range) -> Range:
        low, high = (None if end is None else end * factor for end in (span.min, span.max))
        return Range(min=low, max=high)

    return scaled


def _mixed_up(places: Countries) -> Countries:
    def other(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_MIXED_UP.get(code, "FR" if code != "FR" else "FI") for code in codes)

    return Countries(include=other(places.include), exclude=other(places.exclude))


READING_BUGS = tuple(Bug(name, says, seams, where) for name, says, seams, where in _bugs())
