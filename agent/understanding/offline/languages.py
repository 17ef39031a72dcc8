"""Finds the human languages a freelancer must speak, and how well."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.gazetteer import Mention
from store.nouns.brief import LanguageLevel, LanguageWish, Slot

_REACH = 4


def find_languages(scene: Scene) -> list[Finding]:
    """The languages asked for; a nation's word counts where the words around show the language."""
    found: dict[str, Finding] = {}
    for mention in scene.message.of("language"):
        if not is_language(scene, mention):
            continue
        stance = scene.stance(mention.first, mention.last)
        if stance.excluded or stance.unneeded:
            continue
        wish = LanguageWish(
            code=mention.key,
            level=_level(scene, mention) or LanguageLevel.FLUENT,
            words=scene.message.words(mention.first, mention.last),
        )
        finding = Finding(
            Slot.LANGUAGES, wish, mention.first, mention.last, hard=stance.hard, uncertain=stance.unsure
        )
        known = found.get(mention.key)
        if known is None or _level(scene, mention) is not None:
            found[mention.key] = finding
    return list(found.values())


def is_language(scene: Scene, mention: Mention) -> bool:
    """Whether the word is meant as a language here."""
    message = scene.message
    if _is_inside_name(scene, mention):
        return False
    if next(_elsewhere(scene, mention), None) is not None:
        return False
    if message.norm(mention.first - 1) in ("our", "my"):
        return False
    if scene.asked is Slot.LANGUAGES:
        return True
    if message.at("demonym", mention.first) is None:
        return True
    return not _is_of_person(scene, mention)


_LINKS = frozenset({"and", "or", "/", ",", "&", "-"})
_OF_NATION = frozenset(
    {
        "based",
        "time",
        "timezone",
        "timezones",
        "hours",
        "working",
        "nationals",
        "citizens",
        "residents",
        "national",
        "citizen",
    }
)
_FARTHEST = 6


def _is_of_person(scene: Scene, mention: Mention) -> bool:
    """Whether the nation's word says where somebody is from: 'German developer', 'only Italian candidates'.

    Before somebody whose trade is the language ('German copywriter') it is the language.
    """
    message, index = scene.message, mention.last
    if message.norm(index) in _OF_NATION or message.at("zone", mention.first) is not None:
        return True
    for _ in range(_FARTHEST):
        role = message.at("role", index)
        if role is not None:
            family = scene.knowledge.roles[role.key]
            trades = scene.lexicon.setting("languages", "trades", "categories")
            return family.category not in trades and family.id not in scene.lexicon.setting(
                "languages", "trades", "roles"
            )
        people = message.at("people", index)
        if message.at("heads", index) is not None or (people is not None and people.key == "anyone"):
            return True
        following = (
            message.at("demonym", index) or message.at("skill", index) or message.at("industry", index)
        )
        if following is not None:
            index = following.last
        elif people is not None and people.key in ("expert", "intermediate", "entry"):
            index = people.last
        elif message.norm(index) in _LINKS:
            index += 1
        else:
            break
    return message.norm(mention.first - 1) == "from" and message.norm(mention.last) not in (
        "to",
        "into",
        "-",
        "and",
    )


def _is_inside_name(scene: Scene, mention: Mention) -> bool:
    for kind in ("skill", "industry", "region", "country"):
        for back in range(3):
            other = scene.message.at(kind, mention.first - back)
            if kind == "skill" and other is not None and _is_translating(scene, other.key):
                continue
            if other is not None and other.size > mention.size and other.last >= mention.last:
                return True
    return False


def _is_translating(scene: Scene, skill: str) -> bool:
    return scene.knowledge.skills[skill].category == "translation"


def _elsewhere(scene: Scene, mention: Mention) -> Iterator[Mention]:
    following = scene.message.at("languages", mention.last)
    if following is not None and following.key == "elsewhere":
        yield following


def _neighborhood(scene: Scene, mention: Mention) -> tuple[int, int]:
    segment_low, segment_high = scene.message.sentence(mention.first)
    return max(segment_low, mention.first - _REACH - 2), min(segment_high, mention.last + _REACH)


def _level(scene: Scene, mention: Mention) -> LanguageLevel | None:
    """The level said nearest: right after the language, else before it in its list."""
    message = scene.message
    low, high = _neighborhood(scene, mention)
    names = [level.value for level in LanguageLevel]
    after = [m for m in message.between("languages", mention.last, high) if m.key in names]
    before = [m for m in message.between("languages", low, mention.first) if m.key in names]
    other_after = list(message.between("language", mention.last, high))
    if before and before[-1].last >= mention.first - 2:
        return LanguageLevel(before[-1].key)
    if (
        after
        and not (other_after and other_after[0].first < after[0].first)
        and after[0].first - mention.last <= 3
    ):
        return LanguageLevel(after[0].key)
    if before and not any(message.norm(i) in (",", ".", ";") for i in range(before[-1].last, mention.first)):
        return LanguageLevel(before[-1].key)
    return (
        LanguageLevel(before[-1].key)
        if before and message.between("language", before[-1].last, mention.first)
        else None
    )
