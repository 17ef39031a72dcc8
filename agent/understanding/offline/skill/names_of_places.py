"""Tells a city or a state from the tool of that name: 'a car wash in Phoenix', 'Portland, OR'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.skill.fields import is_of_the_field
from agent.understanding.offline.skill.lists import is_everyday
from agent.understanding.offline.words.gazetteer import Mention


def is_place(scene: Scene, mention: Mention) -> bool:
    """Whether a skill's name is that of the place which is meant here."""
    return _is_state_of_a_city(scene, mention) or _is_where(scene, mention)


def _is_state_of_a_city(scene: Scene, mention: Mention) -> bool:
    """'Savannah GA', 'Portland, OR': two capitals after a city."""
    if not _is_code(scene.message.words(mention.first, mention.last)):
        return False
    before = mention.first - (scene.message.norm(mention.first - 1) == ",")
    return scene.message.ending("city", before) is not None


def _is_code(written: str) -> bool:
    """'AZ': as states are written after their cities."""
    return len(written) == _STATE_CODE and written.isupper()


_STATE_CODE = 2


def _is_where(scene: Scene, mention: Mention) -> bool:
    """'a car wash in Phoenix', 'Phoenix, AZ': a city, where nobody is asked for who knows the tool."""
    message = scene.message
    city = message.over("city", mention.first, mention.last)
    if city is None or not is_everyday(scene, mention) or is_of_the_field(scene, mention.key):
        return False
    before = message.norm(mention.first - 1) in _WHERE
    code = mention.last + 1
    state = code < len(message.tokens) and message.words(code, code + 1)
    return before or (message.norm(mention.last) == "," and _is_code(state or ""))


_WHERE = frozenset({"in", "near", "around", "from", "at", "outside", "greater", "downtown", "to"})
