"""Prepares and closes hand-offs. Pure: what is stored is decided by the client's approval."""

import hashlib
from datetime import datetime

from agent.graph.state import ClientMessage
from agent.replies.brief import brief_facts, brief_in_words
from store.knowledge import Knowledge
from store.nouns.brief import Brief
from store.nouns.freelancer import Freelancer
from store.nouns.handoff import Handoff, HandoffStatus

WITHHELD = (
    "this conversation and everything you wrote in it",
    "the other freelancers you were shown, your shortlist and whom you dismissed",
    "your name and contact details, until you give them on the marketplace",
)


def prepare(
    freelancer: Freelancer, brief: Brief, message: ClientMessage, now: datetime, knowledge: Knowledge
) -> Handoff:
    """The hand-off of a brief to a freelancer, waiting for approval.

    Its id follows from the turn, so that a turn that is run again prepares the same one.
    """
    digest = hashlib.sha256(f"{message.turn_id}\x00{freelancer.id}".encode()).hexdigest()
    return Handoff(
        id=f"ho_{digest[:26]}",
        conversation_id=message.conversation_id,
        freelancer_id=freelancer.id,
        freelancer_name=freelancer.name,
        status=HandoffStatus.PREPARED,
        brief=brief.model_copy(update={"description": ""}),
        message=_letter(freelancer, brief, knowledge),
        shared=tuple(f"{name}: {value}" for name, value in brief_facts(brief, knowledge)),
        withheld=WITHHELD,
        created=now,
    )


def cancelled(handoff: Handoff, now: datetime) -> Handoff:
    """The hand-off, closed without effect."""
    return handoff.model_copy(update={"status": HandoffStatus.CANCELLED, "decided": now})


def _letter(freelancer: Freelancer, brief: Brief, knowledge: Knowledge) -> str:
    lines = [f"Hello {freelancer.name},", "", f"We are looking for {brief_in_words(brief, knowledge)}."]
    facts = brief_facts(brief, knowledge)
    if facts:
        lines += ["", *(f"- {name}: {value}" for name, value in facts)]
    lines += ["", "Are you interested and available? We would like to discuss the details with you."]
    return "\n".join(lines)
