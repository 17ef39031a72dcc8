"""The simulated client: goes through its agenda, answers what it is asked, and keeps what it meant in step.

It sees what a client sees: replies, questions and the names on the list. It points at people by their place
or name there; whose ids those are is written down for the graders alone.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agent.understanding.reading import Intent
from api.replay import TurnRecord
from api.replay.record import AskedQuestion, ListedCandidate
from evals.clients.answering import Answer, answer, asks_to_give_way, comes_next
from evals.clients.naming import Names
from evals.clients.perturbing import PERTURBATIONS, chatty, corrected, distracted, mistyped, split
from evals.clients.perturbing.plans import wrong_value
from evals.clients.phrasing import Phrases, in_other_units
from evals.clients.speech import Speech
from evals.clients.wording import Choice, load_wording
from evals.nouns import Act, AgendaItem, End, Intended, PlainBrief, Scenario, Temper
from evals.telling import Told, left, tell
from store.demo.chance import Chance
from store.knowledge import Knowledge
from store.nouns.brief import Slot

MOST_TIMES_ASKED = 3
"""After so many times the same question has a client leave."""

MOST_DISTRACTORS = 8
"""Lines beside the point in one conversation."""

_SEARCHES = frozenset({"search", "refine"})
_MISSPOKEN = (Slot.HOURLY_RATE, Slot.FIXED_BUDGET, Slot.HOURS_PER_WEEK, Slot.DURATION_WEEKS)


@dataclass(frozen=True)
class Said:
    """A message, and what was meant by it."""

    text: str
    intended: Intended
    who: str = ""
    """The words that point at people, if any do."""


class AgendaClient:
    """One client in one conversation, the same for the same scenario, seed and perturbation."""

    name = "agenda"

    def __init__(
        self, scenario: Scenario, knowledge: Knowledge, *, seed: int = 0, perturbation: str | None = None
    ) -> None:
        if perturbation is not None and perturbation not in PERTURBATIONS:
            raise ValueError(
                f"there is no perturbation {perturbation!r}: there are {', '.join(PERTURBATIONS)}"
            )
        self._scenario = scenario
        self._knowledge = knowledge
        self._perturbation = perturbation
        self._keys: tuple[int | str, ...] = (seed, scenario.id)
        self._agenda = list(self._planned())
        self._told = Told()
        self._shown: tuple[ListedCandidate, ...] = ()
        self._asked: Counter[tuple[Slot, bool]] = Counter()
        self._answered_in_row = 0
        self._turns = 0

    def next(self, last: TurnRecord | None) -> Said | End:
        """What it says after the agent's last turn (none: to begin with), or why it says nothing more."""
        if last is not None:
            self._see(last)
        question = last.question if last is not None else None
        if question is not None:
            self._asked[self._kind(question)] += 1
            if self._asked[self._kind(question)] > MOST_TIMES_ASKED and not self._agenda:
                return End.STUCK
            said = self._answered(question)
            if said is not None:
                return said
        while self._agenda:
            item = self._still_to_say(self._agenda.pop(0))
            if item is not None:
                return self._say_item(item, question)
        return End.DONE

    @staticmethod
    def _kind(question: AskedQuestion) -> tuple[Slot, bool]:
        return question.slot, asks_to_give_way(question)

    def _planned(self) -> tuple[AgendaItem, ...]:
        chance = Chance(*self._keys, self._perturbation or "", "plan")
        if self._perturbation == "split":
            return split(self._scenario, chance)
        if self._perturbation == "correction":
            return corrected(self._scenario, chance, self._knowledge)
        return self._scenario.agenda

    def _see(self, last: TurnRecord) -> None:
        if last.listed or (last.step in _SEARCHES and last.intent is not Intent.MORE_RESULTS):
            self._shown = last.listed

    def _answered(self, question: AskedQuestion) -> Said | None:
        """The answer, unless it comes by itself, it was given before, or patience has run out."""
        if comes_next(question, self._agenda):
            return None
        given = answer(question, self._scenario, self._told, self._agenda)
        repeats = self._asked[self._kind(question)] > 1 and question.slot is not Slot.ROLE
        patience = load_wording().tempers[self._scenario.temper].patience
        needed = question.slot is Slot.ROLE and not self._shown
        if given is None and self._agenda and not repeats:
            given = Answer(question.slot)
        if given is None or repeats or (self._answered_in_row >= patience and not needed):
            return None
        if given.insists and not self._agenda:
            return None
        self._answered_in_row += 1
        return self._say_answer(given)

    def _say_answer(self, given: Answer) -> Said:
        speech = self._speech()
        facts = self._worded(given.facts)
        if facts:
            text = speech.answer(facts)
            self._told = tell(self._told, AgendaItem(act=Act.ADD, facts=given.facts))
        else:
            text = speech.insistence() if given.insists else speech.no_opinion()
        return self._said(text, Intended(act=None, facts=facts, answers=given.slot, declines=not facts))

    def _still_to_say(self, item: AgendaItem) -> AgendaItem | None:
        """The item without what was told already in an answer; None if nothing is left of it."""
        if item.act is not Act.ADD or item.says:
            return item
        facts = {
            slot: rest
            for slot, value in item.facts.items()
            if (rest := left(slot, value, self._told.facts[slot]) if slot in self._told.facts else value)
            is not None
        }
        return item.model_copy(update={"facts": facts}) if facts else None

    def _say_item(self, item: AgendaItem, question: AskedQuestion | None) -> Said | End:
        pointed = self._pointed_at(item)
        if item.people and not pointed:
            return End.STUCK
        self._answered_in_row = 0
        speech = self._speech()
        everybody = [person.name for person in self._shown]
        who = speech.people([place for place, _ in pointed], [p.name for _, p in pointed], everybody)
        facts = self._worded(item.facts)
        worded = item.model_copy(update={"facts": facts, "people": tuple(place for place, _ in pointed)})
        text = speech.item(worded, self._told, who, slip=self._slip(worded))
        self._told = tell(self._told, item)
        answers = question.slot if question is not None and _touches(item, question.slot) else None
        people = tuple(person.id for _, person in pointed)
        meant = Intended(act=item.act, facts=facts, people=people, answers=answers)
        return self._said(text, meant, who if pointed and not item.says else "")

    def _pointed_at(self, item: AgendaItem) -> list[tuple[int, ListedCandidate]]:
        """The people at those places; for a place beyond the list's end the last who is not meant yet."""
        places: list[int] = []
        for wanted in item.people:
            free = [place for place in range(1, len(self._shown) + 1) if place not in places]
            if free:
                places.append(wanted if wanted in free else free[-1])
        return [(place, self._shown[place - 1]) for place in places]

    def _slip(self, item: AgendaItem) -> PlainBrief | None:
        """With a mistaken temper the first price or time is said wrong, unless it is wrong on purpose."""
        corrects = any(each.act is Act.CORRECT for each in self._scenario.agenda)
        planned = self._perturbation == "correction"
        if self._scenario.temper is not Temper.MISTAKEN or item.act is not Act.OPEN or corrects or planned:
            return None
        slot = next((each for each in _MISSPOKEN if each in item.facts), None)
        return {slot: wrong_value(slot, item.facts[slot], self._knowledge)} if slot is not None else None

    def _worded(self, facts: Mapping[Slot, Any]) -> PlainBrief:
        if self._perturbation == "units":
            return in_other_units(dict(facts), self._knowledge, _in_own_words(self._scenario))
        return dict(facts)

    def _speech(self) -> Speech:
        wording = load_wording()
        temper = self._scenario.temper
        phrases = Phrases(
            knowledge=self._knowledge,
            wording=wording,
            names=Names(self._knowledge, wording),
            choice=Choice(self._keys, rephrased=self._perturbation == "paraphrase"),
            style=wording.tempers[temper].style,
            today=self._scenario.today,
            other_units=self._perturbation == "units",
            mixed=self._perturbation == "order",
        )
        return Speech(phrases, wording, temper, reordered=self._perturbation == "order").at(self._turns)

    def _said(self, text: str, intended: Intended, who: str = "") -> Said:
        self._turns += 1
        names = [person.name for person in self._shown]
        return Said(self._disturbed(text, names), intended, who if self._perturbation is None else "")

    def _disturbed(self, text: str, names: Sequence[str]) -> str:
        chance = Chance(*self._keys, self._turns, self._perturbation or "")
        match self._perturbation:
            case "typos":
                return mistyped(text, chance, load_wording(), self._knowledge, names)
            case "distractors":
                return self._distracted(text, chance)
            case "chat":
                return chatty(text, load_wording())
            case _:
                return text

    def _distracted(self, text: str, chance: Chance) -> str:
        """The first message and every other one, no line twice."""
        lines = Chance(*self._keys, "distractors").sample(load_wording().distractors, MOST_DISTRACTORS)
        place, is_now = divmod(self._turns, 2)
        return distracted(text, lines[place], chance) if is_now and place < len(lines) else text


def _in_own_words(scenario: Scenario) -> frozenset[Slot]:
    """What the client speaks of in words of its own, which hold a sum as it was first named."""
    return frozenset(slot for item in scenario.agenda if item.says for slot in (*item.facts, *item.slots))


def _touches(item: AgendaItem, slot: Slot) -> bool:
    return slot in item.facts or slot in item.slots
