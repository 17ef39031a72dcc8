"""Finds how many people are wanted where no role is counted: 'a team of 4', 'two of them', '5 people'."""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.role.recruiting import RECRUITER
from agent.understanding.offline.who.others_people import (
    AND_US,
    is_beside_one,
    is_compound,
    is_ours,
    is_somebody_elses,
    says_more,
)
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import Slot

_LARGEST_TEAM = 1000


def find_team(scene: Scene) -> Iterator[Finding]:
    """'a team of 4', 'two of them', 'three people': how many, where no role is counted."""
    message = scene.message
    summed = _summed(scene)
    if summed is not None:
        yield Finding(Slot.HEADCOUNT, round(summed.value), summed.core, summed.last)
        return
    for quantity in scene.quantities:
        whole = quantity.value == round(quantity.value) and 1 <= quantity.value <= _LARGEST_TEAM
        if whole and _is_of_openings(scene, quantity):
            yield Finding(Slot.HEADCOUNT, round(quantity.value), quantity.core, quantity.last)
            return
        if (
            quantity.unit is not None
            or quantity.per is not None
            or quantity.currency is not None
            or not whole
        ):
            continue
        if is_somebody_elses(scene, quantity) or is_compound(scene, quantity):
            continue
        if message.norm(quantity.core) == "few" and message.norm(quantity.core - 1) != "a":
            continue  # 'few people': there could be more
        after = _people_after(scene, quantity.last)
        team = _is_size_of_team(scene, quantity)
        them = message.norms[quantity.last : quantity.last + 2] in (("of", "them"), ("of", "those"))
        them = them and not says_more(scene, quantity.last + 2)
        fewest = 1 if scene.context.brief.headcount is None else 0
        heads = after is not None and after.key in ("heads", "anyone") and quantity.value > fewest
        low = max(message.segment(quantity.first).first, quantity.first - 4)
        needs = message.between("intents", low, quantity.first)
        made = message.ending("edits", quantity.first, reach=3)
        asked = any(m.key == "need" for m in needs) or (made is not None and made.key == "instead")
        asked = (
            asked
            or _is_dropped(scene, quantity)
            or _is_bare_count(scene, quantity)
            or _is_count_between_commas(scene, quantity)
            or _is_all_that_is_said(scene, quantity)
            or _begins_a_need(scene, quantity, after)
            or (them and _is_put_right(scene, quantity))
            or (bool(scene.context.brief.terms) and (scene.is_fragment or quantity.first == 0))
        )
        if team or ((them or heads) and asked) or _is_needed(scene, quantity) or _answers(scene, quantity):
            yield Finding(
                Slot.HEADCOUNT, round(quantity.value), quantity.core, quantity.last, uncertain=quantity.vague
            )
            return


def _is_of_openings(scene: Scene, quantity: Quantity) -> bool:
    """'2 openings', 'QA testers, 3 needed', '2 FTE': so many of the role that is named."""
    message = scene.message
    if quantity.per is not None or not message.has("role") or message.has("role", RECRUITER):
        return False
    if quantity.unit == "fte":
        return quantity.value > 1
    needed = message.norm(quantity.last) in ("needed", "wanted") and message.norm(quantity.core - 1) == ","
    return quantity.unit is None and (needed or message.norm(quantity.last) in _OPENINGS)


_OPENINGS = frozenset({"openings", "vacancies", "hires"})


def _people_after(scene: Scene, index: int) -> Mention | None:
    """'3 [people]', '3 [native Dutch] speakers': the word for whoever is counted."""
    message = scene.message
    if message.norm(index) in ("native", "fluent") and message.norm(index + 1) in _SPEAKERS:
        return Mention("people", "heads", index, index + 2)
    for _ in range(_REACH):
        people = message.at("people", index)
        if people is not None and people.key in ("heads", "anyone"):
            return people
        if message.norm(index) in _BY_LEVEL:
            return Mention("people", "heads", index, index + 1)
        spoken = message.at("language", index - 1)
        if spoken is not None and message.norm(index) in _SPEAKERS:
            return Mention("people", "heads", index, index + 1)
        word = message.at("language", index) or message.at("languages", index) or message.at("skill", index)
        if word is None:
            return people
        index = word.last
    return None


