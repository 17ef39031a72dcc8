"""Reads a price of the other kind than the one held: 'that was per hour', 'on second thought 950 for all'."""

from collections.abc import Iterator, Sequence

from agent.briefs.slots import field_of
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from agent.understanding.reading import Operation
from store.nouns.brief import Brief, MoneyRange, Slot

OTHER = {Slot.HOURLY_RATE: Slot.FIXED_BUDGET, Slot.FIXED_BUDGET: Slot.HOURLY_RATE}
"""Each kind of price with the other."""


def other_price(scene: Scene, found: Sequence[Finding], brief: Brief) -> Iterator[Finding]:
    """'actually a fixed price of $600' takes the place of the hourly rate."""
    for finding in found:
        other = OTHER.get(finding.slot)
        if other is None or finding.operation is not Operation.SET or other not in brief.terms:
            continue
        if any(each.slot is other for each in found):
            continue
        if _corrects(scene) or _is_said_again(finding, other, brief) or _is_switched(scene, finding):
            yield Finding(other, None, finding.first, finding.last, Operation.REMOVE)


def _corrects(scene: Scene) -> bool:
    """Whether what is said takes the place of something: 'instead', 'on second thought', 'no no'."""
    message = scene.message
    if message.has("intents", "correction") or message.has("edits", "instead_of", "replace"):
        return True
    instead = message.of("edits", "instead")
    return message.norm(0) in _NO or any(message.norms[m.first : m.last] not in _WEAK for m in instead)


_NO = frozenset({"no", "nope", "nah"})
_WEAK = frozenset({("no",), ("only",), ("just",), ("now",), ("is", "enough"), ("will", "do"), ("it", "is")})


def _is_said_again(finding: Finding, other: Slot, brief: Brief) -> bool:
    """'45 per hour', where 45 was taken for the whole work."""
    held = getattr(brief, field_of(other))
    said = finding.value
    return isinstance(held, MoneyRange) and isinstance(said, MoneyRange) and held.max == said.max


def _is_switched(scene: Scene, price: Finding) -> bool:
    """'let's do hourly, 30 dollars', 'hourly is better, 35': the way to pay is named, and settled on."""
    norms = set(scene.message.norms)
    ways = scene.lexicon.words("money", "hourly_way" if price.slot is Slot.HOURLY_RATE else "fixed_way")
    return bool(norms & ways) and bool(norms & scene.lexicon.words("edits", "settling"))


def of_the_other_kind(scene: Scene, found: Sequence[Finding], brief: Brief) -> Iterator[Finding]:
    """'that price was per hour', 'I meant in total': the number held is a price of the other kind."""
    message = scene.message
    held = [slot for slot in OTHER if slot in brief.terms]
    if len(held) != 1 or len(message.tokens) > _LONGEST or any(f.slot in OTHER for f in found):
        return
    if "?" in message.norms or any(not _is_unit_alone(scene, m) for m in _said(scene)):
        return
    named = [(slot, cue) for slot, cue in _ways(scene) if not _is_turned_down(scene, cue)]
    other = OTHER[held[0]]
    if {slot for slot, _ in named} != {other}:
        return
    cue = next((cue for _, cue in named if _is_told_of_it(message, cue)), None)
    if cue is None:
        return
    value: MoneyRange = getattr(brief, field_of(held[0]))
    yield Finding(other, value, cue.first, cue.last, hard=brief.terms[held[0]].hard)
    yield Finding(held[0], None, cue.first, cue.last, Operation.REMOVE)


_LONGEST = 14
_FARTHEST = 6


def _is_told_of_it(message: Message, cue: Mention) -> bool:
    """Whether the sentence says of what was said before that it is paid so, and no more than that."""
    first, _ = message.sentence(cue.first)
    while message.norm(first) in _STARTERS:
        first += 1
    after = message.norm(cue.last)
    if (after.isalpha() and after not in _GOES_ON_WITH) or cue.first - first > _FARTHEST:
        return False
    if message.norm(first) in ("i", "we"):
        return message.norm(first + 1) in _MEANT
    first += message.norm(first) in ("the", "that", "this", "my") and message.norm(first + 1) in _PRICE
    return message.norm(first) in _IT_IS or message.norm(first + 1) in _IS


_STARTERS = frozenset(
    {"no", "nope", "sorry", "oh", "wait", "well", "actually", "but", "and", "hmm", ",", "-", "btw"}
)
_GOES_ON_WITH = frozenset({"not", "and", "rather", "instead", "please", "btw", "sorry", "of", "though"})
_MEANT = frozenset({"meant", "mean", "said"})
_PRICE = frozenset({"price", "rate", "budget", "amount", "number", "figure", "sum", "one", "money"})
_IT_IS = frozenset({"thats", "its"})
_IS = frozenset({"is", "was", "were", "should", "would"})


def _said(scene: Scene) -> Iterator[Mention]:
    """The amounts of a message as mentions."""
    for quantity in scene.quantities:
        yield Mention("amounts", quantity.unit or "", quantity.first, quantity.last)


def _is_unit_alone(scene: Scene, amount: Mention) -> bool:
    """The 'an hour' of 'that was an hour', which counts nothing."""
    return amount.key == "hour" and scene.message.at("quantities", amount.first) is not None


def _ways(scene: Scene) -> Iterator[tuple[Slot, Mention]]:
    """The words for a way to pay."""
    for cue in scene.message.of("quantities", "per_hour"):
        yield Slot.HOURLY_RATE, cue
    for cue in scene.message.of("money", "fixed"):
        yield Slot.FIXED_BUDGET, cue


def _is_turned_down(scene: Scene, cue: Mention) -> bool:
    """'not per hour', 'rather than a fixed price'."""
    before = scene.message.norms[max(0, cue.first - 2) : cue.first]
    return bool({"not", "no", "than", "of"} & set(before))
