"""Reads changes to what the brief already holds: drop, relax, tighten, replace, so much more or less."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.briefs.slots import PRICES
from agent.understanding.offline.change.dropping import bars_skill, dropped, is_dropped_in_vain
from agent.understanding.offline.change.held_languages import other_level
from agent.understanding.offline.change.kept_levels import with_kept_levels
from agent.understanding.offline.change.new_numbers import set_to
from agent.understanding.offline.change.open_ends import opened
from agent.understanding.offline.change.places_covered import covered
from agent.understanding.offline.change.putting_right import corrected, denied, put_right
from agent.understanding.offline.change.relative_changes import relative
from agent.understanding.offline.change.replacing import replaced, taking_place
from agent.understanding.offline.change.requirement_edits import (
    endless,
    last_weighed,
    slot_edits,
)
from agent.understanding.offline.change.steps import counted
from agent.understanding.offline.change.ways_to_pay import of_the_other_kind, other_price
from agent.understanding.offline.change.wider_hours import wider_hours
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.weight.unwanted import unwanted
from agent.understanding.offline.weight.weighing import weighed_values
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Operation
from store.nouns.brief import (
    Brief,
    Countries,
    Importance,
    LanguageWish,
    MoneyRange,
    SkillWish,
    Slot,
)


def correct(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with those that change the brief's own values read as such, and the rest added."""
    brief = scene.context.brief
    steps = list(counted(scene, brief))
    weights, wider = list(weighed_values(scene, brief)), list(wider_hours(scene, brief))
    plain = [
        f
        for f in findings
        if not _is_readmitted(scene, f, brief) and not _is_in_step(f, [*steps, *weights, *wider])
    ]
    found = denied(scene, replaced(scene, plain))
    found = put_right(scene, corrected(scene, found))
    found = [f for f in found if not is_dropped_in_vain(scene, f, brief)]
    found = with_kept_levels(scene, [dropped(scene, finding, brief) for finding in found], brief)
    found = taking_place(scene, found, brief)
    found += covered(scene, found, brief)
    found = [_kept_firm(scene, _weighed(scene, finding, brief), brief) for finding in found]
    gone = [f for f in unwanted(scene, brief, found) if not _is_in_step(f, weights)]
    found = [f for f in found if not _is_taken_back(f, gone)] + gone
    found += [*weights, *wider]
    taken = {f.slot for f in found}
    edits = (*opened(scene, brief), *slot_edits(scene, brief), *endless(scene, brief))
    found += [f for f in edits if f.slot not in taken]
    taken = {f.slot for f in found}
    reasons = any(_is_barring(f) for f in found)
    found += [
        f
        for f in relative(scene, brief, steps)
        if f.slot not in taken and not (reasons and _is_too(scene, f)) and not _is_removed(f, found)
    ]
    taken = {f.slot for f in found}
    found += [f for f in set_to(scene, brief) if f.slot not in taken and not _is_read(f, found)]
    found += [f for f in _currency(scene, brief, found) if f.slot not in taken]
    levels = list(other_level(scene, brief, found))
    spoken = {f.value.code for f in levels if isinstance(f.value, LanguageWish)}
    found = [f for f in found if not (isinstance(f.value, LanguageWish) and f.value.code in spoken)] + levels
    found += of_the_other_kind(scene, found, brief)
    found += other_price(scene, found, brief)
    found += _other_start(scene, found, brief)
    return found or list(last_weighed(scene, brief))


def _is_taken_back(finding: Finding, gone: Sequence[Finding]) -> bool:
    """'outside Spain is fine', 'India is only nice, any country will do': the place that goes is no wish."""
    places = finding.slot in (Slot.COUNTRIES, Slot.REGIONS)
    said = finding.operation in (Operation.SET, Operation.ADD)
    return places and said and any(f.slot is finding.slot and _is_in_step(finding, [f]) for f in gone)


def _is_read(finding: Finding, found: Sequence[Finding]) -> bool:
    """Whether its number is the value of something else that was read."""
    return any(f.first <= finding.first and finding.last <= f.last for f in found if f.value is not None)


def _is_removed(finding: Finding, found: Sequence[Finding]) -> bool:
    """Whether its words name something that is taken out: 'drop the UK hours' asks for no fewer hours."""
    gone = (f for f in found if f.operation is Operation.REMOVE)
    return any(f.first < finding.last and finding.first < f.last for f in gone)


def _is_barring(finding: Finding) -> bool:
    return bars_skill(finding) or (isinstance(finding.value, Countries) and bool(finding.value.exclude))


def _is_too(scene: Scene, finding: Finding) -> bool:
    """'nobody from the US, too pricey': the price is why, and is not to be changed."""
    return scene.message.norm(finding.first) == "too"


def _is_in_step(finding: Finding, steps: Sequence[Finding]) -> bool:
    """'one month longer' is no duration of a month, nor is 'start two weeks later'."""
    return any(step.first < finding.last and finding.first < step.last for step in steps)