_BY_LEVEL = frozenset({"seniors", "juniors", "interns", "trainees", "apprentices", "natives"})
_SPEAKERS = frozenset({"speaker", "speakers", "natives"})


def _summed(scene: Scene) -> Quantity | None:
    """'1 person for each so 2': what the people come to."""
    message = scene.message
    counted = False
    for quantity in scene.quantities:
        if counted and quantity.unit is None and message.norm(quantity.core - 1) in _SO:
            return quantity
        people = message.at("people", quantity.last)
        counted |= people is not None and people.key in ("heads", "anyone")
    return None


_SO = frozenset({"so", "=", "makes", "thats", "total"})


def _is_needed(scene: Scene, quantity: Quantity) -> bool:
    """'we need two', of a role that the brief holds."""
    message = scene.message
    if _is_of_role_named(scene, quantity):
        return True
    if scene.context.brief.role is None or quantity.last != len(message.tokens) or not quantity.spelled:
        return False
    return quantity.value > 1 and message.norm(quantity.core - 1) in ("need", "needs")


def _is_of_role_named(scene: Scene, quantity: Quantity) -> bool:
    """'Do you have Java developers? We need two.': of several people who were named just before."""
    message = scene.message
    before = message.norms[max(0, quantity.first - 2) : quantity.first]
    ends = message.norm(quantity.last) in ("", ".", ",", "!", "\n", ";", "-", "–")
    needed = before[-1:] and before[-1] in _NEED and before[0] in _WE
    if not (ends and needed and 1 < quantity.value <= _FEW):
        return False
    roles = message.between("role", max(0, quantity.first - _SAID_BEFORE), quantity.first)
    return bool(roles) and message.norm(roles[-1].last - 1).endswith("s")


_SAID_BEFORE = 30
_WE = frozenset({"we", "i", "wed", "id", "would", "will"})
_NEED = frozenset({"need", "want", "require"})


def _answers(scene: Scene, quantity: Quantity) -> bool:
    """'two', 'just one', when asked how many."""
    if scene.asked is not Slot.HEADCOUNT or len(scene.quantities) != 1:
        return False
    begins = quantity.first == 0 and scene.message.norm(quantity.last) in (",", ".", "-", ":")
    return scene.is_fragment or begins


def _is_size_of_team(scene: Scene, quantity: Quantity) -> bool:
    """'a team of 3 React developers', not 'our team of 4' or 'we are a group of 5'."""
    message = scene.message
    before = message.between("people", quantity.core - _REACH, quantity.core)
    sizes = [m for m in before if m.key == "team" and m.last == quantity.core]
    if not any(message.norm(m.last - 1) == "of" for m in sizes):
        return False
    ours = any(m.key == "own" and m.first < sizes[0].first for m in before)
    if message.norm(sizes[0].last - 2) == "group" and _people_after(scene, quantity.last) is None:
        return False
    if message.norms[quantity.last : quantity.last + 2] in AND_US or is_beside_one(scene, sizes[0], quantity):
        return False
    return not ours and message.norm(sizes[0].first - 1) not in _OF_OTHERS


_OF_OTHERS = frozenset(
    {
        "no",
        "not",
        "any",
        "for",
        "with",
        "lead",
        "manage",
        "managing",
        "leading",
        "join",
        "into",
        "in",
        "support",
    }
)


