"""Skills that the rules pass over: tools that no list has, and those whose names are everyday words.

"the checkout runs on Zorbify, Remix or plain Node": the rules take few words for a tool's name that are not
known as one, and the words around tell. Fitted to messages whose names were partly hidden from the reader.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.learned.linear import LinearModel
from agent.understanding.offline.learned.surroundings import Surroundings
from agent.understanding.offline.learned.wishes import ByToken, Wish, indexed, names, told_by
from agent.understanding.offline.skill.alternatives import with_alternatives
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.skill.fields import is_of_the_field, may_be_of_the_field
from agent.understanding.offline.skill.lists import LINKS, segment_words
from agent.understanding.offline.skill.names_of_people import is_somebodys_name
from agent.understanding.offline.skill.names_of_places import is_place
from agent.understanding.offline.skill.unknown_names import Writing, unknown_names
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Operation
from store.nouns.brief import Importance, SkillWish, Slot

TOLD, TOLD_UNKNOWN, TOLD_BY_CAPITAL = 0.5, 0.8, 0.9
"""How probable it must be that a name is wanted, or ruled out, to be read as a skill: one that is known, one
that no list has, and one of words that a dictionary has, written with capitals ('Gen Z')."""

UNKNOWN, EVERYDAY, TOOL = "unknown", "everyday", "tool"
"""What a name is that was passed over: on no list, a word of everyday besides, or plainly a tool."""

_MOST = 40
"""Names of a message that are looked at."""


@dataclass(frozen=True, slots=True)
class Overlooked:
    """A name that nothing was read from, of what sort it is, and how it is written."""

    mention: Mention
    sort: str
    writing: str


def with_overlooked(
    scene: Scene, findings: Sequence[Finding], around: Surroundings, model: LinearModel
) -> list[Finding]:
    """The findings and the skills that were passed over; those that no list has are guesses.

    What is known is ruled out by cues alone.
    """
    later: list[Finding] = []
    for each in overlooked(scene, findings)[:_MOST]:
        shares = model.shares(features(scene, around, each))
        wish = max(_READ, key=lambda label: shares[label])
        by_cue = wish is Wish.EXCLUDED and each.sort != UNKNOWN
        if 1 - shares[Wish.NONE] >= _least(each) and not by_cue:
            later.append(_finding(scene, each, Importance(wish.value)))
    return with_alternatives(scene, [*findings, *later], {finding.first for finding in later})


_READ = (Wish.MUST, Wish.NICE, Wish.EXCLUDED)


def _least(name: Overlooked) -> float:
    if name.sort != UNKNOWN:
        return TOLD
    return TOLD_BY_CAPITAL if name.writing == Writing.CAPITAL else TOLD_UNKNOWN


def _finding(scene: Scene, name: Overlooked, importance: Importance) -> Finding:
    first, last = name.mention.first, name.mention.last
    guessed = name.sort == UNKNOWN
    wish = SkillWish(
        name=name.mention.key,
        importance=importance,
        words=scene.message.words(first, last),
        uncertain=guessed,
    )
    return Finding(Slot.SKILLS, wish, first, last, Operation.ADD, uncertain=guessed)


def overlooked(scene: Scene, findings: Sequence[Finding]) -> list[Overlooked]:
    """The names nothing was read from, each skill once, and none that a cue says is not needed.

    Who asks for no work at all names no tool for it: 'how tall is Mount Everest?'.
    """
    if not any(finding.slot in (Slot.ROLE, Slot.SKILLS) for finding in findings):
        return []
    by_token = indexed(findings)
    read = {finding.value.name for finding in findings if isinstance(finding.value, SkillWish)}
    found: dict[str, Overlooked] = {}
    for each in (*_known(scene, findings, by_token), *_unknown(scene, findings)):
        mention = each.mention
        if mention.key not in read and not scene.stance(mention.first, mention.last).unneeded:
            found.setdefault(mention.key, each)
    return list(found.values())


def _known(scene: Scene, findings: Sequence[Finding], by_token: ByToken) -> Iterator[Overlooked]:
    """The names of tools; work told as the task and what is in a role's name are left to the rules."""
    asked = {i for f in findings if f.slot is Slot.ROLE for i in range(f.first, f.last)}
    for mention in names(scene):
        if mention.kind != "skill" or told_by(by_token, mention) is not Wish.NONE:
            continue
        slip = mention.first in scene.misspelled
        if slip or is_place(scene, mention) or is_somebodys_name(scene, mention):
            continue
        if asked.isdisjoint(range(mention.first, mention.last)) and not scene.activities.has(mention.key):
            sort = TOOL if is_skill(scene, mention) else EVERYDAY
            yield Overlooked(mention, sort, _writing(scene.message.words(mention.first, mention.last)))


