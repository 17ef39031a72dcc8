"""Cues that the words around them turn round: 'nobody who can't do Figma', 'no Rust? No problem'."""

from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.message import Message

_FARTHEST = 6
"""Tokens between a cue and the clause that says whom it is about."""

_RELATIVE = frozenset({"who", "that", "which", "whos", "thats"})
_BETWEEN = frozenset({"simply", "just", "really", "still", "also", "currently", "actually", "only", "either"})
_NEGATED = frozenset(
    {"isnt", "arent", "doesnt", "dont", "cant", "cannot", "hasnt", "havent", "wont", "never", "not", "lack"}
    | {"lacks", "couldnt", "wouldnt", "didnt", "no"}
)
_AUXILIARY = frozenset({"is", "are", "do", "does", "has", "have", "can", "will", "could", "would", "did"})
_DOING = frozenset(
    {"know", "knows", "have", "has", "speak", "speaks", "use", "uses", "work", "works", "do", "does", "can"}
)
"""'none of these know Xero': that they lack it is the trouble."""

_LACKING = frozenset({"without", "lacking"})
_BESIDES = frozenset({"from", "in", "with", "based", "living", "using", "doing", "at", "of"})
_LACKS = frozenset({"no", "without", "never", "zero", "lacking", "hasnt", "havent", "doesnt", "dont", "not"})
_OF_KNOWING = frozenset(
    {"knowledge", "experience", "skills", "skill", "background", "expertise", "certification"}
)
_NEEDLESS = frozenset({"bother", "skip", "forget"})
_PARTS = frozenset({"and", "but", ",", ";", "or"})


class Turns:
    """What a cue comes to in its clause."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._whoever = lexicon.words("cues", "whoever")

    def end_of_lack(self, message: Message, cue: Mention) -> int | None:
        """'nobody [who can't do] Figma': where the lack ends that is not wanted; None where there is none."""
        if message.norm(cue.first) in ("none", "not") and message.norm(cue.first + 1) in ("of", "one"):
            return cue.last + 1 if message.norm(cue.last) in _DOING else None
        index = self._past_people(message, cue)
        word = message.norm(index)
        if word in _LACKING and index > cue.last:
            return index + 1
        if word in _RELATIVE:
            return _past_negation(message, index + 1)
        if message.norm(cue.last - 1) in _RELATIVE:
            return _past_negation(message, cue.last)
        if word == "not" and index > cue.last and message.norm(index + 1) in _BESIDES:
            return index + 1
        return None

    def end_of_whom(self, message: Message, cue: Mention) -> int | None:
        """'remove everyone [who lives in] India': where the words end that say whom it is about."""
        index = self._past_people(message, cue)
        told = index > cue.last and message.norm(index - 1) not in ("the", "a", "an", "no", "of")
        return index + 1 if told and message.norm(index) in _RELATIVE | _BESIDES else None

    def _past_people(self, message: Message, cue: Mention) -> int:
        index, stop = cue.last, min(cue.last + _FARTHEST, message.segment(cue.first).last)
        while index < stop and message.norm(index) in self._whoever:
            index += 1
        return index


def _past_negation(message: Message, index: int) -> int | None:
    """Past 'isn't', 'does not', 'has no', 'simply cannot'."""
    while message.norm(index) in _BETWEEN:
        index += 1
    if message.norm(index) in _AUXILIARY:
        index += 1
        while message.norm(index) in _BETWEEN:
            index += 1
    return index + 1 if message.norm(index) in _NEGATED else None


def verdict_on(message: Message, cue: Mention) -> tuple[str, int] | None:
    """What is said of those who lack something, as an effect, and the token up to which that is said."""
    if not _LACKS & set(message.norms[cue.first : cue.last]):
        return None
    segment = message.segment(cue.first)
    granted = message.between("verdicts", max(segment.first, cue.first - 2 * _FARTHEST), cue.first)
    if any(verdict.key == "granted" for verdict in granted):
        return "unneeded", cue.last
    said = message.between("verdicts", cue.last + 1, segment.last)
    if not said and message.norm(segment.last - 1) == "?":
        following = message.segment(segment.last)
        begun = message.between("verdicts", segment.last, min(segment.last + _FARTHEST, following.last))
        said = [verdict for verdict in begun if verdict.first <= segment.last + 1]
    verdict = next((each for each in said if each.key in _EFFECTS), None)
    return None if verdict is None else (_EFFECTS[verdict.key], verdict.last)


_EFFECTS = {"for": "unneeded", "against": "must"}


def end_of_vain(message: Message, cue: Mention) -> int | None:
    """Where 'no VAT knowledge needed' ends, which is not needed rather than not wanted."""
    if message.norm(cue.first) not in ("no", "zero", "non", "none", "neither"):
        return None
    for index in range(cue.last, min(cue.last + 2 * _FARTHEST, message.segment(cue.first).last)):
        if message.norm(index) in _PARTS:
            return None
        if message.norm(index) in _NEEDED and index > cue.last:
            return index + 1
    return None


_NEEDED = frozenset({"needed", "required", "necessary", "expected", "mandatory", "demanded", "essential"})


def goes_on_after_but(message: Message, cue: Mention) -> bool:
    """'any country but I need …', 'any location but must overlap': the but begins what is said next."""
    ends = message.norm(cue.last - 1) == "but" and cue.size > 1
    return ends and message.norm(cue.last) in _BEGINNINGS


_BEGINNINGS = frozenset(
    {"i", "we", "id", "wed", "im", "were", "ive", "weve", "they", "he", "she", "you", "it", "its", "must"}
    | {"should", "with", "has", "have", "need", "needs", "english", "prefer", "preferably", "ideally"}
    | {"please", "only", "at", "some", "theyd", "there", "our", "my", "overlap", "able"}
)


def is_about_knowing(message: Message, cue: Mention) -> bool:
    """'don't bother with Rails knowledge': nothing is said against those who have it."""
    if not _NEEDLESS & set(message.norms[cue.first : cue.last]):
        return False
    stop = min(cue.last + _FARTHEST, message.segment(cue.first).last)
    return bool(_OF_KNOWING & set(message.norms[cue.last : stop]))
