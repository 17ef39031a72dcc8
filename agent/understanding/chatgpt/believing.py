"""Turns one change a model names into a change of ours, or drops it.

It must quote the message, name something of the closed lists, and have the words for what it does. Values of
numbers, money and dates are the grammar's.
"""

from collections.abc import Callable

from agent.understanding.chatgpt.cues import Cue, says
from agent.understanding.chatgpt.said import SaidChange
from agent.understanding.reading import Change, ChangeValue, Context, Operation, Reading, Span
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

ReadOffline = Callable[[str, Context], Reading]

_VALUELESS = (Operation.REMOVE, Operation.RELAX, Operation.TIGHTEN)
_NEEDS = {
    Operation.REMOVE: Cue.LET_GO,
    Operation.RELAX: Cue.SOFTENED,
    Operation.TIGHTEN: Cue.HARDENED,
}


def find_quote(quote: str, text: str) -> Span | None:
    """Where the quote stands in the message, whatever its case; None if it does not."""
    wanted = quote.strip().casefold()
    start = text.casefold().find(wanted) if wanted else -1
    if start < 0 or len(text.casefold()) != len(text):
        return None
    return Span(start=start, end=start + len(wanted))


def believed(
    item: SaidChange, text: str, context: Context, offline: Reading, knowledge: Knowledge, read: ReadOffline
) -> Change | None:
    """The change, if the message bears it out; None otherwise."""
    span = find_quote(item.quote, text)
    if span is None or (item.operation in _NEEDS and not says(_NEEDS[item.operation], text, span)):
        return None
    if item.operation is Operation.RELATIVE or (
        item.slot in GRAMMAR_SLOTS and item.operation not in _VALUELESS
    ):
        return _by_grammar(item, span, context, offline, read)
    words = text[span.start : span.end]
    value = _value(item, text, span, knowledge)
    if value is None and (item.operation not in _VALUELESS or item.name or item.slot is Slot.SKILLS):
        return None
    replaces = _replaced(item, text, span, knowledge)
    exchanged = item.operation is Operation.REPLACE and bool(replaces)
    return Change(
        slot=item.slot,
        operation=Operation.ADD if item.operation is Operation.REPLACE and not exchanged else item.operation,
        value=value,
        replaces=replaces if exchanged else (),
        hard=item.hard if item.hard is not False or says(Cue.SOFTENED, text, span) else None,
        uncertain=item.uncertain,
        own=item.own and item.slot is Slot.INDUSTRIES,
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


def _replaced(item: SaidChange, text: str, span: Span, knowledge: Knowledge) -> tuple[str, ...]:
    """The names that go: those the message names too, and only where it says that something goes."""
    if item.operation is not Operation.REPLACE or not says(Cue.EXCHANGED, text, span):
        return ()
    return tuple(name for name in item.replaces if _is_named(name, item.slot, text, knowledge))


def _is_named(name: str, slot: Slot, text: str, knowledge: Knowledge) -> bool:
    if name and name.casefold() in text.casefold():
        return True
    if slot is not Slot.SKILLS:
        return False
    entry = knowledge.find_skill(name)
    return entry is not None and any(knowledge.find_skill(word) == entry for word in text.split())


def _value(item: SaidChange, text: str, span: Span, knowledge: Knowledge) -> ChangeValue | None:
    name, words = (item.name or "").strip(), text[span.start : span.end]
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
            if not item.excluded:
                return Countries(include=code)
            return Countries(exclude=code) if says(Cue.REFUSED, text, span) else None
        case Slot.LANGUAGES if name.lower() in knowledge.languages:
            return LanguageWish(code=name.lower(), level=item.level or LanguageLevel.FLUENT, words=words)
        case Slot.SKILLS:
            return _skill(item, name, text, span, knowledge)
        case Slot.WORKING_STYLE:
            return words
        case _:
            return None


def _skill(item: SaidChange, name: str, text: str, span: Span, knowledge: Knowledge) -> SkillWish | None:
    words = text[span.start : span.end]
    entry = knowledge.find_skill(name) or knowledge.find_skill(words)
    known = (
        entry.name if entry is not None else name if name and name.casefold() in words.casefold() else None
    )
    importance = item.importance or Importance.MUST
    if known is None or (importance is Importance.EXCLUDED and not says(Cue.LET_GO, text, span)):
        return None
    return SkillWish(
        name=known,
        importance=importance,
        words=words,
        uncertain=item.uncertain or entry is None,
    )
