"""What the models see of the examples."""

from collections.abc import Iterator, Sequence

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.findings import Finding
from agent.understanding.offline.intent.intents import decide
from agent.understanding.offline.learned.intent_features import intent_features
from agent.understanding.offline.learned.prices import Money, prices
from agent.understanding.offline.learned.surroundings import Surroundings
from agent.understanding.offline.learned.wishes import indexed, names, told_by
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from evals.fitting.examples import Marked, intent_examples, price_examples, wish_examples
from evals.fitting.fit import Sample


def intent_samples(interpreter: OfflineInterpreter) -> Iterator[Sample]:
    """One of each message."""
    for example in intent_examples():
        evidence = interpreter.evidence(example.text, example.context)
        if evidence.scene.message.tokens:
            rule = decide(evidence)
            features = tuple(intent_features(evidence, rule))
            yield Sample(features, example.intent.value, rule.value, example.text)


def wish_samples(interpreter: OfflineInterpreter) -> Iterator[Sample]:
    """One of each name that is known."""
    for example in wish_examples():
        evidence = interpreter.evidence(example.text, example.context)
        scene = evidence.scene
        if scene.message.text != example.text:
            continue
        surroundings, by_token = Surroundings(scene), indexed(evidence.findings)
        for mention in names(scene):
            wish = _marked(scene.message, mention, example.marks)
            rule = told_by(by_token, mention)
            if wish is not None and rule is not None:
                yield Sample(
                    tuple(surroundings.features(mention.first, mention.last, mention.kind, rule)),
                    wish,
                    rule.value,
                    example.text,
                )


def price_samples(interpreter: OfflineInterpreter) -> Iterator[Sample]:
    """One of each amount that the rules take for the price."""
    for example in price_examples():
        evidence = interpreter.evidence(example.text, example.context)
        scene = evidence.scene
        if scene.message.text != example.text:
            continue
        surroundings = Surroundings(scene)
        for finding in prices(evidence.findings):
            means = _overlapped(scene.message, finding, example.marks)
            if means in tuple(Money):
                slot = finding.slot.value
                features = surroundings.features(finding.first, finding.last, slot, Money.PRICE)
                yield Sample(tuple(features), means, Money.PRICE.value, example.text)


def _overlapped(message: Message, finding: Finding, marks: Sequence[Marked]) -> str | None:
    """What is marked of the words that a finding was read from."""
    start, end = message.tokens[finding.first].start, message.tokens[finding.last - 1].end
    return next((mark.means for mark in marks if mark.start < end and start < mark.end), None)


def _marked(message: Message, mention: Mention, marks: Sequence[Marked]) -> str | None:
    """What is marked of a name that is known; None if it is not, or only a part of a marked name."""
    start, end = message.tokens[mention.first].start, message.tokens[mention.last - 1].end
    return next((mark.means for mark in marks if mark.start <= start and end <= mark.end), None)
