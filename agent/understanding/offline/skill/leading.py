"""Finds the words that lead up to a skill."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention


def is_led_up_to(scene: Scene, mention: Mention) -> bool:
    """'experienced in accounting': words before the name that make it something to know."""
    before = leader(scene, mention)
    return before is not None and scene.message.norm(before.first) not in ("into", "from", "via")


def leader(scene: Scene, mention: Mention) -> Mention | None:
    """The words right before a name after which it is a skill: 'experienced in', 'knows'."""
    leading = scene.message.ending("ordinary", mention.first, reach=5)
    return leading if leading is not None and leading.key == "leaders" else None


def is_in_list_led_up_to(scene: Scene, mention: Mention) -> bool:
    """'(who knows) French to English and [medical translations]': names back to words that lead up."""
    message, index = scene.message, mention.first
    if message.norm(index - 1) not in _JOINS:
        return False
    for _ in range(_LONGEST_LIST):
        named = message.ending("skill", index) or message.ending("language", index)
        if named is not None:
            index = named.first
        elif message.norm(index - 1) in _WITHIN:
            index -= 1
        else:
            break
    leading = message.ending("ordinary", index, reach=5)
    return leading is not None and leading.key == "leaders"


_JOINS = frozenset({"and", "&"})
_WITHIN = _JOINS | {",", "to", "into"}
_LONGEST_LIST = 8
