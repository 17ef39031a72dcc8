"""What the rules say for each role: who is named, whom they read, whose tools are asked for.

The model of roles learned how far each can be trusted, beside what the words say.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.likeness import NOBODY, Reason
from agent.understanding.offline.role.needed_things import SOMEBODY
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_modifiers import start_of_modifiers
from agent.understanding.offline.role.role_wishes import is_asked_for
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.words.gazetteer import Mention

MOST = 2.0
"""A cue counts no more than so often for one role, however many of its tools are listed."""


def role_hints(scene: Scene, asks: Sequence[RoleAsk]) -> Mapping[Reason, float]:
    """How much of each cue speaks for each role, 0 to 2, when these roles were read by rule."""
    hints: dict[Reason, float] = defaultdict(float)
    for reason, strength in (*_by_name(scene), *_by_rule(scene, asks), *_by_tools(scene)):
        hints[reason] += strength
    return {reason: min(strength, MOST) for reason, strength in hints.items()}


def asks_for_somebody(scene: Scene) -> bool:
    """Whether work that is spoken of is to be done: 'can anybody clean our audio?'."""
    return scene.message.has("intents", "need") or bool(SOMEBODY & set(scene.message.norms))


def roles_named(scene: Scene) -> tuple[frozenset[str], frozenset[str]]:
    """The roles that are named and may be wanted, and those only spoken of: the client's, or of others."""
    mentions = [m for m in scene.message.of("role") if not scene.stance(m.first, m.last).excluded]
    named = frozenset(m.key for m in mentions if _can_be_wanted(scene, m))
    return named, frozenset(m.key for m in mentions) - named


def _by_name(scene: Scene) -> Iterator[tuple[Reason, float]]:
    named, spoken_of = scene.once(roles_named)
    for role in named:
        yield Reason("named", role), 1
        if len(named) == 1:
            yield Reason("only named", role), 1
    for role in spoken_of:
        yield Reason("spoken of", role), 1


def _can_be_wanted(scene: Scene, mention: Mention) -> bool:
    """Whether a role that is named is neither the client's own nor that of somebody they have."""
    start = start_of_modifiers(scene, mention.first)
    return is_asked_for(scene, RoleAsk(mention.key, start, mention.first, mention.last))


def _by_rule(scene: Scene, asks: Sequence[RoleAsk]) -> Iterator[tuple[Reason, float]]:
    if asks_for_somebody(scene):
        yield Reason("somebody", NOBODY), 1
    if asks:
        yield Reason(_way_of(scene, asks[0]), asks[0].role), 1
        yield Reason("asked", NOBODY), 1


def _way_of(scene: Scene, ask: RoleAsk) -> str:
    """How a role was read."""
    if ask.generic:
        return "anybody"
    if ask.is_work:
        return "by work"
    return "by name" if is_named(scene, ask) else "by task"


def is_named(scene: Scene, ask: RoleAsk) -> bool:
    """Whether a role was read in a role's name, and not in a task that was told."""
    return any(ask.first <= mention.first < ask.last for mention in scene.message.of("role"))


def _by_tools(scene: Scene) -> Iterator[tuple[Reason, float]]:
    tools = {
        m.key
        for m in scene.message.of("skill")
        if is_skill(scene, m) and not scene.stance(m.first, m.last).excluded
    }
    if tools:
        yield Reason("tools", NOBODY), 1
    for tool in tools:
        for cue, families in (
            ("core", scene.work_words.core(tool)),
            ("usual", scene.work_words.usual(tool)),
            ("near", scene.work_words.near(tool)),
        ):
            for family in families:
                yield Reason(cue, family), 1 / len(families)
        for family, share in scene.work_words.field(tool).items():
            yield Reason("field", family), share
