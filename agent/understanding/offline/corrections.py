"""Reads changes to what the brief already holds: drop, relax, tighten, replace, so much more or less."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log

from agent.briefs.slots import field_of
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.gazetteer import Mention
from agent.understanding.offline.quantities import Quantity
from agent.understanding.reading import ChangeValue, Operation
from store.nouns.brief import (
    Brief,
    Countries,
    Importance,
    LanguageWish,
    MoneyRange,
    Range,
    SkillWish,
    Slot,
)

_NAME_KINDS = ("skill", "country", "demonym", "region", "language", "role", "industry", "city")
_REACH = 4
_BEST_RATING = 5.0


def correct(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with those that change the brief's own values read as such, and the rest added."""
    brief = scene.context.brief
    found = _replaced(scene, [f for f in findings if not _is_readmitted(scene, f, brief)])
    found = [_dropped(scene, finding, brief) for finding in found]
    found = _instead(scene, found, brief)
    found = [_weighed(finding, brief) for finding in found]
    found += _unwanted(scene, brief, found)
    taken = {f.slot for f in found}
    found += [f for f in _slot_edits(scene, brief) if f.slot not in taken]
    taken = {f.slot for f in found}
    found += [f for f in _relative(scene, brief) if f.slot not in taken]
    taken = {f.slot for f in found}
    found += [f for f in _set_to(scene, brief) if f.slot not in taken]
    found += [f for f in _currency(scene, brief) if f.slot not in taken]
    found += _other_price(scene, found, brief)
    return found


def _is_readmitted(scene: Scene, finding: Finding, brief: Brief) -> bool:
    """'India is fine after all' lifts an exclusion and asks for nothing."""
    if brief.countries is None or not isinstance(finding.value, Countries):
        return False
    lifted = any(code in brief.countries.exclude for code in finding.value.include)
    return lifted and scene.near("people", "allowed", finding.first, finding.last, 0, 4)


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


def _instead(scene: Scene, findings: list[Finding], brief: Brief) -> list[Finding]:
    """'Ireland only', 'actually Germany', 'only React' of two: what the brief held beside it goes."""
    found: list[Finding] = []
    replaced = False
    for finding in findings:
        alone = finding.operation in (Operation.SET, Operation.ADD) and _takes_place(scene, finding)
        if alone and finding.slot is Slot.SKILLS and isinstance(finding.value, SkillWish):
            found += _other_alternatives(finding, finding.value.name, brief)
        elif alone and not replaced and _is_place_like_held(finding, brief):
            replaced = True
            found += _other_places(scene, finding, brief)
            found.append(replace(finding, operation=Operation.REPLACE))
            continue
        found.append(finding)
    return found


def _takes_place(scene: Scene, finding: Finding) -> bool:
    also = scene.near("edits", "also", finding.first, finding.last, 3, 3)
    return not also and scene.near("edits", "instead", finding.first, finding.last, 4, 2)


def _other_alternatives(finding: Finding, name: str, brief: Brief) -> Iterator[Finding]:
    group = next((skill.alternative for skill in brief.skills if skill.name == name), None)
    for skill in brief.skills:
        if group is not None and skill.alternative == group and skill.name != name:
            gone = SkillWish(name=skill.name)
            yield Finding(Slot.SKILLS, gone, finding.first, finding.last, Operation.REMOVE)


def _is_place_like_held(finding: Finding, brief: Brief) -> bool:
    held = bool(brief.regions) or bool(brief.countries is not None and brief.countries.include)
    if isinstance(finding.value, Countries):
        return held and bool(finding.value.include)
    return held and finding.slot is Slot.REGIONS


def _other_places(scene: Scene, finding: Finding, brief: Brief) -> Iterator[Finding]:
    """What of the other kind of place the brief holds and the new one leaves."""
    if isinstance(finding.value, Countries):
        code = finding.value.include[0]
        for region in brief.regions:
            known = scene.knowledge.regions.get(region)
            if known is None or code not in known.countries:
                yield Finding(Slot.REGIONS, region, finding.first, finding.last, Operation.REMOVE)
    elif brief.countries is not None and brief.countries.include:
        known = scene.knowledge.regions.get(str(finding.value))
        outside = tuple(c for c in brief.countries.include if known is None or c not in known.countries)
        if outside:
            gone = Countries(include=outside)
            yield Finding(Slot.COUNTRIES, gone, finding.first, finding.last, Operation.REMOVE)


def _item(finding: Finding) -> str | None:
    """The name of a list item a finding is about."""
    match finding.value:
        case SkillWish(name=name):
            return name
        case LanguageWish(code=code):
            return code
        case Countries(include=(code, *_)):
            return code
        case str() as name:
            return name
        case _:
            return None


