"""Tells the words that are meant as a language from nations, verbs and things of that name."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.who.languages_of_others import is_used_otherwise
from agent.understanding.offline.who.nationals import (
    RESIDENTS,
    is_of_client,
    is_of_person,
    is_said_to_be_spoken,
)
from agent.understanding.offline.who.translations import is_half_of_pair, is_source
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind
from store.nouns.brief import LanguageLevel, Slot

REACH = 5


def is_language(scene: Scene, mention: Mention) -> bool:
    """Whether the word is meant as a language here."""
    message = scene.message
    if _is_inside_name(scene, mention):
        return False
    if is_source(scene, mention):
        return True
    if next(_elsewhere(scene, mention), None) is not None:
        return False
    if is_of_conversation(scene, mention):
        return False
    if is_half_of_pair(message, mention) and not is_used_otherwise(scene, mention):
        return True
    if message.norm(mention.first - 1) in ("our", "my") or _is_of_trade(scene, mention):
        return False
    if is_used_otherwise(scene, mention):
        return False
    if scene.asked is Slot.LANGUAGES:
        return True
    if _is_of_hours(scene, mention):
        return False
    if describes_a_thing(scene, mention) and not _is_joined_to_language(scene, mention):
        return False
    if is_of_client(scene, mention):
        return False
    variety = message.ending("demonym", mention.first)
    if (
        mention.size > 1
        or message.at("demonym", mention.first) is None
        or (variety is not None and variety.key != mention.key)
    ):
        return True
    words = " ".join(message.norms[mention.first : mention.last])
    if words in scene.lexicon.words("languages", "rarely_spoken"):
        return is_said_to_be_spoken(scene, mention)
    if words in scene.lexicon.words("languages", "people"):
        low, high = neighborhood(scene, mention)
        return any(m.key in _SPOKEN for m in message.between("languages", low, high))
    if _is_of_place_held(scene, mention):
        return False
    if message.norm(mention.first - 1) in _NATIVELY and message.at("role", mention.last) is None:
        return True
    return not is_of_person(scene, mention)


def _is_joined_to_language(scene: Scene, mention: Mention) -> bool:
    """'contracts in English/German', 'German and English sheets': two languages of what is written."""
    message, before = scene.message, scene.message.norm(mention.first - 1)
    if before not in ("and", "&", "+", "/") or message.at("industry", mention.last) is not None:
        return False
    other = message.ending("language", mention.first - 1)
    return other is not None and other.key != mention.key


def _is_of_hours(scene: Scene, mention: Mention) -> bool:
    """'German business hours', 'French office hours': when they work there."""
    hours = scene.message.at("places", mention.last)
    return hours is not None and hours.key == "time_zone" and hours.size > 1


def _is_of_place_held(scene: Scene, mention: Mention) -> bool:
    """'only Irish writers', where the brief asks for people from Ireland."""
    held, nation = scene.context.brief.countries, scene.message.at("demonym", mention.first)
    low, _ = scene.message.sentence(mention.first)
    spoken = any(m.key in _SPOKEN_OF for m in scene.message.between("languages", low, mention.first))
    heads = any(scene.message.at(kind, mention.last) is not None for kind in ("heads", "role", "people"))
    return held is not None and nation is not None and nation.key in held.include and heads and not spoken


_SPOKEN_OF = frozenset({"marks", "NATIVE", "FLUENT"})


def describes_a_thing(scene: Scene, mention: Mention) -> bool:
    """'Greek yogurt', 'Danish design agency', 'Polish my resume': no language and no place."""
    message, index = scene.message, mention.last
    if index >= len(message.tokens) or message.tokens[index].kind is not TokenKind.WORD:
        return False
    following = message.norm(index)
    if mention.first == 0 and following in ("my", "our", "up", "this"):
        return True
    before = message.ending("languages", mention.first)
    answers = bool(scene.context.brief.terms) and scene.is_fragment
    if before is not None or following == "'s" or scene.asked is Slot.LANGUAGES or answers:
        return False
    if (
        following == "as"
        or following in RESIDENTS
        or following in scene.lexicon.words("languages", "said_of_them")
        or following in scene.lexicon.words("common", "function_words")
    ):
        return False
    beside = (message.at(kind, index) for kind in _AFTER_A_LANGUAGE)
    if any(found is not None and found.key != "elsewhere" for found in beside):
        return False
    skill = message.at("skill", index)
    return skill is None or scene.knowledge.skills[skill.key].category not in _SPOKEN_WORK


_AFTER_A_LANGUAGE = (
    "languages",
    "language",
    "demonym",
    "cues",
    "role",
    "heads",
    "people",
    "intents",
    "edits",
    "schedule",
    "quantities",
    "zone",
    "places",
    "region",
    "country",
)
_SPOKEN_WORK = frozenset({"translation", "writing", "audio", "admin-and-support", "video"})


def is_of_conversation(scene: Scene, mention: Mention) -> bool:
    """'in English please: …': the language in which the client wants to go on."""
    message = scene.message
    after = message.norm(mention.last)
    before = message.norm(mention.first - 1)
    if before == "in" and after == ":" and mention.first <= _GREETING:
        return True
    return mention.first <= _OPENING and (
        (before == "in" and after in _ASIDES) or (before in CONSENT and after == "then")
    )


def _is_of_trade(scene: Scene, mention: Mention) -> bool:
    """'a Dutch SaaS': the nation's word goes with somebody's business."""
    industry = scene.message.at("industry", mention.last)
    if industry is None or scene.message.at("demonym", mention.first) is None:
        return False
    return not any(scene.message.at(kind, industry.last) for kind in ("role", "heads", "skill"))


_OPENING = 3
_GREETING = 8
_ASIDES = frozenset({":", "please", "then"})
"""After 'in English' at the beginning: the client says in which language to go on."""
_SPOKEN = frozenset({"marks", *(level.value for level in LanguageLevel)})
_NATIVELY = frozenset({"native", "fluent", "bilingual", "conversational", "natively", "fluently"})


def _is_inside_name(scene: Scene, mention: Mention) -> bool:
    for kind in ("skill", "industry", "region", "country"):
        for back in range(3):
            other = scene.message.at(kind, mention.first - back)
            if kind == "skill" and other is not None and _is_of_language(scene, other.key, mention.key):
                continue
            if other is not None and other.size > mention.size and other.last >= mention.last:
                return True
    return False


def _is_of_language(scene: Scene, skill: str, language: str) -> bool:
    """'French translation', 'Spanish tutor': work whose language is the one named."""
    entry = scene.knowledge.skills[skill]
    named = scene.knowledge.languages[language].name in entry.name
    return named or entry.category == "translation" or "Language" in entry.name


def _elsewhere(scene: Scene, mention: Mention) -> Iterator[Mention]:
    """'German customers', 'German and French customers': of whom none of the nations' words is a language."""
    following = scene.message.at("languages", _end_of_list(scene.message, mention))
    if following is not None and following.key == "elsewhere":
        yield following


def _end_of_list(message: Message, mention: Mention) -> int:
    """Past the nations' words that a list joins to a nation's word."""
    last = mention.last
    if message.at("demonym", mention.first) is None:
        return last
    while message.norm(last) in ("and", "or", "/", "&", "+"):
        further = message.at("demonym", last + 1)
        if further is None:
            break
        last = further.last
    return last


CONSENT = frozenset({"ok", "okay", "great", "good", "perfect"})


def neighborhood(scene: Scene, mention: Mention) -> tuple[int, int]:
    """The tokens of its sentence that can say how a language is meant."""
    segment_low, segment_high = scene.message.sentence(mention.first)
    return max(segment_low, mention.first - REACH - 1), min(segment_high, mention.last + REACH + 1)
