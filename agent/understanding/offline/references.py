"""Resolves how a message points at candidates: '#2', 'the second one', 'Maria', 'her', 'the cheapest'."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.tokens import TokenKind, tokenize
from agent.understanding.reading import CandidateName, Reference, ReferenceKind, Span

_FARTHEST = 100
_LIST_LINKS = frozenset({"and", ",", "&", "or", "with", "to", "vs", "versus", "against", "+", "/"})


@dataclass(frozen=True, slots=True)
class Pointer:
    """A way of pointing in tokens [first, last). `position` counts from 1, or from the end below 0."""

    kind: ReferenceKind
    first: int
    last: int
    position: int | None = None
    freelancer_id: str | None = None


def find_references(scene: Scene) -> list[Pointer]:
    """Every pointer in order; a pronoun only where somebody is being talked about."""
    pointers = [*_positions(scene), *_names(scene), *_superlatives(scene)]
    for more in (_ordinals, _bare_numbers, _pronouns):
        taken = {i for p in pointers for i in range(p.first, p.last)}
        found = [p for p in more(scene) if not any(i in taken for i in range(p.first, p.last))]
        pointers += _of_the_named(scene, found, pointers) if more is _pronouns else found
    pointers += _strangers(scene, pointers)
    return sorted(pointers, key=lambda p: (p.first, p.last))


def _strangers(scene: Scene, known: Sequence[Pointer]) -> Iterator[Pointer]:
    """'send my request to Peter' where no Peter is listed: somebody is named, and nobody found."""
    message = scene.message
    taken = {i for p in known for i in range(p.first, p.last)}
    for index in range(1, len(message.tokens)):
        if index in taken or not is_given_to(scene, index) or not _is_capital(scene, index):
            continue
        last = index + 1
        while last < len(message.tokens) and _is_capital(scene, last):
            last += 1
        yield Pointer(ReferenceKind.NAME, index, last)
        return


def _is_capital(scene: Scene, index: int) -> bool:
    token = scene.message.tokens[index]
    return token.kind is TokenKind.WORD and scene.message.text[token.start].isupper()


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


def _of_the_named(scene: Scene, pronouns: list[Pointer], named: list[Pointer]) -> list[Pointer]:
    """Pronouns mean whom the message itself names before them: '#3 looks great, hire her'."""
    resolved_ones = []
    for pronoun in pronouns:
        before = [p for p in named if p.last <= pronoun.first]
        if before:
            last = before[-1]
            chosen = last.freelancer_id
            if last.position is not None:
                chosen = _at(scene.context.shown, last.position)[1]
            resolved_ones.append(replace(pronoun, freelancer_id=chosen))
        elif not named:
            resolved_ones.append(pronoun)
    return resolved_ones


def everyone(scene: Scene) -> bool:
    """Whether the message speaks of the whole list: 'these', 'both', 'all of them'."""
    return bool(scene.context.shown) and scene.message.has("references", "everyone")


def resolved(scene: Scene, pointers: Sequence[Pointer]) -> tuple[Reference, ...]:
    """The pointers as the Reading's references, each candidate once."""
    found: dict[object, Reference] = {}
    for pointer in pointers:
        position, chosen = pointer.position, pointer.freelancer_id
        if pointer.kind is ReferenceKind.POSITION and position is not None:
            position, chosen = _at(scene.context.shown, position)
        elif chosen is not None:
            ids = [c.freelancer_id for c in scene.context.shown]
            position = ids.index(chosen) + 1 if chosen in ids else None
        tokens = scene.message.tokens
        span = Span(start=tokens[pointer.first].start, end=tokens[pointer.last - 1].end)
        reference = Reference(
            kind=pointer.kind,
            freelancer_id=chosen,
            position=position,
            span=span,
            words=scene.message.text[span.start : span.end],
        )
        found.setdefault(chosen or (pointer.first, position), reference)
    return tuple(found.values())


def _at(shown: Sequence[CandidateName], position: int) -> tuple[int | None, str | None]:
    place = position if position > 0 else len(shown) + 1 + position
    if 1 <= place <= len(shown):
        return place, shown[place - 1].freelancer_id
    return (place if place > 0 else None), None


def _positions(scene: Scene) -> Iterator[Pointer]:
    """'#2', 'number 3', 'candidate 1 and 3'."""
    message = scene.message
    marks = scene.lexicon.words("references", "number_marks")
    values = scene.lexicon.setting("numbers", "ones", "values")
    shown = bool(scene.context.shown)
    done = -1
    for index, token in enumerate(message.tokens):
        if index <= done or token.norm not in marks:
            continue
        if token.norm != "#" and not shown:
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


