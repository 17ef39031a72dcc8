"""How often the agent's questions pay: whether the client could answer, and the answer moved the list."""

from collections import Counter
from dataclasses import dataclass

from evals.nouns import Intended, Run, Transcript
from store.nouns.brief import Slot


@dataclass(frozen=True, slots=True)
class Paying:
    """The questions about one slot. Each of them counts in one of the last four."""

    slot: Slot
    moved: int
    """Answered, and the list shown next is another."""
    kept: int
    """Answered, and the list stayed as it was."""
    declined: int
    """The client had no opinion."""
    passed_over: int
    """The client spoke of something else, or the conversation ended."""

    @property
    def asked(self) -> int:
        """How often it was asked."""
        return self.moved + self.kept + self.declined + self.passed_over


def paying(run: Run) -> tuple[Paying, ...]:
    """By slot, the one asked about most often first."""
    counted: Counter[tuple[Slot, str]] = Counter()
    for transcript in run.transcripts:
        counted.update(_questions(transcript))
    slots = {slot for slot, _ in counted}
    rows = [
        Paying(
            slot=slot,
            moved=counted[slot, "moved"],
            kept=counted[slot, "kept"],
            declined=counted[slot, "declined"],
            passed_over=counted[slot, "passed_over"],
        )
        for slot in slots
    ]
    return tuple(sorted(rows, key=lambda row: (-row.asked, row.slot)))


def _questions(transcript: Transcript) -> list[tuple[Slot, str]]:
    found = []
    shown: tuple[str, ...] = ()
    for place, turn in enumerate(transcript.turns):
        shown = tuple(each.id for each in turn.candidates) or shown
        if turn.question is None:
            continue
        answer = transcript.intended[place + 1] if place + 1 < len(transcript.intended) else None
        following = transcript.turns[place + 1].candidates if place + 1 < len(transcript.turns) else ()
        listed = tuple(each.id for each in following) or shown
        found.append((turn.question.slot, _came_of(turn.question.slot, answer, moved=listed != shown)))
    return found


def _came_of(slot: Slot, answer: Intended | None, moved: bool) -> str:
    if answer is None or answer.answers != slot:
        return "passed_over"
    if answer.declines:
        return "declined"
    return "moved" if moved else "kept"
