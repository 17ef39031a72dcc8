"""Tells a role's name from that of a tool or a work, which may reach into it: '[ChatGPT API] developer'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind, folded
from store.nouns.brief import Slot

_LINKS = frozenset({"and", "&", "/", ",", "or", "-", "+", "with"})
_PERSON_ENDINGS = ("er", "or", "ist", "ant", "ian", "expert", "tect", "agent", "guy", "person", "dev")
"""How the words end that people are called by."""


def is_of_tool(scene: Scene, mention: Mention) -> bool:
    """Whether a skill's name reaches into the role's: '[ChatGPT API] developer' is no '[API developer]'."""
    message = scene.message
    for back in range(1, 4):
        skill = message.at("skill", mention.first - back)
        if skill is not None and mention.first < skill.last < mention.last:
            return message.at("heads", skill.last) is not None
    for back in range(4):
        wider = message.at("skill", mention.first - back)
        if wider is not None and wider.last >= mention.last and wider.size > mention.size:
            return not scene.activities.has(wider.key) and message.at("heads", wider.last - 1) is None
    if any(m.first > mention.first and m.last > mention.last for m in _ending_within(scene, mention)):
        return True
    same = message.at("skill", mention.first)
    is_tool = same is not None and same.last == mention.last and not scene.activities.has(same.key)
    if is_tool and (_is_of_a_person(scene, mention) or _is_one_of_them(scene, mention)):
        return False
    linked = (
        message.norm(mention.first - 1) in _LINKS and message.ending("skill", mention.first - 1) is not None
    ) or (message.norm(mention.last) in ("+", "&") and message.at("skill", mention.last + 1) is not None)
    if message.at("heads", mention.last - 1) is not None:
        return False
    return is_tool and (linked or scene.asked is Slot.SKILLS or len(message.of("role")) > 1)


def _ending_within(scene: Scene, mention: Mention) -> Iterator[Mention]:
    """The skills that begin within the name: the React Native of '[développeur React] Native'."""
    for index in range(mention.first, mention.last):
        skill = scene.message.at("skill", index)
        if skill is not None:
            yield skill


def _is_of_a_person(scene: Scene, mention: Mention) -> bool:
    """Whether the name is what people are called that do the work: 'geologist', 'media buyer'."""
    words = scene.message.norms[mention.first : mention.last]
    skill = scene.message.at("skill", mention.first)
    own = skill is not None and " ".join(words) == folded(skill.key)
    return not own and words[-1].removesuffix("s").endswith(_PERSON_ENDINGS)


def _is_one_of_them(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is meant, though a tool is called so: '2x illustrator', not 'an Illustrator file'.

    A sentence begins with who is wanted for something: 'Illustrator for chapter openers'.
    """
    message = scene.message
    following = message.at("ordinary", mention.last)
    counted = message.tokens[mention.first - 1].kind is TokenKind.NUMBER if mention.first else False
    one = counted or message.norm(mention.first - 1) in ("a", "an", "another", "x", "two", "three")
    begins = mention.first == message.sentence(mention.first)[0] and message.norm(mention.last) == "for"
    one = one or begins or message.norm(mention.last) in _SAID_OF_PEOPLE
    return one and (following is None or following.key != "followers")


_SAID_OF_PEOPLE = frozenset({"wanted", "needed", "sought", "who", "still", "missing"})
"""After a name that is a tool's as well: somebody is meant, as in 'illustrator wanted'."""


def is_work(scene: Scene, mention: Mention) -> bool:
    skill = scene.message.at("skill", mention.first)
    same = skill is not None and skill.last == mention.last and scene.activities.has(skill.key)
    return same and not scene.message.norm(mention.last - 1).removesuffix("s").endswith(_PERSON_ENDINGS)
