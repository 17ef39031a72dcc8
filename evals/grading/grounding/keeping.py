"""Keeps what is made of the knowledge, which is made once in a process and has no hash."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from store.knowledge import Knowledge

Made = TypeVar("Made")


def made_once(make: Callable[[Knowledge], Made]) -> Callable[[Knowledge], Made]:
    """The function, that calls `make` once for each knowledge."""
    made: dict[int, tuple[Knowledge, Made]] = {}

    @wraps(make)
    def kept(knowledge: Knowledge) -> Made:
        # The knowledge is kept with it, so that its id is nobody else's meanwhile.
        if id(knowledge) not in made:
            made[id(knowledge)] = (knowledge, make(knowledge))
        return made[id(knowledge)][1]

    return kept
