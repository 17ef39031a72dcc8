"""Resolves whom a question is about that asks who it is: 'who has 60 jobs?', 'which one charges 48?'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.described import people_with
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.reading import ReferenceKind


def find_asked(scene: Scene) -> Iterator[Pointer]:
    """A pointer at each of the list of whom the question's facts are true; none where they are of nobody.

    Skills are not looked at: what somebody can do is answered person by person.
    """
    message = scene.message
    asking = scene.lexicon.words("references", "asks_who")
    if "?" in message.norms:
        asking |= scene.lexicon.words("references", "asks_if_anyone")
    index = scene.beginning
    asks = message.phrase_end(index, asking) is not None
    needs = any(cue.first != index for cue in message.of("intents", "need"))  # 'who can' asks here
    if not scene.context.shown or not asks or needs or message.has("skill"):
        return
    people, last = people_with(scene, index + 1)
    for one in people:
        yield Pointer(ReferenceKind.FACT, index, last, freelancer_id=one.freelancer_id)
