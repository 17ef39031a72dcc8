"""Resolves 'both', 'these two', 'all three': those last talked about together, or all who are shown."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.reading import ReferenceKind


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
        if they or count == len(together):
            for chosen in together:
                yield Pointer(ReferenceKind.PRONOUN, mention.first, mention.last, freelancer_id=chosen)
            return


def find_all_shown(scene: Scene) -> Iterator[Pointer]:
    """A pointer at each of the people shown, where an order is for the whole list: 'invite them all'.

    One at nobody where the list has more or fewer people than the message says: 'hire both' of five.
    """
    shown = [each.freelancer_id for each in scene.context.shown]
    counts: dict[str, int] = scene.lexicon.setting("references", "whole_list", "counts")
    for mention in scene.message.of("references", "whole_list"):
        count = counts[" ".join(scene.message.norms[mention.first : mention.last])]
        meant: list[str | None] = [*shown] if count in (_HOWEVER_MANY, len(shown)) else [None]
        for chosen in meant:
            yield Pointer(ReferenceKind.PRONOUN, mention.first, mention.last, freelancer_id=chosen)
        return


_FEWEST = 2
_HOWEVER_MANY = 0
