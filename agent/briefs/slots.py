"""Where each slot lies in the Brief."""

import re

from store.nouns.brief import Slot

PRICES = (Slot.HOURLY_RATE, Slot.FIXED_BUDGET)
"""The two ways to pay; a brief may hold both."""


def field_of(slot: Slot) -> str:
    """The Brief's attribute that holds the slot: 'hourlyRate' is `hourly_rate`."""
    return re.sub(r"[A-Z]", lambda capital: f"_{capital.group().lower()}", slot.value)
