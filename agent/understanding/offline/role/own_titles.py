"""Tells the titles by which clients say who they are from those of whoever they want."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.needed_things import SOMEBODY
from agent.understanding.offline.role.role_ask import RoleAsk

_SAYING_WHO = 5
"""Tokens of a sentence's beginning in which clients say what they are: 'As a senior product manager'."""

_OF_ONE = 12
"""Tokens in which clients who begin with their title come to what they want."""


def is_of_who_writes(scene: Scene, ask: RoleAsk) -> bool:
    """'As CTO of a start-up I …', 'Head of Design here.', 'Dog trainer seeks editor': nobody wanted."""
    message = scene.message
    low, high = message.sentence(ask.first)
    begins = ask.start - low <= 1 and ask.first - low <= _SAYING_WHO
    if message.norm(low) == "as" and ask.first - low <= _SAYING_WHO:
        return True
    if ask.headcount is not None or not begins:
        return False
    return _says_here(scene, ask, high) or (low == 0 and _seeks_another(scene, ask, high))


def _says_here(scene: Scene, ask: RoleAsk, high: int) -> bool:
    """'Finance manager at a theatre here.': the word ends what is said of them."""
    message = scene.message
    after = message.norms[ask.last : min(high, ask.last + _OF_ONE)]
    if "here" not in after:
        return False
    here = ask.last + after.index("here")
    return not message.norm(here + 1).isalnum() or here == ask.last


def _seeks_another(scene: Scene, ask: RoleAsk, high: int) -> bool:
    """'photographer needs editor', 'Yoga teacher wanting a site', but not 'editor needs to be a native'."""
    message = scene.message
    for index in range(ask.last, min(high, ask.last + _OF_ONE)):
        if message.norm(index) in _SEEKS or message.norms[index - 1 : index + 1] in _SEEKS_FOR:
            return message.norm(index + 1) != "to" and _names_what_is_sought(scene, index + 1, high)
    return False


_SEEKS = frozenset({"needs", "seeks", "wants", "seeking", "wanting", "requires"})
_SEEKS_FOR = frozenset(
    {("looking", "for"), ("searching", "for"), ("looks", "for"), ("need", "of"), ("search", "of")}
)


def _names_what_is_sought(scene: Scene, first: int, high: int) -> bool:
    """Whether somebody, help or a thing that is made comes next."""
    message = scene.message
    end = min(high, first + _OF_ONE)
    if {"help", *SOMEBODY} & set(message.norms[first:end]):
        return True
    return any(message.between(kind, first, end) for kind in ("role", "heads", "tasks", "deliverables"))
