"""Reads the role from what is to be done, where nobody says by whom: 'edit my podcast', 'I need a logo'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.callings import find_calling
from agent.understanding.offline.role.families import family_by_work
from agent.understanding.offline.role.needed_things import SOMEBODY, is_needed
from agent.understanding.offline.role.own_verbs import by_own_verb
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_wishes import is_unwanted, place_of
from agent.understanding.offline.role.told_by_names import (
    by_activity,
    by_label,
    by_languages,
    by_product,
    by_tool,
    by_tools_told,
)
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import folded
from agent.understanding.offline.words.verbs import (
    stem,
    stems_of,
    task_verb_pairs,
    telling_verbs,
    verbs_of_doing,
)

_REACH = 6


def find_task(scene: Scene, tasks: Sequence[RoleAsk], named: bool = False) -> RoleAsk | None:
    """The first role that a task means; where work is `named` already, only what is done to a thing.

    `tasks` are those that say what is done to something.
    """
    labelled = None if named else by_label(scene)
    if labelled is not None:
        return labelled
    by_verb = next(iter(tasks), None)
    needs = [m for m in scene.message.of("intents") if m.key == "need"]
    if by_verb is None and scene.context.brief.role is not None and not needs:
        return None
    product = next(by_product(scene), None)
    if product is not None and (by_verb is None or by_verb.role in _OF_PRODUCTS):
        return product
    if named:
        return by_verb
    calling = find_calling(scene) if by_verb is None else None
    if calling is not None:
        return calling
    by_work = min(by_activity(scene), key=_order, default=None)
    return by_verb or by_work or by_languages(scene) or by_tool(scene)


_OF_PRODUCTS = frozenset({"web-developer", "mobile-developer", "ecommerce-developer", "web-designer"})
"""What building a website, app or shop means until it is said what it is built with."""


def refined_by_task(scene: Scene, asks: Sequence[RoleAsk], tasks: Sequence[RoleAsk]) -> list[RoleAsk]:
    """A general 'designer' or 'developer' as the one of their kind the task needs."""
    roles = scene.knowledge.roles
    refined = list(asks)
    for place, ask in enumerate(refined):
        if not ask.generic:
            continue
        for task in tasks:
            if roles[task.role].category == roles[ask.role].category:
                refined[place] = replace(ask, role=task.role, generic=False)
                break
        else:
            told = by_tools_told(scene, ask)
            role = _by_work(scene, ask) or (None if told in {known.role for known in refined} else told)
            refined[place] = ask if role is None else replace(ask, role=role, generic=False)
    return refined


def _by_work(scene: Scene, ask: RoleAsk) -> str | None:
    """The role by what the work is on: 'a designer for our website', 'an editor for my podcast'."""
    message = scene.message
    head = message.at("heads", ask.last - 1)
    if head is None:
        return None
    after = message.norms[ask.last : ask.last + _REACH]
    telling = scene.lexicon.setting("heads", head.key, "anywhere") or ()
    leading = scene.lexicon.setting("heads", head.key, "leading") or _LEADING
    beside = after if telling or any(word in leading for word in after) else ()
    return family_by_work(scene, head.key, (*beside, *(word for word in message.norms if word in telling)))


_LEADING = ("for",)
"""Before what somebody is wanted for: 'an editor for my podcast'. heads.toml has more for some."""


def further_tasks(scene: Scene, asks: Sequence[RoleAsk], tasks: Sequence[RoleAsk]) -> list[RoleAsk]:
    """Tasks for one more person: '… and also someone to do voice overs'."""
    if not asks:
        return []
    message, found = scene.message, []
    roles = {ask.role for ask in asks}
    for task in tasks:
        if task.role in roles or task.first < asks[-1].last:
            continue
        before = range(max(asks[-1].last, task.first - _REACH), task.first)
        people = any(message.at("people", i) is not None and message.norm(i) in _ONE_MORE for i in before)
        also = any(message.norm(i) in ("also", "and", "another", "plus") for i in before)
        if people and also:
            roles.add(task.role)
            found.append(task)
    return found


_ONE_MORE = frozenset({"someone", "somebody", "person", "freelancer"})


def _order(ask: RoleAsk) -> tuple[int, int]:
    return ask.first, ask.first - ask.last


def tasks_by_verb(scene: Scene) -> list[RoleAsk]:
    """The tasks that say what is done to something, in the order of their verbs.

    Of one verb's things those it is known to go with come first.
    """
    found: list[tuple[tuple[int, int, bool, int, int, bool], RoleAsk]] = []
    for mention in _things(scene):
        if mention.key not in scene.knowledge.roles or is_unwanted(scene, mention):
            continue
        if _is_within_name(scene, mention):
            continue
        verb = _verb_before(scene, mention)
        after = verb is None and _verb_after(scene, mention)
        if verb is None and not (after or _is_wanted(scene, mention)):
            continue
        first = mention.first if verb is None else verb
        ask = RoleAsk(mention.key, first, first, mention.last)
        order = (
            place_of(scene, first),
            first,
            mention.kind == _DELIVERABLE,
            mention.first,
            -mention.last,
            verb is None and not after,
        )
        found.append((order, ask))
    for ask in by_own_verb(scene):
        found.append(((place_of(scene, ask.first), ask.first, False, ask.first, -ask.last, False), ask))
    verbs = {ask.first for _, ask in found if ask.last > ask.first + 1}
    things = [each for each in found if not (each[1].last == each[1].first + 1 and each[1].first in verbs)]
    return [ask for _, ask in sorted(things, key=lambda each: each[0])]


def _things(scene: Scene) -> Iterator[Mention]:
    """What tasks are done to; in a conversation that has its role, what any verb goes with only if needed."""
    message = scene.message
    for task in message.of("tasks"):
        wider = message.over(_DELIVERABLE, task.first, task.last)
        verb = _verb_before(scene, task)
        telling = verb is not None and stem(message.norm(verb)) in telling_verbs()
        if wider is None or wider.size <= task.size or telling:
            yield task
    if scene.context.brief.role is None or message.has("intents", "need"):
        yield from message.of(_DELIVERABLE)


_DELIVERABLE = "deliverables"


def _is_within_name(scene: Scene, mention: Mention) -> bool:
    """Whether the thing is a word of a tool's own name: the apps of 'Google Apps Script'."""
    skill = scene.message.over("skill", mention.first, mention.last)
    if skill is None or skill.size <= mention.size:
        return False
    if scene.activities.has(skill.key):
        return _is_of_another_trade(scene, skill, mention)
    words = scene.message.norms[mention.first : mention.last]
    return set(words) <= set(folded(skill.key).split(" "))


