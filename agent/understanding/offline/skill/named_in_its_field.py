"""Tells names that are skills only in their own trade: 'EA or CPA' for tax returns, no 'EA to the board'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.skill.fields import is_of_the_field, may_be_of_the_field, roles_said
from agent.understanding.offline.words.gazetteer import Mention


def is_named_in_its_field(scene: Scene, mention: Mention, *, beside: bool) -> bool:
    """Whether such a name is meant as a skill; `beside` tells whether it stands in a list next to one.

    It is spelt as its owners spell it, or in a hasty list; and the people of a role that is named know it, or
    know what it is near.
    """
    message = scene.message
    spelt = message.words(mention.first, mention.last) in scene.knowledge.skills[mention.key].ordinary_names
    joined = beside and _JOINTS.intersection((message.norm(mention.first - 1), message.norm(mention.last)))
    if not (spelt or joined or (beside and message.text.islower())):
        return False
    if is_of_the_field(scene, mention.key):
        return True
    named = bool(roles_said(scene)) and may_be_of_the_field(scene, mention.key)
    return named and beside and bool(spelt or joined)


_JOINTS = frozenset({"+", "/"})
"""Between tools in a hasty list: 'linux + windows'."""
