"""Finds people named who are not on the list: 'what about Dr Smith?', 'hire Priya', 'send it to Peter'.

A pointer at nobody keeps an order from reaching whoever was talked about last, and lets the agent say that
nobody of that name is shown.
"""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import ReferenceKind

TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "madam"})
_ORDERS = frozenset({"hand_off", "shortlist", "compare"})
_ABOUT = frozenset({"what about", "how about", "who is", "and what about"})
_BESIDE = frozenset({"with", "and", "or", "vs", "versus", "than", "&", ","})
_EARLY = 4
"""Tokens within which the verb of a question stands: 'when is …'."""


def find_strangers(scene: Scene, known: Sequence[Pointer]) -> Iterator[Pointer]:
    """The first name where somebody of the list would be named, if nobody of the list has it."""
    taken = {i for p in known for i in range(p.first, p.last)}
    for index in range(1, len(scene.message.tokens)):
        if index in taken or not _is_capital(scene, index):
            continue
        if scene.message.norm(index) in TITLES and _after_stop(scene, index) in taken:
            continue  # 'Mr Kowalski', who is listed
        if is_given_to(scene, index) or _is_named_as_people_are(scene, index, taken):
            yield Pointer(ReferenceKind.NAME, index, _end_of_name(scene, index))
            return


def is_stranger(pointer: Pointer) -> bool:
    """Whether somebody is named who cannot be told from the list."""
    named = pointer.kind is ReferenceKind.NAME
    return named and pointer.freelancer_id is None and pointer.position is None


def is_given_to(scene: Scene, index: int) -> bool:
    """Whether the words before a token give something to whoever it names: 'hand this over to #1'."""
    message = scene.message
    given = scene.lexicon.words("intents", "given")
    place = index - 1
    while message.norm(place) in ("the", "candidate", "freelancer", "both"):
        place -= 1
    if message.norm(place) != "to":
        return False
    verb = next((m for m in reversed(message.of("intents", "giving")) if m.last <= place), None)
    return verb is not None and all(word in given for word in message.norms[verb.last : place])


def _is_named_as_people_are(scene: Scene, index: int, taken: set[int]) -> bool:
    """Whether a name stands where people of the list are asked about or hired."""
    message, titled = scene.message, scene.message.norm(index) in TITLES
    if not scene.context.shown or not (titled or _may_be_a_name(scene, index)):
        return False
    after = message.norm(_end_of_name(scene, index))
    small = scene.lexicon.words("common", "function_words") | _AFTER_NAMES
    if not titled and after.isalpha() and after not in small:
        return False  # 'hire Zoho developers'
    beside = message.norm(index - 1) in _BESIDE and index - 2 in taken
    return beside or _is_ordered(scene, index, titled) or _is_asked_about(scene, index)


def _may_be_a_name(scene: Scene, index: int) -> bool:
    """Whether a word is written with a capital among small letters, and is the name of nothing we know."""
    message, token = scene.message, scene.message.tokens[index]
    written = message.text[token.start : token.end]
    days = scene.lexicon.setting("dates", "weekdays", "values")
    small = token.norm in scene.lexicon.words("common", "function_words") or len(written) < _SHORTEST
    if small or not written.istitle() or token.norm.removesuffix("s") in days:
        return False
    if scene.is_measured(index, index + 1):
        return False
    known = any(message.over(kind, index, index + 1) for kind in _KINDS)
    shouted = sum(_is_capital(scene, i) for i in range(len(message.tokens))) > _CAPITALS
    return not known and not shouted


_KINDS = (
    *("role", "heads", "skill", "industry", "country", "demonym", "region", "city", "language", "zone"),
    *("currency", "slots", "people", "topics", "schedule", "units", "intents", "references", "tasks"),
)
_SHORTEST = 3
_CAPITALS = 4
"""Words with capitals beyond which they say nothing."""
_AFTER_NAMES = frozenset({"free", "available", "s", "please", "still", "again"})


def _is_ordered(scene: Scene, index: int, titled: bool) -> bool:
    """'hire Priya', but not 'I want Zenkit', which may be a tool."""
    cues = [m for m in scene.message.between("intents", max(0, index - _EARLY), index) if m.last == index]
    weak = any(cue.key == "weak_hand_off" for cue in cues) and not titled
    return any(cue.key in _ORDERS for cue in cues) and not weak


def _is_asked_about(scene: Scene, index: int) -> bool:
    """'tell me about Priya', 'when is Sarah free?'."""
    words = " ".join(scene.message.norms[max(0, index - 2) : index])
    if words in _ABOUT or words in scene.lexicon.words("references", "asks_about"):
        return True
    verbs = scene.lexicon.words("references", "asks_of_one")
    return index <= scene.beginning + _EARLY and scene.message.norm(index - 1) in verbs


def _after_stop(scene: Scene, index: int) -> int:
    """The token after a title, whose stop does not count: 'Mrs. Lopez'."""
    return index + 1 + (scene.message.norm(index + 1) == ".")


def _end_of_name(scene: Scene, index: int) -> int:
    last = _after_stop(scene, index) if scene.message.norm(index) in TITLES else index + 1
    while last < len(scene.message.tokens) and (
        _is_capital(scene, last) or scene.message.norm(last - 1) in TITLES
    ):
        last += 1
    return last


def _is_capital(scene: Scene, index: int) -> bool:
    token = scene.message.tokens[index]
    return token.kind is TokenKind.WORD and scene.message.text[token.start].isupper()
