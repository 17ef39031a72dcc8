"""Says what a question about candidates is about."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.described import words_of
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.reading import ReferenceKind, Topic


def topic_of(scene: Scene, pointers: Sequence[Pointer] = ()) -> Topic:
    """The topic whose words stand in the question; of several, the first table in topics.toml.

    What tells only whom the question is about is no topic, and "the cheapest" only where nothing else is:
    "the cheapest one, when can she start?" asks for the start.
    """
    described = words_of(pointers)
    most = {i for p in pointers if p.kind is ReferenceKind.SUPERLATIVE for i in range(p.first, p.last)}
    asked = _topic_without(scene, described | most)
    return asked if asked is not Topic.OVERVIEW else _topic_without(scene, described)


def _topic_without(scene: Scene, described: frozenset[int]) -> Topic:
    """The topic by the words that are not in those tokens."""
    said = {mention.key for mention in scene.message.of("topics") if mention.first not in described}
    for key in scene.lexicon.kinds["topics"]:
        if key in said and key not in ("overview", "experience", "skills", "availability"):
            return Topic(key)
    if skill_asked(scene, described) is not None:
        return Topic.EXPERIENCE if "experience" in said and "skills" not in said else Topic.SKILLS
    if _has(scene, ("language",), described):
        return Topic.LANGUAGES
    if "availability" in said or scene.periods:
        return Topic.AVAILABILITY
    for key in ("experience", "skills", "overview"):
        if key in said:
            return Topic(key)
    if _has(scene, ("country", "region", "city", "demonym"), described):
        return Topic.LOCATION
    return Topic.OVERVIEW


def _has(scene: Scene, kinds: Sequence[str], described: frozenset[int]) -> bool:
    return any(mention.first not in described for kind in kinds for mention in scene.message.of(kind))


def skill_asked(scene: Scene, described: frozenset[int] = frozenset()) -> str | None:
    """The skill a question names: 'does she know Liquid?'."""
    skills = (m for m in scene.message.of("skill") if m.first not in described)
    return next((m.key for m in skills if is_skill(scene, m)), None)
