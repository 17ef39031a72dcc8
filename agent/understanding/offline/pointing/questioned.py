"""Finds places on the list that a question is about: 'has 3 a doctorate?', 'who of 3 and 5 is faster?'.

A number right after the verb that begins a question stands where a name would, unless it counts the word
behind it: 'is 2 weeks enough?', 'do 2 developers cost more?'.
"""

from collections.abc import Iterator

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.pointing.positions import small_number
from agent.understanding.offline.pointing.rows_of_places import row_of_places
from agent.understanding.reading import ReferenceKind

_COUNTED = ("units", "role", "heads", "skill", "people", "quantities", "language")


def find_questioned(scene: Scene) -> Iterator[Pointer]:
    """The numbers that a question begins with, after its verb or after 'who of'; of a plural verb several."""
    if scene.asked is not None or not scene.context.shown:
        return
    norms = scene.message.norms
    yield from _set_against(scene)
    begin = _verb_after_question_word(scene, scene.beginning)
    who = next((n for n in (3, 2) if " ".join(norms[begin : begin + n]) in _words(scene, "which_of")), 0)
    verb = scene.message.norm(begin)
    of_one = not who and verb in _words(scene, "asks_of_one")
    of_several = who or verb in _words(scene, "asks_of_several")
    places = row_of_places(scene, begin + (who or 1))
    if not places or _counts(scene, places[-1]) or not (of_one if len(places) == 1 else of_several):
        return
    for index in places:
        yield Pointer(ReferenceKind.POSITION, index, index + 1, position=small_number(norms[index], {}))


def _set_against(scene: Scene) -> Iterator[Pointer]:
    """Both places of 'is 5 better than 2?', 'does 1 charge more than 3?': one set against another."""
    norm, norms, shown = scene.message.norm, scene.message.norms, len(scene.context.shown)
    verb = scene.beginning
    first, end = verb + 1, len(norms) - (norms[-1:] == ("?",))
    places = [small_number(norm(index), {}) for index in (first, end - 1)]
    asked = norm(verb) in _words(scene, "asks_of_one") and norm(end - 2) == "than" and first < end - 2
    measured = any(word in _MEASURES or word.endswith("er") for word in norms[first + 1 : end - 2])
    if not asked or not measured or any(place is None or place > shown for place in places):
        return
    for index, position in zip((first, end - 1), places, strict=True):
        yield Pointer(ReferenceKind.POSITION, index, index + 1, position=position)


_MEASURES = frozenset({"more", "less", "worse"})

_BEFORE_VERB = 4
"""Tokens from a question word to the verb: 'how many more jobs has …'."""


def _verb_after_question_word(scene: Scene, begin: int) -> int:
    """Where the verb is of 'what does 3 charge?', 'how many jobs has 5 done?'; else the beginning."""
    norms = scene.message.norms
    if scene.message.norm(begin) in _words(scene, "question_words"):
        verbs = _words(scene, "asks_of_one") | _words(scene, "asks_of_several")
        places = range(begin + 1, min(begin + _BEFORE_VERB, len(norms)))
        return next((i for i in places if norms[i] in verbs), begin)
    return begin


def _words(scene: Scene, key: str) -> frozenset[str]:
    return scene.lexicon.words("references", key)


def _counts(scene: Scene, index: int) -> bool:
    """Whether a number counts what follows it, or says how much of something."""
    message = scene.message
    article = message.norm(index + 1) in ("a", "an")
    after = message.norm(index + 1 + article)
    if not after.isalpha() or after in _words(scene, "after_count"):
        return after not in ("?", ",", "")
    counted = ("units",) if article else _COUNTED
    return any(message.at(kind, index + 1 + article) is not None for kind in counted)
