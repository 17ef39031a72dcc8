"""Finds where a freelancer may be: countries, regions, cities, and the hours they keep."""

from collections.abc import Iterator
from dataclasses import replace

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.weight.stance import Stance
from agent.understanding.offline.where.cities_of_clients import without_clients_cities
from agent.understanding.offline.where.matters import is_matter
from agent.understanding.offline.where.offsets import numeric_offsets, slack_before
from agent.understanding.offline.where.on_the_spot import is_office_to_go_to, wanted_on_the_spot
from agent.understanding.offline.where.place_names import Place, named_places
from agent.understanding.offline.where.places_elsewhere import is_clients, is_name_of_something
from agent.understanding.offline.where.zones import (
    one_offset,
    own_zone,
    with_exact_offsets,
    zone_of_clock,
    zone_wish,
    zones_after_clocks,
    zones_beside_parts,
)
from agent.understanding.offline.words.message import Message
from store.nouns.brief import Countries, Slot

_LONGEST_LINK = 3
_LINKS = frozenset(
    {",", "and", "or", "&", "the", "/", "northern", "southern", "eastern", "western", "central"}
)


def find_places(scene: Scene) -> list[Finding]:
    """countries, regions and utcOffset."""
    found: list[Finding] = []
    own: Place | None = None
    last_own = last_matter = -1
    named: list[Place] = []
    for place in named_places(scene):
        if is_name_of_something(scene, place) and not is_office_to_go_to(scene, place):
            last_matter = place.last if is_matter(scene.message, place) else last_matter
            continue
        if _goes_on_from(scene, place, last_matter):
            last_matter = place.last
            continue
        stance = scene.stance(place.first, place.last)
        if not stance.excluded and is_refused(scene, place):
            stance = replace(stance, excluded=True)
        if stance.excluded and _is_in_portuguese(scene, place):
            stance = replace(stance, excluded=False)
        if stance.excluded and place.kind == "city" and scene.message.norm(place.first - 1) == "outside":
            own = own or place  # 'our plant outside Leeds' is near it
        if stance.excluded and slack_before(scene, place.first) is not None:
            stance = replace(stance, excluded=False)  # 'no further than two hours from Paris'
        if not stance.excluded and _is_what_goes(scene, place):
            continue
        if not stance.excluded and not stance.unneeded:
            named.append(place)
        if not stance.excluded and (is_clients(scene, place) or _goes_on_from(scene, place, last_own)):
            own, last_own = own or (None if _is_where_somebody_went(scene, place) else place), place.last
            continue
        if (stance.unneeded and not _is_one_more(scene, place)) or _is_among_others(scene, place):
            continue
        zone = zone_wish(scene, place) or zone_of_clock(scene, place)
        if zone is not None and not stance.excluded:
            found.append(
                Finding(
                    Slot.UTC_OFFSET, zone, place.first, place.last, hard=stance.hard, uncertain=stance.unsure
                )
            )
        elif place.kind != "zone" and not (stance.excluded and place.kind == "city"):
            found += _wish(scene, place, stance)
    found = without_clients_cities(scene, found)
    found += wanted_on_the_spot(scene, named, own)
    found = with_exact_offsets(found, list(numeric_offsets(scene)))
    found += (*zones_after_clocks(scene), *zones_beside_parts(scene))
    if own is not None and scene.message.has("places", "my_zone") and own.offset is not None:
        cue = next(m for m in scene.message.of("places") if m.key == "my_zone")
        stance = scene.stance(cue.first, cue.last)
        zone = own_zone(scene, cue, own.offset)
        found.append(Finding(Slot.UTC_OFFSET, zone, cue.first, cue.last, hard=stance.hard))
    return one_offset(found)


def _is_in_portuguese(scene: Scene, place: Place) -> bool:
    """'um programador no Brasil': the word that rules out in English is 'in the' of Portuguese."""
    return scene.language == _PORTUGUESE and scene.message.norm(place.first - 1) == "no"


_PORTUGUESE = "pt"


def _is_where_somebody_went(scene: Scene, place: Place) -> bool:
    """'our nephew moved to Portugal': neither the freelancer's nor the client's."""
    message = scene.message
    moved = message.norm(place.first - 2) in ("moved", "moving", "relocated")
    return moved and message.norm(message.segment(place.first).first) not in ("we", "i", "weve", "ive")


def is_refused(scene: Scene, place: Place) -> bool:
    """'Vietnam out, Indonesia in', 'Hong Kong doesn't': a word or two right after it, and no more."""
    message = scene.message
    after = message.norm(place.last)
    rest = message.norm(place.last + 1)
    ends = not rest.isalpha() or rest in ("and", "but", "either", "now", "please")
    ends = ends or rest in ("too", "also") or message.norms[place.last + 1 : place.last + 3] == ("as", "well")
    return (after == "out" and ends) or (after in _DENIALS and (ends or rest in _FITS))


_DENIALS = frozenset({"doesnt", "dont", "wont", "isnt", "arent", "cant", "didnt"})
_FITS = frozenset({"work", "fit", "suit", "do", "count", "qualify", "anymore"})


def _is_what_goes(scene: Scene, place: Place) -> bool:
    """'rather than somebody from Holland': named to be left out, though not as a condition."""
    message = scene.message
    cues = message.between("edits", max(message.segment(place.first).first, place.first - 4), place.first)
    return any(c.key == "instead_of" and c.size > 1 for c in cues)


def _is_among_others(scene: Scene, place: Place) -> bool:
    """'anywhere is fine, not only the Philippines'."""
    message = scene.message
    first = place.first - (message.norm(place.first - 1) == "the")
    only = message.norms[max(0, first - 2) : first] in (("not", "only"), ("not", "just"))
    return only and message.has("places", "anywhere")


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
    message = scene.message
    if message.names_somebody(place.last):
        return False  # 'I'm in Lima, Peruvian designers please'
    return last >= 0 and are_listed(message, last, place.first)


def are_listed(message: Message, last: int, first: int) -> bool:
    """Whether a place that ends at token `last` and one that begins at `first` are of a list: 'A, B or C'."""
    between = message.norms[last:first] if last <= first else ()
    return 0 < len(between) <= _LONGEST_LINK and all(word in _LINKS for word in between)


def _wish(scene: Scene, place: Place, stance: Stance) -> Iterator[Finding]:
    codes: tuple[str, ...] = (place.country,) if place.country is not None else ()
    if place.kind == "region":
        if not stance.excluded:
            yield Finding(
                Slot.REGIONS, place.key, place.first, place.last, hard=stance.hard, uncertain=stance.unsure
            )
            return
        members = scene.knowledge.regions[place.key].countries
        codes = tuple(members) if len(members) <= _FEW else ()  # 'not the US and Canada'
    for code in codes:
        value = Countries(exclude=(code,)) if stance.excluded else Countries(include=(code,))
        yield Finding(
            Slot.COUNTRIES,
            value,
            place.first,
            place.last,
            hard=stance.hard is not False if stance.excluded else stance.hard,
            uncertain=stance.unsure or place.kind == "city",
        )


_FEW = 3
"""Countries of a region that is but another way to list them."""
