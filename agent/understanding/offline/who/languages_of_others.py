"""Tells languages of others, of things and of studies from those that whoever is wanted speaks."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.who.language_trades import has_language_trade
from agent.understanding.offline.who.nationals import LINKS
from agent.understanding.offline.words.gazetteer import Mention


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
