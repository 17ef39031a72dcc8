"""Resolves whoever is most of something: 'the cheapest', 'the best rated Kenyan', 'the two cheapest'."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.described import narrowed
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.pointing.positions import small_number
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import CandidateName, ReferenceKind


def find_superlatives(scene: Scene) -> Iterator[Pointer]:
    """A pointer for each measure named, or as many as are counted before it."""
    if not scene.context.shown and not _speaks_of_a_list(scene):
        return
    for mention in scene.message.of("references"):
        by = scene.lexicon.setting("references", mention.key, "by")
        if by is None or (mention.size == 1 and scene.message.norm(mention.first) == "lowest"):
            continue
        most = bool(scene.lexicon.setting("references", mention.key, "most"))
        if scene.message.norm(mention.last) in _WHEN and scene.message.norm(mention.last - 1) in _FREE:
            continue
        last = mention.last + (scene.message.norm(mention.last) in ("one", "ones"))
        among, end = narrowed(scene, last)
        if end == last or scene.message.norm(mention.first - 1) in _IS:  # 'is the cheapest one from Poland?'
            among, end = _compared(scene, mention), last
        rank = _rank(scene, mention)
        ranked = _extremes(among, by, most, rank or _counted(scene, mention))
        for chosen in ranked[-1:] if rank else ranked:
            yield Pointer(
                ReferenceKind.SUPERLATIVE,
                mention.first - bool(rank),
                end,
                freelancer_id=chosen,
                described=end > last,
            )


_FREE = frozenset({"free", "available"})
_WHEN = frozenset({"in", "on", "from", "until", "till", "by", "after", "before", "at", "next", "this", "for"})
"""'The one who is free in January' is told of by a day, and not the first to be free."""

_IS = frozenset({"is", "isnt", "was"})


def _speaks_of_a_list(scene: Scene) -> bool:
    """'the cheapest?' points at somebody even where nobody is left on the list."""
    message = scene.message
    return scene.context.brief.is_searchable and scene.is_fragment and not message.has("role", "heads")


def _rank(scene: Scene, mention: Mention) -> int:
    """The 2 of 'the second cheapest', 'who is 2nd best rated'; 0 where it is the first or no rank is told."""
    ordinals: dict[str, int] = scene.lexicon.setting("references", "ordinals", "values")
    before = scene.message.norm(mention.first - 1)
    rank = 2 if before == "next" and mention.size == 1 else ordinals.get(before, 0)
    return rank if rank > 1 else 0


def _counted(scene: Scene, mention: Mention) -> int:
    """How many are meant: 'the two cheapest', 'which 3 are cheapest', 'the two with the best ratings'."""
    message = scene.message
    values = scene.lexicon.setting("numbers", "ones", "values")
    links = scene.lexicon.words("references", "between_count_and_measure")
    index = mention.first - 1
    while mention.first - index <= _FAR and message.norm(index) in links:
        index -= 1
    count = small_number(message.norm(index), values)
    return count if count is not None and message.norm(index - 1) in _DEFINITE else 1


_FAR = 4
_DEFINITE = frozenset({"the", "my", "these", "those", "which", "what"})


def _compared(scene: Scene, mention: Mention) -> Sequence[CandidateName]:
    """'The cheaper one' is of those last talked about together, 'the cheapest' of the whole list."""
    shown, together = scene.context.shown, scene.context.together
    words = scene.message.norms[mention.first : mention.last]
    compares = any(word in _COMPARING or word.endswith("er") for word in words)
    few = [candidate for candidate in shown if candidate.freelancer_id in together]
    return few if compares and few else shown


_COMPARING = frozenset({"more", "less"})

_MEASURES: dict[str, Callable[[CandidateName], float | None]] = {
    "rate": lambda c: c.hourly_rate_usd,
    "rating": lambda c: c.rating,
    "jobs": lambda c: float(c.jobs_completed),
    "available": lambda c: float((c.available_from or date.max).toordinal()),
}


def _extremes(shown: Sequence[CandidateName], by: str, most: bool, count: int) -> list[str | None]:
    """The first of those at the end of the measure; people it is unknown for do not count."""
    measure = _MEASURES[by]
    known = [(value, one.freelancer_id) for one in shown if (value := measure(one)) is not None]
    if len(known) < count or not known:
        return [None]
    ranked = sorted(known, key=lambda each: -each[0] if most else each[0])
    return [chosen for _, chosen in ranked[:count]]
