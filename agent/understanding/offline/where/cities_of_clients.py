"""Tells the client's city from where people are wanted: 'moving company Miami. Agents, Latin America'."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Finding, Scene
from store.nouns.brief import Countries, Slot


def without_clients_cities(scene: Scene, found: Sequence[Finding]) -> list[Finding]:
    """Without the cities that are only named, where countries or regions without them are asked for."""
    asked = _asked(scene, found)
    if not asked:
        return list(found)
    return [each for each in found if not (_is_named_only(scene, each) and not asked & _countries(each))]


def _asked(scene: Scene, found: Sequence[Finding]) -> set[str]:
    """The countries that are asked for by their own names or by a region's."""
    codes: set[str] = set()
    for each in found:
        if each.slot is Slot.REGIONS and isinstance(each.value, str):
            codes |= set(scene.knowledge.regions[each.value].countries)
        elif each.slot is Slot.COUNTRIES and not _is_city(scene, each):
            codes |= _countries(each)
    return codes


def _countries(finding: Finding) -> set[str]:
    return set(finding.value.include) if isinstance(finding.value, Countries) else set()


def _is_city(scene: Scene, finding: Finding) -> bool:
    city = scene.message.at("city", finding.first)
    return city is not None and city.last == finding.last and finding.slot is Slot.COUNTRIES


def _is_named_only(scene: Scene, finding: Finding) -> bool:
    """Whether it is a city with no word of place before it and in no list with a country."""
    if not _is_city(scene, finding):
        return False
    message = scene.message
    around = {message.norm(finding.first - 1), message.norm(finding.last)}
    said = message.at("places", finding.last) is not None or message.norm(finding.last) == "based"
    cued = scene.stance(finding.first, finding.last).hard is not None
    return not (around & _WANTED or said or cued or message.names_somebody(finding.last))


_WANTED = frozenset({"in", "from", "near", "around", "within", "or", "/", "at", "to", "and", "&", "based"})
