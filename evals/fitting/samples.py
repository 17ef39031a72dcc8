"""What the models see of the examples."""

from collections.abc import Iterator, Sequence
from itertools import repeat

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.findings import Finding
from agent.understanding.offline.intent.evidence import Evidence
from agent.understanding.offline.intent.intents import decide
from agent.understanding.offline.learned.industries import FOUND, MOST_WORDS, named_by
from agent.understanding.offline.learned.intent_features import intent_features
from agent.understanding.offline.learned.overlooked import UNKNOWN, features, overlooked
from agent.understanding.offline.learned.prices import Money, price_features, prices
from agent.understanding.offline.learned.surroundings import Surroundings
from agent.understanding.offline.learned.wishes import Wish, indexed, names, told_by
from agent.understanding.offline.role.asks import read_by_rule
from agent.understanding.offline.role.by_likeness import words_of_work
from agent.understanding.offline.role.hints import role_hints
from agent.understanding.offline.role.likeness import NOBODY
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tongue import ENGLISH
from agent.understanding.reading import Intent
from evals.fitting.examples import (
    Marked,
    MarkedExample,
    NeedExample,
    TradeExample,
    intent_examples,
    need_examples,
    price_examples,
    trade_examples,
    wish_examples,
    work_examples,
)
from evals.fitting.fit import Sample
from evals.fitting.knowing_less import PARTS, ForgetfulReaders
from evals.fitting.word_fit import WordSample
from store.knowledge import load_knowledge
from store.nouns.brief import Slot
from store.search.tokens import words


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


def overlooked_samples(interpreter: OfflineInterpreter) -> Iterator[Sample]:
    """One of each name that the rules pass over, and of each that is hidden from them; no mark means no wish.

    A name is hidden from one reader of several; what all of them pass over counts as often as there are.
    """
    readers = ForgetfulReaders(load_knowledge())
    for example in wish_examples():
        evidence = interpreter.evidence(example.text, example.context)
        message = evidence.scene.message
        if message.text != example.text or evidence.scene.language != ENGLISH:
            continue
        for sample in _overlooked(evidence, example):
            yield from repeat(sample, PARTS)
        for reader, hidden in readers.reading_less_of(message):
            yield from _overlooked(reader.evidence(example.text, example.context), example, hidden)


def _overlooked(
    evidence: Evidence, example: MarkedExample, hidden: frozenset[int] | None = None
) -> Iterator[Sample]:
    """One of each name that is passed over; if names are hidden, only of those that are known no more."""
    scene = evidence.scene
    around = Surroundings(scene)
    for name in overlooked(scene, evidence.findings):
        tokens = range(name.mention.first, name.mention.last)
        if hidden is not None and (name.sort != UNKNOWN or hidden.isdisjoint(tokens)):
            continue
        wish = _exactly_marked(scene.message, name.mention, example.marks)
        if wish is not None:
            yield Sample(tuple(features(scene, around, name)), wish, Wish.NONE.value, example.text)


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
                features = price_features(scene, finding, surroundings)
                yield Sample(tuple(features), means, Money.PRICE.value, example.text)


def role_samples(interpreter: OfflineInterpreter) -> Iterator[WordSample]:
    """One of each first message, each task, each name and skill of a role, and of talk that wants nobody."""
    for example in need_examples():
        scene = interpreter.evidence(example.text, example.context).scene
        hints = role_hints(scene, read_by_rule(scene)[0])
        yield WordSample(
            tuple(words_of_work(scene)),
            example.roles or (NOBODY,),
            hints=tuple((each.cue, each.role, strength) for each, strength in hints.items()),
        )
    for said in intent_examples():
        if said.intent in _WANTING_NOBODY:
            yield WordSample(_different(words(said.text)), (NOBODY,), weight=_TASK)
    for task in work_examples():
        yield WordSample(_different(words(task.text)), (task.role,), weight=_TASK)
    for family in load_knowledge().roles.values():
        for name in dict.fromkeys((family.name, *family.aliases, *family.core_skills, *family.usual_skills)):
            yield WordSample(_different(words(name)), (family.id,), weight=_NAME)


def industry_samples(interpreter: OfflineInterpreter) -> Iterator[WordSample]:
    """One of each first message, of a few words that tell a trade, and of each name of an industry."""
    for example in need_examples():
        yield _of_industries(interpreter, example, _HARD if example.hard else 1.0)
    for trade in trade_examples():
        yield _of_industries(interpreter, trade, _TRADE)
    for industry in load_knowledge().industries.values():
        for name in dict.fromkeys((industry.name, *industry.aliases)):
            told_by_name = tuple(words(name))
            labels = (industry.id,)
            yield WordSample(told_by_name, labels, weight=_ALIAS, named=(labels,) * len(told_by_name))


def _of_industries(
    interpreter: OfflineInterpreter, example: NeedExample | TradeExample, weight: float
) -> WordSample:
    evidence = interpreter.evidence(example.text, example.context)
    scene = evidence.scene
    told = scene.told[:MOST_WORDS]
    around = Surroundings(scene)
    found = (str(finding.value) for finding in evidence.findings if finding.slot is Slot.INDUSTRIES)
    return WordSample(
        tuple(word.text for word in told),
        example.industries,
        weight,
        cues=tuple(tuple(around.sides(word.index)) for word in told),
        named=tuple(tuple(named_by(scene, word.index)) for word in told),
        doubtful=example.doubtful,
        hints=tuple((FOUND, industry, 1.0) for industry in found),
    )


_TASK, _NAME = 0.5, 0.2
"""What a task and a name of a role count beside a first message."""

_HARD, _TRADE, _ALIAS = 0.3, 0.5, 0.03
"""What a hard message, a few words that tell a trade and the name of one count beside a first message."""

_WANTING_NOBODY = frozenset({Intent.GREETING, Intent.SMALLTALK, Intent.HELP})


def _different(told: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told))


def _overlapped(message: Message, finding: Finding, marks: Sequence[Marked]) -> str | None:
    """What is marked of the words that a finding was read from."""
    start, end = message.tokens[finding.first].start, message.tokens[finding.last - 1].end
    return next((mark.means for mark in marks if mark.start < end and start < mark.end), None)


def _exactly_marked(message: Message, mention: Mention, marks: Sequence[Marked]) -> str | None:
    """What is marked of a name, NONE without a mark; None if the mark is of more words or of fewer."""
    start, end = message.tokens[mention.first].start, message.tokens[mention.last - 1].end
    about = [mark for mark in marks if mark.start < end and start < mark.end]
    if not about:
        return Wish.NONE.value
    return about[0].means if (about[0].start, about[-1].end) == (start, end) else None


def _marked(message: Message, mention: Mention, marks: Sequence[Marked]) -> str | None:
    """What is marked of a name that is known; None if it is not, or only a part of a marked name."""
    start, end = message.tokens[mention.first].start, message.tokens[mention.last - 1].end
    return next((mark.means for mark in marks if mark.start <= start and end <= mark.end), None)
