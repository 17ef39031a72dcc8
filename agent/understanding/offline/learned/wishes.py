"""How much a name is wanted, told by all the words around it where the rules' cues say nothing or mislead.

"Elementor dinosaurs need not apply", "my accountant uses Xero": no list of cues has them all.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.learned.linear import LinearModel
from agent.understanding.offline.learned.surroundings import Surroundings
from agent.understanding.offline.where.places import are_listed
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Operation
from store.nouns.brief import Countries, Importance, SkillWish, Slot

MARGIN, MARGIN_OF_PLACES, MARGIN_OF_EXCLUSIONS = 0.4, 0.7, 0.6
"""How much more probable than what the rules say another wish must be to take its place, nothing instead of a
place that is named, and to be ruled out."""

SLOTS = {
    "skill": Slot.SKILLS,
    "country": Slot.COUNTRIES,
    "demonym": Slot.COUNTRIES,
    "city": Slot.COUNTRIES,
    "region": Slot.REGIONS,
    "language": Slot.LANGUAGES,
}
"""The kinds of names that can be wanted, and what of the brief they change."""

_MOST = 40
"""Names of a message that are looked at: who lists more means them all alike."""

_GIVING = (Operation.ADD, Operation.SET)


class Wish(StrEnum):
    """What a name means for whoever is wanted."""

    MUST = "MUST"
    NICE = "NICE"
    EXCLUDED = "EXCLUDED"
    NONE = "NONE"
    """Nothing: it tells of the client, of somebody else, or of what is not needed."""


ByToken = Mapping[tuple[Slot, int], Sequence[Finding]]
"""The findings of a slot that were read from a token."""


def weighed(
    scene: Scene, findings: Sequence[Finding], around: Surroundings, model: LinearModel
) -> list[Finding]:
    """The findings, with those names weighed otherwise that clearly mean something else."""
    by_token = indexed(findings)
    other: dict[Mention, Wish] = {}
    for mention in names(scene)[:_MOST]:
        rule = told_by(by_token, mention)
        if rule is None:
            continue
        features = around.features(mention.first, mention.last, mention.kind, rule)
        shares = model.shares(features)
        best = Wish(max(shares, key=lambda label: shares[label]))
        if shares[best] - shares[rule] >= _margin(mention, best) and not _is_the_rules(
            scene, mention, rule, best
        ):
            other[mention] = best
    found = list(findings)
    for mention, wish in _in_company(scene, by_token, other).items():
        found = list(_with(found, mention, wish))
    return found


def _margin(mention: Mention, best: Wish) -> float:
    if best is Wish.EXCLUDED:
        return MARGIN_OF_EXCLUSIONS
    return MARGIN_OF_PLACES if best is Wish.NONE and SLOTS[mention.kind] in _WHERE else MARGIN


def _in_company(scene: Scene, by_token: ByToken, other: Mapping[Mention, Wish]) -> dict[Mention, Wish]:
    """The other wishes, but that no place goes out of a list of which another place stays: 'A, B or C'."""
    going = {m for m, wish in other.items() if wish is Wish.NONE and SLOTS[m.kind] in _WHERE}
    staying: set[Mention] = set()
    for listed in _lists_of_places(scene) if going else ():
        if any(m not in going and told_by(by_token, m) is not Wish.NONE for m in listed):
            staying |= going & set(listed)
    return {mention: wish for mention, wish in other.items() if mention not in staying}


def _lists_of_places(scene: Scene) -> list[list[Mention]]:
    """The places named, those of one list together."""
    lists: list[list[Mention]] = []
    for place in sorted((m for m in names(scene) if SLOTS[m.kind] in _WHERE), key=lambda m: m.first):
        if lists and are_listed(scene.message, lists[-1][-1].last, place.first):
            lists[-1].append(place)
        else:
            lists.append([place])
    return lists


_WHERE = (Slot.COUNTRIES, Slot.REGIONS)


def _is_the_rules(scene: Scene, mention: Mention, rule: Wish, best: Wish) -> bool:
    """Whether the rules judge better: where a cue speaks of the name, of places ruled out, of lost skills.

    Who needs a skill misses it most, "nobody from outside Europe" rules out everything but Europe, and
    "Where: Mexico" is the answer of a form.
    """
    stance = scene.stance(mention.first, mention.last)
    if stance.excluded or stance.unneeded or stance.hard is not None:
        return True
    if mention.kind != "skill":
        answer = scene.message.norm(mention.first - 1) == ":"
        return best is Wish.EXCLUDED or answer or _is_where_they_are(scene, mention)
    return rule is Wish.MUST and best is Wish.NONE


def _is_where_they_are(scene: Scene, mention: Mention) -> bool:
    """'based in Spain', 'within Europe', 'US-based': where the rules saw that it is not the client."""
    if SLOTS[mention.kind] not in _WHERE:
        return False
    message = scene.message
    first = mention.first - (message.norm(mention.first - 1) == "the")
    before = message.norms[max(0, first - 2) : first]
    return (
        message.norm(mention.last) in _OF_THEM
        or before[-1:] == ("within",)
        or (before[-1:] == ("in",) and before[0] in _ARE)
    )


_OF_THEM = frozenset({"based", "only", "nationals", "citizens", "residents"})
_ARE = frozenset({"based", "living", "located", "live", "lives"})


def names(scene: Scene) -> list[Mention]:
    """Every name that could be wanted; of those in one place the longest."""
    message = scene.message
    found = [mention for kind in SLOTS for mention in message.of(kind)]
    return [
        mention
        for mention in found
        if not any(
            other.first <= mention.first and mention.last <= other.last and other.size > mention.size
            for kind in (*SLOTS, "industry")
            for other in _around(scene, kind, mention)
        )
    ]


def indexed(findings: Sequence[Finding]) -> ByToken:
    """The findings by the tokens that they were read from."""
    by_token: dict[tuple[Slot, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        for index in range(finding.first, finding.last):
            by_token[finding.slot, index].append(finding)
    return by_token


def told_by(by_token: ByToken, mention: Mention) -> Wish | None:
    """What the rules make of a name; None if the message does something else with it than to wish for it."""
    slot = SLOTS[mention.kind]
    about = [f for index in range(mention.first, mention.last) for f in by_token.get((slot, index), ())]
    if not about:
        return Wish.NONE
    if any(finding.operation not in _GIVING for finding in about):
        return None
    match about[0].value:
        case SkillWish(importance=importance):
            return Wish(importance.value)
        case Countries(exclude=(_, *_)):
            return Wish.EXCLUDED
        case _:
            return Wish.NICE if about[0].hard is False else Wish.MUST


def _with(findings: Sequence[Finding], mention: Mention, wish: Wish) -> Iterator[Finding]:
    """The findings with this wish for a name."""
    for finding in findings:
        is_about = (
            finding.slot is SLOTS[mention.kind]
            and finding.first < mention.last
            and mention.first < finding.last
        )
        if not is_about:
            yield finding
            continue
        if wish is not Wish.NONE:
            yield from _reweighed(finding, wish)


def _reweighed(finding: Finding, wish: Wish) -> Iterator[Finding]:
    match finding.value:
        case SkillWish() as skill:
            weight = Importance(wish.value)
            yield replace(finding, value=skill.model_copy(update={"importance": weight}), hard=None)
        case Countries(include=include, exclude=exclude):
            places = include or exclude
            if wish is Wish.EXCLUDED:
                yield replace(finding, value=Countries(exclude=places), hard=True)
            else:
                yield replace(finding, value=Countries(include=places), hard=_hard(wish))
        case _ if wish is not Wish.EXCLUDED:
            yield replace(finding, hard=_hard(wish))


def _hard(wish: Wish) -> bool | None:
    return False if wish is Wish.NICE else None


def _around(scene: Scene, kind: str, mention: Mention) -> Iterator[Mention]:
    other = scene.message.over(kind, mention.first, mention.last)
    if other is not None:
        yield other
