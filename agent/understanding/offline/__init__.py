"""Reading without a model: a gazetteer for names, a grammar for quantities, cues for all the rest.

A phrase or a cue goes into a file of `data/`, each of which says at its top what it is for. A skill, a
role, a place or a currency goes into the knowledge files of `store/knowledge/data`.

There is a folder for each thing a message tells: `amounts` of money and numbers, `when`, `where` and by `who`
the work is done, the `role` and each `skill`, the `weight` of a wish, a `change` of what was said before,
`pointing` at the people shown, the `intent`; `words` is what they all stand on. Each gives `findings`, and
`interpreter` makes one reading of them.
"""

from agent.understanding.offline.interpreter import OfflineInterpreter

__all__ = ["OfflineInterpreter"]
