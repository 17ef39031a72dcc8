"""The cues that say how much something is wanted, each with what it says and how far it reaches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.understanding.offline.weight.turned_cues import (
    Turns,
    end_of_vain,
    goes_on_after_but,
    is_about_knowing,
    verdict_on,
)
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind

_DIMENSIONS = {
    "exclude": "want",
    "unneeded": "want",
    "must": "strength",
    "nice": "strength",
    "unsure": "doubt",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens [first, last) that say `effect` of the words they reach.

    `reach` is where those stand: "after", "before", on "both" sides, or right before the cue that is the
    "end" of their clause. A `near` cue reaches only what follows closely.
    """

    effect: str
    reach: str
    near: bool
    first: int
    last: int
    dimension: str


class CueReader:
    """Picks the cues of a message and puts them to its segments."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._turns = Turns(lexicon)
        self._effects: Mapping[str, tuple[str, str, bool]] = {
            key: (
                lexicon.setting("cues", key, "effect"),
                lexicon.setting("cues", key, "reach"),
                bool(lexicon.setting("cues", key, "near")),
            )
            for key in lexicon.kinds["cues"]
        }

    def read(self, message: Message) -> list[list[Cue]]:
        """The cues of each segment; of those that overlap, the longest; each reach of it."""
        by_segment: list[list[Cue]] = [[] for _ in message.segments]
        passed = 0
        for mention in message.of("cues"):
            if mention.first < passed:
                continue
            read = self._cue(message, mention, by_segment)
            if read is None:
                continue
            cue, passed = read
            known = by_segment[message.segment_of[mention.first]]
            before = known[-1] if known else None
            same = before is not None and (before.first, before.last) == (cue.first, cue.last)
            if before is not None and same and mention.key == _IS_NOT:
                known[-1] = cue
            elif before is not None and same and before.effect == cue.effect:
                known[-1] = Cue(cue.effect, "both", cue.near, cue.first, cue.last, cue.dimension)
            else:
                known.append(cue)
        return by_segment

    def _cue(
        self, message: Message, mention: Mention, by_segment: Sequence[Sequence[Cue]]
    ) -> tuple[Cue, int] | None:
        """What a cue's words come to here, and the token up to which other cues are a part of them."""
        effect, reach, near = self._effects[mention.key]
        if mention.key == _TURNED_OUT or effect == "exclude":
            lacking = self._turns.end_of_lack(message, mention)
            if lacking is not None:
                return _cue_of("must", "after", False, mention.first, lacking), lacking
        if mention.key == _TURNED_OUT:
            whom = self._turns.end_of_whom(message, mention)
            return None if whom is None else (_cue_of("exclude", "after", False, mention.first, whom), whom)
        if _is_not_only(message, mention) or _is_part_of_a_start(message, mention):
            return None
        if effect == "exclude" and (_changes_one(message, mention) or goes_on_after_but(message, mention)):
            return None
        if effect == "none" or _is_quantity_word(message, mention) or answers_itself(message, mention):
            return None
        if reach == "end" and not _ends_clause(message, mention):
            if mention.key == _IS_NOT and mention.size > 1:
                near = True
            elif effect == "nice" or message.norm(mention.first) not in _SUBJECTS:
                return None
            reach = "after"  # 'I've had enough of people who only know Divi'
        if _asks_for_somebody(message, mention):
            return None
        if effect == "exclude" and _is_not_necessary(message, mention):
            effect = "unneeded"
        if effect == "exclude":
            if _is_double_negation(message, mention):
                effect = "must"
            elif reach == "end" and mention.key == _IS_NOT:
                if message.norm(mention.first - 1) in _NO_DENIAL:
                    return None
                effect = "unneeded" if _answers_requirement(message, mention, by_segment) else "exclude"
            elif is_about_knowing(message, mention):
                effect = "unneeded"
            else:
                verdict = verdict_on(message, mention)
                if verdict is not None:
                    return _cue_of(verdict[0], reach, near, mention.first, mention.last), verdict[1]
                end = end_of_vain(message, mention)
                if end is not None:
                    return _cue_of("unneeded", reach, near, mention.first, mention.last), end
        return _cue_of(effect, reach, near, mention.first, mention.last), 0


def _cue_of(effect: str, reach: str, near: bool, first: int, last: int) -> Cue:
    return Cue(effect, reach, near, first, last, _DIMENSIONS[effect])


_TURNED_OUT = "turned_out"
_IS_NOT = "is_not"
_SUBJECTS = frozenset({"we", "were", "weve", "i", "im", "ive", "you", "they"})
_NO_DENIAL = frozenset({"or", "why", "if", "whether", "of", "and"})
"""'agency or not' denies nothing."""


