"""An agent that understands nothing: it shows five people and asks one question after the other.

With it a simulated client can be heard without a marketplace.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, repeat

from agent.understanding.reading import Intent
from api.replay import TurnRecord
from api.replay.record import AskedQuestion, ListedCandidate, OfferedOption
from evals.clients import AgendaClient, Said
from evals.nouns import End
from store.nouns.brief import Slot

NAMES = ("Ana Lima", "Ben Okafor", "Chen Wei", "Ana Petrova", "Dora Kiss")

PEOPLE = tuple(ListedCandidate(id=f"fl_{place}", name=name, score=0.5) for place, name in enumerate(NAMES))

USUAL = (Slot.HOURLY_RATE, Slot.REGIONS, Slot.SENIORITY, Slot.HOURS_PER_WEEK, Slot.SKILLS)


def question(slot: Slot, *options: str) -> AskedQuestion:
    """A question about a slot, with what one could answer."""
    offered = options or ("this one", "that one")
    return AskedQuestion(
        slot=slot,
        text=f"What about {slot.value}?",
        options=tuple(OfferedOption(label=text, text=text, candidates=3) for text in offered),
    )


def reply(
    turn: int, text: str, asked: AskedQuestion | None = None, people: tuple[ListedCandidate, ...] = PEOPLE
) -> TurnRecord:
    """A turn that listed these people, and asked that."""
    return TurnRecord(
        id="test",
        turn=turn,
        text=text,
        intent=Intent.REFINE,
        step="search",
        brief={},
        changes=(),
        refs=(),
        question=asked,
        candidates=people,
        reply="",
    )


def conversation(
    client: AgendaClient, asked: Iterable[AskedQuestion | None] = tuple(map(question, USUAL))
) -> tuple[list[Said], End]:
    """All that the client says to an agent that asks these questions, and then none."""
    questions: Iterator[AskedQuestion | None] = chain(asked, repeat(None))
    heard: list[Said] = []
    last: TurnRecord | None = None
    while True:
        said = client.next(last)
        if isinstance(said, End):
            return heard, said
        heard.append(said)
        last = reply(len(heard), said.text, next(questions))