def _ordinals(scene: Scene) -> Iterator[Pointer]:
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
        ends = after in (
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


def _first_words(ordinals: Mapping[str, int]) -> frozenset[str]:
    return frozenset(phrase.split(" ")[0] for phrase in ordinals) | {"top"}


def _names(scene: Scene) -> Iterator[Pointer]:
    """Whole names, first names and family names of those on the list."""
    message = scene.message
    if not scene.context.shown:
        return
    by_word: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for candidate in scene.context.shown:
        words = tuple(token.norm for token in tokenize(candidate.name) if token.kind is TokenKind.WORD)
        forms = {words, *((word,) for word in words if len(word) > 2), *((words[:1],) if words else ())}
        for form in forms:
            if form:
                by_word.setdefault(form[0], []).append((form, candidate.freelancer_id))
    index = 0
    while index < len(message.tokens):
        best: tuple[int, list[str]] = (0, [])
        for form, freelancer in by_word.get(message.norm(index), ()):
            said = tuple(message.norm(index + i) for i in range(len(form)))
            if said == form and len(form) >= best[0]:
                best = (len(form), [*best[1], freelancer] if len(form) == best[0] else [freelancer])
        size, ids = best
        if size and _is_name(scene, index, size):
            yield Pointer(
                ReferenceKind.NAME, index, index + size, freelancer_id=ids[0] if len(set(ids)) == 1 else None
            )
            index += size
        else:
            index += 1


def _is_name(scene: Scene, index: int, size: int) -> bool:
    """A single name that is also a word of another kind counts with its capital only."""
    message = scene.message
    written = message.text[message.tokens[index].start]
    if written.isupper() or size > 1:
        return True
    kinds = ("skill", "city", "country", "cues", "quantities", "schedule", "people", "units")
    in_gazetteer = any(message.at(kind, index) for kind in kinds)
    return not in_gazetteer and message.norm(index) not in (
        "will",
        "mark",
        "may",
        "grace",
        "hope",
        "art",
        "bill",
        "rich",
        "sue",
        "rob",
        "drew",
        "chase",
        "dean",
        "young",
        "long",
        "an",
        "do",
        "ha",
        "so",
        "can",
        "van",
        "de",
        "la",
        "el",
    )


def _speaks_of_a_list(scene: Scene) -> bool:
    """'the cheapest?' points at somebody even where nobody is left on the list."""
    message = scene.message
    return scene.context.brief.is_searchable and scene.is_fragment and not message.has("role", "heads")


def _superlatives(scene: Scene) -> Iterator[Pointer]:
    if not scene.context.shown and not _speaks_of_a_list(scene):
        return
    for mention in scene.message.of("references"):
        by = scene.lexicon.setting("references", mention.key, "by")
        if by is None or (mention.size == 1 and scene.message.norm(mention.first) == "lowest"):
            continue
        most = bool(scene.lexicon.setting("references", mention.key, "most"))
        chosen = _extreme(scene.context.shown, by, most)
        yield Pointer(ReferenceKind.SUPERLATIVE, mention.first, mention.last, freelancer_id=chosen)


_MEASURES: dict[str, Callable[[CandidateName], float | None]] = {
    "rate": lambda c: c.hourly_rate_usd,
    "rating": lambda c: c.rating,
    "jobs": lambda c: float(c.jobs_completed),
    "available": lambda c: float((c.available_from or date.max).toordinal()),
}


def _extreme(shown: Sequence[CandidateName], by: str, most: bool) -> str | None:
    """The first of those at the end of the measure; people it is unknown for do not count."""
    measure = _MEASURES[by]
    known = [(value, c.freelancer_id) for c in shown if (value := measure(c)) is not None]
    if not known:
        return None
    best = max(v for v, _ in known) if most else min(v for v, _ in known)
    return next(chosen for value, chosen in known if value == best)


def _pronouns(scene: Scene) -> Iterator[Pointer]:
    context = scene.context
    focus = context.focus or (context.shown[0].freelancer_id if len(context.shown) == 1 else None)
    if focus is None and not context.shown:
        return
    plural = scene.lexicon.words("references", "plural_pronouns")
    for mention in scene.message.of("references"):
        if mention.key != "pronouns":
            continue
        is_plural = scene.message.norm(mention.first) in plural
        if is_plural and (context.focus is None or _has_antecedent(scene, mention.first)):
            continue
        yield Pointer(ReferenceKind.PRONOUN, mention.first, mention.last, freelancer_id=focus)
        return


def _has_antecedent(scene: Scene, index: int) -> bool:
    message = scene.message
    return any(m.key in ("anyone",) for m in message.of("people") if m.first < index) or any(
        m.first < index for m in message.of("role")
    )


def _bare_numbers(scene: Scene) -> Iterator[Pointer]:
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