def _is_readmitted(scene: Scene, finding: Finding, brief: Brief) -> bool:
    """'India is fine after all' lifts an exclusion and asks for nothing."""
    if brief.countries is None or not isinstance(finding.value, Countries):
        return False
    lifted = any(code in brief.countries.exclude for code in finding.value.include)
    again = scene.near("edits", "also", finding.first, finding.last, 1, 2)  # 'ok, India too'
    return lifted and (again or scene.near("people", "allowed", finding.first, finding.last, 2, 4))


_STARTS = {Slot.START_BY: Slot.AVAILABLE_NOW, Slot.AVAILABLE_NOW: Slot.START_BY}


def _other_start(scene: Scene, found: Sequence[Finding], brief: Brief) -> Iterator[Finding]:
    """'start on 15 January' ends that they must be free now, and the other way round."""
    for finding in found:
        other = _STARTS.get(finding.slot)
        plain = finding.operation is Operation.SET and finding.value is not False
        if other is not None and plain and other in brief.terms and not any(f.slot is other for f in found):
            yield Finding(other, None, finding.first, finding.last, Operation.REMOVE)


def _weighed(scene: Scene, finding: Finding, brief: Brief) -> Finding:
    """A skill the brief holds, said to be only nice to have, or now a must."""
    wish = finding.value
    if not isinstance(wish, SkillWish) or finding.operation is not Operation.ADD:
        return finding
    known = next((skill for skill in brief.skills if skill.name == wish.name), None)
    if known is None or known.importance is wish.importance:
        return finding
    match known.importance, wish.importance:
        case Importance.EXCLUDED, Importance.NICE if not _is_wished_for(scene, finding):
            return replace(finding, operation=Operation.REMOVE, value=SkillWish(name=wish.name))
        case Importance.MUST, Importance.NICE:
            return replace(finding, operation=Operation.RELAX)
        case Importance.NICE, Importance.MUST:
            return replace(finding, operation=Operation.TIGHTEN)
        case _:
            return finding


def _is_wished_for(scene: Scene, finding: Finding) -> bool:
    """'Tableau can go back in as a nice-to-have', where 'Tableau is fine again' asks for nothing."""
    after = scene.message.norms[finding.last : scene.message.segment(finding.first).last]
    return bool(_WISHES & set(after))


_WISHES = frozenset(
    {"nice", "plus", "bonus", "optional", "extra", "wish", "preference", "advantage", "desirable"}
)


def _kept_firm(scene: Scene, finding: Finding, brief: Brief) -> Finding:
    """'Pakistan is fine as well', '95 is ok too' beside what is required: no less so."""
    term = brief.terms.get(finding.slot)
    if finding.slot is Slot.REGIONS and term is None:
        term = brief.terms.get(Slot.COUNTRIES)  # 'any country of the EU is fine', after Poland
    widened = finding.slot in (Slot.COUNTRIES, Slot.REGIONS, *PRICES)
    if not widened or term is None or not term.hard or finding.hard is not False:
        return finding
    allowed = scene.near("people", "allowed", finding.first, finding.last, 0, 4)
    return replace(finding, hard=True if finding.slot in PRICES else None) if allowed else finding


def _currency(scene: Scene, brief: Brief, found: Sequence[Finding]) -> Iterator[Finding]:
    """'no, I said euros': the price stays, its currency changes."""
    if any(q.currency is not None for q in scene.quantities):
        return
    message = scene.message
    said = [
        m for m in message.of("currency") if not any(f.first < m.last and m.first < f.last for f in found)
    ]
    held = {price.currency for price in (brief.hourly_rate, brief.fixed_budget) if price is not None}
    named = [m for m in said if not _is_the_old(scene, m)]
    named = [m for m in named if m.key not in held] or named
    corrects = (
        message.has("intents", "correction")
        or message.has("edits", "replace")
        or "meant" in message.norms
        or len(named) < len(said)
        or message.norm(named[0].first - 1 if named else 0) == "in"
    )
    if len({m.key for m in named}) != 1 or not (corrects or scene.is_fragment):
        return
    for slot, value in ((Slot.HOURLY_RATE, brief.hourly_rate), (Slot.FIXED_BUDGET, brief.fixed_budget)):
        if value is not None and value.currency != named[0].key:
            changed = MoneyRange(min=value.min, max=value.max, currency=named[0].key)
            hard = brief.terms[slot].hard if slot in brief.terms else None
            yield Finding(slot, changed, named[0].first, named[0].last, hard=hard)


def _is_the_old(scene: Scene, currency: Mention) -> bool:
    """'euros, not dollars', 'pounds instead of euros'."""
    if scene.message.norm(currency.last) == "?":
        return True
    before = scene.message.ending("edits", currency.first, reach=3)
    return before is not None and before.key == "instead_of"