def _answers_requirement(message: Message, cue: Mention, by_segment: Sequence[Sequence[Cue]]) -> bool:
    """'Docker is required, Kubernetes is not': what the clause before says is denied of one more thing."""
    place = message.segment_of[cue.first]
    sentence = message.segments[place].sentence
    for before in range(place, max(-1, place - _PATIENCE), -1):
        if message.segments[before].sentence < sentence - 1:
            break
        said = [known for known in by_segment[before] if known.first != cue.first]
        if said:
            return said[-1].effect == "must"
    return False


_PATIENCE = 3


def answers_itself(message: Message, cue: Mention) -> bool:
    """'C developer? No: C#': the answer to the client's own question, and what follows is what is wanted."""
    return (
        message.norm(cue.first) in _NO
        and message.norm(cue.first - 1) == "?"
        and message.norm(cue.first + 1) in _AFTER_AN_ANSWER
    )


_NO = frozenset({"no", "nope", "nah", "naw"})
_AFTER_AN_ANSWER = frozenset({":", ",", "-", "–", "."})


def _ends_clause(message: Message, cue: Mention) -> bool:
    """Whether nothing but marks comes after the cue in its segment."""
    rest = range(cue.last, message.segment(cue.first).last)
    return all(message.tokens[i].kind not in (TokenKind.WORD, TokenKind.NUMBER) for i in rest)


def _is_double_negation(message: Message, cue: Mention) -> bool:
    """'you cannot do this job without Figma': there is no way around it."""
    if message.norm(cue.first) != "without":
        return False
    return bool(_NEGATIONS & set(message.norms[message.segment(cue.first).first : cue.first]))


_NEGATIONS = frozenset(
    {"cannot", "cant", "not", "never", "nobody", "impossible", "wont", "nothing", "couldnt"}
)


def _asks_for_somebody(message: Message, cue: Mention) -> bool:
    """'we require two senior developers', 'we'd love somebody': who is needed, not how much something is."""
    said = message.norms[cue.first : cue.last]
    if said not in _REQUIRING and said[-1:] != ("love",):
        return False
    if message.norm(cue.last) in _SOMEBODY:
        return True
    following = range(cue.last, min(cue.last + _BEFORE_SOMEBODY, message.segment(cue.first).last))
    before = (i for i in following if message.norm(i) in _OF_THINGS)
    last = next(before, following.stop)
    return any(message.at(kind, i) is not None for i in range(cue.last, last) for kind in ("role", "heads"))


_REQUIRING = frozenset({("require",), ("requires",), ("required",)})
_SOMEBODY = frozenset({"somebody", "someone"})
_BEFORE_SOMEBODY = 6
_OF_THINGS = frozenset({"to", "that", "with", "of", "in", "for", "and", "who", "are", "is"})


def _is_quantity_word(message: Message, cue: Mention) -> bool:
    """Whether a longer quantity phrase ('no more than') covers the cue, or goes on: 'can go up to'."""
    other = message.over("quantities", cue.first, cue.last)
    if other is not None and other.size > cue.size:
        return True
    going = message.over("quantities", cue.last - 1, cue.last + 1)
    return going is not None and going.first > cue.first


def _is_part_of_a_start(message: Message, cue: Mention) -> bool:
    """The 'can wait' of 'we can wait until mid January', which says of nothing that it is not needed."""
    start = message.over("schedule", cue.first, cue.last, "start")
    return start is not None and start.size > cue.size


def _is_not_necessary(message: Message, cue: Mention) -> bool:
    """'not from the UK necessarily': that may be, and need not."""
    said = message.norms[cue.first : message.segment(cue.first).last]
    return said[:1] == ("not",) and "necessarily" in said


def _is_not_only(message: Message, cue: Mention) -> bool:
    """'not only Peru, also Chile': nothing goes, where something comes beside it."""
    if message.norms[cue.first : cue.first + 2] not in _NOT_ONLY:
        return False
    _, high = message.sentence(cue.first)
    return bool(_BESIDE_IT & set(message.norms[cue.last : high]))


_NOT_ONLY = frozenset({("not", "only"), ("not", "just"), ("not", "merely"), ("not", "exclusively")})
_BESIDE_IT = frozenset({"also", "but", "too", "well"})


def _changes_one(message: Message, cue: Mention) -> bool:
    """'all stays the same except Italy instead of Malta': what is named comes, and is not ruled out."""
    if message.norm(cue.first) not in _EXCEPT:
        return False
    low, _ = message.sentence(cue.first)
    return bool(_UNCHANGED & set(message.norms[low : cue.first]))


_EXCEPT = frozenset({"except", "apart", "other", "aside", "excepting"})
_UNCHANGED = frozenset({"same", "stays", "stay", "keep", "unchanged", "correct", "right", "remains"})


def stops_of(cues: Sequence[Cue], last: int) -> list[int]:
    """For each cue where the next one of its dimension that reaches on begins, or the segment's end."""
    following: dict[str, int] = {}
    stops = []
    for cue in reversed(cues):
        stops.append(following.get(cue.dimension, last))
        if cue.reach == "after":
            following[cue.dimension] = cue.first
    return stops[::-1]
