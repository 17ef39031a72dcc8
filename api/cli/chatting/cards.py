"""A candidate in words, from the stored profile."""

from datetime import date

from agent.replies.facts import topic_label
from agent.replies.lacks import lacks
from agent.replies.record import rating_in_words
from agent.understanding.reading import Topic
from api.cli.chatting.scenes import Card
from store.knowledge import Knowledge
from store.nouns.brief import Slot
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match

_TOP_SKILLS = 6

_CAUTIONS = {
    "NEWCOMER": "New here: no record yet.",
    "STALE": "Not active for a long time.",
    "INCOMPLETE": "The profile is half empty.",
    "AGENCY": "An agency, not one person.",
    "KEYWORD_STUFFED": "Lists far more skills than the work shows.",
}


def card_of(person: Freelancer, match: Match, knowledge: Knowledge, today: date) -> Card:
    """The card of a person at their place in a ranking; the skills asked for come first."""

    def fact(topic: Topic) -> str:
        return topic_label(person, topic, knowledge, today)

    wanted = {check.requirement for check in match.checks if check.slot is Slot.SKILLS}
    skills = sorted(person.skills, key=lambda skill: (skill.name not in wanted, -skill.contracts))
    return Card(
        name=person.name,
        headline=person.headline,
        place=" · ".join((fact(Topic.LOCATION), fact(Topic.TIME_ZONE))),
        rate=fact(Topic.RATE),
        rating=rating_in_words(person.track),
        jobs=fact(Topic.EXPERIENCE),
        skills=tuple(skill.name for skill in skills[:_TOP_SKILLS]),
        reason=match.reason,
        cautions=tuple(_CAUTIONS.get(label, label) for label in match.labels),
        lacks=tuple(lacks(match)),
    )
