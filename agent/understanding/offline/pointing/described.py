"""Resolves people pointed at by what is true of them: 'the one with 60 jobs', 'the Polish one'.

One person is meant by 'the one …' and 'the … one': where several fit, or nobody does, the pointer stays
unresolved, and the agent asks whom the client means. 'Those …' and 'everyone …' are all who fit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.pointing.trait import Trait
from agent.understanding.offline.pointing.traits import find_traits
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import CandidateName, ReferenceKind


@dataclass(frozen=True, slots=True)
class _Description:
    """Words for somebody in tokens [first, last), and what they tell.

    `many` is 1 where one person is meant, 0 for however many. `bare` says that it is but the name of a kind
    of people: 'the agency'.
    """

    first: int
    last: int
    traits: tuple[Trait, ...]
    many: int = 1
    bare: bool = False


def find_described(scene: Scene) -> list[Pointer]:
    """A pointer at each person described, in the order of the list."""
    if not scene.context.shown or not _may_describe(scene):
        return []
    traits = find_traits(scene)
    found: list[Pointer] = []
    for description in _descriptions(scene, traits):
        if not found or description.first >= found[-1].last:
            found += _pointers(scene, description)
    return found


def narrowed(scene: Scene, last: int) -> tuple[Sequence[CandidateName], int]:
    """The people of whom holds what is told right after a superlative, and where that ends.

    'The cheapest from Poland' is of the Poles. Where nobody is told of, everybody counts.
    """
    shown = scene.context.shown
    told = find_traits(scene)
    if scene.message.norm(last) in scene.lexicon.words("references", "links"):
        traits, end = _told_after(scene, told, last)
    else:
        traits = [trait for trait in told if trait.first == last and not trait.role][:1]
        end = traits[0].last if traits else last
        end = _head_at(scene, end) or end
    meant = _meant(scene, last, traits)
    return (meant, end) if traits and meant else (shown, last)


def people_with(scene: Scene, index: int) -> tuple[Sequence[CandidateName], int]:
    """Those of the list of whom holds what a sentence tells from a token on, and where that ends."""
    _, end = scene.message.sentence(index)
    traits: list[Trait] = []
    for trait in find_traits(scene):
        if index <= trait.first and trait.last <= end and (not traits or trait.first >= traits[-1].last):
            traits.append(trait)
    return (_meant(scene, index, traits), traits[-1].last) if traits else ((), index)


def told_of(scene: Scene) -> str | None:
    """The only one of the list whose record has the numbers told: '8 jobs only? how can she …'."""
    record = [trait for trait in find_traits(scene) if trait.record]
    fitting = [one for one in scene.context.shown if record and all(each.holds(one) for each in record)]
    return fitting[0].freelancer_id if len(fitting) == 1 else None


def words_of(pointers: Sequence[Pointer]) -> frozenset[int]:
    """The tokens that only tell who is pointed at, and wish and ask nothing: 'the Pole', 'number 5'."""
    return frozenset(i for p in pointers if _only_tells_who(p) for i in range(p.first, p.last))


def _only_tells_who(pointer: Pointer) -> bool:
    placed = pointer.kind is ReferenceKind.POSITION and pointer.last - pointer.first > 1
    return pointer.described or placed


def _may_describe(scene: Scene) -> bool:
    """Whether there is any word that a description begins with."""
    norms = set(scene.message.norms)
    words = scene.lexicon.words("references", "definite") | scene.lexicon.words("references", "whoever")
    return bool(norms & words)


def _descriptions(scene: Scene, traits: Sequence[Trait]) -> Iterator[_Description]:
    definite = scene.lexicon.words("references", "definite")
    for index, norm in enumerate(scene.message.norms):
        if norm in definite:
            found = (
                _told_before(scene, traits, index)
                or _of_one(scene, traits, index)
                or _bare(scene, traits, index)
            )
            if found is not None:
                yield found
        several = _of_several(scene, traits, index)
        if several is not None:
            yield several


def _told_before(scene: Scene, traits: Sequence[Trait], index: int) -> _Description | None:
    """'the Polish one', 'the $45 guy', 'the 4.6 one from Kyiv', 'the Ukrainian agency'."""
    message = scene.message
    between = scene.lexicon.words("references", "within")
    told: list[Trait] = []
    place = index + 1
    while place < len(message.tokens) and place <= index + _LONGEST:
        trait = _trait_at(scene, traits, place)
        head = _head_at(scene, place)
        if told and head is not None:
            asked = message.norm(index - 1) in _IS  # 'is the Polish one from Warsaw?'
            after, last = ([], head) if asked else _told_after(scene, traits, head)
            return _Description(index, last, (*told, *after))
        if told and trait is not None and _is_kind(scene, trait):
            return _Description(index, trait.last, (*told, trait))
        if trait is not None:
            told.append(trait)
            place = trait.last
        elif message.norm(place) in between:
            place += 1
        else:
            return None
    return None


_LONGEST = 8
_IS = frozenset({"is", "isnt", "was"})


def _trait_at(scene: Scene, traits: Sequence[Trait], index: int) -> Trait | None:
    """What is told from a token on; by a role before a word for a person only: 'the designer one'."""
    persons = scene.lexicon.words("references", "somebody")
    return next(
        (t for t in traits if t.first == index and (not t.role or scene.message.norm(t.last) in persons)),
        None,
    )


def _is_kind(scene: Scene, trait: Trait) -> bool:
    """Whether what is told is a kind of people by its name, and ends what is said of whom.

    What is weighed is a language: 'the Spanish is just a bonus'.
    """
    message = scene.message
    kinds = scene.lexicon.words("references", "kinds_of_people")
    following = message.norm(trait.last)
    ends = not following.isalpha() or following in scene.lexicon.words("references", "after_kinds")
    weighed = scene.stance(trait.first, trait.last).hard is not None
    national = message.at("demonym", trait.first) is not None and not weighed
    return ends and (national or " ".join(message.norms[trait.first : trait.last]) in kinds)


def _head_at(scene: Scene, index: int) -> int | None:
    """Where the word for a person that begins at a token ends; a role is one too: 'the Polish developer'."""
    if scene.message.norm(index) in scene.lexicon.words("references", "somebody"):
        return index + 1
    role = scene.message.at("role", index)
    return None if role is None else role.last


def _of_one(scene: Scene, traits: Sequence[Trait], index: int) -> _Description | None:
    """'the one with 60 jobs', 'that guy from Kyiv', 'the one who can't start till January'."""
    if scene.message.norm(index + 1) not in scene.lexicon.words("references", "somebody"):
        return None
    told, last = _told_after(scene, traits, index + 2)
    return _Description(index, last, tuple(told)) if told else None


