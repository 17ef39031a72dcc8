"""Finds what track record is asked for: job success, rating, jobs done, and years of experience."""

from collections.abc import Iterator

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.when.experience import experience_years
from agent.understanding.offline.who.seniority import level_mentions
from store.nouns.brief import Seniority, Slot

EXPERT_FROM_YEARS = 5.0
INTERMEDIATE_FROM_YEARS = 2.0
_REACH = 6


def find_record(scene: Scene) -> list[Finding]:
    """minJobSuccess, minRating, minJobsCompleted, and a seniority from years of experience."""
    found = [*_quantified(scene), *_badges(scene)]
    if all(scene.stance(m.first, m.last).excluded for m in level_mentions(scene)):
        found += _years(scene)
    return found


def _quantified(scene: Scene) -> Iterator[Finding]:
    for quantity in scene.quantities:
        if quantity.step or quantity.currency is not None:
            continue
        read = _slot(scene, quantity)
        if read is None:
            continue
        slot, value = read
        stance = scene.stance(quantity.first, quantity.last)
        if stance.excluded or stance.unneeded:
            continue
        hard = stance.hard if stance.hard is not None else (False if quantity.about else None)
        if hard is None and quantity.bounded:
            hard = True
        yield Finding(
            slot, value, quantity.first, quantity.last, hard=hard, uncertain=stance.unsure or quantity.vague
        )


def _slot(scene: Scene, quantity: Quantity) -> tuple[Slot, int | float] | None:
    value = quantity.low if quantity.low is not None else quantity.value
    first, last = quantity.first, quantity.last
    match quantity.unit:
        case "percent" if _FEES & set(scene.message.norms[last : last + _FROM_FEE]):
            return None
        case "percent":
            named = scene.near("record", "success", first, last, _REACH, 5)
            if named or scene.asked is Slot.MIN_JOB_SUCCESS or _is_put_right(scene, value):
                return (Slot.MIN_JOB_SUCCESS, round(value)) if value <= 100 else None
        case "star" if _is_of_something(scene, first, last):
            return None
        case "star":
            least = 1 if scene.asked is Slot.MIN_RATING else _LEAST_RATING
            return (Slot.MIN_RATING, float(value)) if least <= value <= 5 else None
        case "job" | "review":
            inside = any(m.key == "done" for m in scene.message.between("record", first, last))
            done = inside or scene.near("record", "done", first, last, _REACH, 4)
            must = scene.stance(first, last).hard is True
            if quantity.bounded or (not quantity.vague and (done or must)):
                if quantity.high is not None and quantity.low is None:
                    return None
                return Slot.MIN_JOBS_COMPLETED, round(min(value, 1_000_000))
            if scene.asked is Slot.MIN_JOBS_COMPLETED or scene.context.brief.min_jobs_completed is not None:
                return Slot.MIN_JOBS_COMPLETED, round(min(value, 1_000_000))
        case None if quantity.per is None:
            return _by_words(scene, quantity, value)
    return None


_FEES = frozenset({"fee", "fees", "commission", "bonus"})
"""'a 5% success fee': what is paid, and no share of jobs."""
_FROM_FEE = 3


def _is_of_something(scene: Scene, first: int, last: int) -> bool:
    """'a five-star spa', 'our hotel sits at 3.9 stars on Google': stars of a thing, and of no freelancer."""
    message = scene.message
    segment = message.segment(first)
    things = scene.lexicon.words("record", "things_with_stars")
    after = message.norms[last : min(last + _FROM_STARS, segment.last)]
    before = message.norms[segment.first : first]
    ours = bool({"our", "my"} & set(before)) and not message.between("people", segment.first, first)
    beside = message.norm(last) in things or (ours and bool(things & set(before)))
    return beside or bool(things & set(after) and {"on", "in"} & set(after)) or (ours and "at" in before)


_FROM_STARS = 5
_LEAST_RATING = 3
"""Stars below which nobody sets a limit: 'we get one-star reviews'."""


