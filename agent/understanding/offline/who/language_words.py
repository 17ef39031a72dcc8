"""Tells the words that are meant as a language from nations, verbs and things of that name."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.who.nationals import (
    LINKS,
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


def _is_subject_of_study(scene: Scene, mention: Mention) -> bool:
    """'a school that teaches Spanish and French', 'a history of Finnish': what it is about."""
    message = scene.message
    if message.norm(mention.first - 1) == "of" and message.norm(mention.first - 2) in _STUDIES:
        return True
    if scene.once(has_language_trade):
        return False
    first = mention.first
    while message.norm(first - 1) in LINKS or message.at("language", first - 1) is not None:
        first -= 1
    return message.norm(first - 1) in _TEACHING


_STUDIES = frozenset(
    {"history", "grammar", "study", "evolution", "origins", "structure", "dictionary", "students"}
)
_TEACHING = frozenset({"teaches", "teach", "teaching", "learn", "learning", "learns", "offers"})


def _is_of_place_held(scene: Scene, mention: Mention) -> bool:
    """'only Irish writers', where the brief asks for people from Ireland."""
    held, nation = scene.context.brief.countries, scene.message.at("demonym", mention.first)
    low, _ = scene.message.sentence(mention.first)
    spoken = any(m.key in _SPOKEN_OF for m in scene.message.between("languages", low, mention.first))
    heads = any(scene.message.at(kind, mention.last) is not None for kind in ("heads", "role", "people"))
    return held is not None and nation is not None and nation.key in held.include and heads and not spoken


_SPOKEN_OF = frozenset({"marks", "NATIVE", "FLUENT"})


def is_used_otherwise(scene: Scene, mention: Mention) -> bool:
    """Whether the word is a verb, says what something to be built is written in, or what others speak."""
    return (
        _is_verb(scene, mention)
        or _is_of_product(scene, mention)
        or _is_of_others(scene, mention)
        or _is_what_we_could_do(scene, mention)
        or _is_subject_of_study(scene, mention)
    )


def _is_what_we_could_do(scene: Scene, mention: Mention) -> bool:
    """'we can also run it in English': the client's way out, and no wish for one more language."""
    before = scene.message.norms[max(0, mention.first - 6) : mention.first]
    if before[-1:] != ("in",) or before[-2:-1] not in (("it",), ("this",), ("that",)):
        return False
    return before[-6:-4] in _WE_CAN or before[-5:-3] in _WE_CAN


_WE_CAN = frozenset({("we", "can"), ("we", "could"), ("i", "can"), ("i", "could")})


def _is_of_others(scene: Scene, mention: Mention) -> bool:
    """'our customers speak French', 'for a French-speaking audience': others speak it, not who is sought."""
    if scene.once(has_language_trade):
        return False
    message, others = scene.message, scene.lexicon.words("languages", "others")
    if message.norm(mention.last) == "speaking" and message.norm(mention.last + 1) in others:
        return True
    before = message.norms[message.segment(mention.first).first : mention.first]
    if before[-2:] in _SPEAKS_NOT:
        return True
    ours = before[:1] in (("our",), ("my",)) and bool(others & set(before[1:2]))
    return ours and before[-1] in _SPEAK


_SPEAKS_NOT = frozenset({*((word, "speak") for word in ("doesnt", "dont", "not", "cant")), ("speaks", "no")})
_SPEAK = frozenset({"speak", "speaks", "speaking"})


def _is_verb(scene: Scene, mention: Mention) -> bool:
    """'please polish the text'."""
    message = scene.message
    verbs = scene.lexicon.words("languages", "verbs")
    written = message.words(mention.first, mention.last)
    return written in verbs and message.norm(mention.last) in scene.lexicon.words("languages", "objects")


def _is_of_product(scene: Scene, mention: Mention) -> bool:
    """'a website in three languages: English and German': what is built is in it, whoever builds it."""
    message = scene.message
    if scene.once(has_language_trade):
        return False
    low, _ = message.sentence(mention.first)
    things = [m for m in message.of("products") if low <= m.first and m.last <= mention.first]
    if not things:
        return False
    between = message.norms[things[-1].last : mention.first]
    mentioned = {w for m in message.of("language") for w in message.norms[m.first : m.last]}
    return "in" in between and all(word in _IN_LANGUAGES or word in mentioned for word in between)


_IN_LANGUAGES = frozenset(
    {"in", "is", "are", "be", "will", "both", "all", "two", "three", "four", "five", "languages", "must"}
    | {":", ",", "and", "or", "&", "/", "+", "(", "available", "to", "2", "3", "4", "5", "-", "–", "the"}
)


def has_language_trade(scene: Scene) -> bool:
    """Whether somebody is asked for, here or in the brief, whose work is in a language."""
    trades = scene.lexicon.setting("languages", "trades", "categories")
    ids = scene.lexicon.setting("languages", "trades", "roles")
    asked = {*(m.key for m in scene.message.of("role")), scene.context.brief.role or ""}
    roles = scene.knowledge.roles
    return any(role in roles and (roles[role].category in trades or role in ids) for role in asked)


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
