"""Puts what a model found on top of what the offline reader found, so that nothing plainly said is lost.

Every change of the offline reading stays, unless the model names the same thing and the message has the words
for the difference. What the model found besides is added.
"""

from collections.abc import Iterable, Sequence

from agent.understanding.chatgpt.cues import Cue, says
from agent.understanding.reading import Change, Operation, Reading
from store.nouns.brief import Countries, Importance, LanguageWish, SkillWish, Slot

_LISTS = (Slot.INDUSTRIES, Slot.REGIONS, Slot.WORKING_STYLE)
_LETTING_GO = (Operation.REMOVE, Operation.RELAX)


def merged(offline: Reading, claims: Sequence[Change], text: str) -> tuple[Change, ...]:
    """The changes to act on, in the order of the message."""
    kept = [_settled(change, claims, text) for change in offline.changes]
    elsewhere = [change for need in offline.further_needs for change in need]
    for claim in claims:
        taken = any(same_thing(claim, change) or _goes(claim, change) for change in (*kept, *elsewhere))
        if not taken and not any(_overlap(claim, change) for change in elsewhere):
            kept.append(claim)
    return tuple(sorted(kept, key=lambda change: change.span.start))


def missed(offline: Reading, claims: Iterable[Change]) -> list[Change]:
    """What the message plainly says and no claim has."""
    claims = tuple(claims)
    return [
        change
        for change in offline.changes
        if not change.uncertain
        and not any(same_thing(claim, change) or _overlap(claim, change) for claim in claims)
    ]


def same_thing(one: Change, other: Change) -> bool:
    """Whether both are about the same item of the same slot."""
    return one.slot is other.slot and _item(one) == _item(other)


def _settled(change: Change, claims: Sequence[Change], text: str) -> Change:
    """The offline reader's change, with what a claim about the same thing may add to it."""
    claim = next((c for c in claims if same_thing(c, change) and _overlap(c, change)), None)
    if claim is None:
        return change
    if not isinstance(change.value, SkillWish) or not isinstance(claim.value, SkillWish):
        return claim.model_copy(update={"own": change.own}) if change.uncertain else change
    wish = change.value
    if not claim.uncertain:
        wish = wish.model_copy(update={"uncertain": False})
    if change.operation not in _LETTING_GO and _may_become(claim.value.importance, wish, change, text):
        wish = wish.model_copy(update={"importance": claim.value.importance})
    return change.model_copy(update={"value": wish, "uncertain": wish.uncertain})


def _goes(claim: Change, change: Change) -> bool:
    """Whether the claim brings in what the change takes out."""
    gone = {name.casefold() for name in change.replaces}
    return claim.slot is change.slot and claim.operation not in _LETTING_GO and _item(claim) in gone


def _may_become(importance: Importance, wish: SkillWish, change: Change, text: str) -> bool:
    match (wish.importance, importance):
        case (Importance.MUST, Importance.NICE):
            return says(Cue.SOFTENED, text, change.span)
        case (Importance.NICE, Importance.MUST):
            return says(Cue.HARDENED, text, change.span)
        case _:
            return False


def _item(change: Change) -> object:
    """What the change is about within its slot; the slot alone where it holds one value."""
    match change.value:
        case SkillWish(name=name):
            return name.casefold()
        case LanguageWish(code=code):
            return code
        case Countries():
            return frozenset((*change.value.include, *change.value.exclude))
        case str() as name if change.slot in _LISTS:
            return name
        case _:
            return None


def _overlap(one: Change, other: Change) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
