"""Reading without a model: a gazetteer for names, a grammar for quantities, cues for all the rest.

A phrase or a cue goes into a file of `data/`, each of which says at its top what it is for. A skill, a
role, a place or a currency goes into the knowledge files of `store/knowledge/data`.
"""

from agent.understanding.offline.interpreter import OfflineInterpreter

__all__ = ["OfflineInterpreter"]
