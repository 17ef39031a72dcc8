"""Reads places made wider or narrower: 'all of South Asia is fine' after India, the Nordics after Europe."""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.reading import Operation
from store.nouns.brief import Brief, Countries, Slot

_ADDING = (Operation.SET, Operation.ADD)


def covered(scene: Scene, findings: Sequence[Finding], brief: Brief) -> Iterator[Finding]:
    """What the brief asks for within a region named now goes, and a larger region that it narrows down."""
    removed = {f.value for f in findings if f.slot is Slot.REGIONS and f.operation is Operation.REMOVE}
    named = [f for f in findings if f.slot is Slot.REGIONS and f.operation in _ADDING]
    added = {f.value for f in named}
    for finding in named:
        region = scene.knowledge.regions.get(str(finding.value))
        if region is None:
            continue
        members = frozenset(region.countries)
        held = () if brief.countries is None else brief.countries.include
        inside = tuple(code for code in held if code in members)
        said = {code for f in findings if isinstance(f.value, Countries) for code in f.value.include}
        if inside and not said & set(inside):
            gone = Countries(include=inside)
            yield Finding(Slot.COUNTRIES, gone, finding.first, finding.last, Operation.REMOVE)
        for other in brief.regions:
            if other in added or other in removed:
                continue
            countries = frozenset(scene.knowledge.regions[other].countries)
            narrowed = members < countries and finding.hard is not False and not _comes_on_top(scene, finding)
            if narrowed or countries < members:
                yield Finding(Slot.REGIONS, other, finding.first, finding.last, Operation.REMOVE)


def _comes_on_top(scene: Scene, finding: Finding) -> bool:
    return scene.near("edits", "also", finding.first, finding.last, 3, 4)
