"""Finds places on the list: '#2', 'the second one', 'compare 1 and 3', 'ok 4'."""

from collections.abc import Iterator, Mapping

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.reading import ReferenceKind

_FARTHEST = 100


LIST_LINKS = frozenset({"and", "n", ",", "&", "or", "with", "to", "vs", "versus", "against", "+", "/"})


def find_positions(scene: Scene) -> Iterator[Pointer]:
    """'#2', 'number 3', 'candidate 1 and 3'."""
    message = scene.message
    marks = scene.lexicon.words("references", "number_marks")
    values = scene.lexicon.setting("numbers", "ones", "values")
    shown = bool(scene.context.shown)
    done = -1
    for index, token in enumerate(message.tokens):
        if index <= done or token.norm not in marks:
            continue
        if (token.norm != "#" and not shown) or message.norms[index : index + 2] == ("no", "one"):
            continue
        number = index + 1 if message.norm(index + 1) != "." else index + 2
        if message.norm(number) == "#":
            number += 1
        position = small_number(message.norm(number), values)
        if position is None or _is_glued(scene, number):
            continue
        if token.norm in (
            "no",
            "person",
            "candidate",
            "candidates",
            "option",
            "options",
            "freelancer",
        ) and message.at("units", number + 1):
            continue
        yield Pointer(ReferenceKind.POSITION, index, number + 1, position=position)
        done = number
        while message.norm(done + 1) in LIST_LINKS:
            following = done + 2
            while message.norm(following) in LIST_LINKS or message.norm(following) == "#":
                following += 1
            position = small_number(message.norm(following), values)
            if position is None or message.at("units", following + 1) is not None:
                break
            yield Pointer(ReferenceKind.POSITION, following, following + 1, position=position)
            done = following


def _is_glued(scene: Scene, index: int) -> bool:
    """The 3 of 'no 3D'."""
    tokens = scene.message.tokens
    return (
        index + 1 < len(tokens)
        and tokens[index].end == tokens[index + 1].start
        and (scene.message.norm(index + 1).isalpha())
    )


def small_number(norm: str, words: dict[str, int]) -> int | None:
    """A place on a list, in digits or as one of these words."""
    if norm.isascii() and norm.isdigit() and len(norm) <= 2 and 0 < int(norm) <= _FARTHEST:
        return int(norm)
    return words.get(norm)


def find_ordinals(scene: Scene) -> Iterator[Pointer]:
    """'the second one', 'the last', 'the first two'."""
    message = scene.message
    values = scene.lexicon.setting("references", "ordinals", "values")
    ones = scene.lexicon.words("references", "ones")
    closing = scene.lexicon.words("references", "after_ordinal")
    counts = scene.lexicon.setting("numbers", "ones", "values")
    shown = scene.context.shown
    index = 0
    firsts = _first_words(values)
    while index < len(message.tokens):
        if message.norms[index] not in firsts or scene.is_dated(index):
            index += 1
            continue
        found = None
        for size in (4, 3, 2, 1):
            words = " ".join(message.norm(index + i) for i in range(size) if index + i < len(message.tokens))
            if words in values and index + size <= len(message.tokens):
                found = (values[words], index + size)
                break
        if found is None:
            if (
                message.norm(index) == "top"
                and shown
                and (count := small_number(message.norm(index + 1), counts))
            ) and (
                message.norm(index - 1) == "the"
                or scene.is_fragment
                or message.has("intents", "compare", "shortlist")
            ):
                for position in range(1, min(count, len(shown)) + 1):
                    yield Pointer(ReferenceKind.POSITION, index, index + 2, position=position)
            index += 1
            continue
        position, last = found
        after, before = message.norm(last), message.norm(index - 1)
        spoken_of = (
            after in ones
            or message.norm(last - 1) in _STANDS
            or (" " in " ".join(message.norm(i) for i in range(index, last)) and not after.isalpha())
        )
        if not shown and after not in ("one", "ones", "candidate", "freelancer", "person"):
            index += 1
            continue
        count = small_number(after, counts)
        if count is not None and count > 1 and position in (1, -1) and shown:
            places = range(1, count + 1) if position == 1 else range(-count, 0)
            for place in places:
                if abs(place) <= len(shown):
                    yield Pointer(ReferenceKind.POSITION, index, last + 1, position=place)
            index = last + 1
            continue
        ends = after in closing or not after.isalnum() or message.norms[last : last + 2] in _OF_THEM
        if (
            spoken_of
            or (shown and ends and (before in ("the", "and", ",", "or", "not", "number", "#") or index == 0))
            or (shown and len(message.tokens) <= 3)
        ):
            if after in (
                "one",
                "candidate",
                "person",
                "guy",
                "freelancer",
                "option",
                "profile",
                "developer",
                "designer",
                "lady",
                "dev",
                "writer",
                "girl",
                "woman",
                "man",
                "choice",
                "pick",
                "result",
                "suggestion",
            ):
                last += 1
            if after not in (
                "week",
                "month",
                "day",
                "time",
                "thing",
                "phase",
                "step",
                "version",
                "draft",
                "stage",
            ):
                yield Pointer(ReferenceKind.POSITION, index, last, position=position)
        index = last


def find_ends(scene: Scene) -> Iterator[Pointer]:
    """'the two at the top', 'those three at the bottom'."""
    message, shown = scene.message, len(scene.context.shown)
    counts = scene.lexicon.setting("numbers", "ones", "values")
    ends: dict[str, int] = scene.lexicon.setting("references", "ends", "values")
    for index in range(1, len(message.tokens) if shown else 0):
        count = small_number(message.norm(index), counts)
        if count is None or not 1 < count <= shown or message.norm(index - 1) not in _DEFINITE:
            continue
        for size in (4, 3, 2):
            end = ends.get(" ".join(message.norms[index + 1 : index + 1 + size]))
            for place in () if end is None else range(1, count + 1) if end > 0 else range(-count, 0):
                yield Pointer(ReferenceKind.POSITION, index - 1, index + 1 + size, position=place)


_STANDS = frozenset({"one", "place", "spot", "position"})
_DEFINITE = frozenset({"the", "those", "these", "first", "last"})
_OF_THEM = frozenset({("of", "these"), ("of", "those"), ("of", "them")})


def _first_words(ordinals: Mapping[str, int]) -> frozenset[str]:
    return frozenset(phrase.split(" ")[0] for phrase in ordinals) | {"top"}
