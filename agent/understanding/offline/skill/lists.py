"""Tells the names that stand in a list of skills: beside another, or in a sentence of nothing else."""

from collections import Counter

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.skill.fields import is_of_the_field
from agent.understanding.offline.words.gazetteer import Mention

LINKS = frozenset({"+", ",", "/", "and", "or", "&", "nor", "\n", "•", "-", "|", "*"})
"""What stands between the items of a list."""


def is_everyday(scene: Scene, mention: Mention) -> bool:
    """Whether the words are also written without meaning the skill."""
    words = " ".join(scene.message.norms[mention.first : mention.last])
    return scene.activities.is_everyday(words)


def adjoins_skill(scene: Scene, mention: Mention) -> bool:
    """'React, Express': whether it stands in a list next to a skill."""
    message = scene.message
    before, after = mention.first - 1, mention.last
    while message.norm(before) in LINKS and mention.first - before <= 2:
        before -= 1
    while message.norm(after) in LINKS and after - mention.last < 2:
        after += 1
    left = message.ending("skill", before + 1) if before < mention.first - 1 else None
    right = message.at("skill", after) if after > mention.last else None
    alone = segment_words(scene, mention) <= mention.size + 1
    return any(
        other is not None
        and (alone or not comma)
        and message.over("ordinary", other.first, other.last, "blocked") is None
        and (not is_everyday(scene, other) or _are_skills_together(scene, other, mention))
        for other, comma in (
            (left, message.norm(mention.first - 1) == ","),
            (right, message.norm(mention.last) == ","),
        )
    )


def _are_skills_together(scene: Scene, one: Mention, other: Mention) -> bool:
    """'Node/Express', 'Rust + Anchor', 'Procreate or Illustrator': two everyday words of one trade."""
    first, second = sorted((one, other), key=lambda m: m.first)
    between = scene.message.norms[first.last : second.first]
    if between in (("/",), ("+",)):
        return True
    return between == ("or",) and all(is_of_the_field(scene, each.key) for each in (one, other))


def is_listed_alone(scene: Scene, mention: Mention) -> bool:
    """Whether its sentence is nothing but skills, beside a role: 'want a backend dev. node or go.'"""
    needed = scene.message.has("role") or bool(scene.context.brief.terms)
    return needed and scene.message.sentence(mention.first) in scene.once(_sentences_of_skills)


def _sentences_of_skills(scene: Scene) -> frozenset[tuple[int, int]]:
    """The sentences that list several skills and say nothing else."""
    message = scene.message
    skills = message.of("skill")
    covered = {i for m in skills for i in range(m.first, m.last)}
    several = [s for s, many in Counter(message.sentence(m.first) for m in skills).items() if many > 1]
    return frozenset(
        (low, high)
        for low, high in several
        if all(i in covered or message.norms[i] in LINKS | _BESIDE_A_LIST for i in range(low, high))
    )


_BESIDE_A_LIST = frozenset(
    {".", "!", "?", "must", "only", "please", "too", "also", "either", "both", "mostly"}
)


def segment_words(scene: Scene, mention: Mention) -> int:
    """How many tokens the mention's segment has, marks left out."""
    return scene.once(_words_of_segments)[scene.message.segment(mention.first).first]


def _words_of_segments(scene: Scene) -> dict[int, int]:
    """How many tokens each segment has, by its first."""
    marks = LINKS | {".", "!", "?"}
    return {
        segment.first: sum(norm not in marks for norm in scene.message.norms[segment.first : segment.last])
        for segment in scene.message.segments
    }