def _is_count_between_commas(scene: Scene, quantity: Quantity) -> bool:
    """'customer support agents, 4 people, Zendesk'."""
    message = scene.message
    people = message.at("people", quantity.last)
    if people is None and message.norm(quantity.last) in _BY_LEVEL:
        people = _people_after(scene, quantity.last)
    last = 0 if people is None else people.last + (message.norm(people.last) in ("please", "pls", "needed"))
    alone = people is not None and message.fills_clause(quantity.first, last)
    roles = [m for m in message.of("role") if m.last <= quantity.first]
    several = any(message.norm(m.last - 1).endswith("s") for m in roles)
    few = quantity.value <= _FEW and not is_ours(scene, quantity)
    theirs = people is not None and few and (not message.has("role") or _is_of_roles(scene, people, roles))
    theirs = theirs or (people is not None and few and message.norm(people.first) in _KINDS_OF_PEOPLE)
    return alone and (several or theirs or bool(scene.context.brief.terms))


def _is_of_roles(scene: Scene, people: Mention, roles: Sequence[Mention]) -> bool:
    """'customer support, 4 agents': what people of one of the roles are called, or anybody after a role."""
    word = scene.message.norm(people.first)
    if word in _ANYBODY:
        return bool(roles)
    word = word.removesuffix("s")
    families = (scene.knowledge.roles.get(mention.key) for mention in roles)
    names = (name for family in families if family for name in (family.name, *family.aliases))
    return any(name.casefold().rpartition(" ")[2] == word for name in names)


_KINDS_OF_PEOPLE = frozenset({"seniors", "juniors", "natives", "techs", "technicians"})
_ANYBODY = frozenset({"people", "persons", "ppl", "freelancers", "contractors", "hires"})


def _begins_a_need(scene: Scene, quantity: Quantity, people: Mention | None) -> bool:
    """'4 native speakers for …': who is wanted comes first, and then what for."""
    ends = people is not None and scene.message.norm(people.last) in _WHAT_FOR
    begins = quantity.first == scene.message.sentence(quantity.first)[0]
    return ends and begins and not quantity.vague and not is_ours(scene, quantity)


_WHAT_FOR = frozenset(
    {"for", "to", "with", "who", "needed", "wanted", "covering", "working", "sharing", "doing"}
)


def _is_put_right(scene: Scene, quantity: Quantity) -> bool:
    """'(a React Native dev,) 2 of them actually'."""
    message = scene.message
    named = any(m.last < quantity.first for kind in ("role", "heads") for m in message.of(kind))
    return named and message.norm(quantity.first - 1) == "," and not message.has("people", "own")


_REACH = 5


def _is_dropped(scene: Scene, quantity: Quantity) -> bool:
    """'forget about the three people': the number the brief holds."""
    message = scene.message
    before = 1 if message.norm(quantity.core - 1) in ("the", "those") else 0
    cues = (message.ending("edits", index) for index in (quantity.first, quantity.core - before))
    dropped = any(cue is not None and cue.key == "drop" for cue in cues)
    return dropped and scene.context.brief.headcount == quantity.value


def _is_all_that_is_said(scene: Scene, quantity: Quantity) -> bool:
    """'three of them', 'I forgot to say: it's for two people': all of a clause, once there is a brief."""
    message = scene.message
    if not scene.context.brief.terms:
        return False
    segment = message.segment(quantity.first)
    low, high = segment.first, max(segment.last, quantity.last)
    colon = next((i for i in range(quantity.first - 1, low - 1, -1) if message.norm(i) == ":"), low - 1)
    low = colon + 1
    around = {message.norm(i) for i in (*range(low, quantity.first), *range(quantity.last, high))}
    return around <= scene.lexicon.words("people", "around_count")


def _is_bare_count(scene: Scene, quantity: Quantity) -> bool:
    """'… into Google Sheets, 2 people, 1 week': so many, and not so many of somebody's."""
    message = scene.message
    if scene.context.brief.terms or quantity.bounded or quantity.about or quantity.value > _FEW:
        return False
    before = message.tokens[quantity.first - 1] if quantity.first else None
    beside = before is not None and message.ending("skill", quantity.first) is not None
    return (beside or before is None) and bool(message.has("role") or message.has("tasks"))


_FEW = 10