def _is_of_another_trade(scene: Scene, work: Mention, thing: Mention) -> bool:
    """The contract of 'smart contract' is nothing that lawyers draw up."""
    verb = _verb_before(scene, thing)
    if verb is not None and stem(scene.message.norm(verb)) in telling_verbs():
        return False
    role, roles = scene.activities.role_of(work.key), scene.knowledge.roles
    return role is not None and role[1] and roles[role[0]].category != roles[thing.key].category


def _is_wanted(scene: Scene, mention: Mention) -> bool:
    """Whether the thing alone tells the role, and is needed."""
    if mention.kind == _DELIVERABLE:
        return not _is_of_a_business(scene, mention) and is_needed(scene, mention)
    wanted = scene.lexicon.setting("tasks", mention.key, "wanted")
    if not wanted:
        return False
    named = wanted is True or " ".join(scene.message.norms[mention.first : mention.last]) in wanted
    return named and is_needed(scene, mention)


def _is_of_a_business(scene: Scene, mention: Mention) -> bool:
    """'furniture company', 'our marketing': what the client does or has, and nothing that is to be made."""
    message = scene.message
    following = message.at("trades", mention.last)
    if following is not None and following.key == "business":
        return True
    return message.norm(mention.first) in ("our", "my") and mention.size <= _OWN_AND_NOUN


