"""Takes a tool that nobody has told us of for a skill, where its place in the message says that it is one.

Clients ask for tools that no list has yet. A capitalised word that no dictionary has is read as a skill after
words that lead up to one ("knows Zorbify"), before one that follows it, and in a list beside a known one.
"""

from collections.abc import Collection, Iterator, Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.skill.leading import is_led_up_to
from agent.understanding.offline.skill.lists import LINKS
from agent.understanding.offline.skill.unknown_names import unknown_names
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import Operation
from store.nouns.brief import Importance, SkillWish, Slot

_FOLLOWING = frozenset({"experience", "skills", "knowledge", "expertise", "proficiency"})


def find_unknown_tools(scene: Scene, known: Sequence[Finding]) -> list[Finding]:
    """The tools that are unknown, each as a guess; `known` are the skills that were found."""
    named = {index for each in known for index in range(each.first, each.last)}
    found: list[Finding] = []
    for mention in _tools(scene):
        if named & set(range(mention.first, mention.last)):
            continue
        stance = scene.stance(mention.first, mention.last)
        listed = _is_listed(scene, mention, named)
        if stance.unneeded or not (listed or _is_told_to_be_known(scene, mention)):
            continue
        named |= set(range(mention.first, mention.last))
        importance = Importance.MUST
        if stance.excluded:
            importance = Importance.EXCLUDED
        elif stance.hard is False:
            importance = Importance.NICE
        wish = SkillWish(name=mention.key, importance=importance, words=mention.key, uncertain=True)
        found.append(Finding(Slot.SKILLS, wish, mention.first, mention.last, Operation.ADD, uncertain=True))
    return found


def _tools(scene: Scene) -> Iterator[Mention]:
    """The unknown names with a word that no dictionary has; no part of a known name.

    What is counted is a thing: '8 ASINs'.
    """
    message = scene.message
    for name in unknown_names(scene):
        first, last = name.mention.first, name.mention.last
        unheard = not scene.unknown.isdisjoint(range(first, last))
        goes_on = message.ending("skill", first) is not None or message.at("skill", last) is not None
        counted = first > 0 and message.tokens[first - 1].kind is TokenKind.NUMBER
        if unheard and not (goes_on or counted):
            yield name.mention


def _is_told_to_be_known(scene: Scene, mention: Mention) -> bool:
    return is_led_up_to(scene, mention) or scene.message.norm(mention.last) in _FOLLOWING


def _is_listed(scene: Scene, mention: Mention, named: Collection[int]) -> bool:
    """Whether it stands in a list next to a skill: 'React, Zorbify', 'Zorbify or Vue'."""
    message = scene.message
    before, after = mention.first, mention.last
    while message.norm(before - 1) in LINKS:
        before -= 1
    while message.norm(after) in LINKS:
        after += 1
    return (before < mention.first and before - 1 in named) or (after > mention.last and after in named)
