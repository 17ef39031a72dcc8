"""Tells a verb of the work that is asked for from one of something else: 'our season [starts] in March'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind

_AUXILIARIES = frozenset(
    {"will", "would", "should", "usually", "normally", "typically", "only", "then", "now", "shouldnt", "wont"}
    | {"wouldnt", "might", "may", "must", "can", "could", "cant", "mustnt", "doesnt", "not", "probably"}
    | {"always", "officially", "actually", "just", "also", "currently"}
)
_WORKERS = frozenset(
    {"person", "freelancer", "contractor", "consultant", "candidate", "hire", "guy", "someone", "somebody"}
    | {"whoever", "starter", "help", "deadline", "date", "day", "time", "plan", "estimate", "start", "end"}
    | {"theyd", "hed", "shed", "youd", "itd", "wed", "theyll", "youll", "itll", "hell", "theyre", "ones"}
    | {
        "thing",
        "whole",
        "everything",
        "all",
        "leave",
        "sabbatical",
        "absence",
        "cover",
        "vacancy",
        "opening",
        "campaign",
        "work",
        "period",
    }
)
"""Whose verb may be the work's, though it is not called so."""
_WHOSE = frozenset({"our", "my", "the", "their", "its", "this", "a", "each", "every", "his", "her", "your"})
_OURS = frozenset({"our", "my", "their", "each", "every", "his", "her"})
_LONGEST_NAME = 4
_KINDS = ("role", "heads", "slots", "people", "intents", "quantities")
_OF_DATES = frozenset({"start", "until", "deadline"})
_FINITE = frozenset({"lasts", "takes", "is", "are", "runs", "works", "starts", "begins", "has", "opens"})


def is_of_something_else(scene: Scene, verb: int, ours: bool = False) -> bool:
    """Whether a verb tells of a thing that is neither the work nor who does it: 'shooting [begins] 3 May'.

    `ours`: only where the thing is called the client's, 'our team [works] full time'.
    """
    message = scene.message
    low, _ = message.sentence(verb)
    head = verb - 1
    if message.norm(head) == "to":
        return False  # 'I would love to start in January'
    while head >= low and message.norm(head) in _AUXILIARIES:
        head -= 1
    if message.norm(head) == "and":
        first = next((i for i in range(low, head) if message.norm(i) in _FINITE), None)
        return first is not None and is_of_something_else(scene, first, ours)
    if head < low or not _is_thing(scene, head):
        return False
    begin = head
    while begin > low and head - begin < _LONGEST_NAME and _goes_before(scene, begin - 1):
        begin -= 1
    whose = message.norm(begin - 1) if begin > low else ""
    if ours or whose in _WHOSE:
        return whose in (_OURS if ours else _WHOSE)
    return begin == low or begin == message.segment(verb).first


def verb_before(message: Message, first: int, verbs: frozenset[str]) -> int | None:
    """The verb that stands before tokens from `first` on, with small words between: 'ships in Q4'."""
    for index in range(first - 1, max(-1, first - 1 - _FARTHEST), -1):
        if message.norm(index) in verbs:
            return index
        if message.norm(index) not in _BETWEEN:
            return None
    return None


_FARTHEST = 4
_BETWEEN = frozenset(
    {"on", "in", "at", "by", "for", "about", "around", "roughly", "only", "the", "of", "live", "from", "up"}
    | {"to", "out", "just", "early", "late", "mid", "place", "over"}
)


def _is_thing(scene: Scene, index: int) -> bool:
    message = scene.message
    word = message.norm(index)
    if message.tokens[index].kind is not TokenKind.WORD or len(word) < _SHORTEST:
        return False
    if word in scene.lexicon.words("common", "function_words") or word in _WORKERS or word.endswith("ed"):
        return False
    work = scene.lexicon.words("schedule", "engagements")
    if word in work or word.removesuffix("s") in work | _WORKERS:
        return False
    cue = message.over("schedule", index, index + 1)
    if cue is not None and cue.key in _OF_DATES:
        return False
    return not scene.is_measured(index, index + 1) and not any(
        message.over(kind, index, index + 1) for kind in _KINDS
    )


_SHORTEST = 3


def _goes_before(scene: Scene, index: int) -> bool:
    """Whether a word can be part of a thing's name: 'planting season', 'new baby formula'."""
    message = scene.message
    is_word = message.tokens[index].kind is TokenKind.WORD
    return is_word and message.norm(index) not in scene.lexicon.words("common", "function_words")
