"""Finds what the brief holds and the message says is not needed, or allowed again."""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.change.held import holds
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.weight.outside import is_open_outside
from agent.understanding.offline.weight.stance import Stance
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import ChangeValue, Operation
from store.nouns.brief import (
    Brief,
    Countries,
    LanguageWish,
    SkillWish,
    Slot,
)


def unwanted(scene: Scene, brief: Brief, found: Sequence[Finding]) -> Iterator[Finding]:
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
            denied = stance.excluded and kind == "industry" and mention.key in brief.own_trades
            denied = denied and not any(mention.key in each.replaces for each in found)
            gone = gone or denied or is_open_outside(scene, mention)
            if gone and holds(brief, slot, mention.key):
                value: ChangeValue = LanguageWish(code=mention.key) if slot is Slot.LANGUAGES else mention.key
                yield Finding(slot, value, mention.first, mention.last, Operation.REMOVE)
    barred = brief.countries.exclude if brief.countries is not None else ()
    for kind in ("country", "demonym"):
        for mention in scene.message.of(kind):
            if scene.message.at("language", mention.first) is not None:
                continue
            again = scene.near("edits", "also", mention.first, mention.last, 1, 2)
            barred_still = scene.stance(mention.first, mention.last).excluded
            if mention.key in barred and (_is_allowed(scene, mention) or (again and not barred_still)):
                place = Countries(exclude=(mention.key,))
                yield Finding(Slot.COUNTRIES, place, mention.first, mention.last, Operation.REMOVE)
                continue
            stance = scene.stance(mention.first, mention.last)
            gone = stance.unneeded or _is_no_condition(scene, stance) or is_open_outside(scene, mention)
            if gone and holds(brief, Slot.COUNTRIES, mention.key):
                place = Countries(include=(mention.key,))
                yield Finding(Slot.COUNTRIES, place, mention.first, mention.last, Operation.REMOVE)
    if brief.provider is not None:
        for mention in scene.message.of("people"):
            held = mention.key == brief.provider.value.lower()
            if held and scene.stance(mention.first, mention.last).unneeded:
                which = scene.message.norm(mention.last) == "or"  # 'I don't care about agency or not'
                firm = brief.terms[Slot.PROVIDER].hard and not which
                eased = Operation.RELAX if firm else Operation.REMOVE
                yield Finding(Slot.PROVIDER, None, mention.first, mention.last, eased)
                return
            other = mention.key in ("agency", "individual") and not held
            again = other and scene.near("edits", "also", mention.first, mention.last, 1, 2)
            if again or (mention.key in ("agency", "individual") and _is_allowed(scene, mention)):
                yield Finding(Slot.PROVIDER, None, mention.first, mention.last, Operation.REMOVE)
                return
    for period in scene.periods if brief.start_by is not None else ():
        if period.start == brief.start_by and scene.stance(period.first, period.last).unneeded:
            yield Finding(Slot.START_BY, None, period.first, period.last, Operation.REMOVE)
    if brief.seniority is not None:
        for mention in scene.message.of("people"):
            if (
                mention.key in ("expert", "intermediate", "entry")
                and scene.stance(mention.first, mention.last).unneeded
            ):
                yield Finding(Slot.SENIORITY, None, mention.first, mention.last, Operation.REMOVE)
                return


def _is_no_condition(scene: Scene, stance: Stance) -> bool:
    """'India is not a condition, any country will do': no preference is left."""
    message = scene.message
    return stance.hard is False and message.has("places", "anywhere") and message.has("cues", "not_needed")


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
    if scene.message.norm(mention.last) in ("ok", "okay", "fine"):  # 'agency ok'
        return True
    return scene.near("people", "allowed", mention.first, mention.last, 0, 4)
