"""Resolves how a message points at candidates: '#2', 'the second one', 'Maria', 'her', 'the cheapest'.

Those described by a fact ('the one from Kyiv') are found in `described`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.asked import find_asked
from agent.understanding.offline.pointing.bare_positions import find_bare_numbers
from agent.understanding.offline.pointing.described import find_described, told_of
from agent.understanding.offline.pointing.places_asked_of import find_places_asked_of
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.pointing.positions import find_ends, find_ordinals, find_positions
from agent.understanding.offline.pointing.questioned import find_questioned
from agent.understanding.offline.pointing.strangers import find_strangers, is_stranger
from agent.understanding.offline.pointing.superlatives import find_superlatives
from agent.understanding.offline.pointing.together import find_other, find_those_together
from agent.understanding.offline.words.tokens import TokenKind, tokenize
from agent.understanding.reading import CandidateName, Reference, ReferenceKind, Span


def find_references(scene: Scene) -> list[Pointer]:
    """Every pointer in order; a pronoun only where somebody is being talked about."""
    named = [*find_positions(scene), *_names(scene)]
    pointers = [*named, *_of_those_named(scene, find_superlatives(scene), named), *find_ends(scene)]
    pointers += [p for p in _free_of(pointers, find_described(scene)) if not _is_of_the_past(scene, p)]
    for more in (find_ordinals, find_questioned, find_places_asked_of, find_bare_numbers):
        pointers += [p for p in _free_of(pointers, more(scene)) if not _is_of_the_past(scene, p)]
    pointers += find_strangers(scene, pointers)
    if not pointers:
        pointers += [*find_other(scene)] or [*find_those_together(scene)]
    pronouns = [p for p in _free_of(pointers, _pronouns(scene)) if not _is_of_the_past(scene, p)]
    pointers += _of_the_named(scene, pronouns, pointers)
    pointers += [] if pointers else find_asked(scene)
    return sorted(pointers, key=lambda p: (p.first, p.last))


def _of_those_named(scene: Scene, superlatives: Iterable[Pointer], named: Sequence[Pointer]) -> list[Pointer]:
    """Without those said of somebody named: 'Maria or Liam, who is cheaper?', 'Maria is the best rated'."""
    kept = []
    for each in superlatives:
        before = [p.last for p in named if p.last <= each.first]
        between = scene.message.norms[max(before, default=each.first) : each.first]
        asked = len(before) >= _TWO and bool(_ASKED_OF_THEM & set(between))
        said = bool(before) and set(between) <= _SAID_OF_THEM
        if not asked and not said:
            kept.append(each)
    return kept


_SAID_OF_THEM = frozenset(
    {"is", "isnt", "was", "are", "has", "had", "have", "got", "the", "our", "by", "far", "clearly", "really"}
)
_ASKED_OF_THEM = frozenset({"who", "whos", "whose", "which", "whom"})
_TWO = 2


def _free_of(known: Sequence[Pointer], found: Iterable[Pointer]) -> list[Pointer]:
    """Those found that share no word with one known before."""
    taken = {i for p in known for i in range(p.first, p.last)}
    return [p for p in found if not any(i in taken for i in range(p.first, p.last))]


def _is_of_the_past(scene: Scene, pointer: Pointer) -> bool:
    """'the last person we hired', 'the first one I had': somebody the client knows from before."""
    norms = scene.message.norms[pointer.last : pointer.last + _RELATIVE]
    while norms[:1] and norms[0] in ("who", "whom", "that"):
        norms = norms[1:]
    past = scene.lexicon.words("references", "had_before")
    return norms[:1] in _US and any(word in past for word in norms[1:])


_US = frozenset({("i",), ("we",)})
_RELATIVE = 4
"""Words after a pointer within which it is told whence the client knows somebody."""


def _of_the_named(scene: Scene, pronouns: list[Pointer], named: list[Pointer]) -> list[Pointer]:
    """Pronouns mean whom the message itself names before them: '#3 looks great, hire her'."""
    resolved_ones = []
    for pronoun in pronouns:
        before = [p for p in named if p.last <= pronoun.first]
        if _is_beside_another(scene, pronoun, named):
            resolved_ones.append(pronoun)
        elif before:
            last = before[-1]
            if is_stranger(last):
                continue  # 'what about Mr Smith, is he free?'
            chosen = last.freelancer_id
            if last.position is not None:
                chosen = _at(scene.context.shown, last.position)[1]
            resolved_ones.append(replace(pronoun, freelancer_id=chosen))
        elif not named:
            resolved_ones.append(pronoun)
    return resolved_ones


def _is_beside_another(scene: Scene, pronoun: Pointer, named: Sequence[Pointer]) -> bool:
    """'compare her with the first one', 'save her and Maria': somebody talked about, beside another."""
    if pronoun.freelancer_id is None or not named:
        return False
    norm = scene.message.norm
    other = pronoun.last + 1 + (norm(pronoun.last + 1) == "the")
    after = norm(pronoun.last) in _AND and any(p.first in (pronoun.last + 1, other) for p in named)
    joined = norm(pronoun.first - 1) in _AND and any(p.last == pronoun.first - 1 for p in named)
    first = all(pronoun.first < p.first for p in named)
    return after or joined or (first and scene.message.has("intents", "compare"))


_AND = frozenset({"and", "&", "n", "or", "+", "plus"})


def everyone(scene: Scene) -> bool:
    """Whether the message speaks of the whole list: 'these', 'both', 'all of them'."""
    spoken_of = (*scene.message.of("references", "everyone"), *scene.message.of("references", "nobody"))
    return bool(scene.context.shown) and any(
        scene.message.norms[m.first - 1 : m.last] not in _AFTER_ALL
        and scene.message.norms[m.first : m.last + 1] not in _AFTER_ALL
        for m in spoken_of
    )


_AFTER_ALL = frozenset(
    {("after", "all"), ("at", "all"), ("in", "all"), ("above", "all"), ("all", "right"), ("all", "good")}
)


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


def _pronouns(scene: Scene) -> Iterator[Pointer]:
    context = scene.context
    focus = context.focus or (context.shown[0].freelancer_id if len(context.shown) == 1 else None)
    if focus is None and not context.shown:
        return
    focus = focus or told_of(scene)
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
