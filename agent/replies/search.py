"""The reply to a search: who fits, why the first one leads, what is missing, what would help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.graph.state import TurnState
from agent.replies.asking import question_in_words
from agent.replies.brief import brief_in_words
from agent.replies.changes import changes_in_words, doubts_in_words, eased_in_words
from agent.replies.draft import Draft, Fact, Told
from agent.replies.facts import priced_name, reason_facts
from agent.replies.near_misses import Before, who_comes_closest
from agent.replies.words import count, listed, lowered, sentence
from agent.understanding.reading import Intent
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance, Slot
from store.nouns.conversation import Question
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match, Ranking


def search_reply(
    state: TurnState,
    ranking: Ranking,
    people: Mapping[str, Freelancer],
    question: Question | None,
    knowledge: Knowledge,
) -> Draft:
    """Two to five sentences; every number and name is a stored fact."""
    heard, steps = _heard(state, knowledge), _next_steps(state, question, knowledge)
    if _is_unchanged(state, ranking) and (stays := _nothing_new(state)):
        return Draft(before=" ".join(filter(None, (heard, stays))), after="\n\n".join(steps))
    told = [_found(state, ranking, knowledge)]
    shown = [(people[m.freelancer_id], m) for m in ranking.matches if m.freelancer_id in people]
    if shown:
        told += _lead(shown, knowledge)
    near = [(people[m.freelancer_id], m) for m in ranking.near_misses if m.freelancer_id in people]
    if near:
        told.append(who_comes_closest(near, knowledge, after=_told_before(state, shown)))
    if ranking.relaxations and len(ranking.matches) < 5:
        steps.insert(0, _what_would_help(ranking))
    if not (shown or near or any(steps) or state["intent"] is Intent.MORE_RESULTS):
        steps.append(_ASK_FOR_MORE)
    return Draft(before=heard, told=tuple(told), after="\n\n".join(filter(None, steps)))


_ASK_FOR_MORE = "Tell me in other words what kind of work it is, or what may give way."


def _told_before(state: TurnState, shown: Sequence[object]) -> Before:
    if shown:
        return Before.MATCHES
    return Before.NEARER if state["intent"] is Intent.MORE_RESULTS else Before.NOBODY


def _nothing_new(state: TurnState) -> str:
    """What to say instead of the same list once more; empty where the message asked for something."""
    reading = state["reading"]
    if state["intent"] is Intent.DECLINE:
        return "All right, that stays open; the list is the same as before."
    if state["intent"] is not Intent.REFINE or reading is None:
        return ""
    if not (reading.changes or reading.further_needs or reading.references or reading.answers_question):
        return (
            "I found nothing in that to search by, so the list stays as it is. Say it in other words if I "
            "missed something."
        )
    return ""


def _heard(state: TurnState, knowledge: Knowledge) -> str:
    reading = state["reading"]
    if reading is None:
        return ""
    doubts = doubts_in_words(reading, knowledge)
    if state["step"] != "refine":
        eased = eased_in_words(reading, state["memory"].brief, knowledge)
        return " ".join(filter(None, (eased, doubts)))
    return " ".join(filter(None, (changes_in_words(reading, knowledge), doubts)))


def _found(state: TurnState, ranking: Ranking, knowledge: Knowledge) -> Told:
    brief = state["memory"].brief
    need, fit = brief_in_words(brief, knowledge), _MEETING if _has_must_haves(brief) else _POSSIBLE
    shown, eligible = len(ranking.matches), ranking.eligible
    if state["intent"] is Intent.MORE_RESULTS:
        if not shown and not eligible:
            came_close = state["memory"].seen and not ranking.near_misses
            return _clause("nobody else comes close" if came_close else f"nobody here {fit.nobody}")
        if not shown:
            return _clause(f"that was everybody who {fit.one}")
        return _clause(f"here {'is' if shown == 1 else 'are'} {count(shown, 'more person', 'more people')}")
    if not shown:
        return _clause(f"nobody {'else ' if eligible else ''}here {fit.nobody} for {need}")
    if eligible <= shown:
        return _clause(f"{fit.people(shown)} for {need}")
    meeting, best = Fact(fit.people(eligible)), Fact(f"the best {shown} for {need}")
    return Told(f"{meeting.text}; here are {best.text}.", (meeting, best))


@dataclass(frozen=True, slots=True)
class _Fit:
    """How it is said of one, of several, and of nobody that they may be shown."""

    one: str
    several: str
    nobody: str

    def people(self, number: int) -> str:
        """'90 people meet your must-haves'."""
        return count(number, f"person {self.one}", f"people {self.several}")


_MEETING = _Fit("meets your must-haves", "meet your must-haves", "meets every must-have")
_POSSIBLE = _Fit("comes into question", "come into question", "comes into question")


def _has_must_haves(brief: Brief) -> bool:
    """Whether anything rules people out: else they only have to do with the need."""
    weighed = any(skill.importance is not Importance.NICE for skill in brief.skills)
    others = (slot for slot in brief.terms if slot not in (Slot.SKILLS, Slot.ROLE))
    return weighed or any(brief.is_hard(slot) for slot in others)


def _clause(text: str) -> Told:
    """A sentence that is one fact."""
    return Told(sentence(text), (Fact(text),))


def _is_unchanged(state: TurnState, ranking: Ranking) -> bool:
    """Whether the list is the one the client has before them."""
    people = (*ranking.matches, *ranking.near_misses)
    return bool(people) and state["memory"].shown == tuple(m.freelancer_id for m in people)


def _lead(shown: list[tuple[Freelancer, Match]], knowledge: Knowledge) -> list[Told]:
    first, match = shown[0]
    name = priced_name(first, knowledge)
    place = Fact("comes first", about=first.id)
    reasons = reason_facts(first, match.reason, knowledge)
    told = [
        Told(
            f"{name.text} {place.text}: {lowered(sentence(match.reason))}",
            (name, place, *reasons),
            paragraph=True,
        )
    ]
    others = tuple(priced_name(person, knowledge) for person, _ in shown[1:])
    if others:
        told.append(Told(f"Then {listed([each.text for each in others])}.", others))
    return told


def _what_would_help(ranking: Ranking) -> str:
    steps = [
        r for r in ranking.relaxations if r.slot is not Slot.SKILLS and "preference" not in r.description
    ]
    offers = [f"{lowered(r.description)} (adds {count(r.adds, 'person', 'people')})" for r in steps[:3]]
    return sentence(f"A small step would help: {listed(offers, 'or')}") if offers else ""


def _next_steps(state: TurnState, question: Question | None, knowledge: Knowledge) -> list[str]:
    steps = []
    waiting = state["memory"].waiting_needs
    if question is not None:
        steps.append(question_in_words(question))
    elif waiting:
        steps.append(f"Say yes when you are ready for {brief_in_words(waiting[0], knowledge)}.")
    if state["memory"].pending_handoff is not None:
        name = state["memory"].pending_handoff.handoff.freelancer_name
        steps.append(f"The hand-off to {name} still waits for your yes or no.")
    return steps
