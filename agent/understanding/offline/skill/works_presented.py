"""Tells the kinds of work that are wished for as skills from those that are just the task."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.skill.leading import is_in_list_led_up_to, is_led_up_to
from agent.understanding.offline.skill.lists import LINKS, segment_words
from agent.understanding.offline.who.translations import is_named_translation
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Opener
from store.nouns.brief import Slot


def is_presented(scene: Scene, mention: Mention, before: Mention | None) -> bool:
    """Whether a kind of work is wished for as a skill; `before` is the skill that was read last."""
    message = scene.message
    if scene.asked is Slot.SKILLS:
        return True
    stance = scene.stance(mention.first, mention.last)
    held = any(skill.name == mention.key for skill in scene.context.brief.skills)
    if is_named_translation(scene, mention):
        return True
    if held or stance.hard is not None or stance.excluded or stance.unneeded:
        return True
    segment = message.segment(mention.first)
    if (
        segment.opener is Opener.COMMA
        and segment_words(scene, mention) == mention.size
        and message.has("role")
    ):
        return True
    if segment.opener is Opener.ASIDE and message.norm(segment.first) in ("(", "[") and message.has("role"):
        return True
    following = message.at("ordinary", mention.last)
    if following is not None and message.norm(mention.last) in _PRESENTING:
        return True
    if _is_had_by(scene, mention) or _governs(scene, mention):
        return True
    if is_led_up_to(scene, mention) or is_in_list_led_up_to(scene, mention):
        return True
    if before is not None and mention.first - before.last <= 2:
        between = {message.norm(i) for i in range(before.last, mention.first)}
        said_again = _is_the_role(scene, mention) and not between & _JOINS
        return bool(between) and between <= LINKS and not said_again
    return False


_JOINS = frozenset({"and", "&", "plus"})
"""'good with Python and Web Scraping': joined to a skill, the role's own work is one too."""


def _is_the_role(scene: Scene, mention: Mention) -> bool:
    """'Kotlin, Ktor, backend': the work of the role itself, said once more."""
    work = scene.activities.role_of(mention.key)
    if work is None or scene.message.norm(mention.last) in _PRESENTING:
        return False
    families = {m.key for m in scene.message.of("role")} | {scene.context.brief.role}
    return work[1] and work[0] in families


def _is_had_by(scene: Scene, mention: Mention) -> bool:
    """'a data scientist with time series forecasting', 'a designer w/ motion graphics'."""
    message, before = scene.message, mention.first - 1
    if message.norm(before) != "with":
        return False
    return any(message.ending(kind, before, reach=_LONGEST_ROLE) is not None for kind in ("role", "heads"))


def _governs(scene: Scene, mention: Mention) -> bool:
    """'a contract of 40 pages under English law': the law that the work is done by."""
    message = scene.message
    law = mention.size > 1 and message.norm(mention.last - 1) == "law"
    return law and message.norm(mention.first - 1) in ("under", "by", "to")


_LONGEST_ROLE = 8
"""Words of the longest names of roles: 'cold caller and appointment setter'."""


_PRESENTING = frozenset(
    {
        "experience",
        "skills",
        "skill",
        "knowledge",
        "expertise",
        "certified",
        "certification",
        "proficiency",
        "background",
    }
)
