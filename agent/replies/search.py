"""The reply to a search: who fits, why the first one leads, what is missing, what would help."""

from collections.abc import Mapping

from agent.graph.state import TurnState
from agent.replies.brief import brief_in_words
from agent.replies.changes import changes_in_words, doubts_in_words
from agent.replies.words import count, hourly, listed, sentence
from agent.understanding.reading import Intent
from store.knowledge import Knowledge
from store.nouns.brief import Slot
from store.nouns.conversation import Question, QuestionOption
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match, Ranking


def search_reply(
    state: TurnState,
    ranking: Ranking,
    people: Mapping[str, Freelancer],
    question: Question | None,
    knowledge: Knowledge,
) -> str:
    """Two to five sentences; every number and name is a stored fact."""
    paragraphs = [" ".join(filter(None, (_heard(state, knowledge), _found(state, ranking, knowledge))))]
    shown = [(people[m.freelancer_id], m) for m in ranking.matches if m.freelancer_id in people]
    if shown and not (state["intent"] is Intent.DECLINE and _is_unchanged(state, ranking)):
        paragraphs.append(_lead(shown, knowledge))
    if ranking.relaxations and len(ranking.matches) < 5:
        paragraphs.append(_what_would_help(ranking))
    paragraphs += _next_steps(state, question, knowledge)
    return "\n\n".join(filter(None, paragraphs))


def _heard(state: TurnState, knowledge: Knowledge) -> str:
    reading = state["reading"]
    if reading is None:
        return ""
    doubts = doubts_in_words(reading, knowledge)
    if state["step"] != "refine":
        return doubts
    return " ".join(filter(None, (changes_in_words(reading, knowledge), doubts)))


def _found(state: TurnState, ranking: Ranking, knowledge: Knowledge) -> str:
    need = brief_in_words(state["memory"].brief, knowledge)
    shown, eligible = len(ranking.matches), ranking.eligible
    if state["intent"] is Intent.DECLINE and _is_unchanged(state, ranking):
        return "All right, that stays open; the list is the same as before."
    if state["intent"] is Intent.MORE_RESULTS:
        if not shown:
            return "That was everybody who meets your must-haves."
        return f"Here {'is' if shown == 1 else 'are'} {count(shown, 'more person', 'more people')}."
    if not shown:
        return f"Nobody here meets every must-have for {need}."
    if eligible <= shown:
        people = count(shown, "person meets", "people meet")
        return f"{people} your must-haves for {need}."
    people = count(eligible, "person meets", "people meet")
    return f"{people} your must-haves; here are the best {shown} for {need}."


def _is_unchanged(state: TurnState, ranking: Ranking) -> bool:
    """Whether the list is the one the client has before them."""
    return bool(ranking.matches) and state["memory"].shown == tuple(m.freelancer_id for m in ranking.matches)


def _lead(shown: list[tuple[Freelancer, Match]], knowledge: Knowledge) -> str:
    first, match = shown[0]
    lines = [
        f"{first.name} ({hourly(first.hourly_rate, knowledge)}) comes first: "
        f"{_lowered(sentence(match.reason))}"
    ]
    if len(shown) > 1:
        others = [f"{person.name} ({hourly(person.hourly_rate, knowledge)})" for person, _ in shown[1:]]
        lines.append(f"Then {listed(others)}.")
    return " ".join(lines)


def _lowered(text: str) -> str:
    """The text as it reads after a colon: its first letter small, unless it begins a name such as "UX"."""
    begins_a_word = text[1:2].islower() or text[1:2] == " "
    return text[:1].lower() + text[1:] if begins_a_word else text


def _what_would_help(ranking: Ranking) -> str:
    steps = [
        r for r in ranking.relaxations if r.slot is not Slot.SKILLS and "preference" not in r.description
    ]
    offers = [f"{_lowered(r.description)} (adds {count(r.adds, 'person', 'people')})" for r in steps[:3]]
    return sentence(f"A small step would help: {listed(offers, 'or')}") if offers else ""


def _offer(option: QuestionOption) -> str:
    """An option with how many people it leaves."""
    return option.label if option.candidates is None else f"{option.label} ({option.candidates:,})"


def _next_steps(state: TurnState, question: Question | None, knowledge: Knowledge) -> list[str]:
    steps = []
    waiting = state["memory"].waiting_needs
    if question is not None:
        options = listed([_offer(option) for option in question.options], "or")
        steps.append(f"{question.text} For instance: {options}." if options else question.text)
    elif waiting:
        steps.append(f"Say yes when you are ready for {brief_in_words(waiting[0], knowledge)}.")
    if state["memory"].pending_handoff is not None:
        name = state["memory"].pending_handoff.handoff.freelancer_name
        steps.append(f"The hand-off to {name} still waits for your yes or no.")
    return steps
