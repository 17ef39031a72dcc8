"""Finds the skills asked for, and how much each is wanted."""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.intent.passing import mentioned_in_passing
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_modifiers import ARTICLES
from agent.understanding.offline.skill.alternatives import alternatives
from agent.understanding.offline.skill.background import is_background, needless_skills
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.skill.lists import is_everyday
from agent.understanding.offline.skill.products import with_products
from agent.understanding.offline.skill.role_words import is_role_word
from agent.understanding.offline.skill.works_presented import is_presented
from agent.understanding.offline.who.translations import is_translation
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Operation
from store.nouns.brief import Importance, SkillWish, Slot


def find_skills(scene: Scene, asks: Sequence[RoleAsk]) -> list[Finding]:
    """The skills wanted, liked and not wanted, in the order they are said; each once."""
    found: dict[str, Finding] = {}
    only_mentioned: set[str] = set()
    meant = with_products(scene, [m for m in scene.message.of("skill") if is_skill(scene, m)])
    groups = alternatives(scene, meant)
    wished = list(skill_mentions(scene, meant, asks))
    passing = mentioned_in_passing(scene, wished, asks)
    needless = needless_skills(scene, wished, asks)
    for mention in wished:
        stance = scene.stance(mention.first, mention.last)
        if (stance.unneeded and stance.hard is not False) or is_background(scene, mention):
            continue
        if (
            stance.excluded
            and scene.message.over("people", mention.first, mention.last, "agency") is not None
        ):
            continue  # 'no recruiters' turns away a kind of agency
        if mention.key in needless and stance.hard is None and not stance.excluded:
            continue
        if scene.activities.has(mention.key) and (
            not _is_turned_away(scene, mention, asks) if stance.excluded else mention in passing
        ):
            continue
        importance = Importance.MUST
        if stance.excluded:
            importance = Importance.EXCLUDED
        elif stance.liked or (mention in passing and _may_be_no_condition(scene, mention)):
            importance = Importance.NICE
        wish = SkillWish(
            name=mention.key,
            importance=importance,
            words=scene.message.words(mention.first, mention.last),
            alternative=None if stance.excluded else groups.get(mention.first),
            uncertain=stance.unsure or any(i in scene.misspelled for i in range(mention.first, mention.last)),
        )
        finding = Finding(
            Slot.SKILLS,
            wish,
            mention.first,
            mention.last,
            Operation.ADD,
            hard=True if stance.hard and importance is Importance.MUST else None,
            uncertain=wish.uncertain,
        )
        known = found.get(mention.key)
        asked_now = known is not None and mention.key in only_mentioned and mention not in passing
        if known is None or stance.hard is not None or stance.excluded or asked_now:
            found[mention.key] = finding
        if known is None and mention in passing:
            only_mentioned.add(mention.key)
    return list(found.values())


def _may_be_no_condition(scene: Scene, mention: Mention) -> bool:
    """Whether a name only mentioned may be a part of the story: in a long one, or an everyday word."""
    message = scene.message
    small = message.words(mention.first, mention.last).islower()
    return len(message.tokens) >= _SHORTEST_STORY or (small and is_everyday(scene, mention))


_SHORTEST_STORY = 75
"""Tokens from which on a post tells so much that a tool it only mentions may be no condition."""


def skill_mentions(scene: Scene, meant: Sequence[Mention], asks: Sequence[RoleAsk]) -> Iterator[Mention]:
    """The mentions meant as skills that are wished for, and are not the task or a part of the role's name."""
    before: Mention | None = None
    for mention in (*_tools_within(scene, meant), *meant):
        if is_role_word(scene, mention, asks):
            continue
        if is_translation(scene, mention) or _is_held_industry(scene, mention):
            continue
        if scene.activities.has(mention.key) and not is_presented(scene, mention, before):
            continue
        before = mention
        yield mention


def _is_held_industry(scene: Scene, mention: Mention) -> bool:
    """'they must come from construction': the business that the brief holds, and not the craft."""
    brief = scene.context.brief
    industry = scene.message.at("industry", mention.first)
    held = industry is not None and industry.last == mention.last and industry.key in brief.industries
    return held and all(skill.name != mention.key for skill in brief.skills)


def _is_turned_away(scene: Scene, mention: Mention, asks: Sequence[RoleAsk]) -> bool:
    """'no link builders', 'not looking for SEO': whoever does such work; 'no AI texts' is about the texts.

    What is at the core of the role that is asked for is nothing to turn people away for.
    """
    message = scene.message
    cores = [role.core_skills for ask in asks if (role := scene.knowledge.roles.get(ask.role)) is not None]
    named = message.over("role", mention.first, mention.last) is not None
    if named and message.norm(mention.last - 1).endswith("s"):
        return all(mention.key not in core[:1] for core in cores)
    usual = [role.usual_skills for ask in asks if (role := scene.knowledge.roles.get(ask.role)) is not None]
    if any(mention.key in known for known in (*cores, *usual)) or message.norm(mention.first - 1) in ARTICLES:
        return False
    cues = message.between("cues", message.segment(mention.first).first, mention.first)
    listed = any(cue.key == "not_sought" or message.norm(cue.last - 1) == ":" for cue in cues)
    return listed or message.norm(mention.last) in _PEOPLE


_PEOPLE = frozenset({"people", "folks", "guys", "person", "freelancers", "agencies", "types"})


def _tools_within(scene: Scene, meant: Sequence[Mention]) -> Iterator[Mention]:
    """The tool that some work's name begins with: Python in 'Python tutor', and none in 'GTM strategy'."""
    others = scene.lexicon.words("activities", "another_thing_at_the_head")
    for mention in meant:
        if mention.size == 1 or not scene.activities.has(mention.key):
            continue
        word = scene.message.norm(mention.first)
        tool = scene.knowledge.find_skill(word)
        if (
            tool is not None
            and word not in others
            and not scene.activities.has(tool.name)
            and not scene.activities.is_everyday(word)
            and not any(wish.name == tool.name for wish in scene.context.brief.skills)
        ):
            yield Mention("skill", tool.name, mention.first, mention.first + 1)