def _bare(scene: Scene, traits: Sequence[Trait], index: int) -> _Description | None:
    """'the agency', 'the expert', 'the Pole': a kind of people by its name."""
    if scene.message.norm(index) != "the":  # 'make that senior'
        return None
    trait = next((t for t in traits if t.first == index + 1 and _is_kind(scene, t)), None)
    return None if trait is None else _Description(index, trait.last, (trait,), bare=True)


def _of_several(scene: Scene, traits: Sequence[Trait], index: int) -> _Description | None:
    """'everyone under 50', 'those in Poland', 'the two from Kenya'."""
    message = scene.message
    counts: dict[str, int] = scene.lexicon.setting("references", "whoever", "counts")
    size = next(
        (
            n
            for n in (3, 2, 1)
            if " ".join(message.norms[index : index + n]) in counts and message.norm(index)
        ),
        0,
    )
    many = counts[" ".join(message.norms[index : index + size])] if size else 0
    if not size or not _is_about_them(scene, many):
        return None
    told, last = _told_after(scene, traits, index + size)
    return _Description(index, last, tuple(told), many) if told else None


def _is_about_them(scene: Scene, many: int) -> bool:
    """Whether the message orders or asks something of people shown, and does not ask for others."""
    message = scene.message
    ordered = message.has("intents", "compare", "shortlist") or (
        message.has("intents", "hand_off") and not message.has("intents", "weak_hand_off")
    )
    asked = "?" in message.norms and not message.has("intents", "need", "more_results")
    return ordered or asked or many > 1