_OWN_AND_NOUN = 2


def _verb_before(scene: Scene, mention: Mention) -> int | None:
    verbs, pairs = _verbs_of(scene, mention)
    message = scene.message
    segment = message.segment(mention.first)
    for index in range(mention.first - 1, max(segment.first, mention.first - _REACH) - 1, -1):
        word = message.norm(index)
        if f"{message.norm(index - 1)} {word}" in pairs:
            return index - 1
        if stem(word) in verbs and not (index and message.norm(index - 1) in ("the", "a", "an")):
            return None if _is_of_others(scene, index) else index
        if word in _TURNING_AWAY and message.norm(index - 1) not in ("help", "deal", "assist"):
            return None
        if word == "of" and stem(message.norm(index - 1)) not in verbs:
            return None
    return None


_TURNING_AWAY = frozenset({"from", "with", "using", "in", "like", "as", "via", "by", "than", "so", "which"})
"""Between a verb and a thing these make the thing something else than what is worked on."""


def _is_of_others(scene: Scene, verb: int) -> bool:
    """'artists who create music', 'we make cheese': done by people that are only spoken of."""
    message = scene.message
    before = verb - 1
    while message.norm(before) in _MODALS:
        before -= 1
    if message.norm(before) in _SPEAKERS:
        return True
    if message.norm(verb - 1) == "to" and message.norm(verb - 2) in ("me", "us", "them"):
        return True
    return message.norm(verb - 1) == "who" and message.norm(verb - 2) not in SOMEBODY and verb > 1


_SPEAKERS = frozenset({"we", "i", "they"})
_MODALS = frozenset({"can", "will", "could", "already", "also", "usually", "currently", "always", "often"})


def _verb_after(scene: Scene, mention: Mention) -> bool:
    """'I need a book cover designed', 'our video needs editing'."""
    message = scene.message
    verbs, _ = _verbs_of(scene, mention)
    irregular: dict[str, str] = scene.lexicon.setting("actions", "participles", "values")
    for index in range(mention.last, min(mention.last + _UP_TO_DONE, len(message.tokens))):
        word = message.norm(index)
        base = irregular.get(word)
        if base is None and not word.endswith(("ed", "ing", "done")):
            continue
        if stem(base or word) in verbs:
            needs = message.between("intents", max(0, mention.first - _REACH), index)
            begins = mention.first == message.sentence(mention.first)[0] and word.endswith("ed")
            return begins or any(m.key == "need" for m in needs)
    return _is_action_on(scene, mention, verbs)


_UP_TO_DONE = 5
"""Words from a thing to what is done to it: 'my CV and cover letter rewritten'."""


def _is_action_on(scene: Scene, mention: Mention, verbs: frozenset[str]) -> bool:
    """'website redesign', 'logo creation', where a message begins with it or it is needed."""
    message = scene.message
    word = message.norm(mention.last)
    nouns: dict[str, str] = scene.lexicon.setting("actions", "nouns", "values")
    if stem(nouns.get(word, word)) not in verbs or message.at("tasks", mention.last) is not None:
        return False
    low, _ = message.sentence(mention.first)
    needs = message.between("intents", max(low, mention.first - _REACH), mention.first)
    if "for" in message.norms[max(low, mention.first - 3) : mention.first] and not message.has("role"):
        return True
    return mention.first - low <= 2 or any(m.key == "need" for m in needs)


def _verbs_of(scene: Scene, mention: Mention) -> tuple[frozenset[str], Sequence[str]]:
    """What is done to the thing: the stems of the verbs, and those of two words."""
    if mention.kind == _DELIVERABLE:
        return verbs_of_doing(), task_verb_pairs()
    verbs: list[str] = scene.lexicon.setting("tasks", mention.key, "verbs")
    return stems_of(tuple(verbs)), verbs
