"""Finds who is asked for, by name or by what is to be done, whichever the message says more surely."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.role.by_likeness import likelier
from agent.understanding.offline.role.full_stack import as_both_ends
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_wishes import IN_PASSING, is_beside_the_work, place_of
from agent.understanding.offline.role.roles import find_roles, is_weighed, says_less
from agent.understanding.offline.role.tasks import (
    find_task,
    further_tasks,
    refined_by_task,
    tasks_by_verb,
)
from store.nouns.brief import Slot


def find_asks(scene: Scene) -> list[RoleAsk]:
    """The roles asked for, by name or by what is to be done, or one that all words together speak of more."""
    first, further = read_by_rule(scene)
    if len(first) == 1 and scene.context.brief.role is None:
        first = [likelier(scene, first[0])]
    return [*first, *further]


def read_by_rule(scene: Scene) -> tuple[list[RoleAsk], list[RoleAsk]]:
    """The roles asked for, by name or by what is to be done, and those of further tasks."""
    asks, tasks = find_roles(scene), tasks_by_verb(scene)
    if _only_answers(scene):
        return [ask for ask in asks if not ask.is_work], []
    passing = bool(asks) and place_of(scene, asks[0].start) == IN_PASSING
    task = (
        find_task(scene, tasks, bool(asks))
        if passing or all(is_beside_the_work(scene, ask) for ask in asks)
        else None
    )
    if task is not None and passing and place_of(scene, task.first) == IN_PASSING:
        task = None
    if task is not None and _is_no_task(scene, task):
        task = None
    if task is not None and (not asks or passing or task.first < asks[0].first):
        asks = [task]
    refined = refined_by_task(scene, asks, tasks)
    if len(refined) == 1:
        refined = [as_both_ends(scene, refined[0])]
    return refined, further_tasks(scene, asks, tasks)


def roles_asked(scene: Scene, asks: Sequence[RoleAsk]) -> list[Finding]:
    """The role of each ask that says more than the brief, and how many people are asked for."""
    found = []
    for ask in asks:
        if not says_less(scene, ask):
            same = ask.role == scene.context.brief.role
            hard = True if same and scene.stance(ask.first, ask.last).hard else None
            found.append(
                Finding(Slot.ROLE, ask.role, ask.first, ask.last, hard=hard, uncertain=ask.uncertain)
            )
        if ask.headcount is not None and ask.headcount_at is not None:
            found.append(Finding(Slot.HEADCOUNT, ask.headcount, *ask.headcount_at))
    return found


def _only_answers(scene: Scene) -> bool:
    """'SketchUp renders', 'the contract is 9 months': asked for something else, works name no other role."""
    if scene.context.brief.role is None or scene.asked in (None, Slot.ROLE):
        return False
    message = scene.message
    needed = any(message.at("tasks", m.first) is None for m in message.of("intents", "need"))
    looked_for = needed or message.has("people", "anyone") or message.has("heads")
    return not looked_for and len(message.tokens) <= _ANSWER


_ANSWER = 8
"""Tokens of a message that may be but an answer."""


def _is_no_task(scene: Scene, task: RoleAsk) -> bool:
    """'60 CAD an hour', 'an intro to her', or in a conversation under way 'label design would be nice'."""
    condition = scene.context.brief.role is not None and is_weighed(scene, task)
    coin = scene.message.over("currency", task.first, task.last) is not None
    if scene.context.shown and scene.message.norms[task.last - 1 : task.last + 1] in _INTRODUCING:
        return True
    if scene.context.brief.role is not None and _lasts(scene, task):
        return True
    return condition or (coin and scene.is_measured(task.first, task.last))


def _lasts(scene: Scene, task: RoleAsk) -> bool:
    """'contract is 9 months', 'contract: 6 months': the engagement itself, and how long it is."""
    lasting = scene.message.between("schedule", task.first, task.last)
    after = (q for q in scene.quantities if task.last <= q.first <= task.last + _SOON)
    return any(m.key == "lasting" for m in lasting) and any(q.unit in _PERIODS for q in after)


_SOON = 3
_PERIODS = frozenset({"day", "week", "month", "year"})

_INTRODUCING = frozenset({("intro", "to"), ("intros", "to")})
"""What brings two people together, and not what a film begins with."""
