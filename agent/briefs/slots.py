"""Where each slot lies in the Brief."""

import re

from store.nouns.brief import Slot


def field_of(slot: Slot) -> str:
    """The Brief's attribute that holds the slot: 'hourlyRate' is `hourly_rate`."""
    return re.sub(r"[A-Z]", lambda capital: f"_{capital.group().lower()}", slot.value)
