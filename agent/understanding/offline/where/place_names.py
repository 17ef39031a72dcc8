"""The places and zones a message names, whatever they are named for."""

from collections.abc import Iterator
from dataclasses import dataclass

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.where.codes_of_countries import listed_codes_of_countries
from agent.understanding.offline.where.hours_from_utc import hours_across, hours_in, hours_named
from agent.understanding.offline.where.zone_names import is_no_zone
from agent.understanding.offline.who.language_codes import coded_languages
from agent.understanding.offline.who.language_words import (
    describes_a_thing,
    is_language,
    is_of_conversation,
)
from agent.understanding.offline.who.languages_of_others import is_used_otherwise
from agent.understanding.offline.who.nationals import is_of_client
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message

KINDS = ("region", "country", "demonym", "city")


@dataclass(frozen=True, slots=True)
class Place:
    """A place said in tokens [first, last): `offset` are its hours from UTC today, least and most."""

    kind: str
    key: str
    country: str | None
    offset: tuple[float, float] | None
    first: int
    last: int


def named_places(scene: Scene) -> Iterator[Place]:
    """Every place and zone, longest first where they overlap; a nation's word only if it is no language."""
    mentions = [m for kind in (*KINDS, "zone") for m in scene.message.of(kind)]
    mentions += listed_codes_of_countries(scene)
    order = {kind: rank for rank, kind in enumerate(("zone", *KINDS))}
    mentions.sort(key=lambda m: (m.first, -m.last, order[m.kind]))
    end = 0
    codes = {finding.first for finding in scene.once(coded_languages)}
    for mention in mentions:
        if mention.first < end or mention.first in codes:
            continue
        if mention.kind == "demonym" and describes_a_thing(scene, mention):
            continue
        if mention.kind == "demonym" and (_is_tongue(scene, mention) or is_of_conversation(scene, mention)):
            continue
        if mention.kind == "demonym" and (is_used_otherwise(scene, mention) or is_of_client(scene, mention)):
            continue
        if mention.kind in ("country", "region", "city") and _is_tongue(scene, mention):
            continue
        if mention.kind == "country" and (_is_state(scene, mention) or _is_everyday(scene, mention)):
            continue
        if mention.kind in ("country", "demonym") and _is_variety(scene, mention):
            continue
        if mention.kind == "zone" and is_no_zone(scene, mention):
            continue
        if mention.kind == "city" and (not _is_city(scene, mention) or _is_in_state(scene, mention)):
            continue
        place = _place(scene, _as_state(scene, mention))
        if place is not None:
            end = mention.last
            yield place


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


def _is_state(scene: Scene, mention: Mention) -> bool:
    """'Georgia (the US state, not the country)': the country is named beside it."""
    message = scene.message
    other = scene.lexicon.setting("places", "states", "values").get(mention.key)
    index = mention.last
    if other is None:
        return False
    city = message.ending("city", mention.first - (message.norm(mention.first - 1) in (",", "(", "in")))
    if city is not None and scene.knowledge.cities[int(city.key)].country == other:
        return True  # 'Atlanta, Georgia'
    if message.norm(index) not in ("(", ","):
        return False
    index += 1
    beside = message.at("country", index) or message.at("country", index + 1)
    return beside is not None and beside.key == other


def _as_state(scene: Scene, mention: Mention) -> Mention:
    """The country of the state that is meant: 'Georgia (the state)', 'Georgia-based (the state, please)'."""
    message, index = scene.message, mention.last
    other = scene.lexicon.setting("places", "states", "values").get(mention.key)
    start = next((i for i in range(index, index + _ASIDE) if message.norm(i) == "("), None)
    is_state = start is not None and "state" in message.norms[start + 1 : start + _ASIDE]
    return mention._replace(key=other) if is_state and other and mention.kind == "country" else mention


_ASIDE = 4


def _is_in_state(scene: Scene, mention: Mention) -> bool:
    """'Naples, by the way. Naples, Florida': a state named after a city says where it is."""
    return mention.key in scene.once(_cities_before_states)


def _cities_before_states(scene: Scene) -> frozenset[str]:
    message, found = scene.message, set[str]()
    for city in message.of("city"):
        state = message.at("city", city.last + 1) if message.norm(city.last) == "," else None
        if state is not None and scene.knowledge.cities[int(state.key)].kind in _STATES:
            found.add(city.key)
    return frozenset(found)


_STATES = frozenset({"state", "province", "county", "region"})
"""Kinds of places that have cities in them."""


def _is_everyday(scene: Scene, mention: Mention) -> bool:
    """'turkey calls': a country's name in small letters among capitals, and no word of place before it."""
    message = scene.message
    if message.norm(mention.first) not in scene.lexicon.words("places", "ordinary_countries"):
        return False
    small = message.words(mention.first, mention.last).islower() and not message.text.islower()
    return small and message.norm(mention.first - 1) not in _BEFORE_PLACES


_BEFORE_PLACES = frozenset(
    {"in", "from", "near", "around", "based", "outside", "not", "no", "to", "or", "and", ","}
)


def _is_city(scene: Scene, mention: Mention) -> bool:
    """A city's name counts in capitals, and a doubtful one only after a word of place."""
    message = scene.message
    written = message.words(mention.first, mention.last)
    same = message.at("skill", mention.first)
    if same is not None and same.last == mention.last and is_skill(scene, same):
        return False
    ordinary = scene.knowledge.cities[int(mention.key)].ordinary_word
    if message.text.islower() and not ordinary and (scene.is_brief_note or _is_placed(message, mention)):
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


def _is_placed(message: Message, mention: Mention) -> bool:
    """'bali based', ', brisbane or anywhere': by the word after it, or at the beginning of its item."""
    begins = mention.first == message.segment(mention.first).first
    if message.norm(mention.first - 1) in _ONE_OF and message.ending("city", mention.first - 1) is not None:
        return True
    cue = message.at("places", mention.last)
    if cue is not None and cue.key in ("on_site", "hybrid"):
        return True
    return message.norm(mention.last) in _OF_PLACES or (begins and message.norm(mention.last) in _ENDING)


_ONE_OF = frozenset({"or", "/"})
_OF_PLACES = frozenset(
    {"based", "area", "region", "time", "tz", "timezone", "office", "hours", "hrs", "working", "business"}
)
_ENDING = frozenset({"", ",", ".", ";", "\n", "or", "/", "and"})


def _place(scene: Scene, mention: Mention) -> Place | None:
    knowledge, today = scene.knowledge, scene.context.today
    match mention.kind:
        case "region":
            offset = knowledge.regions[mention.key].utc_offset
            return Place("region", mention.key, None, offset, mention.first, mention.last)
        case "country" | "demonym":
            country = knowledge.countries[mention.key]
            span = scene.lexicon.setting("places", "spans", "offsets").get(country.code)
            zone = hours_in(country.time_zone, today)
            if span:
                zone = hours_across((float(span[0]), float(span[1])), country.time_zone, today)
            return Place("country", country.code, country.code, zone, mention.first, mention.last)
        case "city":
            city = knowledge.cities[int(mention.key)]
            zone = hours_in(city.time_zone, today)
            return Place("city", city.name, city.country, zone, mention.first, mention.last)
        case "zone":
            name = knowledge.time_zones[mention.key]
            hours = hours_named(name, today)
            return Place("zone", name.name, None, hours, mention.first, mention.last)
        case _:
            return None
