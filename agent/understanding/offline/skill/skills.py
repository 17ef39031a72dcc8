"""Finds the skills asked for, and how much each is wanted."""

import itertools
from collections.abc import Iterator, Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.intent.passing import mentioned_in_passing
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_wishes import ARTICLES
from agent.understanding.offline.skill.background import is_background, needless_skills
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.skill.leading import is_in_list_led_up_to, is_led_up_to
from agent.understanding.offline.skill.lists import LINKS, segment_words
from agent.understanding.offline.who.translations import is_named_translation, is_translation
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Opener
from agent.understanding.offline.words.tokens import folded
from agent.understanding.reading import Operation
from store.nouns.brief import Importance, SkillWish, Slot


def find_skills(scene: Scene, asks: Sequence[RoleAsk]) -> list[Finding]:
    """The skills wanted, liked and not wanted, in the order they are said; each once."""
    found: dict[str, Finding] = {}
    only_mentioned: set[str] = set()
    meant = [m for m in scene.message.of("skill") if is_skill(scene, m)]
    groups = _alternatives(scene, meant)
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
        elif (
            stance.hard is False
            or (stance.unsure and stance.hard is None)
            or (mention in passing and _may_be_no_condition(scene, mention))
        ):
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
    everyday = scene.activities.is_everyday(" ".join(message.norms[mention.first : mention.last]))
    small = message.words(mention.first, mention.last).islower()
    return len(message.tokens) >= _SHORTEST_STORY or (everyday and small)


_SHORTEST_STORY = 75
"""Tokens from which on a post tells so much that a tool it only mentions may be no condition."""


def skill_mentions(scene: Scene, meant: Sequence[Mention], asks: Sequence[RoleAsk]) -> Iterator[Mention]:
    """The mentions meant as skills that are wished for, and are not the task or a part of the role's name."""
    before: Mention | None = None
    for mention in (*_tools_within(scene, meant), *meant):
        if _is_role_word(scene, mention, asks):
            continue
        if is_translation(scene, mention) or _is_held_industry(scene, mention):
            continue
        if scene.activities.has(mention.key) and not _is_presented(scene, mention, before):
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


def _is_presented(scene: Scene, mention: Mention, before: Mention | None) -> bool:
    """Whether a kind of work is wished for as a skill, and is not just the task."""
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


def _is_role_word(scene: Scene, mention: Mention, asks: Sequence[RoleAsk]) -> bool:
    """Whether the skill is only part of a role's own name: 'graphic design' in 'graphic designer'."""
    role = scene.message.over("role", mention.first, mention.last)
    if role is None:
        return _is_work_of_an_ask(scene, mention, asks)
    if role.last == mention.last and _is_somebody(scene, mention, role):
        return True
    same = (role.first, role.last) == (mention.first, mention.last)
    if same and not any(ask.first <= role.first < ask.last for ask in asks):
        return False
    return scene.activities.has(mention.key) or _is_short_for_more(scene, mention, role)


def _is_somebody(scene: Scene, mention: Mention, role: Mention) -> bool:
    """'a fashion illustrator', 'a 3D illustrator / rigger': somebody, and not the tool of that name."""
    message, words = scene.message, folded(mention.key)
    if (
        words != " ".join(message.norms[mention.first : mention.last])
        or scene.knowledge.find_role(words) is None
    ):
        return False
    beside = message.norm(mention.last) == "/" and message.at("role", mention.last + 1) is not None
    return role.size > mention.size or beside


def _is_short_for_more(scene: Scene, mention: Mention, role: Mention) -> bool:
    """'an Amazon specialist': the role's own word, and no wish for one of the tools called by it."""
    words = " ".join(scene.message.norms[mention.first : mention.last])
    return words in folded(scene.knowledge.roles[role.key].name).split(" ") and words != folded(mention.key)


def _is_work_of_an_ask(scene: Scene, mention: Mention, asks: Sequence[RoleAsk]) -> bool:
    """'a layout designer': the work that somebody asked for is called by."""
    if not scene.activities.has(mention.key):
        return False
    work = scene.activities.role_of(mention.key)
    around = (ask for ask in asks if ask.start <= mention.first and mention.last < ask.last)
    return any(work is not None and work[0] == ask.role for ask in around)


def _alternatives(scene: Scene, mentions: Sequence[Mention]) -> dict[int, int]:
    """Skills joined by 'or' are alternatives: the number of its group, by a skill's first token."""
    message = scene.message
    groups: dict[int, int] = {}
    group = 0
    for left, right in itertools.pairwise(mentions):
        between = [message.norm(i) for i in range(left.last, right.first)]
        if not between or len(between) > 3:
            continue
        if "or" in between and all(word in _OR_WORDS for word in between):
            if left.first not in groups:
                group += 1
                groups[left.first] = group
                _join_list(scene, mentions, left, groups)
            groups[right.first] = groups[left.first]
    return groups


_OR_WORDS = frozenset({"or", ",", "even", "maybe", "perhaps", "/", "and", "alternatively"})


def _join_list(scene: Scene, mentions: Sequence[Mention], left: Mention, groups: dict[int, int]) -> None:
    """'React, Vue or Angular': the commas before the 'or' join too."""
    place = mentions.index(left)
    while place > 0:
        before = mentions[place - 1]
        between = [scene.message.norm(i) for i in range(before.last, mentions[place].first)]
        if between != [","] or before.first in groups:
            break
        groups[before.first] = groups[left.first]
        place -= 1