def _holds(brief: Brief, slot: Slot, name: str) -> bool:
    match slot:
        case Slot.SKILLS:
            return any(skill.name == name for skill in brief.skills)
        case Slot.LANGUAGES:
            return any(language.code == name for language in brief.languages)
        case Slot.COUNTRIES:
            return brief.countries is not None and name in brief.countries.include
        case Slot.REGIONS:
            return name in brief.regions
        case Slot.INDUSTRIES:
            return name in brief.industries
        case Slot.ROLE:
            return brief.role == name
        case _:
            return False


def _dropped(scene: Scene, finding: Finding, brief: Brief) -> Finding:
    """'drop the Shopify requirement' takes Shopify out of a brief that holds it."""
    name = _item(finding)
    if name is None or finding.operation is Operation.REPLACE or not _holds(brief, finding.slot, name):
        return finding
    message = scene.message
    cue = _cue_before(
        scene, "drop", finding.first, ("the", "my", "our", "that", "about", "for", "with", "of")
    )
    required = message.at("edits", finding.last)
    if cue is None:
        return finding
    word = message.norm(cue.first)
    if word in ("no", "any") and not (required is not None and required.key == "requirement"):
        return finding
    if finding.slot is Slot.SKILLS and _is_excluded(finding) and word in ("no", "skip", "without"):
        return finding
    return replace(finding, operation=Operation.REMOVE, hard=None, first=cue.first)


def _is_excluded(finding: Finding) -> bool:
    return isinstance(finding.value, SkillWish) and finding.value.importance is Importance.EXCLUDED


def _cue_before(scene: Scene, key: str, first: int, skipped: tuple[str, ...]) -> Mention | None:
    message = scene.message
    index = first
    for _ in range(_REACH):
        for mention in message.between("edits", max(0, index - 5), index):
            if mention.key == key and mention.last == index:
                return mention
        if message.norm(index - 1) in skipped or message.at("skill", index - 1):
            index -= 1
        else:
            break
    return None


def _weighed(finding: Finding, brief: Brief) -> Finding:
    """A skill the brief holds, said to be only nice to have, or now a must."""
    wish = finding.value
    if not isinstance(wish, SkillWish) or finding.operation is not Operation.ADD:
        return finding
    known = next((skill for skill in brief.skills if skill.name == wish.name), None)
    if known is None or known.importance is wish.importance:
        return finding
    match known.importance, wish.importance:
        case Importance.MUST, Importance.NICE:
            return replace(finding, operation=Operation.RELAX)
        case Importance.NICE, Importance.MUST:
            return replace(finding, operation=Operation.TIGHTEN)
        case _:
            return finding


def _unwanted(scene: Scene, brief: Brief, found: Sequence[Finding]) -> Iterator[Finding]:
    """What the brief holds and the message says is not needed (which findings leave out)."""
    for mention in scene.message.of("skill"):
        stance = scene.stance(mention.first, mention.last)
        unneeded = stance.unneeded and stance.hard is not False
        if unneeded and _holds(brief, Slot.SKILLS, mention.key):
            wish = SkillWish(name=mention.key)
            yield Finding(Slot.SKILLS, wish, mention.first, mention.last, Operation.REMOVE)
    slots = ((Slot.LANGUAGES, "language"), (Slot.REGIONS, "region"), (Slot.INDUSTRIES, "industry"))
    for slot, kind in slots:
        for mention in scene.message.of(kind):
            stance = scene.stance(mention.first, mention.last)
            if stance.unneeded and _holds(brief, slot, mention.key):
                value: ChangeValue = LanguageWish(code=mention.key) if slot is Slot.LANGUAGES else mention.key
                yield Finding(slot, value, mention.first, mention.last, Operation.REMOVE)
    barred = brief.countries.exclude if brief.countries is not None else ()
    for kind in ("country", "demonym"):
        for mention in scene.message.of(kind):
            if mention.key in barred and _is_allowed(scene, mention):
                place = Countries(exclude=(mention.key,))
                yield Finding(Slot.COUNTRIES, place, mention.first, mention.last, Operation.REMOVE)
                continue
            stance = scene.stance(mention.first, mention.last)
            if stance.unneeded and _holds(brief, Slot.COUNTRIES, mention.key):
                place = Countries(include=(mention.key,))
                yield Finding(Slot.COUNTRIES, place, mention.first, mention.last, Operation.REMOVE)
    if brief.provider is not None:
        for mention in scene.message.of("people"):
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


