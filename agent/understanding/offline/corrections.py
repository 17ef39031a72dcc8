"""Reads changes to what the brief already holds: drop, relax, tighten, replace, so much more or less."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.briefs.slots import field_of
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.gazetteer import Mention
from agent.understanding.offline.held import holds, item_of
from agent.understanding.offline.replacing import corrected, denied, put_right, replaced, taking_place
from agent.understanding.offline.requirement_edits import cue_before, is_taken_away, last_weighed, slot_edits
from agent.understanding.offline.steps import counted, relative, set_to
from agent.understanding.offline.weighing import weighed_values
from agent.understanding.reading import ChangeValue, Operation
from store.nouns.brief import (
    Brief,
    Countries,
    Importance,
    LanguageLevel,
    LanguageWish,
    MoneyRange,
    SkillWish,
    Slot,
)


def correct(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with those that change the brief's own values read as such, and the rest added."""
    brief = scene.context.brief
    steps = list(counted(scene, brief))
    weights = list(weighed_values(scene, brief))
    plain = [
        f
        for f in findings
        if not _is_readmitted(scene, f, brief) and not _is_in_step(f, steps) and not _is_in_step(f, weights)
    ]
    found = denied(scene, replaced(scene, plain))
    found = put_right(scene, corrected(scene, found))
    found = [f for f in found if not _is_dropped_in_vain(scene, f, brief)]
    found = [_dropped(scene, finding, brief) for finding in found]
    found = taking_place(scene, found, brief)
    found = [_kept_firm(scene, _weighed(finding, brief), brief) for finding in found]
    found += [f for f in _unwanted(scene, brief, found) if not _is_in_step(f, weights)]
    found += weights
    taken = {f.slot for f in found}
    found += [f for f in slot_edits(scene, brief) if f.slot not in taken]
    taken = {f.slot for f in found}
    reasons = any(_is_barring(f) for f in found)
    found += [
        f for f in relative(scene, brief) if f.slot not in taken and not (reasons and _is_too(scene, f))
    ]
    taken = {f.slot for f in found}
    found += [f for f in set_to(scene, brief) if f.slot not in taken and not _is_read(f, found)]
    found += [f for f in _currency(scene, brief, found) if f.slot not in taken]
    found += [] if found else _language_level(scene, brief)
    found += _other_price(scene, found, brief)
    found += _other_start(scene, found, brief)
    return found or list(last_weighed(scene, brief))


def _is_read(finding: Finding, found: Sequence[Finding]) -> bool:
    """Whether its number is the value of something else that was read."""
    return any(f.first <= finding.first and finding.last <= f.last for f in found if f.value is not None)


def _is_barring(finding: Finding) -> bool:
    return _is_excluded(finding) or (isinstance(finding.value, Countries) and bool(finding.value.exclude))


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
    return lifted and scene.near("people", "allowed", finding.first, finding.last, 2, 4)


_PRICES = {Slot.HOURLY_RATE: Slot.FIXED_BUDGET, Slot.FIXED_BUDGET: Slot.HOURLY_RATE}


def _other_price(scene: Scene, found: Sequence[Finding], brief: Brief) -> Iterator[Finding]:
    """'actually a fixed price of $600' takes the place of the hourly rate."""
    for finding in found:
        other = _PRICES.get(finding.slot)
        if other is None or finding.operation is not Operation.SET or other not in brief.terms:
            continue
        if any(each.slot is other for each in found):
            continue
        if scene.message.has("intents", "correction") or scene.message.has("edits", "instead_of", "replace"):
            yield Finding(other, None, finding.first, finding.last, Operation.REMOVE)


_STARTS = {Slot.START_BY: Slot.AVAILABLE_NOW, Slot.AVAILABLE_NOW: Slot.START_BY}


def _other_start(scene: Scene, found: Sequence[Finding], brief: Brief) -> Iterator[Finding]:
    """'start on 15 January' ends that they must be free now, and the other way round."""
    for finding in found:
        other = _STARTS.get(finding.slot)
        plain = finding.operation is Operation.SET and finding.value is not False
        if other is not None and plain and other in brief.terms and not any(f.slot is other for f in found):
            yield Finding(other, None, finding.first, finding.last, Operation.REMOVE)


