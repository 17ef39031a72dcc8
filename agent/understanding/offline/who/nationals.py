"""Tells a nation's word that says where somebody is from from the language: 'German developer'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import LanguageLevel

LEVEL_NAMES = frozenset(level.value for level in LanguageLevel)
LINKS = frozenset({"and", "or", "/", ",", "&", "-", "+"})
RESIDENTS = frozenset(
    {"residents", "resident", "nationals", "national", "citizens", "citizen", "passport", "passports"}
)
"""After a nation's word: who belongs there."""

_OF_NATION = RESIDENTS | {"based", "time", "timezone", "timezones", "hours", "working"}
_PEOPLE = ("anyone", "heads")
_FARTHEST = 6


def is_of_person(scene: Scene, mention: Mention) -> bool:
    """Whether the nation's word says where somebody is from: 'German developer', 'only Italian candidates'.

    Before somebody whose trade is the language ('German copywriter') it is the language.
    """
    message, index = scene.message, mention.last
    if _is_somebody_from(scene, mention):
        return True
    told = message.at("languages", index)
    if told is not None and told.size > 1 and told.key in LEVEL_NAMES:
        return False  # 'Danish working language'
    if message.norm(index) in _OF_NATION or message.at("zone", mention.first) is not None:
        return True
    for _ in range(_FARTHEST):
        if message.norm(index) in RESIDENTS:
            return True
        if message.norm(index) in scene.lexicon.words("languages", "of_speech"):
            return False  # 'ten Dutch speakers', 'Dutch and French speakers'
        if message.at("role", index) is not None:
            return not _is_trade_of_words(scene, index)
        people = message.at("people", index)
        is_number = message.norm(index) == "one" and index > mention.last
        if is_number:
            break
        if message.at("heads", index) is not None or (people is not None and people.key in _PEOPLE):
            return True
        following = (
            message.at("demonym", index) or message.at("skill", index) or message.at("industry", index)
        )
        if (
            following is not None
            and following.kind == "demonym"
            and message.over("language", index, index + 1) is None
        ):
            return True
        if following is not None and _is_work_with_words(scene, following):
            return False  # 'Korean localization tester'
        if following is not None:
            index = following.last
        elif people is not None and people.key in ("expert", "intermediate", "entry"):
            index = people.last
        elif message.norm(index) in LINKS:
            index += 1
        else:
            break
    if message.norm(mention.first - 1) != "from" or _translates(scene):
        return False
    if message.norm(mention.first - 2) in _PUT_INTO:
        return False
    return message.norm(mention.last) not in ("to", "into", "-", "and")


def _is_trade_of_words(scene: Scene, index: int) -> bool:
    """Whether a role that begins at a token may be one whose work is the language: 'localization tester'."""
    categories = scene.lexicon.setting("languages", "trades", "categories")
    trades = scene.lexicon.setting("languages", "trades", "roles")
    named = (m.key for m in scene.message.between("role", index, index + _FARTHEST) if m.first == index)
    families = (scene.knowledge.roles[key] for key in named)
    return any(family.category in categories or family.id in trades for family in families)


def _is_work_with_words(scene: Scene, named: Mention) -> bool:
    """Whether a skill is translation or writing, which is done in the language named before it."""
    return named.kind == "skill" and scene.knowledge.skills[named.key].category in ("translation", "writing")


_PUT_INTO = frozenset({"translated", "translate", "translating", "translation", "localised", "adapted"})
"""Before 'from' and a language: 'a manual translated from German'."""


def _translates(scene: Scene) -> bool:
    """Whether a translator is asked for, who works from a language and is not from a country."""
    roles = scene.knowledge.roles
    asked = [m.key for m in scene.message.of("role")] or [scene.context.brief.role or ""]
    return any(role in roles and roles[role].category == "translation" for role in asked)


def _is_somebody_from(scene: Scene, mention: Mention) -> bool:
    """'someone Swedish or Danish', 'a front-end dev, Bulgarian or Romanian': alternatives of where from."""
    message, first, last = scene.message, mention.first, mention.last
    either = False
    for _ in range(_FARTHEST):
        before = message.ending("demonym", first - 1) if message.norm(first - 1) in LINKS else None
        if before is not None:
            either |= message.norm(first - 1) == "or"
            first = before.first
        after = message.at("demonym", last + 1) if message.norm(last) in LINKS else None
        if after is not None:
            either |= message.norm(last) == "or"
            last = after.last
    if message.has("languages", "marks") or any(message.has("languages", name) for name in LEVEL_NAMES):
        return False
    if message.norm(first - 1) in _SOMEBODY:
        return True
    role = message.ending("role", first - 1) if message.norm(first - 1) == "," else None
    trades = scene.lexicon.setting("languages", "trades", "categories")
    return (
        either and role is not None and scene.knowledge.roles[role.key].category not in (*trades, *_TALKING)
    )


_SOMEBODY = frozenset({"someone", "somebody", "anyone", "anybody", "people", "folks"})
_TALKING = ("admin", "support", "sales", "hr", "marketing", "video-and-audio", "legal")
"""Categories of roles whose work is talking: what they are is as likely what they speak."""


def is_said_to_be_spoken(scene: Scene, mention: Mention) -> bool:
    """'fluent Irish', 'Irish speaker': what is said right beside it is said of a language."""
    message = scene.message
    before = message.between("languages", max(0, mention.first - _FARTHEST), mention.first)
    told = any(m.key in LEVEL_NAMES and m.last == mention.first for m in before)
    return told or message.norm(mention.last) in scene.lexicon.words("languages", "of_speech")


def is_of_client(scene: Scene, mention: Mention) -> bool:
    """'I'm a Danish engineer', 'our family (Greek) needs': what the client or somebody of theirs is."""
    message, first = scene.message, mention.first
    if message.at("demonym", first) is None:
        return False
    before = message.norms[max(0, first - 3) : first]
    before = before[:-1] if before[-1:] in (("a",), ("an",)) else before
    if before[-1:] in _I_AM or before[-2:] in _I_AM:
        return message.at("languages", mention.last) is None
    if message.norm(first - 1) != "(" or message.norm(mention.last) not in (")", ","):
        return False
    owned = bool(_OURS & set(message.norms[max(0, first - _OWNED) : first]))
    others = message.ending("languages", first - 1)
    theirs = others is not None and others.key == "elsewhere"
    return owned and (theirs or message.ending("industry", first - 1) is not None)


_I_AM = frozenset({("im",), ("were",), ("i", "am"), ("we", "are")})
_OURS = frozenset({"our", "my"})
_OWNED = 5
