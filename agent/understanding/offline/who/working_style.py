"""Finds how the client likes to work: 'we do daily calls', 'they should send weekly reports'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Operation
from store.nouns.brief import Slot


def find_working_style(scene: Scene) -> list[Finding]:
    """The habits named where somebody is said to work so; each once, in the client's own words."""
    found: dict[str, Finding] = {}
    for mention in (*_rhythms(scene), *scene.message.of("working_style", "habit")):
        words = " ".join(scene.message.norms[mention.first : mention.last])
        stance = scene.stance(mention.first, mention.last)
        if words in found or stance.excluded or stance.unneeded or not _is_ours(scene, mention):
            continue
        found[words] = Finding(
            Slot.WORKING_STYLE, words, mention.first, mention.last, Operation.ADD, hard=stance.hard
        )
    return list(found.values())


def _rhythms(scene: Scene) -> Iterator[Mention]:
    """How often, and what: 'daily calls', 'weekly status reports'."""
    message = scene.message
    for often in message.of("working_style", "often"):
        for index in (often.last, often.last + 1):
            meeting = message.at("working_style", index)
            if meeting is not None and meeting.key == "meeting":
                yield Mention("working_style", "habit", often.first, meeting.last)
                break


def _is_ours(scene: Scene, mention: Mention) -> bool:
    """Whether the sentence says so of how the work is done; a meeting may also be the work itself."""
    message = scene.message
    low, high = message.sentence(mention.first)
    before = message.between("working_style", low, mention.first)
    if any(cue.key == "way" for cue in before):
        return True
    rest = {message.norm(i) for i in (*range(low, mention.first), *range(mention.last, high))}
    return bool(scene.context.brief.terms) and rest <= _BESIDE


_BESIDE = frozenset(
    {"and", "oh", "also", "please", ".", "!", ",", "with", "a", "the", "only", "then", "plus"}
)
