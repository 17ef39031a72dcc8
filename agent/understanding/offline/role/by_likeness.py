"""Reads the role from all the words of a message together, where rules find none or one that is unlikely."""

from dataclasses import replace

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.needed_things import SOMEBODY
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_wishes import IN_PASSING, place_of

LEAST_LIKE = 0.15
"""Less than this is everyday talk: who says no more is asked what the work is."""

CLEARLY_LIKE = 0.3
"""From this the words tell the role, whatever a rule made of some of them."""

LIKELY = 0.5
"""What a rule read holds unless the words are clearly like another role, and twice as like it."""


def sounds_like(scene: Scene) -> RoleAsk | None:
    """Whom the words speak of most, as a guess; None if they tell too little or a role is known."""
    likeness = None if scene.context.brief.role is not None else scene.likeness
    if likeness is None or likeness.values[0] < LEAST_LIKE:
        return None
    role = likeness.roles[0]
    index = _telling(scene, role)
    return RoleAsk(role, index, index, index + 1, uncertain=True)


def asks_for_somebody(scene: Scene) -> bool:
    """Whether work that is spoken of is to be done: 'can anybody clean our audio?'."""
    return scene.message.has("intents", "need") or bool(SOMEBODY & set(scene.message.norms))


def likelier(scene: Scene, ask: RoleAsk) -> RoleAsk:
    """The role that was read, or a guess in its place if all words together speak clearly of another.

    What a post names in its title or beside its need holds: its many words are like many roles.
    """
    if scene.is_post and place_of(scene, ask.start) != IN_PASSING:
        return ask
    likeness = scene.likeness
    if likeness is None or likeness.values[0] < CLEARLY_LIKE or likeness.share(ask.role) >= LIKELY:
        return ask
    return replace(ask, role=likeness.roles[0], generic=False, uncertain=True)


def _telling(scene: Scene, role: str) -> int:
    """The token that speaks most for the role."""
    tokens = scene.message.tokens
    return max(range(len(tokens)), key=lambda index: scene.work_words.weight(tokens[index].norm, role))