def _told_after(scene: Scene, traits: Sequence[Trait], index: int) -> tuple[list[Trait], int]:
    """What is told of somebody from a token on, and where it ends: 'with 60 jobs from Kyiv'."""
    told: list[Trait] = []
    place = index
    while (trait := _next_trait(scene, traits, place, begun=bool(told))) is not None:
        told.append(trait)
        place = trait.last
    return told, place


def _next_trait(scene: Scene, traits: Sequence[Trait], index: int, *, begun: bool) -> Trait | None:
    """The trait that the words from a token on lead to: the first freely, the next by links alone."""
    message = scene.message
    links = scene.lexicon.words("references", "links")
    opens = scene.lexicon.words("references", "openings")
    trait = next((t for t in traits if t.first >= index), None)
    if trait is None:
        return None
    between = message.norms[index : trait.first]
    if begun:
        return trait if between and all(word in links for word in between) else None
    stops = any(message.tokens[i].kind is not TokenKind.WORD for i in range(index, trait.first))
    again = set(between) & scene.lexicon.words("references", "other_subjects")
    if stops or again or len(between) > _LONGEST:
        return None
    return trait if message.norm(index) in opens or trait.first == index else None


def _meant(scene: Scene, first: int, traits: Sequence[Trait]) -> list[CandidateName]:
    """Those of the list of whom every trait holds, or does not where it is denied."""
    ends = [first, *(trait.last for trait in traits)]
    denials = scene.lexicon.words("references", "denials")
    wanted = [
        trait.settled or not denials & set(scene.message.norms[ends[place] : trait.first])
        for place, trait in enumerate(traits)
    ]
    return [
        one
        for one in scene.context.shown
        if all(trait.holds(one) is told for trait, told in zip(traits, wanted, strict=True))
    ]


def _pointers(scene: Scene, description: _Description) -> Iterator[Pointer]:
    meant = [each.freelancer_id for each in _meant(scene, description.first, description.traits)]
    if description.many == 1 and len(meant) > 1:
        close = tuple(trait.closer() for trait in description.traits)
        closest = _meant(scene, description.first, close)
        meant = [each.freelancer_id for each in closest] if len(closest) == 1 else meant
    first, last = description.first, description.last
    is_all = describes_only(scene, first, last)
    if description.many == 1 and len(meant) != 1:
        if not description.bare and (is_all or _is_said_of_somebody(scene)):
            yield Pointer(ReferenceKind.FACT, first, last, described=bool(meant) or is_all)
        return
    if description.many > 1 and len(meant) != description.many:
        yield Pointer(ReferenceKind.FACT, first, last, described=bool(meant))
        return
    for chosen in meant:
        yield Pointer(ReferenceKind.FACT, first, last, freelancer_id=chosen, described=True)


def describes_only(scene: Scene, first: int, last: int) -> bool:
    """Whether a message says nothing besides tokens [first, last)."""
    starts = scene.lexicon.words("intents", "sentence_starts")
    rest = [t for i, t in enumerate(scene.message.tokens) if not first <= i < last]
    return not any(token.kind is TokenKind.WORD and token.norm not in starts for token in rest)


def points_only(scene: Scene, pointers: Sequence[Pointer]) -> bool:
    """Whether a message says nothing besides whom it points at: 'the last two', '3', and not '3 ❌'."""
    starts = scene.lexicon.words("intents", "sentence_starts")
    said = {i for p in pointers for i in range(p.first, p.last)}
    rest = (n for i, n in enumerate(scene.message.norms) if i not in said)
    return bool(pointers) and all(word in starts or word in _PAUSES for word in rest)


_PAUSES = frozenset({".", "!", "?", "-", ";", ":", "\n", "the"})


def _is_said_of_somebody(scene: Scene) -> bool:
    """Whether the message asks or orders something of people shown."""
    orders = ("compare", "shortlist", "dismiss", "hand_off")
    return "?" in scene.message.norms or scene.message.has("intents", *orders)
