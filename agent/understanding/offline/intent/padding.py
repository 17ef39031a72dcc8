"""Leaves out the sentences of a message that say nothing of the matter: politeness, temper, thinking aloud.

"Interesting, I had not expected that. Please send it to Maria. I hope that helps!" orders something, and the
sentences around the order must not decide what it is. They are blanked, so that all else keeps its place.
"""

from collections.abc import Callable, Iterator

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.intent.asides import is_aside
from agent.understanding.offline.pointing.orders import CUES, is_parted
from agent.understanding.offline.pointing.references import find_references
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import ReferenceKind

_NAMES = ("role", "industry", "country", "demonym", "region", "city", "language", "zone", "currency", "heads")
_MATTERS = ("slots", "relative", "record", "tasks")
_WISHES = frozenset(
    {
        ("places", "anywhere"),
        ("schedule", "now"),
        ("schedule", "full_time"),
        ("schedule", "half_time"),
        ("schedule", "part_time"),
        ("people", "expert"),
        ("people", "intermediate"),
        ("people", "entry"),
        ("people", "agency"),
        ("people", "individual"),
    }
)
"""Other cues that are a wish of their own."""
_SOCIAL = frozenset({"greeting", "smalltalk", "question", "sentence_starts", "vague_need", "work_nouns"})
"""Tables of intents.toml whose cues alone say nothing of the matter."""


def without_padding(scene: Scene, read_of: Callable[[], frozenset[int]]) -> str:
    """The message's text with such sentences blanked; unchanged where there is nothing else in it.

    Only what is said in the middle of a conversation is cut down. A yes or a no to a hand-off is none of it,
    and what follows one may take it back. `read_of` gives the tokens that anything was read from.
    """
    text = scene.message.text
    if not _is_under_way(scene):
        return text
    sentences = list(_sentences(scene))
    if len(sentences) < 2:
        return text
    spared = _meant(scene)
    speaking = [each for each in sentences if _says_something(scene, *each, spared)]
    telling = [each for each in speaking if is_aside(scene, *each)]
    if telling and len(telling) < len(speaking):
        read = read_of() | _pointed_at(scene)
        telling = [each for each in telling if not read & set(range(*each))]
        speaking = [each for each in speaking if each not in telling]
    if not speaking:
        return text
    padding = [each for each in sentences if each not in speaking]
    if scene.context.handoff_pending:
        padding = [each for each in padding if each < speaking[0] or _takes_nothing_back(scene, *each)]
    tokens = scene.message.tokens
    for first, last in padding:
        start, end = tokens[first].start, tokens[last - 1].end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _takes_nothing_back(scene: Scene, first: int, last: int) -> bool:
    """Whether what follows a yes is an aside without a word that holds the yes back."""
    if not is_aside(scene, first, last):
        return False
    held = scene.lexicon.words("intents", "holds_back")
    norms = scene.message.norms[first : last - _thinks_otherwise(scene, first, last)]
    return not held & set(norms)


def _thinks_otherwise(scene: Scene, first: int, last: int) -> int:
    """The tokens of the 'but I don't.' of 'my partner thinks the new machine was a bad idea, but I don't.'

    None are, where what is thought of is not over: it might be the hand-off that waits.
    """
    norms = scene.message.norms[first:last]
    otherwise = norms[-4:-1] in (("but", "i", "dont"), ("but", "we", "dont"))
    return 4 if otherwise and {"was", "were"} & set(norms[:-4]) else 0


def _is_under_way(scene: Scene) -> bool:
    context = scene.context
    return bool(context.brief.terms or context.question or context.shown or context.handoff_pending)


def _sentences(scene: Scene) -> Iterator[tuple[int, int]]:
    message, index = scene.message, 0
    while index < len(message.tokens):
        _, last = message.sentence(index)
        yield index, last
        index = last


def _meant(scene: Scene) -> frozenset[int]:
    """The tokens that name something or somebody, or count something."""
    message = scene.message
    named = [m for kind in _NAMES for m in message.of(kind)]
    named += [m for m in message.of("skill") if is_skill(scene, m)]
    taken = {i for m in named for i in range(m.first, m.last)}
    for pointer in find_references(scene):
        parted = any(is_parted(scene, pointer, key) for key in CUES.values())
        asked = message.norm(message.sentence(pointer.first)[1] - 1) == "?"
        if pointer.kind is not ReferenceKind.PRONOUN or parted or asked:
            taken |= set(range(pointer.first, pointer.last))
    taken |= {i for i, token in enumerate(message.tokens) if token.kind is TokenKind.NUMBER}
    counted = [
        q
        for q in scene.quantities
        if message.norm(q.core) not in ("a", "an") or message.fills_clause(q.first, q.last)
    ]
    taken |= {i for quantity in counted for i in range(quantity.first, quantity.last)}
    taken |= {i for period in scene.periods for i in range(period.first, period.last)}
    return frozenset(taken)


def _pointed_at(scene: Scene) -> frozenset[int]:
    """The tokens that point at somebody of the list."""
    return frozenset(i for p in find_references(scene) for i in range(p.first, p.last))


def _says_something(scene: Scene, first: int, last: int, meant: frozenset[int]) -> bool:
    message = scene.message
    if any(index in meant for index in range(first, last)):
        return True
    if any(message.between(kind, first, last) for kind in _MATTERS):
        return True
    others = [m for kind in ("places", "schedule", "people") for m in message.between(kind, first, last)]
    if any((cue.kind, cue.key) in _WISHES for cue in others):
        return True
    cues = message.between("intents", first, last)
    social = [cue for cue in cues if cue.key in _social_tables(scene)]
    return any(
        not any(
            other.first <= cue.first
            and cue.last <= other.last
            and (cue.key != "help" or other.size > cue.size)
            for other in social
        )
        for cue in cues
    )


def _social_tables(scene: Scene) -> frozenset[str]:
    """A yes is politeness in front of something else, but not while a hand-off waits for it."""
    return _SOCIAL if scene.context.handoff_pending else _SOCIAL | {"confirm"}
