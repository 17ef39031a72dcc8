"""The hours a freelancer must keep: 'European time zones', 'overlap with New York mornings', 'UTC+2'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.when.clocks import is_beside, zone_word
from agent.understanding.offline.where.hours_from_utc import hours_named
from agent.understanding.offline.where.offsets import clamped, signed_slack, slack_before
from agent.understanding.offline.where.place_names import KINDS, Place
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import Range, Slot

WORKDAY = (9.0, 17.0)
"""The hours, local time, that a freelancer is taken to work."""


SHARED_PART = 2.0
"""Hours of a part of the day that must fall into the freelancer's own working day."""


def _is_no_time(scene: Scene, cue: Mention) -> bool:
    """Whether a word of time belongs to a workload: '20 hours', 'part time'."""
    before = scene.message.norm(cue.first - 1)
    if scene.is_measured(cue.first, cue.last) or _is_bare_clock(scene, cue) or before in _OF_OTHER_TIMES:
        return True
    return any(
        other is not None and other.last >= cue.last and other.size > cue.size
        for other in (scene.message.at("schedule", cue.first - back) for back in range(3))
    )


_OF_OTHER_TIMES = frozenset({"term", "lead", "response", "turnaround", "spare", "some", "travel", "waiting"})
"""Before 'time': it is none that a clock shows."""


def _is_bare_clock(scene: Scene, cue: Mention) -> bool:
    """'am' and 'pm' with no hour before them, which are words of other languages too."""
    message = scene.message
    return message.norm(cue.first) in ("am", "pm") and not message.norm(cue.first - 1)[:1].isdigit()


def zone_wish(scene: Scene, place: Place) -> Range | None:
    """The offsets meant where the words are about time: 'European time zones', 'overlap with New York'."""
    message = scene.message
    if place.offset is None:
        return None
    low, high = message.sentence(place.first)
    cues = {
        m.key
        for m in (
            *message.between("places", max(low, place.first - 8), place.first),
            *message.between("places", place.last, min(_end(scene, place, high), place.last + 4)),
        )
        if not _is_no_time(scene, m) and not _is_of_another(scene, place, m, high)
    }
    if scene.asked is Slot.UTC_OFFSET and place.kind != "zone" and scene.is_fragment:
        return clamped(*place.offset)
    near_in_time = slack_before(scene, place.first)
    if place.kind != "zone" and near_in_time is not None and message.norm(place.first - 1) in ("of", "from"):
        return clamped(place.offset[0] - near_in_time, place.offset[1] + near_in_time)
    if place.kind != "zone" and not cues & {"time_zone", "overlap", "mornings", "afternoons", "evenings"}:
        return None
    if place.kind != "zone" and "overlap" not in cues and not _time_follows(scene, place):
        return None
    least, most = place.offset
    for part, (begin, end) in _PARTS.items():
        if part in cues and "overlap" in cues:
            return _sharing(least, most, begin, end)
    slack = _slack(scene, place)
    if slack is not None:
        return clamped(least - slack, most + slack)
    if "overlap" in cues and _overlap_hours(scene, place) is not None:
        spare = max(0.0, (WORKDAY[1] - WORKDAY[0]) - (_overlap_hours(scene, place) or 0))
        return clamped(least - spare, most + spare)
    if "overlap" in cues:
        spare = (WORKDAY[1] - WORKDAY[0]) / 2
        return clamped(least - spare, most + spare)
    return clamped(least, most)


def _is_of_another(scene: Scene, place: Place, cue: Mention, high: int) -> bool:
    """'editors from Manila with 3 hours overlap with London': the overlap is with the place after it."""
    if cue.key != "overlap" or cue.first < place.last or scene.message.norm(place.first - 1) in _WITH:
        return False
    ahead = range(cue.last, min(high, cue.last + _LEAD))
    others = (scene.message.at(kind, index) for kind in (*KINDS, "zone") for index in ahead)
    return any(other is not None and other.key != place.key for other in others)


def _end(scene: Scene, place: Place, high: int) -> int:
    """Where what is said after a place ends: 'India, overlap with the UK' tells the hours of another."""
    message, segment = scene.message, scene.message.segment(place.last - 1)
    for index in range(segment.last, min(high, segment.last + _NEXT)):
        if any(message.at(kind, index) is not None for kind in (*KINDS, "zone")):
            return segment.last
    return high


_NEXT = 7
"""Tokens after a comma in which another place may stand, whose hours they tell."""


def own_zone(scene: Scene, cue: Mention, offset: tuple[float, float]) -> Range:
    """'my afternoons', 'our time zone', where the client is so many hours from UTC."""
    least, most = offset
    for part, (begin, end) in _PARTS.items():
        if any(m.key == part for m in scene.message.between("places", cue.first, cue.last)):
            return _sharing(least, most, begin, end)
    return clamped(least, most)


def zone_of_clock(scene: Scene, place: Place) -> Range | None:
    """'14:00–19:00 Paris': the hours of the day there."""
    told = any(is_beside(scene.message, hours, place.first) for hours in scene.hours_of_day)
    return None if not told or place.offset is None else clamped(*place.offset)


def zones_after_clocks(scene: Scene) -> Iterator[Finding]:
    """'9-5 Pacific', 'weekdays 9-1 Eastern'."""
    for hours in scene.hours_of_day:
        named = zone_word(scene.message, hours, scene.lexicon)
        if named is None or any(m.first == named[1] for m in scene.message.of("zone")):
            continue
        stance = scene.stance(hours.first, hours.last)
        offsets = hours_named(scene.knowledge.time_zones[named[0]], scene.context.today)
        yield Finding(Slot.UTC_OFFSET, clamped(*offsets), hours.first, named[1] + 1, hard=stance.hard)


