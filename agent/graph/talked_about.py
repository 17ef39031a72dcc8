"""Whom 'he', 'her' and 'both' mean when the list has changed: those talked about who are still on it."""

from collections.abc import Collection

from store.nouns.conversation import Memory


def those_left(memory: Memory, shown: Collection[str]) -> Memory:
    """The memory without those talked about who are no longer shown; of two, the other is meant then."""
    together = tuple(one for one in memory.together if one in shown)
    focus = memory.focus if memory.focus in shown else None
    if focus is None and len(together) == 1:
        focus = together[0]
    return memory.model_copy(update={"focus": focus, "together": together})
