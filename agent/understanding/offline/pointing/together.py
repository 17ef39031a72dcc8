"""Resolves 'both', 'them all', 'the rest': those talked about together, all who are shown, the others."""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.exceptions import exceptions
from agent.understanding.offline.pointing.ordered import of_order
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import Intent, ReferenceKind


def find_those_together(scene: Scene) -> Iterator[Pointer]:
    """A pointer at each of them, where the message says how many they are, or calls them 'they'."""
    together = scene.context.together
    shown = {candidate.freelancer_id for candidate in scene.context.shown}
    if len(together) < _FEWEST or not shown.issuperset(together):
        return
    counts: dict[str, int] = scene.lexicon.setting("references", "together", "counts")
    for mention in scene.message.of("references", "together"):
        count = counts[" ".join(scene.message.norms[mention.first : mention.last])]
        they = count == _HOWEVER_MANY and scene.context.focus not in together
        if they and len(together) == _FEWEST and _is_of_all(scene, mention):
            continue
        if they or count == len(together):
            for chosen in together:
                yield Pointer(ReferenceKind.PRONOUN, mention.first, mention.last, freelancer_id=chosen)
            return


def find_other(scene: Scene) -> Iterator[Pointer]:
    """A pointer at 'the other one': of two talked about the one not talked about last, or not gone."""
    together, focus = scene.context.together, scene.context.focus
    others = together if len(together) == 1 else [one for one in together if one != focus]
    for mention in scene.message.of("references", "other_one") if len(others) == 1 else ():
        yield Pointer(ReferenceKind.PRONOUN, mention.first, mention.last, freelancer_id=others[0])
        return


def _is_of_all(scene: Scene, mention: Mention) -> bool:
    """The 'them' of 'all of them', which are more than two."""
    return any(
        whole.first <= mention.first and mention.last <= whole.last and whole.size > mention.size
        for whole in _whole(scene, "whole_list")
    )


def of_the_whole_list(scene: Scene, intent: Intent, pointers: Sequence[Pointer]) -> list[Pointer]:
    """The pointers, or those at all whom an order names together: 'invite them all', 'dismiss the rest'."""
    if rest := [*_all_but(scene, intent, pointers), *_rest(scene, intent, pointers)]:
        return rest
    if pointers or intent not in _ORDERS:
        return of_order(scene, intent, pointers)
    key = "whole_list" if intent is not Intent.DISMISS or _whole(scene, "whole_list") else "nobody"
    everybody = _find_all(scene, key)
    if intent is Intent.HAND_OFF:
        return list(everybody)
    return [pointer for pointer in everybody if pointer.freelancer_id is not None]


_ORDERS = frozenset({Intent.HAND_OFF, Intent.COMPARE, Intent.SHORTLIST, Intent.DISMISS})


def turns_all_down(scene: Scene) -> bool:
    """Whether a message says of the whole list no more than that it is not wanted: 'nah, none of these'."""
    said = _whole(scene, "nobody")
    beside = scene.lexicon.words("references", "beside_nobody")
    left = [
        token.norm
        for index, token in enumerate(scene.message.tokens)
        if token.kind is TokenKind.WORD and not any(m.first <= index < m.last for m in said)
    ]
    return bool(scene.context.shown and said) and set(left) <= beside


def _whole(scene: Scene, key: str) -> Sequence[Mention]:
    return scene.message.of("references", key)


def _find_all(scene: Scene, key: str) -> Iterator[Pointer]:
    """A pointer at each of the people shown.

    One at nobody where the list has more or fewer people than the message says: 'hire both' of five.
    """
    shown = [each.freelancer_id for each in scene.context.shown]
    counts: dict[str, int] = scene.lexicon.setting("references", key, "counts") or {}
    for mention in _whole(scene, key):
        count = counts.get(" ".join(scene.message.norms[mention.first : mention.last]), _HOWEVER_MANY)
        meant: list[str | None] = [*shown] if count in (_HOWEVER_MANY, len(shown)) else [None]
        for chosen in meant:
            yield Pointer(ReferenceKind.PRONOUN, mention.first, mention.last, freelancer_id=chosen)
        return


def leaves_somebody_out(scene: Scene) -> bool:
    """Whether it speaks of all but some: 'keep all of them but Olga'."""
    return bool(scene.once(exceptions))


def _all_but(scene: Scene, intent: Intent, named: Sequence[Pointer]) -> Iterator[Pointer]:
    """Those shown besides whom an order leaves out: 'save all except Liam', 'everybody but 1 and 3 out'."""
    for first, last in scene.once(exceptions).items() if named and intent in _ORDERS else ():
        if any(p.first < first for p in named):
            return
        left_out = {p.freelancer_id or _at_place(scene, p.position) for p in named if p.first >= last}
        if not left_out or None in left_out:
            continue
        for one in scene.context.shown:
            if one.freelancer_id not in left_out:
                yield Pointer(ReferenceKind.PRONOUN, first, last, freelancer_id=one.freelancer_id)
        return


def _rest(scene: Scene, intent: Intent, named: Sequence[Pointer]) -> Iterator[Pointer]:
    """Those shown whom a message does not name: 'keep Maria, dismiss the rest'.

    Where it names nobody, those talked about last are not meant.
    """
    message = scene.message
    known = {p.freelancer_id or _at_place(scene, p.position) for p in named} or _talked_about(scene)
    for mention in _whole(scene, "rest"):
        clause = message.segment(mention.first)
        before = message.ending("intents", mention.first)
        ordered = intent is Intent.DISMISS and before is not None and before.key == "dismiss"
        asked = intent is Intent.ASK_ABOUT_CANDIDATE
        low = before.first if ordered and before is not None else clause.first
        if not (ordered or asked) or any(low <= p.first < clause.last for p in named) or None in known:
            continue
        others = [one.freelancer_id for one in scene.context.shown if one.freelancer_id not in known]
        for chosen in others if known else ():
            yield Pointer(ReferenceKind.PRONOUN, mention.first, mention.last, freelancer_id=chosen)
        return


def _talked_about(scene: Scene) -> set[str | None]:
    """Whom 'the rest' leaves out where nobody is named: those talked about last."""
    context = scene.context
    if context.focus is None or context.focus in context.together:
        return set(context.together)
    return {context.focus}


def _at_place(scene: Scene, position: int | None) -> str | None:
    shown = scene.context.shown
    if position is None or not 0 < abs(position) <= len(shown):
        return None
    return shown[position - 1 if position > 0 else position].freelancer_id


_FEWEST = 2
_HOWEVER_MANY = 0
