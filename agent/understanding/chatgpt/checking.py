"""Holds what a model said against the message, the closed lists and the offline reading.

A model may understand words better than we do; it may not invent any. So a change counts only with a quote
that is in the message and a name that is in the lists; values of numbers, money and dates are the grammar's;
an approval counts only if the offline reader sees it too.
"""

from collections.abc import Callable, Iterable

from agent.understanding.chatgpt.said import SaidChange, SaidReading, SaidReference
from agent.understanding.reading import (
    Change,
    ChangeValue,
    Context,
    Intent,
    Operation,
    Reading,
    Reference,
    ReferenceKind,
    Span,
)
from store.knowledge import Knowledge
from store.nouns.brief import Countries, Importance, LanguageLevel, LanguageWish, SkillWish, Slot

GRAMMAR_SLOTS = frozenset(
    {
        Slot.HEADCOUNT,
        Slot.HOURLY_RATE,
        Slot.FIXED_BUDGET,
        Slot.HOURS_PER_WEEK,
        Slot.DURATION_WEEKS,
        Slot.START_BY,
        Slot.UTC_OFFSET,
        Slot.MIN_JOB_SUCCESS,
        Slot.MIN_RATING,
        Slot.MIN_JOBS_COMPLETED,
        Slot.AVAILABLE_NOW,
    }
)
"""Slots whose values are read by the grammar, whatever a model says."""

_VALUELESS = (Operation.REMOVE, Operation.RELAX, Operation.TIGHTEN)
_BINDING = (Intent.CONFIRM, Intent.DELETE_MY_DATA)
"""Intents with consequences: the offline reader must agree."""

ReadOffline = Callable[[str, Context], Reading]


class AbsurdReading(ValueError):
    """The model's reading contradicts the message; the offline reading is used instead."""


def check(
    said: SaidReading, text: str, context: Context, offline: Reading, knowledge: Knowledge, read: ReadOffline
) -> Reading:
    """The reading to act on. Raises AbsurdReading if what was said cannot be trusted as a whole."""
    accepted = [
        change
        for item in said.changes
        if (change := _accepted(item, text, context, offline, knowledge, read)) is not None
    ]
    if len(said.changes) >= 3 and len(accepted) * 2 < len(said.changes):
        raise AbsurdReading("most of what it said is not in the message")
    certain = [change for change in offline.changes if not change.uncertain]
    missed = [change for change in certain if not _covers(accepted, change)]
    if len(certain) >= 2 and len(missed) * 2 > len(certain):
        raise AbsurdReading("it missed most of what the message plainly says")
    intent = offline.intent if _oversteps(said.intent, offline.intent) else said.intent
    references = offline.references or tuple(_references(said.references, text, context))
    return offline.model_copy(
        update={
            "intent": intent,
            "changes": tuple(sorted((*accepted, *missed), key=lambda change: change.span.start)),
            "references": references,
            "topic": said.topic if said.topic is not None else offline.topic,
            "answers_question": context.question is not None
            and (said.answers_question or offline.answers_question),
            "declines_question": context.question is not None and said.declines_question,
        }
    )


def _oversteps(said: Intent, offline: Intent) -> bool:
    return said in _BINDING and offline is not said


def _covers(accepted: Iterable[Change], change: Change) -> bool:
    return any(
        other.slot is change.slot
        or (other.span.start < change.span.end and change.span.start < other.span.end)
        for other in accepted
    )


def find_quote(quote: str, text: str) -> Span | None:
    """Where the quote stands in the message, whatever its case; None if it does not."""
    wanted = quote.strip().casefold()
    start = text.casefold().find(wanted) if wanted else -1
    if start < 0 or len(text.casefold()) != len(text):
        return None
    return Span(start=start, end=start + len(wanted))


def _accepted(
    item: SaidChange, text: str, context: Context, offline: Reading, knowledge: Knowledge, read: ReadOffline
) -> Change | None:
    span = find_quote(item.quote, text)
    if span is None:
        return None
    words = text[span.start : span.end]
    if item.slot in GRAMMAR_SLOTS and item.operation not in _VALUELESS:
        return _by_grammar(item, span, context, offline, read)
    value = None
    if item.operation not in _VALUELESS or item.name is not None:
        value = _value(item, words, knowledge)
        if value is None and item.operation not in _VALUELESS:
            return None
    return Change(
        slot=item.slot,
        operation=item.operation,
        value=value,
        replaces=tuple(item.replaces),
        hard=item.hard,
        uncertain=item.uncertain,
        span=span,
        words=words,
    )


def _by_grammar(
    item: SaidChange, span: Span, context: Context, offline: Reading, read: ReadOffline
) -> Change | None:
    """The grammar's own change at these words, in the slot the model named if the value can go there."""
    for change in offline.changes:
        if change.slot is item.slot and change.span.start < span.end and span.start < change.span.end:
            return change
    alone = next((c for c in read(item.quote, context).changes if c.slot is item.slot), None)
    if alone is None:
        return None
    moved = Span(start=span.start + alone.span.start, end=span.start + alone.span.end)
    return alone.model_copy(update={"span": moved})


def _value(item: SaidChange, words: str, knowledge: Knowledge) -> ChangeValue | None:
    name = (item.name or "").strip()
    match item.slot:
        case Slot.SENIORITY:
            return item.seniority
        case Slot.PROVIDER:
            return item.provider
        case Slot.ROLE:
            return name if name in knowledge.roles else None
        case Slot.INDUSTRIES:
            return name if name in knowledge.industries else None
        case Slot.REGIONS:
            return name if name in knowledge.regions else None
        case Slot.COUNTRIES if name.upper() in knowledge.countries:
            code = (name.upper(),)
            return Countries(exclude=code) if item.excluded else Countries(include=code)
        case Slot.LANGUAGES if name.lower() in knowledge.languages:
            return LanguageWish(code=name.lower(), level=item.level or LanguageLevel.FLUENT, words=words)
        case Slot.SKILLS:
            return _skill(item, name, words, knowledge)
        case Slot.WORKING_STYLE:
            return words
        case _:
            return None


def _skill(item: SaidChange, name: str, words: str, knowledge: Knowledge) -> SkillWish | None:
    entry = knowledge.find_skill(name) or knowledge.find_skill(words)
    known = (
        entry.name if entry is not None else name if name and name.casefold() in words.casefold() else None
    )
    if known is None:
        return None
    return SkillWish(
        name=known,
        importance=item.importance or Importance.MUST,
        words=words,
        uncertain=item.uncertain or entry is None,
    )


def _references(said: Iterable[SaidReference], text: str, context: Context) -> Iterable[Reference]:
    for item in said:
        span = find_quote(item.quote, text)
        if span is not None and 1 <= item.position <= len(context.shown):
            yield Reference(
                kind=ReferenceKind.POSITION,
                freelancer_id=context.shown[item.position - 1].freelancer_id,
                position=item.position,
                span=span,
                words=text[span.start : span.end],
            )