def _unknown(scene: Scene, findings: Sequence[Finding]) -> Iterator[Overlooked]:
    """The names that no list has and nothing was read from."""
    read = {index for each in findings for index in range(each.first, each.last)}
    for name in unknown_names(scene):
        if read.isdisjoint(range(name.mention.first, name.mention.last)):
            yield Overlooked(name.mention, UNKNOWN, " ".join(sorted(set(name.written))))


def _writing(written: str) -> str:
    if written.islower():
        return "small"
    if written.isupper():
        return Writing.CAPITALS
    return Writing.CAPITAL if written[0].isupper() else Writing.MIXED


def features(scene: Scene, around: Surroundings, name: Overlooked) -> Iterator[str]:
    """What the model looks at: the words around, how the name is written, and whose trade it is."""
    mention, sort = name.mention, name.sort
    yield from around.features(mention.first, mention.last, sort, Wish.NONE.value)
    yield from (f"{sort} {each}" for each in _of_writing(scene, name))
    yield from (f"{sort} {each}" for each in _of_neighbours(scene, mention))
    if sort != UNKNOWN:
        yield from _of_known(scene, name)


def _of_writing(scene: Scene, name: Overlooked) -> Iterator[str]:
    message, mention = scene.message, name.mention
    first, last = mention.first, mention.last
    letters = _one_line(message.words(first, last).lower())
    yield f"written {name.writing}"
    yield f"written {name.writing} {mention.size}"
    yield f"letters {min(len(letters), _LONG)}"
    yield from (f"ends {letters[-count:]}" for count in (2, 3))
    yield from (f"word {message.norm(index)}" for index in range(first, last))
    yield f"after {_one_line(message.norm(first - 1))} {name.writing}"
    yield f"before {_one_line(message.norm(last))} {name.writing}"
    yield f"begins {first == message.sentence(first)[0]} {name.writing}"


_LONG = 12


def _one_line(words: str) -> str:
    return words.replace("\n", "¶")


def _of_neighbours(scene: Scene, mention: Mention) -> Iterator[str]:
    message = scene.message
    first, last = mention.first, mention.last
    low, high = message.sentence(first)
    left, right = first, last
    while left > low and message.norm(left - 1) in _LINKS:
        left -= 1
    while right < high and message.norm(right) in _LINKS:
        right += 1
    listed_left = left < first and message.ending("skill", left) is not None
    listed_right = right > last and message.at("skill", right) is not None
    yield f"listed {listed_left} {listed_right}"
    yield f"beside {message.ending('skill', first) is not None} {message.at('skill', last) is not None}"
    skills, roles = message.between("skill", low, high), message.between("role", low, high)
    yield f"in sentence {min(2, sum(1 for _ in skills))} {bool(list(roles))}"
    yield f"segment {min(segment_words(scene, mention), _WORDS)}"
    yield f"somebody follows {message.names_somebody(last)}"
    yield f"role {message.has('role')} first {low == 0} post {scene.is_post}"


_LINKS = LINKS | {"("}
_WORDS = 6


def _of_known(scene: Scene, name: Overlooked) -> Iterator[str]:
    key, sort = name.mention.key, name.sort
    yield f"name {key}"
    field = is_of_the_field(scene, key)
    yield f"field {field} {may_be_of_the_field(scene, key)}"
    yield f"field {sort} {field}"
    stance = scene.stance(name.mention.first, name.mention.last)
    yield f"{sort} stance {stance.excluded} {stance.hard} {stance.liked}"
