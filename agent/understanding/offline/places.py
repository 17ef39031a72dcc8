"""Finds where a freelancer may be: countries, regions, cities, and the hours they keep."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from agent.understanding.offline.everyday_words import is_skill
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.gazetteer import Mention
from agent.understanding.offline.languages import is_language, is_of_conversation, listed_codes
from agent.understanding.offline.message import Message
from store.nouns.brief import Countries, Range, Slot

WORKDAY = (9.0, 17.0)
"""The hours, local time, that a freelancer is taken to work."""

SHARED_PART = 2.0
"""Hours of a part of the day that must fall into the freelancer's own working day."""

_KINDS = ("region", "country", "demonym", "city")
_SELF = frozenset({"we", "i", "im", "were", "my", "our"})
_PAIR_MARKS = frozenset({">", "<", "-", "/", "→"})
_LONGEST_CODE = 2
_LONGEST_LINK = 3
_PLACE_LINKS = frozenset({",", "and", "or", "&", "the", "/"})
_LEAST_OFFSET, _MOST_OFFSET = -12.0, 14.0


@dataclass(frozen=True, slots=True)
class Place:
    """A place said in tokens [first, last): `offset` are its standard hours from UTC, least and most."""

    kind: str
    key: str
    country: str | None
    offset: tuple[float, float] | None
    first: int
    last: int


def find_places(scene: Scene) -> list[Finding]:
    """countries, regions and utcOffset."""
    found: list[Finding] = []
    own: Place | None = None
    last_own = -1
    for place in _places(scene):
        if _is_name_of_something(scene, place):
            continue
        stance = scene.stance(place.first, place.last)
        if not stance.excluded and _is_what_goes(scene, place):
            continue
        if not stance.excluded and (_is_clients(scene, place) or _goes_on_from(scene, place, last_own)):
            own, last_own = own or place, place.last
            continue
        if stance.unneeded and not _is_one_more(scene, place):
            continue
        zone = _zone_wish(scene, place)
        if zone is not None and not stance.excluded:
            found.append(
                Finding(
                    Slot.UTC_OFFSET, zone, place.first, place.last, hard=stance.hard, uncertain=stance.unsure
                )
            )
        elif place.kind != "zone":
            found += _wish(place, stance.excluded, stance.hard, stance.unsure)
    found += _numeric_offsets(scene)
    if own is not None and scene.message.has("places", "my_zone") and own.offset is not None:
        cue = next(m for m in scene.message.of("places") if m.key == "my_zone")
        least, most = own.offset
        stance = scene.stance(cue.first, cue.last)
        found.append(
            Finding(Slot.UTC_OFFSET, Range(min=least, max=most), cue.first, cue.last, hard=stance.hard)
        )
    return _one_offset(found)


def _is_what_goes(scene: Scene, place: Place) -> bool:
    """'rather than somebody from Holland': named to be left out, though not as a condition."""
    message = scene.message
    cues = message.between("edits", max(message.segment(place.first).first, place.first - 4), place.first)
    return any(c.key == "instead_of" and c.size > 1 for c in cues)


def _is_one_more(scene: Scene, place: Place) -> bool:
    """'Kenya is fine too', beside the places the brief asks for."""
    brief = scene.context.brief
    asked = bool(brief.regions) or (brief.countries is not None and bool(brief.countries.include))
    held = brief.countries is not None and place.country in (
        *brief.countries.include,
        *brief.countries.exclude,
    )
    return asked and not held and scene.near("people", "allowed", place.first, place.last, 0, 3)


def _goes_on_from(scene: Scene, place: Place, last: int) -> bool:
    """Whether the place is one more of the client's: 'my business in the UK, Australia and the USA'."""
    between = scene.message.norms[last : place.first] if 0 <= last <= place.first else ()
    return 0 < len(between) <= _LONGEST_LINK and all(word in _PLACE_LINKS for word in between)


