"""Finds the platforms where somebody is to work: Instagram for whoever posts, Meta for whoever buys ads.

Elsewhere they are only where the client is found, or what the work is shown on.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.skill.background import is_background
from agent.understanding.offline.skill.lists import LINKS
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import folded
from agent.understanding.reading import Operation
from store.nouns.brief import Importance, SkillWish, Slot

_KIND = "platforms"
_REACH = 14
"""Tokens between a word for advertising and the platform it is on."""


def with_platforms(scene: Scene, asks: Sequence[RoleAsk], skills: Sequence[Finding]) -> list[Finding]:
    """The skills, and the platforms somebody is to work on; one that was read otherwise is read anew."""
    found = dict(_platforms(scene, asks))
    taken = {index for each in found.values() for index in range(each.first, each.last)}
    kept = [each for each in skills if not taken & set(range(each.first, each.last))]
    known = {each.value.name for each in kept if isinstance(each.value, SkillWish)}
    kept += (finding for name, finding in found.items() if name not in known)
    return sorted(kept, key=lambda each: each.first)


def _platforms(scene: Scene, asks: Sequence[RoleAsk]) -> Iterator[tuple[str, Finding]]:
    roles = {folded(ask.role) for ask in asks} | {folded(scene.context.brief.role or "")}
    for mention in scene.message.of(_KIND):
        skill = _skill_of(scene, mention, roles)
        stance = scene.stance(mention.first, mention.last)
        if skill is None or stance.excluded or stance.unneeded or is_background(scene, mention):
            continue
        words = scene.message.words(mention.first, mention.last)
        importance = Importance.NICE if stance.liked else Importance.MUST
        wish = SkillWish(name=skill, importance=importance, words=words, uncertain=stance.unsure)
        hard = True if stance.hard else None
        first, last = mention.first, mention.last
        yield skill, Finding(Slot.SKILLS, wish, first, last, Operation.ADD, hard, uncertain=stance.unsure)


def _skill_of(scene: Scene, mention: Mention, roles: Collection[str]) -> str | None:
    """What is to be known of the platform; None where nobody is to work on it."""
    setting: Callable[[str], str | None] = partial(scene.lexicon.setting, _KIND, mention.key)
    if _is_part_of_a_tool(scene, mention) or _is_where_they_are_found(scene, mention):
        return None
    if setting("wary") and not _is_listed(scene, mention):
        return None
    if _has(scene, roles, "roles_of_ads_alone"):
        return setting("ads")
    if _has(scene, roles, "roles_of_ads") and _is_advertised_on(scene, mention):
        return setting("ads")
    sourcing = setting("sources") and _has(scene, roles, "roles_of_sourcing")
    return setting("presence") if sourcing or _has(scene, roles, "roles_of_presence") else None


def _has(scene: Scene, roles: Collection[str], key: str) -> bool:
    return not scene.lexicon.words(_KIND, key).isdisjoint(roles)


def _is_part_of_a_tool(scene: Scene, mention: Mention) -> bool:
    """'LinkedIn Recruiter', 'Google Analytics': the name of something else."""
    skill = scene.message.over("skill", mention.first, mention.last)
    return skill is not None and skill.size > mention.size and not scene.activities.has(skill.key)


def _is_where_they_are_found(scene: Scene, mention: Mention) -> bool:
    """'people find us on Instagram'."""
    before = " ".join(scene.message.norms[max(0, mention.first - 2) : mention.first])
    return before in scene.lexicon.words(_KIND, "found_there")


def _is_listed(scene: Scene, mention: Mention) -> bool:
    """'Meta, TikTok', 'ads on Meta', '(Google)': in a list of platforms, after 'on', or by itself."""
    message = scene.message
    if message.norm(mention.first - 1) == "on":
        return True
    for step, edge in ((-1, mention.first - 1), (1, mention.last)):
        index = edge
        while message.norm(index) in LINKS:
            index += step
        beside = message.over(_KIND, index, index + 1)
        if index != edge and beside is not None and not _is_part_of_a_name(scene, beside):
            return True
    return False


def _is_part_of_a_name(scene: Scene, mention: Mention) -> bool:
    """'Google Analytics' beside it makes no list of platforms, 'Google Ads' does."""
    skill = scene.message.over("skill", mention.first, mention.last)
    ads = scene.lexicon.setting(_KIND, mention.key, "ads")
    return skill is not None and skill.size > mention.size and skill.key != ads


def _is_advertised_on(scene: Scene, mention: Mention) -> bool:
    """'paid acquisition on Meta', 'ads on TikTok and Snapchat'."""
    message = scene.message
    before = message.norms[max(0, mention.first - _REACH) : mention.first]
    if not scene.lexicon.words(_KIND, "advertising").isdisjoint(before):
        return True
    named = {folded(skill.key) for skill in message.between("skill", 0, mention.first)}
    return not scene.lexicon.words(_KIND, "kinds_of_advertising").isdisjoint(named)
