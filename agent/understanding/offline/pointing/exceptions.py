"""Finds the words before whom an order for the whole list leaves out: 'hide all except Liam'."""

from agent.understanding.offline.findings import Scene

_LONGEST, _SHORTEST = 4, 2
"""Tokens of 'all of them but', and of 'everyone but'."""


def exceptions(scene: Scene) -> dict[int, int]:
    """Where such words begin, in order, and where they end."""
    spared, norms = scene.lexicon.words("references", "all_but"), scene.message.norms
    found: dict[int, int] = {}
    for first in range(len(norms)):
        for size in range(_LONGEST, _SHORTEST - 1, -1):
            if " ".join(norms[first : first + size]) in spared:
                found[first] = first + size
                break
    return found
