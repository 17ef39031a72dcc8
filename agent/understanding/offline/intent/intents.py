"""Decides what a client wants of a turn.

The rules run from the unmistakable (delete my data) to the general (a need); the first that fits decides.
"""

from agent.understanding.offline.intent.answers import answered, holding_on, pending, skipping
from agent.understanding.offline.intent.evidence import (
    LONGEST_RESTART,
    SHORT,
    VERY_SHORT,
    Evidence,
    is_question,
)
from agent.understanding.offline.intent.list_intents import about_candidates
from agent.understanding.offline.intent.list_questions import asks_of_them, asks_what_is_wrong, wants_more
from agent.understanding.offline.intent.no_need import no_need
from agent.understanding.offline.intent.not_ours import is_strange, unmistakable
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import Intent, Operation
from store.nouns.brief import Slot


def decide(evidence: Evidence) -> Intent:
    """The intent of the message."""
    for rule in _RULES:
        intent = rule(evidence)
        if intent is not None:
            return intent
    return Intent.HELP


def _starting_over(e: Evidence) -> Intent | None:
    if e.findings and e.size <= SHORT and e.scene.message.has("edits", "instead") and not e.asks:
        return None
    about = ("about", "on", "regarding", "of")
    over = [cue for cue in e.cues("start_over") if e.scene.message.norm(cue.last) not in about]
    said = bool(over) and (e.begins("start_over") or e.size <= LONGEST_RESTART)
    weakly = e.has("start_over_weak") and (e.begins("start_over_weak") or e.size <= VERY_SHORT)
    return Intent.START_OVER if said or (weakly and not e.needs) else None


def _describing(e: Evidence) -> Intent | None:
    """A need, or a change to the one there is."""
    brief = e.scene.context.brief
    if e.findings:
        if not brief.terms and not brief.is_searchable:
            return Intent.DESCRIBE_NEED
        role = next(
            (f.value for f in e.findings if f.slot is Slot.ROLE and f.operation is Operation.SET), None
        )
        if role is not None and role != brief.role and brief.role is not None and _is_new_need(e):
            return Intent.DESCRIBE_NEED
        return Intent.REFINE
    if e.asks and brief.role is not None and e.scene.message.has("role"):
        return Intent.DESCRIBE_NEED if _is_new_need(e) else Intent.REFINE
    return Intent.DESCRIBE_NEED if e.asks else None


def _is_new_need(e: Evidence) -> bool:
    """Whether another role is asked for afresh, and does not just replace the present one."""
    if e.has("need") and e.has("also"):
        return True
    if e.has("correction") or e.scene.message.has("edits", "instead_of", "replace"):
        return False
    return e.has("need") or e.has("also") or len(e.findings) >= 3


def _courtesy(e: Evidence) -> Intent | None:
    if is_strange(e) and not (e.has("need") and e.has("vague_need")):
        return Intent.OUT_OF_SCOPE
    if e.has("service") and is_question(e) and not e.needs:
        return Intent.HELP
    if e.has("help") and (not e.has("need") or e.begins("help", "question")) and not _vague(e):
        return Intent.HELP
    if e.has("greeting") and not e.has("need") and not _asks_something(e):
        return Intent.GREETING
    if e.has("smalltalk") and not e.has("need") and _is_mostly(e, "smalltalk"):
        return Intent.SMALLTALK
    return None


def _is_mostly(e: Evidence, key: str) -> bool:
    """Whether a message about a need that is known is courtesy for its greater part."""
    if not e.scene.context.brief.terms or is_question(e):
        return True
    said = {
        i
        for m in e.scene.message.of("intents")
        if m.key in (key, "greeting", "confirm")
        for i in range(m.first, m.last)
    }
    return e.begins(key) or 2 * len(said) >= e.size


def _asks_something(e: Evidence) -> bool:
    return is_question(e) and not all(
        m.key == "greeting" for m in e.scene.message.of("intents") if m.key in ("greeting", "help", "need")
    )


def _vague(e: Evidence) -> bool:
    """'I need help with my business', 'can you help me find someone good?'."""
    if not (e.has("need") and e.has("vague_need")):
        return False
    message, help_cues = e.scene.message, e.cues("help")
    seeks = any(
        message.norm(m.last - 1) not in ("help", "with", "do", "show", "who", "me")
        and not any(h.first <= m.first and m.last <= h.last for h in help_cues)
        for m in e.cues("need")
    )
    return not is_question(e) or (seeks and message.has("people", "anyone"))


def _leftover(e: Evidence) -> Intent | None:
    if e.has("seeks_work", "offers_work"):
        return Intent.OUT_OF_SCOPE
    if e.has("widen") and e.scene.context.brief.is_searchable:
        return Intent.REFINE
    speaks_of_need = e.scene.message.has("slots") or e.scene.message.has("people", "agency", "individual")
    if e.scene.context.brief.is_searchable and speaks_of_need and not is_question(e):
        return Intent.REFINE
    if e.has("need"):
        return Intent.DESCRIBE_NEED if not e.scene.context.brief.is_searchable else Intent.REFINE
    if e.has("vague_need") and not is_question(e):
        return Intent.REFINE if e.scene.context.brief.is_searchable else Intent.DESCRIBE_NEED
    if e.has("help"):
        return Intent.HELP
    if e.has("confirm") and e.size <= 3:
        return Intent.CONFIRM
    if e.has("decline") and e.size <= 3:
        return Intent.DECLINE
    return None


def _unknown(e: Evidence) -> Intent | None:
    """Words we know nothing of: a question or a sentence is out of scope, gibberish needs help.

    Said in answer to a question they give no answer to it.
    """
    if _goes_on(e):
        return Intent.REFINE if e.scene.context.brief.is_searchable else Intent.DESCRIBE_NEED
    words = [t.norm for t in e.scene.message.tokens if t.kind is TokenKind.WORD]
    common = e.scene.lexicon.words("common", "function_words")
    known = sum(word in common for word in words)
    if known and e.scene.context.question is not None and not is_question(e):
        return Intent.DECLINE
    if known >= 2 or (known and is_question(e)):
        return Intent.OUT_OF_SCOPE
    return Intent.HELP


def _goes_on(e: Evidence) -> bool:
    """'a 90 minute documentary', 'it is for an app': tells more of the need, in words that change nothing."""
    context = e.scene.context
    if not context.brief.terms or is_question(e) or e.has("injection") or is_strange(e):
        return False
    return e.scene.is_plain or any(t.kind is TokenKind.NUMBER for t in e.scene.message.tokens)


_RULES = (
    unmistakable,
    no_need,
    pending,
    _starting_over,
    asks_what_is_wrong,
    skipping,
    holding_on,
    about_candidates,
    asks_of_them,
    wants_more,
    answered,
    _describing,
    _courtesy,
    _leftover,
    _unknown,
)
