"""Reads the role from all the words of a message together, where rules find none or one that is unlikely."""

from collections.abc import Sequence
from dataclasses import replace

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.full_stack import is_surely_both
from agent.understanding.offline.role.hints import is_named, role_hints, roles_named
from agent.understanding.offline.role.likeness import NOBODY, Likeness
from agent.understanding.offline.role.on_hand import words_on_hand
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.words.tongue import ENGLISH
from store.nouns.brief import Slot

LEAST_LIKE, LEAST_NAMED, FEWEST_WORDS = 0.35, 0.15, 3
"""Less probable than this (than the second, where a role is named), or told in fewer words beside the tools,
is everyday talk: who says no more is asked what the work is, and then fewer words are enough."""

SURE = 0.9
"""So probable, a role is told in fewer words too: 'single-cell analysis, Seurat'."""

NAMED = 0.5
"""A role that is named is the one, if it is so probable beside the most probable."""

OF_A_NAME, OF_A_TASK, OF_ANYBODY = 0.6, 0.4, 0.2
"""How much more probable another role must be to take the place of one that a rule read in its name, in a
task that was told, or in a word for anybody ("an expert")."""


def likeness_of(scene: Scene, asks: Sequence[RoleAsk]) -> Likeness | None:
    """Which roles' work the words speak of that are told and not ruled out; None if there are none.

    `asks` are the roles that the rules read. What the work of roles is called is known in English only.
    """
    if scene.language != ENGLISH:
        return None
    return scene.work_words.likeness(words_of_work(scene), role_hints(scene, asks))


def words_of_work(scene: Scene) -> list[str]:
    """The different words that are told, not ruled out, and not of people who are there already."""
    of_others = scene.once(words_on_hand)
    told = (
        each.text
        for each in scene.told
        if each.index not in of_others and not scene.stance(each.index, each.index + 1).excluded
    )
    return list(dict.fromkeys(told))


def sounds_like(scene: Scene) -> RoleAsk | None:
    """Whom the words speak of most, as a guess; None if they tell too little or a role is known."""
    likeness = None if scene.context.brief.role is not None else likeness_of(scene, ())
    if likeness is None or likeness.roles[0] == NOBODY or likeness.values[0] < LEAST_NAMED:
        return None
    role = _named(scene, likeness)
    if role is None:
        little = likeness.values[0] < SURE and _tells_little(scene) and scene.asked is not Slot.ROLE
        if likeness.values[0] < LEAST_LIKE or little:
            return None
        role = likeness.roles[0]
    index = _telling(scene, role)
    return RoleAsk(role, index, index, index + 1, uncertain=True)


def _named(scene: Scene, likeness: Likeness) -> str | None:
    """The most probable of the roles named, not of people there already, if not much less so than others."""
    wanted = (m.key for m in scene.message.of("role") if m.first not in scene.once(words_on_hand))
    named = max(wanted, key=likeness.of, default=None)
    return named if named is not None and likeness.of(named) >= NAMED * likeness.values[0] else None


def _tells_little(scene: Scene) -> bool:
    message = scene.message
    telling = [each for each in scene.told if message.over("skill", each.index, each.index + 1) is None]
    return len(telling) < FEWEST_WORDS


def likelier(scene: Scene, ask: RoleAsk) -> RoleAsk:
    """The role that was read, or a guess in its place if all words together speak clearly of another.

    A role of the operator's own holds, because nothing was learned of it.
    """
    likeness = likeness_of(scene, [ask])
    if likeness is None or likeness.roles[0] == NOBODY or ask.role not in likeness.roles:
        return ask
    if likeness.values[0] - likeness.of(ask.role) < _margin(scene, ask):
        return ask
    if not scene.is_post and is_named(scene, ask) and likeness.roles[0] in scene.once(roles_named)[1]:
        return ask  # 'property manager seeks bookkeeper': the likelier one is who writes
    if is_surely_both(scene, ask):
        return ask
    return replace(ask, role=likeness.roles[0], generic=False, uncertain=True)


def _margin(scene: Scene, ask: RoleAsk) -> float:
    if ask.generic:
        return OF_ANYBODY
    return OF_A_NAME if is_named(scene, ask) else OF_A_TASK


def _telling(scene: Scene, role: str) -> int:
    """The token that speaks most for the role."""
    said = scene.work_words.weights([word.text for word in scene.told], role)
    return scene.told[max(range(len(said)), key=said.__getitem__)].index
