"""Regions may be made of regions: what each comes down to in countries."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from store.knowledge.entries import Region
from store.knowledge.faults import KnowledgeFault


def flatten_regions(regions: Sequence[Region]) -> dict[str, Region]:
    """Regions by id, their members spelled out as countries in the order given, each once.

    A member in small letters is a region's id. Raises KnowledgeFault for an unknown one or a circle.
    """
    by_id = {region.id: region for region in regions}
    return {
        region.id: replace(region, countries=tuple(dict.fromkeys(_countries(region.id, by_id, ()))))
        for region in regions
    }


def _countries(region_id: str, by_id: Mapping[str, Region], above: tuple[str, ...]) -> list[str]:
    if region_id in above:
        raise KnowledgeFault([f"regions.csv: {' > '.join((*above, region_id))} is a circle"])
    if region_id not in by_id:
        raise KnowledgeFault([f"regions.csv: {above[-1]} names the unknown region {region_id!r}"])
    found: list[str] = []
    for member in by_id[region_id].countries:
        found += [member] if member.isupper() else _countries(member, by_id, (*above, region_id))
    return found
