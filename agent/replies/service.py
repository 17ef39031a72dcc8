"""Replies about the service itself, and polite refusals."""

from collections.abc import Mapping

from agent.graph.state import TurnState
from agent.replies.asking import meaning_in_words, which_in_words
from agent.replies.brief import brief_in_words
from agent.replies.words import listed
from agent.service.answers import ServiceAnswers, spoken_words
from agent.understanding.reading import Intent, Reading
from store.knowledge import Knowledge
from store.nouns.conversation import Memory
from store.nouns.freelancer import Freelancer

_WHAT_WORK = "What kind of freelancer are you looking for?"


def service_reply(
    state: TurnState, people: Mapping[str, Freelancer], knowledge: Knowledge, answers: ServiceAnswers
) -> str:
    """The answer to everything that is not about a candidate."""
    if state["intent"] is Intent.HELP:
        reply = _help(state["message"].text, state["memory"], answers)
    else:
        reply = _reply(state, people, knowledge)
    pending = state["memory"].pending_handoff
    if pending is None or state["intent"] is Intent.HAND_OFF:
        return reply
    return f"{reply} The hand-off to {pending.handoff.freelancer_name} still waits for your yes or no."


def nobody_listed(memory: Memory, knowledge: Knowledge) -> str:
    """Why there is nobody to speak about, and what to do."""
    if not memory.brief.is_searchable:
        return f"There is nobody on the list yet. {_WHAT_WORK}"
    need = brief_in_words(memory.brief, knowledge)
    return f"The list is empty: nobody meets every must-have for {need}. Which of them may give way?"


def _named(reading: Reading | None, people: Mapping[str, Freelancer]) -> list[str]:
    """Those the message points at."""
    ids = [each.freelancer_id for each in reading.references] if reading is not None else []
    return list(dict.fromkeys(people[i].name for i in ids if i is not None and i in people))


def _onwards(memory: Memory, knowledge: Knowledge) -> str:
    """The way back to the search."""
    if not memory.brief.is_searchable:
        return _WHAT_WORK
    return f"Shall we go on looking for {brief_in_words(memory.brief, knowledge)}?"


def _help(text: str, memory: Memory, answers: ServiceAnswers) -> str:
    """What was asked, or all that I do if that is unclear; then on with what was under way."""
    answer, question = answers.answer(text), memory.question
    if question is not None and answer is None:
        meaning = meaning_in_words(question)
        return meaning if _asks_meaning(text) else f"{answers.general}\n\n{meaning}"
    if answer is None:
        return answers.general
    if question is not None:
        return f"{answer}\n\n{question.text}"
    if memory.brief.is_searchable or memory.pending_handoff is not None:
        return answer
    return f"{answer}\n\n{_WHAT_WORK}"


def _asks_meaning(text: str) -> bool:
    """'what do you mean by that?' asks about the question, not about all that there is."""
    return not _MEANING.isdisjoint(spoken_words(text))


_MEANING = frozenset({"mean", "means", "meaning", "meant"})


def _reply(state: TurnState, people: Mapping[str, Freelancer], knowledge: Knowledge) -> str:
    memory = state["memory"]
    onwards = _onwards(memory, knowledge)
    shown = [people[i].name for i in memory.shown if i in people]
    match state["intent"]:
        case Intent.GREETING:
            return f"Hello again! {onwards}" if shown else f"Hello! {onwards}"
        case Intent.SMALLTALK if shown:
            return "Glad to help. Is there anything I should change or look up?"
        case Intent.SMALLTALK:
            return f"Gladly. {onwards}"
        case Intent.OUT_OF_SCOPE:
            return f"I can only help to find and hire freelancers, so I have to pass on that. {onwards}"
        case Intent.DELETE_MY_DATA:
            return (
                "Your data here is this conversation: its messages, your brief, shortlist and hand-offs. "
                "Delete the conversation (conversationDelete) and all of it is gone for good. I do not do "
                "that on a message alone, so that nothing is deleted by accident."
            )
        case Intent.HAND_OFF if shown:
            several = _named(state["reading"], people)
            if len(several) > 1:
                return f"I hand over to one person at a time. Whom first: {listed(several, 'or')}?"
            return f"Whom shall I prepare the hand-off for: {listed(shown, 'or')}?"
        case Intent.DISMISS if shown:
            return f"Whom shall I leave out: {listed(shown, 'or')}?"
        case Intent.HAND_OFF | Intent.DISMISS:
            return nobody_listed(memory, knowledge)
        case Intent.CONFIRM if memory.question is not None:
            return which_in_words(memory.question)
        case Intent.CONFIRM if shown:
            return f"Good. Shall I hand your request over to one of them: {listed(shown, 'or')}?"
        case Intent.DECLINE if shown:
            return "All right. What should I change in the search?"
        case _:
            return onwards
