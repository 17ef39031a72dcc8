"""Reads how much a held requirement is wanted, where only its value is named: '35 isn't a hard limit'."""

from collections.abc import Iterator

from agent.briefs.slots import field_of
from agent.understanding.offline.change.held import holds
from agent.understanding.offline.change.requirement_edits import cue_before
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.weight.outside import is_open_outside
from agent.understanding.offline.weight.the_rest import the_rest
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Operation
from store.nouns.brief import Brief, Importance, LanguageLevel, MoneyRange, Range, SkillWish, Slot

_NUMBERS = (
    Slot.HOURLY_RATE,
    Slot.FIXED_BUDGET,
    Slot.HOURS_PER_WEEK,
    Slot.DURATION_WEEKS,
    Slot.MIN_JOB_SUCCESS,
    Slot.MIN_RATING,
    Slot.MIN_JOBS_COMPLETED,
)


def weighed_values(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """Every held value that the message names only to say how much it matters."""
    if not brief.terms:
        return
    softer = _softens(scene)
    yield from _numbers(scene, brief)
    yield from _start(scene, brief)
    yield from _all_skills(scene, brief)
    yield from the_rest(scene, brief)
    if softer:
        yield from _needless(scene, brief)


def _softens(scene: Scene) -> bool:
    """Whether it says of something that it would still be liked: 'though I'd like it'."""
    message = scene.message
    return message.has("cues", "preferred", "nice") or message.has("edits", "relaxed", "liked")


def _numbers(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'the 40 is a wish, not a limit': a number the brief holds, and nothing said of it but its weight."""
    message = scene.message
    for quantity in scene.quantities:
        slot = next((s for s in _NUMBERS if s in brief.terms and quantity.value in _ends(brief, s)), None)
        cue = message.at("edits", quantity.last)
        if slot is None or quantity.is_range:
            continue
        dropping = cue_before(scene, "drop", quantity.first, ("the", "that", "those", "my", "our"))
        if dropping is not None and message.norm(dropping.first) not in _COUNTING:
            yield Finding(slot, None, quantity.first, quantity.last, Operation.REMOVE)
            continue
        operation = None if cue is None else _OF_VALUES.get(cue.key)
        if cue is not None and operation is not None:
            yield Finding(slot, None, quantity.first, cue.last, operation)


def _start(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'the first of March is fixed': the day the brief holds, and nothing said of it but its weight."""
    for period in scene.periods if brief.start_by is not None else ():
        cue = scene.message.at("edits", period.last)
        operation = None if cue is None else _OF_VALUES.get(cue.key)
        if cue is not None and operation is not None and period.start == brief.start_by:
            yield Finding(Slot.START_BY, None, period.first, cue.last, operation)


_OF_VALUES = {"relaxed": Operation.RELAX, "tighten": Operation.TIGHTEN}


_COUNTING = frozenset({"no", "any", "whatever"})
"""'no 15 jobs' is not 'drop the 15 jobs'."""


def _ends(brief: Brief, slot: Slot) -> tuple[float | None, ...]:
    match getattr(brief, field_of(slot)):
        case MoneyRange(min=low, max=high) | Range(min=low, max=high):
            return low, high
        case float() | int() as number:
            return (float(number),)
        case _:
            return ()


def _all_skills(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'none of those skills is a must': 'all of them are musts': musts turn wishes and wishes musts."""
    message = scene.message
    if not any(m.key == "skills" for m in message.of("slots")):
        return
    for key, held, operation in (
        ("all_relaxed", Importance.MUST, Operation.RELAX),
        ("all_tightened", Importance.NICE, Operation.TIGHTEN),
    ):
        said = message.of("edits", key)
        for wish in brief.skills if said else ():
            if wish.importance is held:
                yield Finding(Slot.SKILLS, SkillWish(name=wish.name), said[0].first, said[0].last, operation)


def _needless(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'Kotlin isn't a must, it'd just be nice', 'they needn't be in Portugal, though I'd like it'."""
    message = scene.message
    for kind, slot in (
        ("skill", Slot.SKILLS),
        ("language", Slot.LANGUAGES),
        ("country", Slot.COUNTRIES),
        ("demonym", Slot.COUNTRIES),
        ("region", Slot.REGIONS),
        ("industry", Slot.INDUSTRIES),
    ):
        named = message.of(kind)
        for mention in named:
            if not holds(brief, slot, mention.key) or _is_within_skill(scene, mention):
                continue
            if is_open_outside(scene, mention):
                continue
            if _is_at_a_level(scene, mention) or _is_spoken(scene, kind, mention, brief):
                continue
            stance = scene.stance(mention.first, mention.last)
            if slot in _PLACES and message.has("places", "anywhere"):
                continue
            if stance.excluded and message.norm(mention.first - 1) == "no":
                continue  # 'ok no Japanese'
            eased = slot is not Slot.SKILLS and (stance.hard is False or _is_eased(scene, mention))
            if not (stance.unneeded or eased or (stance.excluded and len(named) == 1)):
                continue
            value: SkillWish | None = SkillWish(name=mention.key) if slot is Slot.SKILLS else None
            yield Finding(slot, value, mention.first, mention.last, Operation.RELAX)


_PLACES = frozenset({Slot.COUNTRIES, Slot.REGIONS})


def _is_within_skill(scene: Scene, mention: Mention) -> bool:
    """The music of 'music mastering would be nice' is not the industry held."""
    skill = scene.message.over("skill", mention.first, mention.last)
    return skill is not None and skill.size > mention.size


def _is_at_a_level(scene: Scene, mention: Mention) -> bool:
    """'native German is not needed': the level is not, and the language still is."""
    spoken = scene.message.over("language", mention.first, mention.last)
    if spoken is None:
        return False
    level = scene.message.ending("languages", spoken.first)
    return level is not None and level.key in _LEVELS


def _is_spoken(scene: Scene, kind: str, mention: Mention, brief: Brief) -> bool:
    """'German would be nice', where German is held as a language: it is said of that, and not of a place."""
    spoken = scene.message.over("language", mention.first, mention.last)
    return kind == "demonym" and spoken is not None and holds(brief, Slot.LANGUAGES, spoken.key)


_LEVELS = frozenset(level.value for level in LanguageLevel)


def _is_eased(scene: Scene, mention: Mention) -> bool:
    """'asking for German is too strict', 'Britain is just easiest'."""
    cue = scene.message.at("edits", mention.last)
    return cue is not None and cue.key == "relaxed"
