"""Finds places on the list: '#2', 'the second one', 'compare 1 and 3', 'ok 4'."""

from collections.abc import Iterator, Mapping

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointers import Pointer
from agent.understanding.reading import ReferenceKind

_FARTHEST = 100


_LIST_LINKS = frozenset({"and", ",", "&", "or", "with", "to", "vs", "versus", "against", "+", "/"})


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
        position = _small_number(message.norm(number), values)
        if position is None:
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
        while message.norm(done + 1) in _LIST_LINKS:
            following = done + 2
            while message.norm(following) in _LIST_LINKS or message.norm(following) == "#":
                following += 1
            position = _small_number(message.norm(following), values)
            if position is None or message.at("units", following + 1) is not None:
                break
            yield Pointer(ReferenceKind.POSITION, following, following + 1, position=position)
            done = following


def _small_number(norm: str, words: dict[str, int]) -> int | None:
    if norm.isascii() and norm.isdigit() and len(norm) <= 2 and 0 < int(norm) <= _FARTHEST:
        return int(norm)
    return words.get(norm)


def find_ordinals(scene: Scene) -> Iterator[Pointer]:
    """'the second one', 'the last', 'the first two'."""
    message = scene.message
    values = scene.lexicon.setting("references", "ordinals", "values")
    ones = scene.lexicon.words("references", "ones")
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
                and (count := _small_number(message.norm(index + 1), counts))
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
            or message.norm(last - 1) == "one"
            or (" " in " ".join(message.norm(i) for i in range(index, last)) and not after.isalpha())
        )
        if not shown and after not in ("one", "ones", "candidate", "freelancer", "person"):
            index += 1
            continue
        count = _small_number(after, counts)
        if count is not None and count > 1 and position in (1, -1) and shown:
            places = range(1, count + 1) if position == 1 else range(-count, 0)
            for place in places:
                if abs(place) <= len(shown):
                    yield Pointer(ReferenceKind.POSITION, index, last + 1, position=place)
            index = last + 1
            continue
        ends = (
            after
            in (
                "",
                ".",
                "?",
                "!",
                ",",
                "and",
                "or",
                "is",
                "looks",
                "look",
                "are",
                "were",
                "sound",
                "sounds",
                "seem",
                "fit",
                "could",
                "would",
                "can",
                "did",
                "please",
                "seems",
                "instead",
                "for",
                "to",
                "with",
                "then",
                "too",
                "\n",
                "'s",
                "has",
                "in",
                ";",
            )
            or message.norms[last : last + 2] in _OF_THEM
        )
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


_OF_THEM = frozenset({("of", "these"), ("of", "those"), ("of", "them")})


def _first_words(ordinals: Mapping[str, int]) -> frozenset[str]:
    return frozenset(phrase.split(" ")[0] for phrase in ordinals) | {"top"}


def find_bare_numbers(scene: Scene) -> Iterator[Pointer]:
    """'compare 1 and 3', 'hide 2': numbers right after an order about candidates."""
    message = scene.message
    if not scene.context.shown:
        return
    yield from _alone(scene)
    orders = [m for m in message.of("intents") if m.key in _ORDERS]
    after_position = scene.lexicon.words("references", "after_position")
    values = scene.lexicon.setting("numbers", "ones", "values")
    for order in orders:
        index = order.last
        while message.norm(index) in (
            "between",
            "both",
            "numbers",
            "number",
            "candidates",
            "#",
            "with",
            "like",
            "the",
            "from",
            ":",
            "of",
        ):
            index += 1
        while True:
            position = _small_number(message.norm(index), values)
            following = message.norm(index + 1)
            if (
                position is None
                or position > max(10, len(scene.context.shown))
                or message.at("units", index + 1)
                or scene.is_priced(index)
                or following in ("more", "%", "people", "others", "additional")
            ):
                break
            if following.isalpha() and following not in after_position:
                break
            if message.norm(index) == "one" and following in ("who", "that", "with", "of", "more"):
                break
            yield Pointer(ReferenceKind.POSITION, index, index + 1, position=position)
            index += 1
            if message.norm(index) not in _LIST_LINKS:
                break
            while message.norm(index) in _LIST_LINKS or message.norm(index) == "#":
                index += 1


def _alone(scene: Scene) -> Iterator[Pointer]:
    """'is 4 any good?', 'ok 4', 'and 2?': a number where somebody's name could stand."""
    for index in range(len(scene.message.tokens) if scene.context.shown else 0):
        if points_at_somebody(scene, index) and not scene.is_priced(index):
            position = _small_number(scene.message.norm(index), {})
            yield Pointer(ReferenceKind.POSITION, index, index + 1, position=position)


def points_at_somebody(scene: Scene, index: int) -> bool:
    """Whether a bare number is somebody's place on the list, by the words beside it."""
    message = scene.message
    if scene.asked is not None or index > _SOON or len(message.tokens) > _SHORT_QUESTION:
        return False
    position = _small_number(message.norm(index), {})
    if position is None or position > len(scene.context.shown):
        return False
    before = scene.lexicon.words("references", "before_alone")
    after = message.norm(index + 1)
    return message.norm(index - 1) in before and (
        after in scene.lexicon.words("references", "after_alone") or not after.isalpha()
    )


_SOON = 2


_SHORT_QUESTION = 9


_ORDERS = frozenset({"compare", "shortlist", "dismiss", "hand_off", "more_results", "weak_hand_off"})