def _wish(place: Place, excluded: bool, hard: bool | None, unsure: bool) -> Iterator[Finding]:
    if place.kind == "region" and not excluded:
        yield Finding(Slot.REGIONS, place.key, place.first, place.last, hard=hard, uncertain=unsure)
    elif place.country is not None:
        value = Countries(exclude=(place.country,)) if excluded else Countries(include=(place.country,))
        uncertain = unsure or place.kind == "city"
        yield Finding(
            Slot.COUNTRIES,
            value,
            place.first,
            place.last,
            hard=True if excluded else hard,
            uncertain=uncertain,
        )


def _places(scene: Scene) -> Iterator[Place]:
    """Every place and zone, longest first where they overlap; a nation's word only if it is no language."""
    mentions = [m for kind in (*_KINDS, "zone") for m in scene.message.of(kind)]
    order = {kind: rank for rank, kind in enumerate(("zone", *_KINDS))}
    mentions.sort(key=lambda m: (m.first, -m.last, order[m.kind]))
    end = 0
    codes = set(listed_codes(scene))
    for mention in mentions:
        if mention.first < end or mention.first in codes:
            continue
        if mention.kind == "demonym" and (_is_tongue(scene, mention) or is_of_conversation(scene, mention)):
            continue
        if mention.kind in ("country", "region") and _is_tongue(scene, mention):
            continue
        if mention.kind in ("country", "demonym") and _is_variety(scene, mention):
            continue
        if mention.kind == "zone" and _is_numeric(scene, mention):
            continue
        if mention.kind == "city" and not _is_city(scene, mention):
            continue
        place = _place(scene, mention)
        if place is not None:
            end = mention.last
            yield place


def _is_numeric(scene: Scene, mention: Mention) -> bool:
    """'UTC+2': the number after it counts."""
    signed = scene.message.norm(mention.last) in ("+", "-")
    return signed and scene.message.norm(mention.last + 1).isdigit()


def _is_tongue(scene: Scene, mention: Mention) -> bool:
    for back in range(3):
        tongue = scene.message.at("language", mention.first - back)
        if tongue is not None and tongue.last >= mention.last:
            return is_language(scene, tongue)
    return False


def _is_variety(scene: Scene, mention: Mention) -> bool:
    """'Portuguese (Brazilian)' is a kind of the language."""
    message = scene.message
    return (
        message.norm(mention.first - 1) == "(" and message.ending("language", mention.first - 1) is not None
    )


def _is_city(scene: Scene, mention: Mention) -> bool:
    """A city's name counts in capitals, and a doubtful one only after a word of place."""
    message = scene.message
    written = message.words(mention.first, mention.last)
    same = message.at("skill", mention.first)
    if same is not None and same.last == mention.last and is_skill(scene, same):
        return False
    if (
        message.text.islower()
        and scene.is_brief_note
        and not scene.knowledge.cities[int(mention.key)].ordinary_word
    ):
        return True
    heads_a_list = (
        message.norm(mention.last) == ":" and scene.knowledge.cities[int(mention.key)].ordinary_word
    )
    return (written[0].isupper() and not heads_a_list) or message.norm(mention.first - 1) in (
        "in",
        "from",
        "near",
        "around",
        "based",
    )


def _place(scene: Scene, mention: Mention) -> Place | None:
    knowledge = scene.knowledge
    match mention.kind:
        case "region":
            offset = knowledge.regions[mention.key].utc_offset
            return Place("region", mention.key, None, offset, mention.first, mention.last)
        case "country" | "demonym":
            country = knowledge.countries[mention.key]
            spans = scene.lexicon.setting("places", "spans", "offsets")
            span = spans.get(country.code)
            zone = (float(span[0]), float(span[1])) if span else _standard_offset(country.time_zone)
            return Place("country", country.code, country.code, zone, mention.first, mention.last)
        case "city":
            city = knowledge.cities[int(mention.key)]
            zone = _standard_offset(city.time_zone)
            return Place("city", city.name, city.country, zone, mention.first, mention.last)
        case "zone":
            name = knowledge.time_zones[mention.key]
            return Place("zone", name.name, None, name.utc_offset, mention.first, mention.last)
        case _:
            return None


