"""Reads the role from names where nobody says who or what for: of tools, kinds of work, fields, languages."""

from collections.abc import Iterator
from itertools import pairwise

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.families import DEVELOPER, family_of, family_of_tool
from agent.understanding.offline.role.needed_things import is_for_somebody
from agent.understanding.offline.role.on_hand import is_on_hand
from agent.understanding.offline.role.own_titles import is_of_who_writes
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_wishes import is_asked_for, is_unwanted
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import folded


def by_languages(scene: Scene) -> RoleAsk | None:
    """'Danish into English, legal field': from one language into another, that is a translator's work."""
    message = scene.message
    for one, other in pairwise(message.of("language")):
        between = message.norms[one.last : other.first]
        if one.key != other.key and between in _INTO and _TRANSLATOR in scene.knowledge.roles:
            return RoleAsk(_TRANSLATOR, one.first, one.first, other.last)
    return None


_TRANSLATOR = "translator"
_INTO = frozenset({("into",), ("to",), (">",), ("→",), ("-", ">"), ("–", ">"), ("=", ">")})


def by_product(scene: Scene) -> Iterator[RoleAsk]:
    """'fix my React app', 'a half-finished Laravel project': by what the thing is built with."""
    message = scene.message
    for mention in message.of("skill"):
        thing = message.at("products", mention.last) or _own_product(scene, mention)
        if thing is None or not is_skill(scene, mention) or is_unwanted(scene, mention):
            continue
        role = family_of(scene, mention.key, DEVELOPER)
        if role is not None and not scene.activities.has(mention.key):
            yield RoleAsk(role, mention.first, mention.first, thing.last, uncertain=True)


def _own_product(scene: Scene, mention: Mention) -> Mention | None:
    """The thing within a tool's other name: 'WordPress website', but not 'Google Apps Script'."""
    last = mention.last - 1
    named = folded(mention.key).rsplit(" ", 1)[-1] == scene.message.norm(last)
    return None if named else scene.message.at("products", last)


def by_tool(scene: Scene) -> RoleAsk | None:
    """The first tool wanted tells the role where nothing else does: 'Shopify Liquid, nothing else'."""
    if scene.context.brief.terms:
        return None
    _, title = scene.message.sentence(0)
    for mention in scene.message.of("skill"):
        if scene.is_post and mention.first >= title and not _is_sought(scene, mention):
            continue
        if not is_skill(scene, mention) or is_unwanted(scene, mention) or _is_of_anyone(scene, mention):
            continue
        role = family_of_tool(scene, mention.key)
        if role is not None:
            return RoleAsk(role, mention.first, mention.first, mention.last, uncertain=True)
    return None


def _is_of_anyone(scene: Scene, mention: Mention) -> bool:
    """'anyone who knows Kubernetes?': whatever they call themselves."""
    low, _ = scene.message.sentence(mention.first)
    anyone = scene.message.between("people", low, mention.first)
    return any(each.key == "anyone" and scene.message.norm(each.first).startswith("any") for each in anyone)


def by_tools_told(scene: Scene, ask: RoleAsk) -> str | None:
    """'Our shop moves to Shopify. The developer should know Liquid': tools tell more of a plain developer.

    Those named after the developer tell it first, then those before, but for conditions.
    """
    roles, message = scene.knowledge.roles, scene.message
    if scene.context.brief.terms or roles[ask.role].category != _DEVELOPMENT:
        return None
    said = sorted(message.of("skill"), key=lambda m: (m.first < ask.last, m.first))
    for mention in said:
        if not is_skill(scene, mention) or is_unwanted(scene, mention):
            continue
        if mention.first < ask.last and scene.stance(mention.first, mention.last).hard is not None:
            continue
        role = family_of_tool(scene, mention.key)
        if role is not None and roles[role].category == _DEVELOPMENT:
            return role
    return None


_DEVELOPMENT = "development"


def by_activity(scene: Scene) -> Iterator[RoleAsk]:
    """A kind of work named as what is needed: 'need bookkeeping', 'help with email marketing'."""
    for mention in scene.message.of("skill"):
        role = scene.activities.role_of(mention.key) if scene.activities.has(mention.key) else None
        if role is None or is_unwanted(scene, mention):
            continue
        family, sure = role
        if not (sure or (mention.first == 0 and mention.size > 1)) or not _is_sought(scene, mention):
            continue
        ask = RoleAsk(family, mention.first, mention.first, mention.last, uncertain=False)
        if not (is_of_who_writes(scene, ask) or is_on_hand(scene, ask) or _is_spoken_of(scene, ask)):
            yield ask


def _is_spoken_of(scene: Scene, ask: RoleAsk) -> bool:
    """'our bookkeeper does the day to day': a work by the name of somebody the client has."""
    named, own = scene.message.at("role", ask.first), scene.message.ending("people", ask.first)
    whose = own is not None and own.key == "own"
    return whose and named is not None and named.last == ask.last and not is_asked_for(scene, ask)


def _is_sought(scene: Scene, mention: Mention) -> bool:
    message = scene.message
    low, _ = message.sentence(mention.first)
    following = message.at("ordinary", mention.last)
    if following is not None and following.key == "followers":
        return False
    if mention.size == 1 and message.norm(mention.first - 1) == "to" and message.norm(mention.last).isalpha():
        return False  # a verb: 'to design a network'
    everyday = scene.activities.is_everyday(" ".join(message.norms[mention.first : mention.last]))
    owned = _OF_SOMETHING & set(message.norms[max(low, mention.first - 2) : mention.first])
    note = scene.is_brief_note and "?" not in message.norms and not everyday and not owned
    if mention.first - low <= 1 or note or is_for_somebody(scene, mention, low):
        return True
    needs = message.between("intents", max(low, mention.first - 8), mention.first)
    return any(m.key == "need" for m in needs) and message.norm(mention.first - 1) not in ("our", "my", "the")


_OF_SOMETHING = frozenset({"my", "our", "from", "of"})
"""Before a kind of work in a note: it is what there is already ('reels out of my long podcasts')."""


def by_label(scene: Scene) -> RoleAsk | None:
    """'Role: Customer Success', 'Position: Growth': a field of work where the role is to be named."""
    message = scene.message
    for slot in message.of("slots"):
        if slot.key != "role" or message.norm(slot.last) != ":":
            continue
        first, last = slot.last + 1, message.segment(slot.last + 1).last
        field = " ".join(message.norms[first:last])
        skill = scene.knowledge.find_skill(field)
        work = None if skill is None else scene.activities.role_of(skill.name)
        if work is not None:
            return RoleAsk(work[0], first, first, last)
        titles = (scene.knowledge.find_role(f"{field} {title}") for title in ("specialist", "manager"))
        role = next((role for role in titles if role is not None), None)
        if field and role is not None:
            return RoleAsk(role.id, first, first, last)
    return None
