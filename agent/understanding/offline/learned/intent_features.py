"""What the model of intents looks at: the words, what the rules made of them, and where the talk stands."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from agent.understanding.offline.intent.evidence import Evidence, is_question
from agent.understanding.offline.learned.seen_words import seen_words
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.reading import Intent

_MOST_WORDS = 60
"""Words looked at: what is wanted of a turn is said in its first sentences."""
_MOST_SIZE = 6


def intent_features(evidence: Evidence, rule: Intent) -> Iterator[str]:
    """The features of a message, `rule` being the intent that the rules give it."""
    scene, context = evidence.scene, evidence.scene.context
    words = [word.text for word in seen_words(scene, partial(is_skill, scene))[:_MOST_WORDS]]
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(words))
    for size in (1, 2, 3):
        yield "^" + " ".join(words[:size])
    yield "$" + " ".join(words[-1:])
    yield from (f"cue {mention.key}" for mention in scene.message.of("intents"))
    yield from (f"finds {finding.slot.value} {finding.operation.value}" for finding in evidence.findings)
    finds, points, asks = bool(evidence.findings), bool(evidence.pointers), is_question(evidence)
    yield f"finds {finds}"
    yield f"points {points} question {asks}"
    yield f"role {evidence.asks}"
    yield f"size {min(_MOST_SIZE, evidence.size // 2)}"
    yield f"rule {rule.value}"
    stands = _stands(evidence)
    yield from (
        f"{stands} {each}" for each in (f"rule {rule.value}", f"finds {finds}", f"points {points}", "")
    )
    if context.question is not None:
        yield "asked"
        yield f"asked rule {rule.value}"
    if context.handoff_pending:
        yield "pending"
        yield f"pending rule {rule.value}"
        yield from (f"pending {word}" for word in words)


def _stands(evidence: Evidence) -> str:
    context = evidence.scene.context
    if context.shown:
        return "list"
    return "brief" if context.brief.terms else "first"
