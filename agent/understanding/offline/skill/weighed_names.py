"""Tells an everyday word from a skill where a clause only weighs it: 'monitoring would be nice to have'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.skill.fields import is_of_the_field
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Opener
from agent.understanding.offline.words.tokens import TokenKind


def is_all_that_is_weighed(scene: Scene, mention: Mention) -> bool:
    """Whether the name is of the trade, and its clause says of it how much it is wanted and no more."""
    return (_begins_a_clause(scene, mention) or _is_done_without(scene, mention)) and is_of_the_field(
        scene, mention.key
    )


def _begins_a_clause(scene: Scene, mention: Mention) -> bool:
    """'monitoring would be nice'."""
    message, segment = scene.message, scene.message.segment(mention.first)
    weighed = any(message.at(kind, mention.last) is not None for kind in ("cues", "edits"))
    return mention.first == segment.first and segment.opener is not Opener.COMMA and weighed


def _is_done_without(scene: Scene, mention: Mention) -> bool:
    """'we can't do without sales'."""
    message, segment = scene.message, scene.message.segment(mention.first)
    rest = range(mention.last, segment.last)
    ends = all(message.tokens[i].kind is not TokenKind.WORD for i in rest)
    return ends and message.norm(mention.first - 1) == "without"


def is_set_against_another(scene: Scene, mention: Mention) -> bool:
    """'R rather than Python', 'C over C++': set against another tool."""
    cue = scene.message.at("edits", mention.last)
    return cue is not None and cue.key == "instead_of" and scene.message.at("skill", cue.last) is not None