def _standard_offset(zone: str) -> tuple[float, float] | None:
    """Standard (winter) hours from UTC, twice."""
    try:
        info = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    offsets = [info.utcoffset(datetime(2026, month, 15, tzinfo=UTC).replace(tzinfo=None)) for month in (1, 7)]
    hours = min(offset.total_seconds() / 3600 for offset in offsets if offset is not None)
    return hours, hours


def _is_name_of_something(scene: Scene, place: Place) -> bool:
    """'German market', 'UK law', 'American Express' are no wish for a place."""
    message = scene.message
    following = message.at("languages", _after_list(scene, place.last))
    if following is not None and following.key == "elsewhere" and place.kind != "zone":
        return not any(message.norm(i) in ("time", "hours") for i in range(place.last, place.last + 2))
    if place.kind == "country" and (_is_of_business(scene, place) or _is_of_name(scene, place)):
        return True
    whereabouts = scene.lexicon.words("places", "whereabouts")
    if message.norm(place.first - 1) == "of" and message.norm(place.first - 2) not in whereabouts:
        return True
    if (
        place.kind == "country"
        and len(message.words(place.first, place.last)) == 2
        and _is_paired(scene, place)
    ):
        return True
    for kind in ("skill", "industry", "role", "record"):
        other = message.over(kind, place.first, place.last)
        if other is not None and (kind == "role" or other.size > place.last - place.first):
            return True
    if any(message.at("language", i) for i in (place.last,)) and place.kind == "country":
        return True
    return message.norm(place.last) == "'s"


def _is_paired(scene: Scene, place: Place) -> bool:
    """Whether a code is half of another pair: 'EN>DE' of a translator, 'CI/CD', 'PL/SQL'."""
    message = scene.message
    if len(message.words(place.first, place.last)) > _LONGEST_CODE:
        return False
    for mark, other in ((place.first - 1, place.first - 2), (place.last, place.last + 1)):
        if message.norm(mark) in _PAIR_MARKS and message.tokens[mark].glued:
            beside = message.at("country", other) or message.ending("country", other + 1)
            if beside is None or _has_translator(scene):
                return True
    return False


def _after_list(scene: Scene, index: int) -> int:
    """Past further places: 'UK and US tax' is tax in both."""
    message = scene.message
    while message.norm(index) in ("and", "or", "/", "&"):
        further = next((m for kind in _KINDS if (m := message.at(kind, index + 1)) is not None), None)
        if further is None:
            break
        index = further.last
    return index


def _has_translator(scene: Scene) -> bool:
    asked = scene.message.of("role")
    return any(scene.knowledge.roles[m.key].category == "translation" for m in asked) or any(
        scene.message.norm(i).startswith("translat") for i in range(len(scene.message.tokens))
    )


def _is_of_name(scene: Scene, place: Place) -> bool:
    """'Canadian Boxing Association': a nation's word that begins somebody's name."""
    message, index = scene.message, place.last
    if message.at("demonym", place.first) is None or index >= len(message.tokens):
        return False
    following = message.tokens[index]
    if not following.norm.isalpha() or not message.text[following.start].isupper() or message.text.isupper():
        return False
    known = ("role", "heads", "skill", "people", "language", "demonym", "country", "places", "languages")
    return not any(message.at(kind, index) for kind in known)


def _is_of_business(scene: Scene, place: Place) -> bool:
    """'a Dutch SaaS'."""
    message = scene.message
    industry = message.at("industry", place.last) if message.at("demonym", place.first) else None
    return industry is not None and not any(
        message.at(kind, industry.last) for kind in ("role", "heads", "skill")
    )


def _is_of_subject(scene: Scene, place: Place) -> bool:
    """Whether a sentence about the client, without a need, names the place: 'we are two founders in X'."""
    message = scene.message
    low, _ = message.sentence(place.first)
    if message.norm(place.first - 1) not in ("in", "from", "near"):
        return False
    business = message.ending("industry", place.first - 1) or message.ending("trades", place.first - 1)
    if business is not None and message.norm(place.first - 1) == "in" and business.kind == "industry":
        return True
    if message.norm(low) not in _SELF:
        return False
    open_to = any(m.key == "theirs" for m in message.between("places", low, place.first))
    return not open_to and not any(m.key == "need" for m in message.between("intents", low, place.first))


