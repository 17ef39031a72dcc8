"""The replies around a hand-off: preview, approved, cancelled."""

from agent.replies.words import hourly
from store.knowledge import Knowledge
from store.nouns.conversation import Memory
from store.nouns.freelancer import Freelancer
from store.nouns.handoff import Handoff


def preview_reply(handoff: Handoff, freelancer: Freelancer, knowledge: Knowledge) -> str:
    """What would be handed over and what stays, with the question that approves it."""
    shared = "\n".join(f"- {line}" for line in handoff.shared) or "- nothing yet"
    withheld = "\n".join(f"- {line}" for line in handoff.withheld)
    return (
        f"This is what {handoff.freelancer_name} ({hourly(freelancer.hourly_rate, knowledge)}) would get:\n"
        f"{shared}\n\nThis stays here:\n{withheld}\n\n"
        "Nothing has been sent. Shall I hand it over? Yes or no."
    )


def approved_reply(handoff: Handoff, memory: Memory) -> str:
    """The record of an approved hand-off."""
    reply = (
        f"Done: your request is handed over to {handoff.freelancer_name}. "
        f"The hand-off's number is {handoff.id}."
    )
    if memory.waiting_needs:
        reply += " Shall I look for the next role you named?"
    return reply


def cancelled_reply(handoff: Handoff) -> str:
    """A hand-off the client did not want."""
    return (
        f"All right, nothing goes to {handoff.freelancer_name}. "
        "The list is still here: whom would you like instead?"
    )


def gone_reply() -> str:
    """The freelancer, or the hand-off, is not there any more."""
    return (
        "I cannot find that any more, so nothing was handed over. "
        "Choose someone from the list and I will prepare it again."
    )
