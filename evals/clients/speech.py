"""Whole messages: what an agenda item or an answer sounds like in a client's temper."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from evals.clients.naming import listed
from evals.clients.phrasing import Phrases
from evals.clients.wording import Choice, Lines, Manner, Wording
from evals.nouns import Act, AgendaItem, PlainBrief, Temper
from evals.telling import Told
from store.nouns.brief import Slot

_BARE = frozenset({Act.APPROVE, Act.CANCEL, Act.OFF_TOPIC, Act.DELETE_DATA, Act.GREET, Act.THANK})
"""What is said without anything around it: a yes with an 'I guess' would be no yes."""


@dataclass(frozen=True)
class Speech:
    """One client's way of speaking."""

    phrases: Phrases
    wording: Wording
    temper: Temper
    reordered: bool = False
    """What matters most comes last, and sentences stand in another order."""

    def at(self, turn: int) -> "Speech":
        """The same client in another turn, with other words."""
        return replace(self, phrases=replace(self.phrases, choice=self.phrases.choice.at(turn)))

    @property
    def _choice(self) -> Choice:
        return self.phrases.choice

    @property
    def _manner(self) -> Manner:
        return self.wording.tempers[self.temper]

    def item(self, item: AgendaItem, told: Told, who: str, *, slip: PlainBrief | None = None) -> str:
        """The message of one agenda item; `told` is what was said before it, `who` whom it points at.

        With `slip` the message first says that value and puts it right in the same breath.
        """
        if item.says:
            return self._own_words(item.says)
        match item.act:
            case Act.OPEN | Act.START_OVER if item.facts:
                start = [self._line("start_over")] if item.act is Act.START_OVER else []
                return self._need(item.facts, slip, start)
            case Act.ADD:
                return self._around(self._added(item.facts))
            case Act.CORRECT:
                return self._around(self._corrected(item, told))
            case Act.RELAX | Act.TIGHTEN | Act.DROP:
                return self._around(self._weighed(item, told))
            case Act.ASK if item.topic is not None:
                patterns = self.wording.acts["ask"][item.topic.value]
                form = "one" if len(item.people) == 1 else "many"
                return self._around(self._choice.of("ask", patterns[form]).format(who=who))
            case Act.COMPARE:
                return self._around(self._compared(item, who))
            case Act.MORE if item.people:
                return self._around(
                    self._choice.of("like", self.wording.acts["more"]["like"]).format(who=who)
                )
            case Act.OFF_TOPIC if self.temper is Temper.HOSTILE:
                return self._choice.of("off topic", self.wording.acts["off_topic"]["hostile"])
            case _:
                line = self._line(item.act.value).format(who=who, **_verbs(who))
                return line if item.act in _BARE else self._around(line)

    def answer(self, facts: PlainBrief) -> str:
        """The answer to a question: the facts asked for."""
        return self._around(self._joined(self.phrases.clauses(facts)))

    def no_opinion(self) -> str:
        """The answer of somebody who does not mind."""
        return self._around(self._line("decline"))

    def insistence(self) -> str:
        """The answer of somebody who gives way on nothing."""
        return self._around(self._line("insist"))

    def people(self, places: Sequence[int], names: Sequence[str], everybody: Sequence[str]) -> str:
        """Whom the client means: by place, by full name, or by first name where only one has it."""
        pointed = [self._person(place, name, everybody) for place, name in zip(places, names, strict=True)]
        pointing = self.wording.acts["pointing"]
        if not pointed:
            return self._choice.of("everyone", pointing["everyone"])
        return listed(pointed, pointing["and"][0])

    def _person(self, place: int, name: str, everybody: Sequence[str]) -> str:
        first = name.split()[0]
        namesakes = [other for other in everybody if first in other.split()]
        ways = [name, *([first] if len(namesakes) == 1 and len(first) > 2 else [])]
        by_name = self._choice.happens("by name", 0.5)
        places = self.wording.acts["pointing"][str(place)]
        return self._choice.of("by name" if by_name else "by place", ways if by_name else places)

    def _need(self, facts: PlainBrief, slip: PlainBrief | None, start: list[str]) -> str:
        clauses = self.phrases.clauses(facts)
        for slot, wrong in (slip or {}).items():
            clauses = self._slipped(clauses, slot, wrong, facts[slot])
        told = self._joined(self._ordered(clauses, "need"))
        parts = [*start, self._maybe("opening", self._manner.opening), told]
        return " ".join(part for part in (*parts, self._maybe("closing", self._manner.closing)) if part)

    def _slipped(self, clauses: list[str], slot: Slot, wrong: Any, right: Any) -> list[str]:
        """The clauses with the wrong value said first, in the clause that tells the slot."""
        patterns = self.wording.acts["slip"][self.phrases.style]
        for clause in self.phrases.slot(slot, right):
            if clause in clauses:
                brief = replace(self.phrases, style="short")
                old, new = (_bare(brief.slot(slot, each)[0]) for each in (wrong, right))
                slipped = self._choice.of("slip", patterns).format(old=old, new=new)
                return [_sentence(slipped) if each == clause else each for each in clauses]
        return clauses

    def _added(self, facts: PlainBrief) -> str:
        value = self._joined(self._ordered(self.phrases.clauses(facts), "added"))
        pattern = self._choice.of("add", self.wording.acts["add"][self.phrases.style])
        return pattern.format(value=value if _STARTS_A_SENTENCE.search(pattern) else _small(value))

    def _corrected(self, item: AgendaItem, told: Told) -> str:
        slot, value = next(iter(item.facts.items()))
        right = replace(self.phrases, style="short")
        rest = {other: each for other, each in item.facts.items() if other != slot}
        named = slot is Slot.SKILLS or slot is Slot.ROLE
        if named and told.facts.get(slot) is not None:
            before = told.facts[slot]
            old = (
                listed(list(item.items or before), "and")
                if slot is Slot.SKILLS
                else right.value(slot, before)
            )
            patterns = self.wording.acts["correct_named"][self.phrases.style]
            said = self._choice.of("correct", patterns).format(old=old, new=right.value(slot, value))
        else:
            new = ", ".join(_bare(clause) for clause in right.slot(slot, value))
            said = self._choice.of("correct", self.wording.acts["correct"][self.phrases.style]).format(
                new=new
            )
        return self._joined([said, *self.phrases.clauses(rest)])

    def _weighed(self, item: AgendaItem, told: Told) -> str:
        things = [self.phrases.thing(slot, told.facts.get(slot), item.items) for slot in item.slots]
        patterns = self.wording.acts[item.act.value][self.phrases.style]
        thing = listed(things, "and")
        return _capital(self._choice.of("weigh", patterns).format(thing=thing, **_verbs(thing)))

    def _compared(self, item: AgendaItem, who: str) -> str:
        patterns = self.wording.acts["compare"]
        if not item.people:
            return self._choice.of("compare", patterns["all"])
        return self._choice.of(
            "compare", patterns["short" if self.phrases.style == "short" else "some"]
        ).format(who=who)

    def _line(self, act: str) -> str:
        return self._choice.of(act, self.wording.acts[act][self.phrases.style])

    def _own_words(self, says: Sequence[str]) -> str:
        return self._choice.of("own words", says)

    def _around(self, message: str) -> str:
        before = self._maybe("before", self._manner.before)
        after = self._maybe("after", self._manner.after)
        return " ".join(part for part in (before, message, after) if part)

    def _maybe(self, place: str, lines: Lines) -> str:
        if not lines.lines or not self._choice.happens(place, lines.chance):
            return ""
        return self._choice.of(place, lines.lines)

    def _ordered(self, clauses: list[str], what: str) -> list[str]:
        return self._choice.shuffled(what, clauses) if self.reordered else clauses

    def _joined(self, clauses: Sequence[str]) -> str:
        if self.phrases.style == "short":
            return ", ".join(clauses)
        return " ".join(_sentence(clause) for clause in clauses)


_STARTS_A_SENTENCE = re.compile(r"(^|[.:] )\{value\}")
_SMALL = re.compile(
    r"(They|We|It|The|Our|My|Max|At|No|Not|Nobody|Whoever|Ideally|Bonus|Only|Their|Up|Somewhere)\b"
)
"""How sentences begin whose first letter may be small."""


def _small(text: str) -> str:
    return text[0].lower() + text[1:] if _SMALL.match(text) else text


def _verbs(subject: str) -> dict[str, str]:
    return {"be": "are", "do": "do"} if " and " in subject else {"be": "is", "do": "does"}


def _sentence(clause: str) -> str:
    clause = _capital(clause)
    return clause if re.search(r"[.!?]$", clause) else f"{clause}."


def _capital(text: str) -> str:
    """The text with a capital, unless it begins with a name that is written otherwise."""
    return text[0].upper() + text[1:] if text[:1].islower() and text[1:2].islower() else text


def _bare(clause: str) -> str:
    return clause.rstrip(".")
