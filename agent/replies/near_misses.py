"""Those who come closest, each with what they lack, where few meet every must-have."""

from collections.abc import Sequence
from enum import Enum

from agent.replies.draft import Fact, Told
from agent.replies.facts import fact_about, priced_name
from agent.replies.lacks import lacks
from store.knowledge import Knowledge
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match


class Before(Enum):
    """Of whom the client has heard before these."""

    NOBODY = "These come closest:"
    MATCHES = "Besides, these come close:"
    NEARER = "These come next:"


def who_comes_closest(
    near: Sequence[tuple[Freelancer, Match]], knowledge: Knowledge, *, after: Before
) -> Told:
    """A line for each of them, in order."""
    lines = [after.value]
    facts: list[Fact] = []
    for person, match in near:
        name = priced_name(person, knowledge)
        missing = [fact_about(each, person, knowledge) for each in lacks(match)]
        lines.append(f"- {name.text}: {'; '.join(fact.text for fact in missing)}")
        facts += [name, *missing]
    return Told("\n".join(lines), tuple(facts), paragraph=True)
