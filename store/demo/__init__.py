"""A marketplace to try Rolecall on: invented people of the whole freelance market, any number of them.

The same seed makes the same people everywhere. What is really so about each of them is handed out beside
the profile and never stored with it, so that rankings can be judged.
"""

from store.demo.marketplace import DemoFreelancer, generate
from store.demo.relevance import relevance
from store.demo.truth import Case, Truth

__all__ = ["Case", "DemoFreelancer", "Truth", "generate", "relevance"]
