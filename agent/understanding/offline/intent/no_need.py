"""Tells first words that describe no need: keys at random, a farewell, questions of what the service has."""

from agent.understanding.offline.intent.evidence import Evidence, is_question
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import Intent
from store.nouns.brief import Slot


def no_need(e: Evidence) -> Intent | None:
    """What a message is that begins a conversation and asks for nobody; None if it may ask for somebody."""
    context = e.scene.context
    if context.brief.terms or context.question is not None or context.shown or e.size > _LONGEST:
        return None
    if _is_nonsense(e):
        return Intent.OUT_OF_SCOPE
    if e.has("partings") and not e.asks and not e.has("need"):
        return Intent.SMALLTALK
    if is_question(e) and e.has("usual_prices") and _is_bare(e, _OF_THE_WORK):
        return Intent.HELP
    return Intent.HELP if _asks_of_stock(e) and not e.asks and _is_bare(e, _WHERE) else None


def _asks_of_stock(e: Evidence) -> bool:
    """'do you have freelancers in Peru?', 'freelancers from Peru available?'."""
    if is_question(e):
        norms = set(e.scene.message.norms)
        return e.has("stock") or ("freelancers" in norms and "available" in norms)
    return e.has("stock") and not e.has("need")


_LONGEST = 14
"""Tokens; who writes more tells a need."""


def _is_nonsense(e: Evidence) -> bool:
    """'asdf', 'test test 123': nothing but such words, and more than an article."""
    message = e.scene.message
    nonsense = e.scene.lexicon.words("intents", "nonsense")
    words = [token.norm for token in message.tokens if token.kind is TokenKind.WORD]
    return any(len(word) > len("a") for word in words) and all(word in nonsense for word in words)


def _is_bare(e: Evidence, slots: frozenset[Slot]) -> bool:
    """Whether nothing else is told than what the question is about."""
    return all(finding.slot in slots for finding in e.findings)


_OF_THE_WORK = frozenset({Slot.ROLE, Slot.SKILLS, Slot.INDUSTRIES, Slot.COUNTRIES, Slot.REGIONS})
_WHERE = frozenset({Slot.COUNTRIES, Slot.REGIONS, Slot.LANGUAGES})