def _is_put_right(scene: Scene, value: float) -> bool:
    """'90%, not 99': a share of jobs, where the brief holds one and the message speaks of no money."""
    held = scene.context.brief.min_job_success
    return held is not None and value >= _LEAST_SUCCESS and not scene.message.has("money")


_LEAST_SUCCESS = 50
"""Per cent of jobs below which nobody sets a limit."""


def _by_words(scene: Scene, quantity: Quantity, value: float) -> tuple[Slot, int | float] | None:
    first, last = quantity.first, quantity.last
    if _is_of_something(scene, first, last):
        return None
    if (scene.near("record", "rating", first, last, 5, 3) or scene.asked is Slot.MIN_RATING) and (
        1 if scene.asked is Slot.MIN_RATING else _LEAST_RATING
    ) <= value <= 5:
        return Slot.MIN_RATING, float(value)
    if _is_written_as_rating(scene, quantity):
        return Slot.MIN_RATING, float(value)
    if (
        scene.near("record", "success", first, last, 5, 3) or scene.asked is Slot.MIN_JOB_SUCCESS
    ) and 5 < value <= 100:
        return Slot.MIN_JOB_SUCCESS, round(value)
    if _is_headed_by_jobs(scene, quantity) and value >= 1:
        return Slot.MIN_JOBS_COMPLETED, round(min(value, 1_000_000))
    if scene.asked is Slot.MIN_JOBS_COMPLETED and scene.is_fragment:
        return Slot.MIN_JOBS_COMPLETED, round(min(value, 1_000_000))
    return None


def _is_headed_by_jobs(scene: Scene, quantity: Quantity) -> bool:
    """'number of jobs: 25', 'jobs done at least 25', in a conversation under way."""
    if quantity.currency is not None or not scene.context.brief.terms:
        return False
    before = (scene.message.ending("slots", quantity.first - back) for back in range(_LABEL))
    return any(mention is not None and mention.key == Slot.MIN_JOBS_COMPLETED for mention in before)


_LABEL = 3
"""Tokens between a number and its name, but for one: 'jobs done: 25'."""


def _is_written_as_rating(scene: Scene, quantity: Quantity) -> bool:
    """'only the ones with 4.8 or better', of people looked for: no price or time is limited like that."""
    limited = quantity.bounded and quantity.low is not None and quantity.high is None
    written = "." in scene.message.norm(quantity.core) and not quantity.scaled
    searching = bool(scene.context.brief.terms) and scene.asked is None
    return limited and written and searching and _LEAST_DECIMAL <= quantity.value <= _BEST


_LEAST_DECIMAL, _BEST = 3.5, 5


def _badges(scene: Scene) -> Iterator[Finding]:
    """'top rated' and its like, which name no number."""
    said = {Slot.MIN_JOB_SUCCESS: False, Slot.MIN_RATING: False}
    for mention in scene.message.of("record"):
        slot_name = scene.lexicon.setting("record", mention.key, "slot")
        if slot_name is None:
            continue
        slot = Slot(slot_name)
        stance = scene.stance(mention.first, mention.last)
        if _is_of_something(scene, mention.first, mention.last):
            continue
        if said.get(slot) or stance.excluded or stance.unneeded:
            continue
        said[slot] = True
        if any(q.unit in ("percent", "star") for q in scene.quantities):
            continue
        value = scene.lexicon.setting("record", mention.key, "value")
        yield Finding(slot, value, mention.first, mention.last, hard=stance.hard, uncertain=True)


def _years(scene: Scene) -> Iterator[Finding]:
    for quantity in experience_years(scene):
        years = quantity.low if quantity.low is not None else quantity.value
        level = (
            Seniority.EXPERT
            if years >= EXPERT_FROM_YEARS
            else Seniority.INTERMEDIATE
            if years >= INTERMEDIATE_FROM_YEARS
            else Seniority.ENTRY
        )
        stance = scene.stance(quantity.first, quantity.last)
        if stance.excluded or stance.unneeded:
            continue
        hard = stance.hard if stance.hard is not None else (True if quantity.bounded else None)
        yield Finding(Slot.SENIORITY, level, quantity.first, quantity.last, hard=hard, uncertain=True)
        return
