"""Reads answers: yes, no and no idea, to a hand-off's preview or to the question just asked."""

from agent.understanding.offline.intent.evidence import (
    COURTESY,
    NEEDS,
    POLITE,
    SHORT,
    VERY_SHORT,
    Evidence,
    is_question,
)
from agent.understanding.offline.intent.turned_down import denied_hand_off
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import Intent, ReferenceKind
from store.nouns.brief import Slot

_PRONOUN = ReferenceKind.PRONOUN


def pending(e: Evidence) -> Intent | None:
    """The answer to a hand-off's preview."""
    if not e.scene.context.handoff_pending:
        return None
    other = any(f.slot in NEEDS for f in e.findings) or any(
        p.kind is not ReferenceKind.PRONOUN for p in e.pointers
    )
    if other or e.size > 14:
        return None
    if e.begins("decline") and not any(token.norm == "?" for token in e.scene.message.tokens):
        return Intent.DECLINE
    if denied_hand_off(e) is not None and "?" not in e.scene.message.norms:
        return Intent.DECLINE
    delays = e.has("delays") and not is_question(e)
    if e.begins("confirm"):
        return Intent.DECLINE if delays and not _says_yes(e) else _approval(e)
    if delays:
        return Intent.DECLINE
    if e.has("decline") and e.size <= SHORT and not e.has("confirm") and not is_question(e):
        return Intent.DECLINE
    if e.has("confirm") and e.size <= SHORT and not is_question(e):
        return _approval(e)
    return None


def _approval(e: Evidence) -> Intent | None:
    """A yes, unless it is taken back in the same breath: by a question, a change, a condition, a delay.

    "Okay" alone approves; before something that is not understood it does not.
    """
    message = e.scene.message
    changes = [f for f in e.findings if f.slot not in (Slot.START_BY, Slot.AVAILABLE_NOW)]
    asks = (
        "?" in message.norms and not POLITE & set(message.norms) and "why not" not in " ".join(message.norms)
    )
    if changes or asks or set(message.norms) & e.scene.lexicon.words("intents", "holds_back"):
        return None
    cues = [m for key in ("confirm", "smalltalk", "greeting") for m in e.cues(key)]
    said = {i for m in cues for i in range(m.first, m.last)}
    rest = [t for i, t in enumerate(message.tokens) if t.kind is TokenKind.WORD and i not in said]
    if not _says_yes(e) and len(rest) > COURTESY:
        return None if e.pointers or is_question(e) else Intent.SMALLTALK
    return Intent.CONFIRM


def _says_yes(e: Evidence) -> bool:
    """Whether a yes is more than 'okay' or 'right'."""
    words = {" ".join(e.scene.message.norms[m.first : m.last]) for m in e.cues("confirm")}
    return not words <= e.scene.lexicon.words("intents", "weak_yes")


def skipping(e: Evidence) -> Intent | None:
    """'skip that one' to a question, with nothing else said."""
    if e.scene.context.question is None or e.findings:
        return None
    cues = e.cues("declines_question")
    that = e.scene.message.has("references", "pronouns") and all(
        p.kind is ReferenceKind.PRONOUN and e.scene.message.norm(p.last - 1) == "one" for p in e.pointers
    )
    if that and e.size <= _ANSWER and any(cue.size > 1 for cue in cues):
        return Intent.DECLINE
    if e.size > VERY_SHORT:
        return None
    whole = any(cue.first == 0 and e.size - cue.size <= 1 for cue in cues)
    return Intent.DECLINE if whole else None


def holding_on(e: Evidence) -> Intent | None:
    """'none of them, I need all of it' to the question which requirement may give way."""
    question = e.scene.context.question
    gives_way = question is not None and question.slot in e.scene.context.brief.terms
    if not gives_way or e.findings or e.size > _ANSWER or any(p.kind is not _PRONOUN for p in e.pointers):
        return None
    none = any(e.scene.message.norm(cue.first) == "none" for cue in e.cues("more_results"))
    return Intent.DECLINE if none or e.has("holds_on", "declines_question") else None


def answered(e: Evidence) -> Intent | None:
    """Yes, no and no idea."""
    context = e.scene.context
    if e.findings or e.needs:
        return None
    if context.question is not None and leaves_open(e):
        return Intent.DECLINE
    if e.size > SHORT or is_question(e):
        return None
    plain = e.begins("confirm") and not _only_smalltalk(e)
    if _names_what_not(e):
        return None
    if e.begins("decline") or (e.has("decline") and e.size <= 4):
        return Intent.DECLINE
    if plain and not context.handoff_pending:
        return Intent.CONFIRM
    return None


def says_only_no(e: Evidence) -> bool:
    """'no, that won't be necessary': a no, and nothing else but politeness."""
    cues = [m for key in ("decline", "smalltalk") for m in e.cues(key)]
    said = {i for m in cues for i in range(m.first, m.last)}
    return all(i in said for i, t in enumerate(e.scene.message.tokens) if t.kind is TokenKind.WORD)


def leaves_open(e: Evidence) -> bool:
    """'I have no opinion on that', whatever else is said around it: no answer to the question asked."""
    if e.size <= _ANSWER:
        return e.has("declines_question")
    plain = (cue for cue in e.cues("declines_question") if cue.size > 1)
    return any(_words(e, *e.scene.message.sentence(cue.first)) <= _ANSWER for cue in plain)


def _words(e: Evidence, first: int, last: int) -> int:
    return sum(token.kind is TokenKind.WORD for token in e.scene.message.tokens[first:last])


_ANSWER = 12
"""Words of a sentence that may be an answer and nothing else."""


def _names_what_not(e: Evidence) -> bool:
    """'no call centre background': a condition that begins with 'no', and no refusal."""
    norms = e.scene.message.norms
    alone = [m for m in e.cues("decline") if m.first == 0]
    return (
        norms[:1] == ("no",)
        and len(norms) > _CONDITION
        and max((m.size for m in alone), default=1) == 1
        and norms[1].isalpha()
        and norms[1] not in e.scene.lexicon.words("common", "function_words")
        and norms[1] not in e.scene.lexicon.words("intents", "after_no")
    )


_CONDITION = 2


def _only_smalltalk(e: Evidence) -> bool:
    """'great, thanks' is a courtesy, and with nothing asked so is 'perfect'."""
    waiting = e.scene.context.question is not None or e.scene.context.handoff_pending
    if not waiting and e.has("smalltalk"):
        return True
    strong = [m for m in e.cues("confirm") if not any(s.first == m.first for s in e.cues("smalltalk"))]
    return not strong and (not waiting or e.size > COURTESY)
