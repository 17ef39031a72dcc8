"""Reads the role from a verb that tells one role's work alone: 'photograph 120 rings', 'film our service'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.needed_things import SOMEBODY
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.words.tokens import TokenKind

_BY_WHOM = 5
"""Words before a verb in which those are asked who are to do it."""


def by_own_verb(scene: Scene) -> Iterator[RoleAsk]:
    """The roles of verbs that are ordered or asked for, each with what it is done to."""
    roles: dict[str, str] = scene.lexicon.setting("actions", "of_one_role", "values")
    message = scene.message
    for index, word in enumerate(message.norms):
        role = roles.get(word) or roles.get(f"{word} {message.norm(index + 1)}")
        if role is None and word.endswith("s") and message.norm(index - 1) in _WHO:
            role = roles.get(word[:-1])
        if role is None or role not in scene.knowledge.roles:
            continue
        last = index + 1 if word.removesuffix("s") in roles else index + 2
        if (last == index + 2 or _has_object(scene, last)) and _is_ordered(scene, index):
            yield RoleAsk(role, index, index, last + 1)


def _has_object(scene: Scene, index: int) -> bool:
    """Whether something follows that a verb is done to, so that the word before is no noun."""
    message = scene.message
    if index >= len(message.tokens):
        return False
    counted = message.tokens[index].kind is TokenKind.NUMBER
    ones = scene.lexicon.setting("numbers", "ones", "values")
    return counted or message.norm(index) in _BEFORE_THINGS or message.norm(index) in ones


_BEFORE_THINGS = frozenset(
    {"my", "our", "the", "a", "an", "his", "her", "their", "this", "these", "it", "them", "me", "us", "some"}
)


def _is_ordered(scene: Scene, index: int) -> bool:
    """'Film our …', 'please film', 'somebody to film', 'who can film', but not 'we film' or 'how to film'."""
    message = scene.message
    low, _ = message.sentence(index)
    before = message.norm(index - 1)
    if index == low or before in ("please", *_WHO):
        return True
    asked = bool((SOMEBODY | _WHO | {"you"}) & set(message.norms[max(low, index - _BY_WHOM) : index]))
    if before == "to":
        return message.norm(index - 2) not in _NOT_ORDERING
    return asked and before in _MAY


_WHO = frozenset({"who", "someone", "somebody", "anyone", "anybody"})
_MAY = frozenset({"can", "could", "would", "will", "you", "and", "must", "should", "just"})
_NOT_ORDERING = frozenset(
    {"how", "learn", "learning", "used", "going", "about", "able", "love", "like", "we", "i"}
)