def _is_no_time(scene: Scene, cue: Mention) -> bool:
    """Whether a word of time belongs to a workload: '20 hours', 'part time'."""
    if scene.is_measured(cue.first, cue.last) or _is_bare_clock(scene, cue):
        return True
    return any(
        other is not None and other.last >= cue.last and other.size > cue.size
        for other in (scene.message.at("schedule", cue.first - back) for back in range(3))
    )


def _is_bare_clock(scene: Scene, cue: Mention) -> bool:
    """'am' and 'pm' with no hour before them, which are words of other languages too."""
    message = scene.message
    return message.norm(cue.first) in ("am", "pm") and not message.norm(cue.first - 1)[:1].isdigit()


def _is_clients(scene: Scene, place: Place) -> bool:
    """Whether the client, and not the freelancer, is there: 'we are based in Berlin'."""
    message = scene.message
    own = [m for m in message.between("places", max(0, place.first - 7), place.first) if m.key == "own_place"]
    segment = message.segment(place.first)
    if message.norm(place.first - 1) in ("our", "my") or message.norm(place.last) in ("company",):
        return True
    low, high = segment.first, segment.last
    if message.norm(place.last) == "based" and place.last + 1 < high:
        subject = message.norm(low) in ("we", "were", "im", "our", "i") or message.norm(low + 1) in (
            "are",
            "am",
        )
        owner = message.at("people", place.last + 1)
        if (
            subject
            and message.norm(low) in ("we", "were", "our")
            and (owner is None or owner.key != "anyone")
        ):
            return not any(m.key == "need" for m in message.between("intents", low, place.first))
    near = [m for m in own if m.last >= place.first - 2]
    if not near:
        return _is_of_subject(scene, place)
    cue = near[-1]
    words = " ".join(message.norm(i) for i in range(cue.first, cue.last))
    certain = words.split(" ")[0] in ("we", "were", "im", "i", "our", "my") or words not in (
        "based in",
        "located in",
        "out of",
        "about",
    )
    theirs = message.between("places", low, cue.first)
    if any(m.key == "theirs" for m in theirs):
        return certain and words.split(" ")[0] in (
            "we",
            "were",
            "im",
            "i",
            "our",
            "my",
            "customers",
            "clients",
            "office",
            "offices",
            "sell",
            "sold",
            "company",
            "startup",
            "store",
            "shop",
            "business",
            "restaurant",
            "audience",
            "market",
            "event",
            "users",
            "trip",
        )
    if certain:
        return True
    return any(m.key == "self" for m in message.between("places", low, cue.first))


def _zone_wish(scene: Scene, place: Place) -> Range | None:
    """The offsets meant where the words are about time: 'European time zones', 'overlap with New York'.

    Hours from a zone are counted from its standard time.
    """
    message = scene.message
    if place.offset is None:
        return None
    low, high = message.sentence(place.first)
    cues = {
        m.key
        for m in (
            *message.between("places", max(low, place.first - 8), place.first),
            *message.between("places", place.last, min(high, place.last + 4)),
        )
        if not _is_no_time(scene, m)
    }
    if place.kind != "zone" and not cues & {"time_zone", "overlap", "mornings", "afternoons", "evenings"}:
        return None
    if place.kind != "zone" and "overlap" not in cues and not _time_follows(scene, place):
        return None
    least, most = place.offset
    for part, (begin, end) in _PARTS.items():
        if part in cues:
            return _sharing(least, most, begin, end)
    middle = least if place.kind == "zone" else most
    slack = _slack(scene, place)
    if slack is not None:
        return _clamped(least - slack, middle + slack)
    if "overlap" in cues and _overlap_hours(scene, place) is not None:
        spare = max(0.0, (WORKDAY[1] - WORKDAY[0]) - (_overlap_hours(scene, place) or 0))
        return _clamped(least - spare, middle + spare)
    if "overlap" in cues:
        spare = (WORKDAY[1] - WORKDAY[0]) / 2
        return _clamped(least - spare, middle + spare)
    return _clamped(least, most)


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
        ) and not any(message.at(kind, index) for kind in _KINDS):
            break
    low, _ = message.sentence(place.first)
    before = message.between("places", max(low, place.first - 6), place.first)
    return any(
        m.key in ("time_zone", "mornings", "afternoons", "evenings")
        and not scene.is_measured(m.first, m.last)
        for m in before
    )