def _is_allowed(scene: Scene, mention: Mention) -> bool:
    """'agencies are fine too'."""
    if scene.stance(mention.first, mention.last).unneeded:
        return True
    return scene.near("people", "allowed", mention.first, mention.last, 0, 4)


def _slot_edits(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'location doesn't matter any more', 'be flexible on the rate', 'the rating is a must'."""
    done: set[Slot] = set()
    anywhere = [m for m in scene.message.of("places") if m.key == "anywhere"]
    for mention in (*scene.message.of("slots"), *anywhere):
        keys = ("countries", "regions", "utcOffset") if mention.kind == "places" else (mention.key,)
        for key in keys:
            slot = _present(brief, Slot(key))
            if slot is None or slot in done:
                continue
            operation = Operation.REMOVE if mention.kind == "places" else _edit(scene, mention)
            if operation is None:
                continue
            done.add(slot)
            yield Finding(slot, None, mention.first, mention.last, operation)


def _present(brief: Brief, slot: Slot) -> Slot | None:
    """The slot if the brief holds it; a word for the price means whichever price it holds."""
    if slot in brief.terms:
        return slot
    if slot is Slot.HOURLY_RATE and Slot.FIXED_BUDGET in brief.terms:
        return Slot.FIXED_BUDGET
    if slot is Slot.COUNTRIES and Slot.REGIONS in brief.terms:
        return Slot.REGIONS
    if slot in (Slot.COUNTRIES, Slot.REGIONS) and Slot.UTC_OFFSET in brief.terms:
        return Slot.UTC_OFFSET
    return None


def _edit(scene: Scene, mention: Mention) -> Operation | None:
    message = scene.message
    low, high = message.sentence(mention.first)
    if scene.stance(mention.first, mention.last).unneeded:
        return Operation.REMOVE
    for key, operation in (("relax", Operation.RELAX), ("drop", Operation.REMOVE)):
        if _cue_before(
            scene,
            key,
            mention.first,
            ("the", "my", "our", "that", "about", "on", "for", "with", "hourly", "any", "a"),
        ):
            return operation
    after = message.between("edits", mention.last, min(high, mention.last + 5))
    for cue in after:
        if cue.key == "relaxed":
            return Operation.RELAX
        if cue.key == "tighten" and not any(q.first < high and q.last > low for q in scene.quantities):
            return Operation.TIGHTEN
    before = message.between("edits", max(low, mention.first - 4), mention.first)
    if any(cue.key == "tighten" for cue in before) and message.norm(mention.first - 1) in (
        "on",
        "about",
        "the",
        "strict",
    ):
        return Operation.TIGHTEN
    return None


def _replaced(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """'Vue instead of React', 'replace React with Vue'; what goes is no wish of its own."""
    brief = scene.context.brief
    cues = [m for m in scene.message.of("edits") if m.key in ("instead_of", "replace")]
    names = _names(scene) if cues else []
    for mention in cues:
        pair = _pair(scene, mention, names)
        if pair is None:
            continue
        new, old = pair
        coming = next((f for f in findings if f.first <= new.first < f.last and f.slot in _REPLACEABLE), None)
        going = _value_name(scene, old)
        if coming is None:
            continue
        held = _holds(brief, coming.slot, going)
        if message_says_not(scene, mention) and not held:
            continue
        findings = [f for f in findings if not (f is not coming and f.first <= old.first < f.last)]
        if held and coming.slot is not Slot.ROLE:
            value = coming.value
            if isinstance(value, SkillWish):
                value = value.model_copy(update={"importance": Importance.MUST, "alternative": None})
            changed = replace(coming, value=value, operation=Operation.REPLACE, replaces=(going,))
            findings = [changed if f is coming else f for f in findings]
    return findings


_REPLACEABLE = frozenset(
    {Slot.SKILLS, Slot.COUNTRIES, Slot.REGIONS, Slot.LANGUAGES, Slot.ROLE, Slot.INDUSTRIES}
)


def message_says_not(scene: Scene, mention: Mention) -> bool:
    """Whether the cue is a bare 'not', which excludes rather than replaces."""
    return scene.message.norm(mention.first) in ("not", "and") and mention.size <= 2


def _names(scene: Scene) -> list[Mention]:
    names = [m for kind in _NAME_KINDS for m in scene.message.of(kind)]
    return sorted(names, key=lambda m: (m.first, -m.last))


def _value_name(scene: Scene, mention: Mention) -> str:
    if mention.kind == "city":
        return scene.knowledge.cities[int(mention.key)].country
    return mention.key


def _same_kind(one: Mention, other: Mention) -> bool:
    places = {"country", "demonym", "region", "city"}
    return one.kind == other.kind or {one.kind, other.kind} <= places


def _pair(scene: Scene, cue: Mention, names: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """(the new, the old) around a replacing cue."""
    message = scene.message
    low, high = message.sentence(cue.first)
    after = _starting(names, cue.last, min(high, cue.last + 6))
    if cue.key == "instead_of":
        before = _starting(names, max(low, cue.first - 6), cue.first)
        pairs = [(b, a) for b in reversed(before) for a in after if _same_kind(a, b) and a.key != b.key]
        return pairs[0] if pairs else None
    if cue.key == "replace" and after:
        old = after[0]
        links = [m for m in message.between("edits", old.last, min(high, old.last + 5)) if m.key == "with"]
        if not links:
            return None
        following = _starting(names, links[0].last, min(high, links[0].last + 5))
        matching = [m for m in following if _same_kind(m, old) and m.key != old.key]
        return (matching[0], old) if matching else None
    return None


def _starting(names: Sequence[Mention], first: int, last: int) -> Sequence[Mention]:
    """The names that begin within tokens [first, last)."""
    low = bisect_left(names, first, key=lambda m: m.first)
    return names[low : bisect_left(names, max(first, last), lo=low, key=lambda m: m.first)]


def _relative(scene: Scene, brief: Brief) -> Iterator[Finding]:
    counted = list(_counted(scene, brief))
    yield from counted
    done = {finding.slot for finding in counted}
    for mention in scene.message.of("relative"):
        slot = _moved_slot(brief, Slot(scene.lexicon.setting("relative", mention.key, "slot")))
        if slot in done or _is_denied(scene, mention):
            continue
        done.add(slot)
        factor = scene.lexicon.setting("relative", mention.key, "factor")
        delta = scene.lexicon.setting("relative", mention.key, "delta")
        scale = _degree(scene, mention)
        if factor is not None:
            factor = round(1 + (factor - 1) * (scale if factor not in (0.5, 2.0) else 1), 3)
        elif delta is not None and slot is not Slot.SENIORITY:
            delta = delta * scale
        yield Finding(slot, None, mention.first, mention.last, Operation.RELATIVE, factor=factor, delta=delta)


def _is_denied(scene: Scene, mention: Mention) -> bool:
    return scene.message.norm(mention.first - 1) in ("not", "no", "isnt", "arent", "dont", "nothing")


def _moved_slot(brief: Brief, slot: Slot) -> Slot:
    if slot is Slot.HOURLY_RATE and brief.hourly_rate is None and brief.fixed_budget is not None:
        return Slot.FIXED_BUDGET
    return slot


def _degree(scene: Scene, mention: Mention) -> float:
    low = max(0, mention.first - 3)
    inside = scene.message.between("degrees", low, mention.first)
    for cue in reversed(inside):
        if cue.key in ("small", "large"):
            return float(scene.lexicon.setting("degrees", cue.key, "scale"))
    after = scene.message.at("degrees", mention.last)
    if after is not None and after.key in ("small", "large"):
        return float(scene.lexicon.setting("degrees", after.key, "scale"))
    return 1.0


_COUNTED = {
    "hour": Slot.HOURS_PER_WEEK,
    "week": Slot.DURATION_WEEKS,
    "month": Slot.DURATION_WEEKS,
    "day": Slot.START_BY,
}


def _counted(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'10 more hours', 'raise the budget by 20%', '$10 more', 'start two weeks later'."""
    for quantity in scene.quantities:
        slot, amount = _counted_slot(scene, quantity, brief)
        if slot is None or slot not in brief.terms:
            continue
        sign = quantity.step or _direction(scene, quantity)
        if not sign:
            continue
        if quantity.unit == "percent":
            factor = round(1 + sign * quantity.value / 100, 4)
            yield Finding(
                slot, None, quantity.first, quantity.last, Operation.RELATIVE, factor=max(0.0, factor)
            )
        else:
            yield Finding(slot, None, quantity.first, quantity.last, Operation.RELATIVE, delta=sign * amount)
        return


def _counted_slot(scene: Scene, quantity: Quantity, brief: Brief) -> tuple[Slot | None, float]:
    price = Slot.FIXED_BUDGET if brief.hourly_rate is None else Slot.HOURLY_RATE
    value = quantity.value
    if quantity.bounded or quantity.is_range:
        return None, 0.0
    if quantity.unit == "percent":
        return price, value
    if quantity.currency is not None or (quantity.per == "hour" and quantity.unit is None):
        return (price, value) if quantity.step or _moves(scene, quantity) else (None, 0.0)
    moved_start = scene.message.norm(quantity.last) in ("later", "earlier", "sooner")
    weeks = {"week": 1.0, "month": 4.345, "day": 1 / 7}.get(quantity.unit or "", 0.0)
    moves = any(scene.near("degrees", key, quantity.last, quantity.last, 0, 2) for key in ("up", "down"))
    if (
        quantity.unit in ("week", "day", "month")
        and moves
        and (moved_start or scene.near("schedule", "start", quantity.first, quantity.last, 6, 4))
    ):
        return Slot.START_BY, round(value * weeks * 7)
    if not (quantity.step or _moves(scene, quantity)):
        return None, 0.0
    if quantity.unit == "hour":
        return Slot.HOURS_PER_WEEK, value
    if quantity.unit in ("week", "month"):
        return Slot.DURATION_WEEKS, float(round(value * weeks))
    if quantity.unit is None and quantity.step and scene.message.at("people", quantity.last):
        return Slot.HEADCOUNT, value
    return None, 0.0


def _moves(scene: Scene, quantity: Quantity) -> bool:
    """Whether a word says the number is a step: 'by $10', '$10 more', '2 weeks longer'."""
    message = scene.message
    return (
        message.norm(quantity.first - 1) == "by"
        or any(
            m.key in ("up", "down") and m.first == quantity.last
            for m in message.between("degrees", quantity.last, quantity.last + 3)
        )
        or message.norm(quantity.first - 1) in ("another", "extra", "additional")
    )


def _direction(scene: Scene, quantity: Quantity) -> int:
    low, high = scene.message.sentence(quantity.first)
    after = scene.message.between("degrees", quantity.last, min(high, quantity.last + 3))
    before = scene.message.between("degrees", max(low, quantity.first - 6), quantity.first)
    for cue in (*after, *reversed(before)):
        if cue.key in ("up", "down"):
            return 1 if cue.key == "up" else -1
    return 0


def _set_to(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'lower that to 90': a bare number takes the place of the value it is nearest to."""
    message = scene.message
    for quantity in scene.quantities:
        bare = quantity.unit is None and quantity.per is None and quantity.currency is None
        if not bare or message.norm(quantity.core - 1) != "to" or not _direction(scene, quantity):
            continue
        held = [(slot, number) for slot, number in _numbers(brief) if number > 0 and quantity.value > 0]
        if not held:
            continue
        slot, _ = min(held, key=lambda each: abs(log(each[1] / quantity.value)))
        value = _like(brief, slot, quantity.value)
        if value is not None:
            term = brief.terms.get(slot)
            hard = None if term is None else term.hard
            yield Finding(slot, value, quantity.first, quantity.last, hard=hard)
        return


def _numbers(brief: Brief) -> Iterator[tuple[Slot, float]]:
    for slot in (*_PRICES, Slot.HOURS_PER_WEEK, Slot.DURATION_WEEKS):
        held: MoneyRange | Range | None = getattr(brief, field_of(slot))
        if held is not None:
            yield slot, held.max if held.max is not None else held.min or 0.0
    for slot in (Slot.MIN_JOB_SUCCESS, Slot.MIN_RATING, Slot.MIN_JOBS_COMPLETED, Slot.HEADCOUNT):
        number: float | None = getattr(brief, field_of(slot))
        if number is not None:
            yield slot, float(number)


def _like(brief: Brief, slot: Slot, value: float) -> ChangeValue | None:
    held = getattr(brief, field_of(slot))
    match held:
        case MoneyRange():
            return MoneyRange(max=value, currency=held.currency)
        case Range():
            return Range(min=None if held.min is None else value, max=None if held.max is None else value)
        case float():
            return value if value <= _BEST_RATING else None
        case int():
            return round(value)
        case _:
            return None


def _currency(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'no, I said euros': the price stays, its currency changes."""
    if any(q.currency is not None for q in scene.quantities):
        return
    named = [m for m in scene.message.of("currency") if m.size >= 1]
    corrects = (
        scene.message.has("intents", "correction")
        or scene.message.norm(named[0].first - 1 if named else 0) == "in"
    )
    if len({m.key for m in named}) != 1 or not (corrects or scene.is_fragment):
        return
    for slot, value in ((Slot.HOURLY_RATE, brief.hourly_rate), (Slot.FIXED_BUDGET, brief.fixed_budget)):
        if value is not None and value.currency != named[0].key:
            changed = MoneyRange(min=value.min, max=value.max, currency=named[0].key)
            hard = brief.terms[slot].hard if slot in brief.terms else None
            yield Finding(slot, changed, named[0].first, named[0].last, hard=hard)
