"""Finds that somebody is wanted at once."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.spans import WEEKS
from agent.understanding.reading import Operation
from store.nouns.brief import Slot


def find_now(scene: Scene) -> Iterator[Finding]:
    """'asap', 'at once', 'today' are availableNow."""
    barred = [m for m in scene.message.of("schedule") if m.key in ("not_now", "not_urgent")]
    yield from _no_longer(scene)
    yield from _plainly_now(scene)
    yield from _today(scene)
    for mention in scene.message.of("schedule"):
        if mention.key != "now" or any(b.first <= mention.first < b.last for b in barred):
            continue
        if _is_tool(scene, mention) or _ends_a_length(scene, mention):
            continue
        stance = scene.stance(mention.first, mention.last)
        if stance.excluded or stance.unneeded:
            continue
        yield Finding(
            Slot.AVAILABLE_NOW, True, mention.first, mention.last, hard=stance.hard, uncertain=stance.unsure
        )
        return


def _no_longer(scene: Scene) -> Iterator[Finding]:
    """'it is not so urgent after all': what the brief holds counts no longer."""
    if Slot.AVAILABLE_NOW in scene.context.brief.terms:
        for mention in scene.message.of("schedule", "not_urgent"):
            yield Finding(Slot.AVAILABLE_NOW, None, mention.first, mention.last, Operation.REMOVE)
            return


def _plainly_now(scene: Scene) -> Iterator[Finding]:
    """'React dev, 20h, now': the word by itself between commas."""
    message = scene.message
    for segment in message.segments:
        words = tuple(word for word in message.norms[segment.first : segment.last] if word not in _ENDS)
        asked = scene.asked in (Slot.START_BY, Slot.AVAILABLE_NOW)
        if words == ("now",) and (len(message.tokens) > 1 or asked) and not scene.context.shown:
            yield Finding(Slot.AVAILABLE_NOW, True, segment.first, segment.last)


_ENDS = frozenset({".", "!", "?", "please", "pls"})


def _today(scene: Scene) -> Iterator[Finding]:
    """'I need somebody today', '… tonight?', 'now until Easter': the day on which the work is to begin."""
    message = scene.message
    if scene.context.brief.terms or scene.asked is not None:
        return
    for index, word in enumerate(message.norms):
        until = word == "now" and message.norm(index + 1) in _UNTIL and message.norm(index - 1) in _PAUSES
        if until or (
            word in _THIS_DAY and (_is_all_of_clause(scene, index) or _is_wanted_then(scene, index))
        ):
            yield Finding(Slot.AVAILABLE_NOW, True, index, index + 1)
            return


def _is_all_of_clause(scene: Scene, index: int) -> bool:
    segment = scene.message.segment(index)
    words = set(scene.message.norms[segment.first : segment.last])
    return words <= _THIS_DAY | _ENDS | _IF_POSSIBLE


def _is_wanted_then(scene: Scene, index: int) -> bool:
    """'someone needed today', and not 'where we are today'."""
    message = scene.message
    if message.norm(index - 1) in _BEING or message.norm(index - 1) in _PAUSES:
        return False
    low, _ = message.sentence(index)
    low = max(low, index - _FAR)
    needs = any(m.key == "need" for m in message.between("intents", low, index))
    return needs or any(word in _SOMEBODY for word in message.norms[low:index])


_THIS_DAY = frozenset({"today", "tonight"})
_IF_POSSIBLE = frozenset({"if", "possible", "poss", "you", "u", "can", "or", "tomorrow", "ideally", "best"})
_UNTIL = frozenset({"until", "till", "til", "through", "to"})
_PAUSES = frozenset({"", ",", ".", ";", "\n", "\n\n", "(", "!"})
_BEING = frozenset({"are", "is", "was", "were", "am", "be", "from", "until", "till", "of"})
_SOMEBODY = frozenset({"someone", "somebody", "anyone", "anybody", "needed", "wanted"})
_FAR = 14


def _ends_a_length(scene: Scene, mention: Mention) -> bool:
    """'two weeks from today' is not today."""
    return any(q.last == mention.first and q.unit in WEEKS for q in scene.quantities)


def _is_tool(scene: Scene, mention: Mention) -> bool:
    """'they also know Instantly': the name of a tool that is a word for haste too."""
    skill = scene.message.over("skill", mention.first, mention.last)
    return skill is not None and is_skill(scene, skill)