def _dropped(scene: Scene, finding: Finding, brief: Brief) -> Finding:
    """'drop the Shopify requirement' takes Shopify out of a brief that holds it."""
    lifted = _lifted_ban(scene, finding, brief)
    if lifted is not None:
        return lifted
    if _is_a_dropped_value(scene, finding, brief):
        return replace(finding, operation=Operation.REMOVE, value=None, hard=None)
    name = item_of(finding)
    if name is None or finding.operation is Operation.REPLACE or not holds(brief, finding.slot, name):
        return finding
    message = scene.message
    if is_taken_away(scene, finding.first, finding.last):
        return replace(finding, operation=Operation.REMOVE, hard=None)
    cue = cue_before(scene, "drop", finding.first, _BEFORE_DROPPED, joined=True)
    required = message.at("edits", finding.last)
    if cue is None:
        return finding
    word = message.norm(cue.first)
    if word in ("no", "any") and not (required is not None and required.key == "requirement"):
        return finding
    if finding.slot is Slot.SKILLS and _is_excluded(finding) and word in ("no", "skip", "without"):
        return finding
    return replace(finding, operation=Operation.REMOVE, hard=None, first=cue.first)


def _is_dropped_in_vain(scene: Scene, finding: Finding, brief: Brief) -> bool:
    """'scrap the UK thing', where the brief holds no such thing: it is no wish for it."""
    name = item_of(finding)
    if name is None or not brief.terms or finding.operation is Operation.REPLACE or _is_excluded(finding):
        return False
    if holds(brief, finding.slot, name) or (isinstance(finding.value, Countries) and finding.value.exclude):
        return False
    cue = cue_before(scene, "drop", finding.first, ("the", "my", "our", "that"))
    return cue is not None and scene.message.norm(cue.first) not in (
        "no",
        "any",
        "skip",
        "without",
        "whatever",
    )


_BEFORE_DROPPED = ("the", "my", "our", "that", "about", "for", "with", "of")
_BAN = 6


def _lifted_ban(scene: Scene, finding: Finding, brief: Brief) -> Finding | None:
    """'remove the no-PHP rule', 'drop the ban on India': what was ruled out may come again."""
    match finding.value:
        case SkillWish(name=name) if _is_barred(brief, name):
            value: ChangeValue = SkillWish(name=name)
        case Countries(include=(), exclude=(code,)) | Countries(include=(code,), exclude=()) if (
            brief.countries is not None and code in brief.countries.exclude
        ):
            value = Countries(exclude=(code,))
        case _:
            return None
    message = scene.message
    low, _ = message.sentence(finding.first)
    banned = scene.lexicon.words("edits", "banned")
    for cue in message.between("edits", max(low, finding.first - _BAN), finding.first):
        between = message.norms[cue.last : finding.first]
        if cue.key == "drop" and message.norm(cue.first) not in banned and between and set(between) <= banned:
            return replace(finding, operation=Operation.REMOVE, value=value, hard=None, first=cue.first)
    return None


def _is_barred(brief: Brief, name: str) -> bool:
    return any(s.name == name and s.importance is Importance.EXCLUDED for s in brief.skills)


_SINGLE = frozenset({Slot.HEADCOUNT, Slot.DURATION_WEEKS, Slot.MIN_JOB_SUCCESS, Slot.MIN_RATING})


def _is_a_dropped_value(scene: Scene, finding: Finding, brief: Brief) -> bool:
    """'forget about the three people': a number the brief holds, and no new one."""
    if finding.slot not in _SINGLE or finding.slot not in brief.terms or finding.value is None:
        return False
    if getattr(brief, field_of(finding.slot)) != finding.value:
        return False
    cue = cue_before(scene, "drop", finding.first, _BEFORE_DROPPED)
    return cue is not None and scene.message.norm(cue.first) not in ("no", "any", "whatever")


def _is_excluded(finding: Finding) -> bool:
    return isinstance(finding.value, SkillWish) and finding.value.importance is Importance.EXCLUDED


def _weighed(finding: Finding, brief: Brief) -> Finding:
    """A skill the brief holds, said to be only nice to have, or now a must."""
    wish = finding.value
    if not isinstance(wish, SkillWish) or finding.operation is not Operation.ADD:
        return finding
    known = next((skill for skill in brief.skills if skill.name == wish.name), None)
    if known is None or known.importance is wish.importance:
        return finding
    match known.importance, wish.importance:
        case Importance.EXCLUDED, Importance.NICE:
            return replace(finding, operation=Operation.REMOVE, value=SkillWish(name=wish.name))
        case Importance.MUST, Importance.NICE:
            return replace(finding, operation=Operation.RELAX)
        case Importance.NICE, Importance.MUST:
            return replace(finding, operation=Operation.TIGHTEN)
        case _:
            return finding


def _kept_firm(scene: Scene, finding: Finding, brief: Brief) -> Finding:
    """'Pakistan is fine as well' beside places that are required: one more of them."""
    term = brief.terms.get(finding.slot)
    places = finding.slot in (Slot.COUNTRIES, Slot.REGIONS)
    if not places or term is None or not term.hard or finding.hard is not False:
        return finding
    allowed = scene.near("people", "allowed", finding.first, finding.last, 0, 4)
    return replace(finding, hard=None) if allowed else finding


