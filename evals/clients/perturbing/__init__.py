"""Eight ways to say the same otherwise. A conversation must end the same under each of them.

- paraphrase: other words, and other names of roles, skills and places
- typos: slips of the fingers in ordinary words
- order: facts in another order, what matters most last
- split: a message in two or three
- correction: a wrong value first, put right in the next message
- units: other notations of money, dates and numbers, and prices in another currency
- distractors: sentences that have nothing to do with the need
- chat: small letters, no full stops, the short forms of chat
"""

from evals.clients.perturbing.plans import corrected, split
from evals.clients.perturbing.texts import chatty, distracted, mistyped

PERTURBATIONS: tuple[str, ...] = (
    "paraphrase",
    "typos",
    "order",
    "split",
    "correction",
    "units",
    "distractors",
    "chat",
)

__all__ = ["PERTURBATIONS", "chatty", "corrected", "distracted", "mistyped", "split"]
