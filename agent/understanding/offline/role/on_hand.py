"""Tells people whom the client has already from those who are wanted: 'our cameraman is booked'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_modifiers import start_of_modifiers
from agent.understanding.offline.words.tokens import TokenKind

_IN_LISTS = frozenset(
    {"a", "an", "the", "our", "and", "&", "+", ",", "/", "plus", "both", "two", "three", "four"}
)
"""What stands between people named one after another."""

_FURTHER = 3
"""People of a list on either side of one."""


def is_on_hand(scene: Scene, ask: RoleAsk) -> bool:
    """Whether somebody is said to be there: 'the editor is sorted', 'developers we have', 'we have a PM'.

    What is said of a list is said of each in it: 'the writer and the editor are found'.
    """
    return _is_said_after(scene, ask.last) or _is_had(scene, ask.first)


def words_on_hand(scene: Scene) -> frozenset[int]:
    """The tokens of the names of such people."""
    return frozenset(
        index
        for mention in scene.message.of("role")
        if is_on_hand(scene, RoleAsk(mention.key, mention.first, mention.first, mention.last))
        for index in range(mention.first, mention.last)
    )


def _is_said_after(scene: Scene, index: int) -> bool:
    message = scene.message
    _, high = message.sentence(index - 1)
    for _ in range(_FURTHER):
        if _phrase_at(scene, "after", index, high) is not None:
            return True
        end = _phrase_at(scene, "closing", index, high)
        if end is not None and _ends_clause(scene, end, high):
            return True
        listed = index
        while listed < high and _may_stand_in_list(scene, listed):
            listed += 1
        further = message.at("role", listed) or message.at("heads", listed)
        if listed == index or further is None:
            return False
        index = further.last
    return False


def _is_had(scene: Scene, index: int) -> bool:
    message = scene.message
    low, _ = message.sentence(index)
    for _ in range(_FURTHER):
        start = start_of_modifiers(scene, index)
        while start > low and _may_stand_in_list(scene, start - 1):
            start -= 1
        if any(_has(scene, first, start, index) for first in range(max(low, start - _LONGEST), index)):
            return True
        before = message.ending("role", start) or message.ending("heads", start)
        if before is None:
            return False
        index = before.first
    return False


def _has(scene: Scene, first: int, start: int, index: int) -> bool:
    """Whether 'we have' begins at a token and ends among the words before somebody: not 'can I have'."""
    end = _phrase_at(scene, "before", first, index)
    return end is not None and end >= start and scene.message.norm(first - 1) not in _NOT_YET


_NOT_YET = frozenset(
    {"can", "could", "may", "might", "shall", "should", "if", "until", "till", "once", "when"}
)


def _phrase_at(scene: Scene, key: str, first: int, high: int) -> int | None:
    return scene.message.phrase_end(first, scene.lexicon.words("on_hand", key), high)


_LONGEST = 5
"""Tokens of the longest phrase."""


def _may_stand_in_list(scene: Scene, index: int) -> bool:
    token = scene.message.tokens[index]
    return token.norm in _IN_LISTS or token.kind is TokenKind.NUMBER


def _ends_clause(scene: Scene, index: int, high: int) -> bool:
    return index >= high or scene.message.tokens[index].kind in (TokenKind.SYMBOL, TokenKind.BREAK)
