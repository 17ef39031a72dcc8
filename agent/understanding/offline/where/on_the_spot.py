"""Reads that a freelancer must be where the client is: 'a bank in Oslo, hybrid', 'a photographer in Nice'."""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.where.place_names import Place
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind
from store.nouns.brief import Countries, Slot


def wanted_on_the_spot(scene: Scene, named: Sequence[Place], own: Place | None) -> Iterator[Finding]:
    """The country of the place where the work must be done: named beside the cue, or the client's own."""
    for cue in scene.message.of("places"):
        if cue.key not in _PRESENT or not _is_asked(scene, cue):
            continue
        place = _beside(scene, cue, named) or own or _only_one(named)
        if place is not None and place.country is not None:
            yield _wish(place, cue.first, cue.last)
            return
    worker, place = _local_worker(scene) or _worker_on_the_spot(scene), own or _only_one(named)
    if worker is not None and place is not None and place.country is not None:
        yield _wish(place, worker.first, worker.last)


def _local_worker(scene: Scene) -> Mention | None:
    """The local of 'we need a local bookkeeper', and not that of 'a site for a local plumber'."""
    message = scene.message
    for index, norm in enumerate(message.norms):
        somebody = norm == "local" and (message.at("role", index + 1) or message.at("heads", index + 1))
        before = message.norms[max(0, index - 2) : index]
        needed = any(m.key == "need" for m in message.between("intents", max(0, index - _SOON), index))
        if somebody and needed and not _THEIRS & set(before):
            return somebody
    return None


_SOON = 5
_THEIRS = frozenset({"for", "our", "my", "of", "with", "as", "by", "the", "other"})
_PRESENT = frozenset({"on_site", "hybrid", "local"})


def is_office_to_go_to(scene: Scene, place: Place) -> bool:
    """'Oslo office 2 days a week': how often somebody is there, and nobody's name."""
    message, index = scene.message, place.last
    if message.norm(index) not in _OFFICES:
        return False
    _, end = message.sentence(index)
    return any(q.unit == "day" and 0 < q.first - index <= _NEAR for q in scene.quantities) or any(
        cue.key in _PRESENT and _is_asked(scene, cue) for cue in message.between("places", index, end)
    )


_OFFICES = frozenset({"office", "offices", "studio", "site"})
_NEAR = 3


def _wish(place: Place, first: int, last: int) -> Finding:
    return Finding(Slot.COUNTRIES, Countries(include=(place.country or "",)), first, last, uncertain=True)


def _is_asked(scene: Scene, cue: Mention) -> bool:
    """Whether it says where the work is done: not 'hybrid app', 'on-site SEO', 'on site is not needed'."""
    message = scene.message
    stance = scene.stance(cue.first, cue.last)
    if stance.excluded or stance.unneeded or stance.hard is False:
        return False
    if message.over("skill", cue.first, cue.last) is not None or _is_of_others(message, cue):
        return False
    after = message.norms[cue.last : cue.last + 2]
    after = after if after[:1] in (("is",), ("are",)) else after[:1]
    if _EITHER_OR_NOT & {message.norm(cue.first - 1), *after}:
        return False  # 'in person or online', 'on site is not needed'
    following = message.norm(cue.last)
    if following in scene.lexicon.words("places", "not_on_site"):
        return False
    return cue.key != "hybrid" or _says_how(message, cue)


_EITHER_OR_NOT = frozenset({"or", "not", "no", "isnt", "without", "optional", "unnecessary", "never"})


def _is_of_others(message: Message, cue: Mention) -> bool:
    """'our electrician is on site': somebody else is there already."""
    return message.norm(cue.first - 1) in ("is", "are") and message.norm(cue.first - 2) not in _THE_WORK


_THE_WORK = frozenset(
    {"role", "position", "job", "work", "project", "it", "this", "contract", "assignment", "which"}
)


def _says_how(message: Message, cue: Mention) -> bool:
    """'hybrid, 2 days', 'hybrid role', 'hybrid Vienna', and not a hybrid of anything."""
    if cue.last >= len(message.tokens) or message.tokens[cue.last].kind is not TokenKind.WORD:
        return message.norm(cue.last) not in ("-", "/") and message.norm(cue.first - 1) not in ("a", "/")
    placed = any(message.at(kind, cue.last) for kind in ("city", "country", "region"))
    return placed or message.norm(cue.last) in _WAYS


_WAYS = frozenset(
    {"work", "working", "role", "position", "setup", "model", "in", "from", "at", "with", "job"}
)


def _beside(scene: Scene, cue: Mention, named: Sequence[Place]) -> Place | None:
    """The place in the sentence of the cue, the nearest one."""
    low, high = scene.message.sentence(cue.first)
    here = [place for place in named if low <= place.first < high]
    return min(
        here, key=lambda place: min(abs(place.first - cue.last), abs(cue.first - place.last)), default=None
    )


def _only_one(named: Sequence[Place]) -> Place | None:
    countries = {place.country for place in named}
    return named[0] if len(countries) == 1 else None


def _worker_on_the_spot(scene: Scene) -> Mention | None:
    """The word for somebody who can only work where the thing is: 'photographer' for our hotel."""
    message = scene.message
    roles = set(scene.lexicon.setting("places", "done_there", "roles"))
    said = [m for kind in _OF_WORK for m in message.of(kind) if m.key in roles]
    skills = set(scene.lexicon.setting("places", "done_there", "skills"))
    said += [m for m in message.of("skill") if m.key in skills]
    afar = message.has("places", "remote") or bool(_AFAR & set(message.norms))
    return None if afar else next(iter(said), None)


_AFAR = frozenset({"online", "zoom", "teams", "phone", "webinar", "telephone", "virtual"})


_OF_WORK = ("role", "callings", "deliverables")
