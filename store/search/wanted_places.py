"""Where people are wanted, where a client names countries and regions together."""

from collections.abc import Iterable

from store.knowledge import Knowledge
from store.nouns.brief import Brief, Slot


def region_countries(regions: Iterable[str], knowledge: Knowledge) -> frozenset[str]:
    """Every country of those regions; a region that is not known has none."""
    known = (knowledge.regions.get(region) for region in regions)
    return frozenset(country for region in known if region is not None for country in region.countries)


def are_alternatives(brief: Brief, knowledge: Knowledge) -> bool:
    """Whether the countries asked for are other places to look than the regions: 'the EU or the UK'.

    A country within a region narrows it down: 'Europe', and then 'only Germany'. One outside could never be
    met together with it. What is required and what is only preferred are no alternatives.
    """
    if not brief.regions or brief.countries is None or not brief.countries.include:
        return False
    if brief.is_hard(Slot.REGIONS) is not brief.is_hard(Slot.COUNTRIES):
        return False
    return not region_countries(brief.regions, knowledge).issuperset(brief.countries.include)
