"""Telling a new need from a change to the present one."""

from agent.understanding.reading import Intent, Operation, Reading
from store.nouns.brief import Brief, Slot


def starts_new_need(brief: Brief, reading: Reading) -> bool:
    """Whether the message describes another need, so that the present brief must not leak into it.

    It does when a need is described afresh with another role than the one being looked for.
    """
    if reading.intent is not Intent.DESCRIBE_NEED or not brief.is_searchable:
        return False
    roles = [c.value for c in reading.changes if c.slot is Slot.ROLE and c.operation is Operation.SET]
    return bool(roles) and brief.role is not None and brief.role not in roles
