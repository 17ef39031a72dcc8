"""What a client asks about the people shown, and whether others are to be shown."""

from agent.understanding.offline.intent.evidence import (
    LONGEST_RESTART,
    SHORT,
    VERY_SHORT,
    Evidence,
    is_question,
)
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.pointing.references import everyone
from agent.understanding.reading import Intent, Operation, ReferenceKind
from store.nouns.brief import Slot


def asks_of_them(e: Evidence) -> Intent | None:
    """Questions about the people shown."""
    shown = bool(e.scene.context.shown)
    others = any(m.size > 1 for m in e.cues("more_results"))
    named = any(p.kind is not ReferenceKind.PRONOUN for p in e.pointers)
    if not named and not e.findings and any(m.size > 2 for m in e.cues("help")):
        return None
    wonders = is_question(e) or any(m.size > 1 for m in e.cues("question"))
    if others and not e.pointers and not e.findings:
        return None
    found = e.has("asks_what_was_found") and not e.scene.message.has("relative")
    if shown and is_question(e) and found:
        return Intent.ASK_ABOUT_CANDIDATE
    if e.pointers and wonders and not _is_order(e):
        return Intent.ASK_ABOUT_CANDIDATE
    if shown and everyone(e.scene) and is_question(e) and not _is_order(e):
        return Intent.ASK_ABOUT_CANDIDATE
    whose = _first_word(e) in ("who", "whos", "which", "why", "whose") and not e.has("indifferent")
    if shown and is_question(e) and whose and not others:
        return Intent.ASK_ABOUT_CANDIDATE
    if shown and is_question(e) and not e.findings and not e.has("need") and _speaks_of_them(e):
        return Intent.ASK_ABOUT_CANDIDATE
    if not shown and _asks_of_nobody(e):
        return Intent.ASK_ABOUT_CANDIDATE
    if not named and not is_question(e) and _states(e):
        return None
    if not wonders and e.size > VERY_SHORT and all(_is_unknown(p) for p in e.pointers):
        return None
    if e.pointers and not e.findings and (named or not e.has("need")):
        return Intent.ASK_ABOUT_CANDIDATE
    return None


def asks_what_is_wrong(e: Evidence) -> Intent | None:
    """'any downsides?', 'what are the risks': what speaks against the people shown, though none is named."""
    asks = is_question(e) or e.begins("question")
    named = [p for p in e.pointers if p.kind is not ReferenceKind.PRONOUN]
    other = e.needs or e.findings or e.has("service", "help", "start_over", "injection")
    if not e.scene.context.shown or not asks or named or other or e.size > _ASIDE:
        return None
    message, words = e.scene.message, e.scene.lexicon.words("intents", "downsides")
    said = any(message.phrase_end(index, words) is not None for index in range(len(message.norms)))
    return Intent.ASK_ABOUT_CANDIDATE if said else None


_ASIDE = 10
"""Words of a question that may be about nothing but what speaks against somebody."""


def _speaks_of_them(e: Evidence) -> bool:
    """'what do they cost?': the people of the list, where nobody else is named."""
    plural = e.scene.lexicon.words("references", "plural_pronouns")
    topics = any(m.key != "overview" for m in e.scene.message.of("topics"))
    return e.size <= SHORT and topics and bool(plural & set(e.scene.message.norms))


def _asks_of_nobody(e: Evidence) -> bool:
    """'who of these is best?', 'anyone cheaper?' while nobody is listed."""
    message = e.scene.message
    if not is_question(e) or e.size > SHORT or e.needs or e.has("service", "help"):
        return False
    of_them = message.has("references", "everyone") or message.norms[:2] == ("which", "one")
    compares = message.has("relative") and message.has("people", "anyone")
    others = any(f.operation is not Operation.RELATIVE for f in e.findings)
    best = _first_word(e) in ("who", "which") and message.has("topics", "overview")
    return not others and (of_them or best or compares)


def _is_unknown(pointer: Pointer) -> bool:
    """Whether a pronoun means nobody of the list: 'my son is picky, he likes calm people'."""
    return pointer.kind is ReferenceKind.PRONOUN and pointer.freelancer_id is None


def _states(e: Evidence) -> bool:
    """'he must be chartered', 'they should know VAT': what whoever comes has to be."""
    norms = e.scene.message.norms
    return any(norms[p.last : p.last + 1] and norms[p.last] in _MUSTS for p in e.pointers)


_MUSTS = frozenset({"must", "should", "has", "have", "needs", "need", "shouldnt", "mustnt", "cant", "can"})


def _first_word(e: Evidence) -> str:
    """The first word after what one starts a sentence with."""
    return e.scene.message.norm(e.scene.beginning)


def _is_order(e: Evidence) -> bool:
    """'Can you find candidates…?', 'someone like her but cheaper' ask for others, not about these."""
    return (
        e.begins("need")
        and not everyone(e.scene)
        and all(p.kind is ReferenceKind.PRONOUN for p in e.pointers)
    )


def wants_more(e: Evidence) -> Intent | None:
    """Whether others are to be shown."""
    if not e.has("more_results"):
        return None
    serious = [f for f in e.findings if f.slot is not Slot.HEADCOUNT]
    if serious and not any(p.kind in (ReferenceKind.NAME, ReferenceKind.POSITION) for p in e.pointers):
        return None
    nothing_yet = not e.scene.context.shown and not e.scene.context.brief.is_searchable
    if nothing_yet and (e.asks or e.size > LONGEST_RESTART):
        return None
    cues = e.cues("more_results")
    cues = [m for m in cues if m.size > 1 or not e.scene.is_measured(m.first, m.last)]
    if not cues:
        return None
    bare = all(m.size == 1 for m in cues)
    known = bool(e.scene.context.shown) or e.scene.context.brief.is_searchable
    if bare and e.size > VERY_SHORT:
        return None
    return Intent.MORE_RESULTS if known or not bare else None
