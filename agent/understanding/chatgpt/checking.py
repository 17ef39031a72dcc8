"""Holds what a model said against the message, the closed lists and the offline reading.

A model may understand words better than we do; it may not invent any, and it may not lose any. So a change
counts only if the message bears it out (`believing`), what the offline reader found stays (`merging`), and an
intent with consequences counts only if the offline reader sees it too.
"""

from collections.abc import Iterable

from agent.understanding.chatgpt.believing import ReadOffline, believed, find_quote
from agent.understanding.chatgpt.merging import merged, missed
from agent.understanding.chatgpt.said import SaidReading, SaidReference
from agent.understanding.reading import Context, Intent, Reading, Reference, ReferenceKind, Topic
from store.knowledge import Knowledge

MOST_CHANGES = 60
"""Of one message; the longest real ones have some twenty."""

_BINDING = frozenset({Intent.CONFIRM, Intent.DELETE_MY_DATA, Intent.START_OVER, Intent.DISMISS})
"""Intents that cannot be taken back: the offline reader must see them too."""

_NEEDING = frozenset({Intent.DESCRIBE_NEED, Intent.REFINE})
_CHANGING = _NEEDING | {Intent.START_OVER, Intent.MORE_RESULTS}
"""Intents beside which a model may find changes of its own."""

_IDLE = frozenset({Intent.GREETING, Intent.SMALLTALK, Intent.HELP, Intent.OUT_OF_SCOPE})


class AbsurdReading(ValueError):
    """The model's reading contradicts the message; the offline reading is used instead."""


def check(
    said: SaidReading, text: str, context: Context, offline: Reading, knowledge: Knowledge, read: ReadOffline
) -> Reading:
    """The reading to act on. Raises AbsurdReading if what was said cannot be trusted as a whole."""
    if len(said.changes) > MOST_CHANGES:
        raise AbsurdReading("the model found more than a message can hold")
    claims = [
        change
        for item in said.changes
        if (change := believed(item, text, context, offline, knowledge, read)) is not None
    ]
    if len(said.changes) >= 3 and len(claims) * 2 < len(said.changes):
        raise AbsurdReading("most of what the model found is not in the message")
    certain = [change for change in offline.changes if not change.uncertain]
    if len(certain) >= 2 and len(missed(offline, claims)) * 2 > len(certain):
        raise AbsurdReading("the model missed most of what the message plainly says")
    intent = _intent(said.intent, context, offline)
    asked = context.question is not None
    return offline.model_copy(
        update={
            "intent": intent,
            "changes": merged(offline, claims if intent in _CHANGING else (), text),
            "references": offline.references or tuple(_references(said.references, text, context)),
            "topic": _topic(said.topic, offline.topic, intent),
            "answers_question": asked and (said.answers_question or offline.answers_question),
            "declines_question": asked
            and (offline.declines_question or (said.declines_question and not offline.answers_question)),
        }
    )


def _intent(said: Intent, context: Context, offline: Reading) -> Intent:
    """The model's intent, unless it would bind the client, or drop what the message plainly asks for."""
    decides = context.handoff_pending and offline.intent in (Intent.CONFIRM, Intent.DECLINE)
    if decides or (said in _BINDING and said is not offline.intent):
        return offline.intent
    if said is Intent.DECLINE and context.handoff_pending:
        return offline.intent
    if said in _IDLE and (offline.changes or offline.references):
        return offline.intent
    plain = any(not change.uncertain for change in offline.changes)
    if offline.intent in _NEEDING and (said in _NEEDING or (plain and said not in _CHANGING)):
        return offline.intent
    return said


def _topic(said: Topic | None, offline: Topic | None, intent: Intent) -> Topic | None:
    if intent is not Intent.ASK_ABOUT_CANDIDATE:
        return None
    return offline if offline not in (None, Topic.OVERVIEW) else said or offline


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