def zones_beside_parts(scene: Scene) -> Iterator[Finding]:
    """'evenings Pacific', 'overlap w/ Central': a single word for a zone that a word of time leads to."""
    message = scene.message
    zones: dict[str, str] = scene.lexicon.setting("places", "clock_zones", "values")
    for index, norm in enumerate(message.norms):
        following = any(message.at(kind, index + 1) for kind in KINDS)
        if norm not in zones or following or message.over("zone", index, index + 1) is not None:
            continue
        cues = message.between("places", max(message.sentence(index)[0], index - _LEAD), index)
        part = any(m.key in _PARTS and m.last == index for m in cues)
        shared = [m for m in cues if m.key == "overlap" and message.norm(index - 1) in _WITH]
        if not part and not shared:
            continue
        least, most = hours_named(scene.knowledge.time_zones[zones[norm]], scene.context.today)
        place = Place("zone", zones[norm], None, (least, most), index, index + 1)
        wish = zone_wish(scene, place) if shared else clamped(least, most)
        stance = scene.stance(index, index + 1)
        yield Finding(Slot.UTC_OFFSET, wish or clamped(least, most), index, index + 1, hard=stance.hard)


_LEAD = 6
"""Tokens from 'overlap' to the zone: 'overlap three hours with Central'."""
_WITH = frozenset({"with", "w", "/", "w/", "of"})

_PARTS = {"mornings": (9.0, 12.0), "afternoons": (13.0, 17.0), "evenings": (18.0, 21.0)}


def _time_follows(scene: Scene, place: Place) -> bool:
    """'European time zone', 'UK hours', 'time zone close to Germany'."""
    message = scene.message
    for index in range(place.last, min(place.last + 4, len(message.tokens))):
        cue = message.at("places", index)
        if (
            cue is not None
            and not _is_no_time(scene, cue)
            and cue.key in ("time_zone", "mornings", "afternoons", "evenings", "overlap")
        ):
            return True
        if message.norm(index) not in (
            "and",
            "or",
            "/",
            "'s",
            "-",
            "working",
            "business",
            "office",
            "standard",
            "us",
            "uk",
        ) and not any(message.at(kind, index) for kind in KINDS):
            break
    low, _ = message.sentence(place.first)
    before = message.between("places", max(low, place.first - 6), place.first)
    item = message.segment(place.first).first
    item = message.segment(item - 1).first if item and message.norm(item) == "(" else item
    parts = {m.first for m in before if m.key in _PARTS}
    return any(
        (m.key == "time_zone" or m.key in _PARTS)
        and (m.first not in parts or m.first >= item)
        and not scene.is_measured(m.first, m.last)
        for m in before
    )


def _sharing(least: float, most: float, begin: float, end: float) -> Range:
    """Offsets whose working day covers SHARED_PART hours of local [begin, end) at `least`..`most`.

    A day of nine to five at offset o runs from 9 - o to 17 - o in UTC; the part from begin - m to end - l.
    """
    lowest = least + (WORKDAY[0] - end) + SHARED_PART
    highest = most + (WORKDAY[1] - begin) - SHARED_PART
    return clamped(lowest, highest)


def _slack(scene: Scene, place: Place) -> float | None:
    """'within 3 hours of CET', 'CET +/- 2', '2 hours difference from London'."""
    before = slack_before(scene, place.first)
    if before is not None:
        return before
    end = place.last
    while scene.message.norm(end) in _OF_ZONES:
        end += 1
    slack, last = signed_slack(scene.message, end)
    return slack if last > end else None


_OF_ZONES = frozenset({"time", "zone", "timezone", "hours"})


def _overlap_hours(scene: Scene, place: Place) -> float | None:
    low, high = scene.message.sentence(place.first)
    for quantity in scene.quantities:
        if quantity.unit == "hour" and low <= quantity.first < high and quantity.value <= 12:
            return quantity.low if quantity.low is not None else quantity.value
    return None


def with_exact_offsets(found: list[Finding], exact: list[Finding]) -> list[Finding]:
    """'Asian time zones (UTC+7 to +9)': hours in numbers are part of the zones they spell out, not more."""
    ends = [each.value for each in exact if isinstance(each.value, Range)]
    wide = [
        each
        for each in found
        if isinstance(each.value, Range) and any(_lies_in(hours, each.value) for hours in ends)
    ]
    return [*(each for each in found if each not in wide), *exact]


def _lies_in(part: Range, whole: Range) -> bool:
    if part.min is None or part.max is None or whole.min is None or whole.max is None:
        return False
    return whole.min <= part.min and part.max <= whole.max


def one_offset(found: list[Finding]) -> list[Finding]:
    """Several zones said together are one span of offsets."""
    zones = [f for f in found if f.slot is Slot.UTC_OFFSET]
    if len(zones) < 2:
        return found
    ends = [z.value for z in zones if isinstance(z.value, Range)]
    least = min(r.min for r in ends if r.min is not None)
    most = max(r.max for r in ends if r.max is not None)
    joined = Finding(
        Slot.UTC_OFFSET, Range(min=least, max=most), zones[0].first, zones[0].last, hard=zones[0].hard
    )
    return [*(f for f in found if f.slot is not Slot.UTC_OFFSET), joined]
