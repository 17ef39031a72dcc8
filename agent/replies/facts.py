"""One stored fact about one freelancer, by topic: in a sentence, as a label, and to sort by."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from agent.replies.draft import Fact, Told
from agent.replies.lacks import lacks, lacks_of_wishes
from agent.replies.record import jobs_in_words, rating_in_words
from agent.replies.words import count, day, hourly, listed, lowered, offset, sentence
from agent.understanding.reading import Topic
from store.knowledge import Knowledge
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match


def told_about(
    person: Freelancer, topic: Topic, match: Match | None, knowledge: Knowledge, today: date
) -> Told:
    """A sentence or two about the person, by topic. Quotations and titles of work are no facts of ours."""
    if topic is Topic.REVIEWS:
        return Told(_reviews(person), ())
    if topic is Topic.PORTFOLIO:
        return Told(_portfolio(person), ())
    if topic is Topic.GAPS and match is not None:
        parts = [*lacks(match), *lacks_of_wishes(match)] or ["lacks nothing that you asked for"]
        facts = tuple(fact_about(part, person, knowledge) for part in parts)
        said = "; ".join(parts)
    elif topic is Topic.WHY and match is not None and match.reason:
        facts, said = reason_facts(person, match.reason, knowledge), match.reason
    elif topic in (Topic.WHY, Topic.GAPS, Topic.OVERVIEW):
        parts = _overview(person, knowledge, today)
        facts = tuple(fact_about(part, person, knowledge) for part in parts)
        said = "; ".join(parts)
    else:
        said = topic_label(person, topic, knowledge, today)
        facts = (fact_about(said, person, knowledge),)
    return Told(sentence(f"{person.name}: {said}"), (_name(person), *facts))


def priced_name(person: Freelancer, knowledge: Knowledge) -> Fact:
    """The person with their rate: 'Maria Silva ($45/h)'."""
    return labelled_name(person, hourly(person.hourly_rate, knowledge))


def labelled_name(person: Freelancer, label: str) -> Fact:
    """The person with a detail in parentheses."""
    return Fact(f"{person.name} ({label})", about=person.id, introduces=True, ours=False)


def reason_facts(person: Freelancer, reason: str, knowledge: Knowledge) -> tuple[Fact, ...]:
    """The sentences of a match's reason, as facts."""
    said = [part.rstrip(".") for part in reason.split(". ")]
    return tuple(fact_about(lowered(part), person, knowledge) for part in said if part)


def _name(person: Freelancer) -> Fact:
    return Fact(person.name, about=person.id, introduces=True, ours=False)


def fact_about(text: str, person: Freelancer, knowledge: Knowledge) -> Fact:
    """A fact about the person, which is ours unless it repeats something only their profile says."""
    own = [person.name, person.headline, person.city or ""]
    own += [skill.name for skill in person.skills if knowledge.find_skill(skill.name) is None]
    repeats = any(each.strip() and each.strip().casefold() in text.casefold() for each in own)
    return Fact(text, about=person.id, ours=not repeats)


def topic_label(person: Freelancer, topic: Topic, knowledge: Knowledge, today: date) -> str:
    """The fact in a few words."""
    match topic:
        case Topic.RATE:
            return hourly(person.hourly_rate, knowledge)
        case Topic.AVAILABILITY:
            return _availability(person, today)
        case Topic.LOCATION:
            return _location(person, knowledge)
        case Topic.TIME_ZONE:
            return _time_zone(person, today)
        case Topic.LANGUAGES:
            return _languages(person, knowledge)
        case Topic.SKILLS:
            names = [s.name for s in sorted(person.skills, key=lambda s: (-s.contracts, s.name))[:8]]
            return listed(names) or "no skills stated"
        case Topic.EXPERIENCE:
            jobs, hours = jobs_in_words(person.track), round(person.track.hours_worked)
            return f"{jobs}, {count(hours, 'hour')}" if hours else jobs
        case Topic.RATING | Topic.REVIEWS:
            return rating_in_words(person.track)
        case Topic.PORTFOLIO:
            return count(len(person.portfolio), "portfolio item")
        case Topic.WHY | Topic.GAPS | Topic.OVERVIEW:
            return "; ".join(_overview(person, knowledge, today))


def rank_by(topic: Topic, people: Sequence[Freelancer], knowledge: Knowledge) -> list[Freelancer]:
    """The people from best to worst by topic; who has no such fact comes last."""

    def key(person: Freelancer) -> tuple[float, str]:
        track, unknown = person.track, float("inf")
        match topic:
            case Topic.RATE:
                rate = person.hourly_rate
                value = knowledge.convert(rate.amount, rate.currency, "USD") if rate else unknown
            case Topic.RATING | Topic.REVIEWS:
                value = -track.rating if track.rating is not None else unknown
            case Topic.AVAILABILITY:
                start = person.availability.available_from
                value = start.toordinal() if start is not None else unknown
            case _:
                value = -track.jobs_completed
        return (value, person.id)

    return sorted(people, key=key)


def _overview(person: Freelancer, knowledge: Knowledge, today: date) -> list[str]:
    parts = [
        person.headline.strip().rstrip("."),
        hourly(person.hourly_rate, knowledge),
        rating_in_words(person.track),
        topic_label(person, Topic.EXPERIENCE, knowledge, today),
        _location(person, knowledge),
    ]
    return [part for part in parts if part]


def _availability(person: Freelancer, today: date) -> str:
    hours, start = person.availability.hours_per_week, person.availability.available_from
    if hours is None and start is None:
        return "availability not stated"
    when = "now" if start is None or start <= today else f"from {day(start)}"
    return f"available {when}" + (f", {count(hours, 'hour')} a week" if hours is not None else "")


def _location(person: Freelancer, knowledge: Knowledge) -> str:
    country = knowledge.countries.get(person.country) if person.country is not None else None
    return ", ".join(filter(None, (person.city, country.name if country else person.country))) or (
        "location not stated"
    )


def _time_zone(person: Freelancer, today: date) -> str:
    if person.time_zone is None:
        return "time zone not stated"
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=ZoneInfo(person.time_zone))
    difference = noon.utcoffset()
    hours = difference.total_seconds() / 3600 if difference is not None else 0
    return f"{person.time_zone.replace('_', ' ')} ({offset(hours)})"


def _languages(person: Freelancer, knowledge: Knowledge) -> str:
    spoken = [
        f"{knowledge.languages[spoken.code].name if spoken.code in knowledge.languages else spoken.code}"
        f" ({spoken.level.value.lower()})"
        for spoken in person.languages
    ]
    return listed(spoken) or "languages not stated"


def _reviews(person: Freelancer) -> str:
    reviewed = [c for c in person.contracts if c.review and c.rating is not None]
    if not reviewed:
        return sentence(f"{person.name}: {rating_in_words(person.track)}, no written reviews here")
    latest = sorted(reviewed, key=lambda c: (c.ended or c.started, c.id), reverse=True)[:3]
    quotes = "\n".join(f'- {c.rating:.1f} for "{c.title}": "{c.review}"' for c in latest)
    return f"{person.name}: {rating_in_words(person.track)}. The latest reviews:\n{quotes}"


def _portfolio(person: Freelancer) -> str:
    if not person.portfolio:
        return f"{person.name} shows no portfolio here."
    items = "\n".join(
        f"- {item.title}" + (f" ({item.url})" if item.url else "") for item in person.portfolio[:5]
    )
    return f"{person.name}'s portfolio:\n{items}"
