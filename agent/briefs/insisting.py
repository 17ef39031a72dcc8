"""What a message insists on, apart from what it only states."""

from agent.understanding.reading import Reading
from store.nouns.brief import SkillWish, Slot


def insisted_on(reading: Reading) -> frozenset[tuple[Slot, str]]:
    """Slots the client was firm about, of skills each with its name: 'must', 'only', 'at most'."""
    return frozenset(
        (change.slot, change.value.name if isinstance(change.value, SkillWish) else "")
        for change in reading.changes
        if change.hard is True
    )