def _unwanted(scene: Scene, brief: Brief, found: Sequence[Finding]) -> Iterator[Finding]:
    """What the brief holds and the message says is not needed (which findings leave out)."""
    for mention in scene.message.of("skill"):
        stance = scene.stance(mention.first, mention.last)
        unneeded = stance.unneeded and stance.hard is not False
        if unneeded and holds(brief, Slot.SKILLS, mention.key):
            wish = SkillWish(name=mention.key)
            yield Finding(Slot.SKILLS, wish, mention.first, mention.last, Operation.REMOVE)
    slots = ((Slot.LANGUAGES, "language"), (Slot.REGIONS, "region"), (Slot.INDUSTRIES, "industry"))
    for slot, kind in slots:
        for mention in scene.message.of(kind):
            stance = scene.stance(mention.first, mention.last)
            gone = stance.unneeded or (
                stance.excluded and slot is Slot.LANGUAGES and not _is_variety(scene, mention)
            )
            if gone and holds(brief, slot, mention.key):
                value: ChangeValue = LanguageWish(code=mention.key) if slot is Slot.LANGUAGES else mention.key
                yield Finding(slot, value, mention.first, mention.last, Operation.REMOVE)
    barred = brief.countries.exclude if brief.countries is not None else ()
    for kind in ("country", "demonym"):
        for mention in scene.message.of(kind):
            if scene.message.at("language", mention.first) is not None:
                continue
            if mention.key in barred and _is_allowed(scene, mention):
                place = Countries(exclude=(mention.key,))
                yield Finding(Slot.COUNTRIES, place, mention.first, mention.last, Operation.REMOVE)
                continue
            stance = scene.stance(mention.first, mention.last)
            if stance.unneeded and holds(brief, Slot.COUNTRIES, mention.key):
                place = Countries(include=(mention.key,))
                yield Finding(Slot.COUNTRIES, place, mention.first, mention.last, Operation.REMOVE)
    if brief.provider is not None:
        for mention in scene.message.of("people"):
            held = mention.key == brief.provider.value.lower()
            if (
                held
                and scene.stance(mention.first, mention.last).unneeded
                and brief.terms[Slot.PROVIDER].hard
            ):
                yield Finding(Slot.PROVIDER, None, mention.first, mention.last, Operation.RELAX)
                return
            if mention.key in ("agency", "individual") and _is_allowed(scene, mention):
                yield Finding(Slot.PROVIDER, None, mention.first, mention.last, Operation.REMOVE)
                return
    if brief.seniority is not None:
        for mention in scene.message.of("people"):
            if (
                mention.key in ("expert", "intermediate", "entry")
                and scene.stance(mention.first, mention.last).unneeded
            ):
                yield Finding(Slot.SENIORITY, None, mention.first, mention.last, Operation.REMOVE)
                return


def _is_variety(scene: Scene, mention: Mention) -> bool:
    """'not US English'."""
    kinds = ("country", "demonym")
    return any(scene.message.ending(kind, mention.first) is not None for kind in kinds)


def _is_allowed(scene: Scene, mention: Mention) -> bool:
    """'agencies are fine too'."""
    if scene.stance(mention.first, mention.last).unneeded:
        return True
    allowed = scene.message.ending("people", mention.first, reach=2)
    if allowed is not None and allowed.key == "allowed":
        return True
    return scene.near("people", "allowed", mention.first, mention.last, 0, 4)


def _currency(scene: Scene, brief: Brief, found: Sequence[Finding]) -> Iterator[Finding]:
    """'no, I said euros': the price stays, its currency changes."""
    if any(q.currency is not None for q in scene.quantities):
        return
    message = scene.message
    said = [
        m for m in message.of("currency") if not any(f.first < m.last and m.first < f.last for f in found)
    ]
    named = [m for m in said if not _is_the_old(scene, m)]
    corrects = (
        message.has("intents", "correction")
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


def _language_level(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'fluent is enough': another level for the one language the brief holds."""
    levels = {level.value: level for level in LanguageLevel}
    said = [m for m in scene.message.of("languages") if m.key in levels]
    plain = said and scene.message.norms[said[0].first : said[0].last] in (
        ("ok",),
        ("okay",),
        ("good",),
        ("great",),
    )
    if not said or plain or said[0].first != 0 or not scene.is_fragment:
        return
    for language in brief.languages:
        wish = language.model_copy(update={"level": levels[said[0].key]})
        if wish != language:
            yield Finding(Slot.LANGUAGES, wish, said[0].first, said[0].last)


def _is_the_old(scene: Scene, currency: Mention) -> bool:
    """'euros, not dollars', 'pounds instead of euros'."""
    if scene.message.norm(currency.last) == "?":
        return True
    before = scene.message.ending("edits", currency.first, reach=3)
    return before is not None and before.key == "instead_of"