def _sharing(least: float, most: float, begin: float, end: float) -> Range:
    """Offsets whose working day covers SHARED_PART hours of local [begin, end) at `least`..`most`.

    A day of nine to five at offset o runs from 9 - o to 17 - o in UTC; the part from begin - m to end - l.
    """
    lowest = least + (WORKDAY[0] - end) + SHARED_PART
    highest = most + (WORKDAY[1] - begin) - SHARED_PART
    return _clamped(lowest, highest)


def _slack(scene: Scene, place: Place) -> float | None:
    """'within 3 hours of CET', 'CET +/- 2', '2 hours difference from London'."""
    message = scene.message
    for quantity in scene.quantities:
        if quantity.unit == "hour" and quantity.per is None and 0 <= place.first - quantity.last <= 6:
            words = [message.norm(i) for i in range(max(0, quantity.first - 5), place.first)]
            if ("within" in words or "difference" in words or "off" in words or "away" in words) and not any(
                m.key == "overlap" for m in message.between("places", quantity.first, place.first)
            ):
                return quantity.value
    slack, last = _signed_slack(message, place.last)
    return slack if last > place.last else None


def _signed_slack(message: Message, index: int) -> tuple[float, int]:
    """'+/- 2' from token `index` on: the hours and where they end; no hours where nothing of it stands."""
    start, signs = index, ""
    while message.norm(index) in ("+", "/", "-", "±", "plus", "minus", "or") and message.norm(index):
        signs += message.norm(index)
        index += 1
    number = _DIGITS.get(message.norm(index), message.norm(index))
    if signs not in _EITHER_WAY or not (
        number.isascii() and number.isdigit() and len(number) <= _LONGEST_CODE
    ):
        return 0.0, start
    return float(number), index + 1


_DIGITS = {"one": "1", "two": "2", "three": "3", "four": "4", "an": "1"}
_EITHER_WAY = frozenset({"+/-", "±", "+-", "plus/minus", "plusorminus", "plusminus"})


def _overlap_hours(scene: Scene, place: Place) -> float | None:
    low, high = scene.message.sentence(place.first)
    for quantity in scene.quantities:
        if quantity.unit == "hour" and low <= quantity.first < high and quantity.value <= 12:
            return quantity.low if quantity.low is not None else quantity.value
    return None


def _numeric_offsets(scene: Scene) -> Iterator[Finding]:
    """'UTC+2', 'GMT-5', 'UTC+1 to UTC+3'."""
    message = scene.message
    said: list[tuple[float, int, int]] = []
    for index, token in enumerate(message.tokens):
        if token.norm not in ("utc", "gmt") or message.norm(index + 1) not in ("+", "-"):
            continue
        number = message.norm(index + 2)
        if not (number.isascii() and number.isdigit() and int(number) <= 14):
            continue
        sign = -1 if message.norm(index + 1) == "-" else 1
        slack, last = _signed_slack(message, index + 3)
        said.append((sign * float(number) - slack, index, last))
        said.append((sign * float(number) + slack, index, last))
    if not said:
        return
    offsets = [offset for offset, _, _ in said]
    stance = scene.stance(said[0][1], said[-1][2])
    yield Finding(
        Slot.UTC_OFFSET,
        _clamped(min(offsets), max(offsets)),
        said[0][1],
        said[-1][2],
        hard=stance.hard,
        uncertain=stance.unsure,
    )


def _clamped(least: float, most: float) -> Range:
    return Range(min=max(least, _LEAST_OFFSET), max=min(most, _MOST_OFFSET))


def _one_offset(found: list[Finding]) -> list[Finding]:
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
