"""Reads the role from a word for a person and what stands beside it: 'Kafka engineer', 'reel editor'."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.families import TELLING_FILES, family_by_name, family_by_work, family_of
from agent.understanding.offline.role.full_stack import of_both_ends
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_modifiers import MODIFIERS, start_of_modifiers
from agent.understanding.offline.role.role_wishes import is_unwanted
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.who.headcounts import find_headcount, in_brackets
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tongue import ENGLISH

_GENERIC_ROLES = frozenset({"business-consultant", "editor-proofreader"})


def is_generic(scene: Scene, mention: Mention) -> bool:
    head = scene.message.at("heads", mention.first)
    if head is None or mention.size > 1:
        return False
    usual = scene.lexicon.setting("heads", head.key, "role")
    return usual is None or usual == mention.key or mention.key in _GENERIC_ROLES


def is_of_product(scene: Scene, mention: Mention) -> bool:
    """'app developer', 'website dev': a name that says what is built and leaves open what with."""
    thing, head = scene.message.at("products", mention.first), scene.message.at("heads", mention.last - 1)
    return thing is not None and head is not None and thing.last == head.first


def refined_by_modifiers(scene: Scene, start: int, mention: Mention) -> str | None:
    """The family of 'developer' once the skills before it are counted in: 'Django developer'."""
    message = scene.message
    for skill in message.between("skill", start, mention.first):
        said = family_by_name(scene, skill.key)
        if said is not None:
            return said
    for first in range(start, mention.first):
        family = scene.knowledge.find_role(" ".join(message.norms[first : mention.last]))
        usual = scene.knowledge.roles[mention.key]
        if family is not None and family.id != usual.id and family.category == usual.category:
            return family.id
    head = message.at("heads", mention.last - 1)
    if head is None:
        return None
    if is_of_product(scene, mention):
        tools = [m for m in message.between("skill", start, mention.first) if not scene.activities.has(m.key)]
        plain = scene.lexicon.setting("heads", head.key, "role")
        told = (role for m in tools if (role := family_of(scene, m.key, head.key)) is not None)
        return next((role for role in told if role != plain), None)
    return _by_what_is_before(scene, start, head)


def composed(scene: Scene, head: Mention) -> RoleAsk | None:
    """A skill and a word for a person: 'Kafka engineer', 'Photoshop expert'."""
    start = start_of_modifiers(scene, head.first)
    level = scene.message.at("people", head.first)
    if level is not None and level.key == "expert" and level.size > head.size:
        return None  # 'make it expert-level'
    if any(scene.stance(m.first, m.last).excluded for m in scene.message.between("skill", start, head.first)):
        return None
    role = _by_what_is_before(scene, start, head)
    generic = False
    if role is not None:
        role = of_both_ends(scene, start, head.last, role)
    if role in (None, scene.lexicon.setting("heads", head.key, "role")):
        role = by_tools_after(scene, head) or role
    if role is None:
        role = scene.lexicon.setting("heads", head.key, "role")
        generic = True
        if role is None or role not in scene.knowledge.roles:
            return None
    count, at = find_headcount(scene, start, head.first)
    if count is None:
        count, at = in_brackets(scene, head.last)
    return RoleAsk(role, start, head.first, head.last, count, at, generic=generic)


def _by_what_is_before(scene: Scene, start: int, head: Mention) -> str | None:
    """By the work right before a word for a person ('reel editor'); but tools say more ('React site dev')."""
    message = scene.message
    words = [message.norm(index) for index in range(head.first - 1, start - 1, -1)][:_NEAREST]
    by_work = family_by_work(scene, head.key, words)
    tools = [m for m in message.between("skill", start, head.first) if not scene.activities.has(m.key)]
    return _by_skills(scene, start, head) or by_work if tools or by_work is None else by_work


_NEAREST = 2
"""Words before a word for a person that may be what the work is on."""


def _by_skills(scene: Scene, start: int, head: Mention) -> str | None:
    """The family that the skills around a word for a person mean; the first skill that means one decides."""
    message = scene.message
    skills = [m.key for m in message.between("skill", start, head.first)]
    if scene.language != ENGLISH or _is_foreign(scene, head):
        low, high = message.sentence(head.first)
        skills += [m.key for m in message.between("skill", head.last, min(high, head.last + MODIFIERS))]
        skills += [m.key for m in message.between("skill", max(low, start - MODIFIERS), start)]
    if message.norm(head.last) in ("in", "for", "with", "of"):
        following = message.at("skill", head.last + 1)
        if following is not None and is_skill(scene, following):
            titled = " ".join((*message.norms[following.first : following.last], message.norm(head.first)))
            named = scene.knowledge.find_role(titled)
            if named is not None:
                return named.id
            skills.append(following.key)
    skills += [m.key for m in _known_by(scene, head) if is_skill(scene, m)]
    return next((role for name in skills if (role := family_of(scene, name, head.key)) is not None), None)


def _is_foreign(scene: Scene, head: Mention) -> bool:
    """'Wir suchen einen Entwickler. I'm on a train.': though most of the message is English."""
    table = scene.lexicon.kinds["foreign"].get(f"heads.{head.key}")
    return table is not None and scene.message.norm(head.first) in table.phrases


def _known_by(scene: Scene, head: Mention) -> Sequence[Mention]:
    """The skills after 'a person who can do …', 'a freelancer who knows …', save their own craft."""
    message = scene.message
    if message.norm(head.last) not in ("who", "that"):
        return ()
    known = message.between("skill", head.last, min(head.last + MODIFIERS, message.sentence(head.first)[1]))
    named = message.at("role", head.first)
    craft = () if named is None else scene.knowledge.roles[named.key].core_skills
    return [skill for skill in known if skill.key not in craft and not is_unwanted(scene, skill)]


def by_field(scene: Scene, mention: Mention) -> str | None:
    """'a lawyer for GDPR': the GDPR lawyer, where the field that is told makes it one."""
    message = scene.message
    field = message.at("skill", mention.last + 1)
    if mention.size > 1 or field is None or message.norm(mention.last) not in ("for", "in", "on", "of"):
        return None
    words = (*message.norms[field.first : field.last], message.norm(mention.first).removesuffix("s"))
    known = scene.knowledge.find_role(" ".join(words))
    return None if known is None else known.id


def by_tools_after(scene: Scene, head: Mention | None) -> str | None:
    """'a C developer for firmware on an STM32': a language leaves open what the tools said after it tell."""
    if head is None:
        return None
    files: dict[str, str] = scene.lexicon.setting("heads", head.key, "by_skill_file") or {}
    following = scene.message.between("skill", head.last, len(scene.message.tokens))
    meant = [m for m in following if is_skill(scene, m) and not is_unwanted(scene, m)]
    kinds = (scene.knowledge.skills[m.key].category for m in meant)
    return next((files[kind] for kind in kinds if kind in files and kind in TELLING_FILES), None)
