"""Answers to questions about candidates, from their stored profiles."""

from collections.abc import Iterator, Mapping, Sequence

from agent.deps import Deps
from agent.replies.draft import Draft, Told
from agent.replies.facts import labelled_name, rank_by, told_about, topic_label
from agent.replies.service import nobody_listed
from agent.replies.words import listed, sentence
from agent.understanding.reading import Reading, ReferenceKind, Topic
from store.nouns.conversation import Memory
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match

_HELD_AGAINST_THE_NEED = frozenset({Topic.WHY, Topic.GAPS})
"""Topics by which nobody is the most: 'what does the cheapest lack?' asks only about that one."""


def about_candidates(
    reading: Reading | None,
    chosen: Sequence[str],
    people: Mapping[str, Freelancer],
    matches: Sequence[Match],
    memory: Memory,
    deps: Deps,
) -> Draft:
    """The answer about the people pointed at, or about everyone on the list."""
    shown = [people[i] for i in memory.shown if i in people]
    if not shown and not chosen:
        return Draft(before=nobody_listed(memory, deps.knowledge))
    if reading is None:
        return Draft(before="Whom do you mean?")
    unclear = None if chosen else whom_is_unclear(reading, shown)
    if unclear is not None:
        return Draft(before=unclear)
    by_id = {match.freelancer_id: match for match in matches}
    topic = reading.topic or Topic.OVERVIEW
    best = any(r.kind is ReferenceKind.SUPERLATIVE for r in reading.references) and len(chosen) == 1
    if best and topic not in _HELD_AGAINST_THE_NEED:
        return Draft(told=tuple(_superlative(people[chosen[0]], shown, topic, deps)))
    asked = [people[i] for i in chosen] or shown
    if reading.skill_asked is not None:
        return Draft(before=" ".join(_knows(person, reading.skill_asked) for person in asked))
    told = [told_about(person, topic, by_id.get(person.id), deps.knowledge, deps.today) for person in asked]
    if len(told) > 1 or not told[0].facts:
        return Draft(before="\n".join(each.text for each in told))
    return Draft(told=tuple(told))


def whom_is_unclear(reading: Reading | None, shown: Sequence[Freelancer]) -> str | None:
    """What to say of words that point at nobody of the list, or at several; None where there are none."""
    unresolved = [r.words for r in reading.references if r.freelancer_id is None] if reading else []
    if not unresolved or not shown:
        return None
    words = unresolved[0]
    return f'I cannot tell whom "{words}" means. On the list: {listed([each.name for each in shown], "or")}.'


def _superlative(first: Freelancer, shown: Sequence[Freelancer], topic: Topic, deps: Deps) -> Iterator[Told]:
    yield told_about(first, topic, None, deps.knowledge, deps.today)
    ordered = [p for p in rank_by(topic, shown, deps.knowledge) if p.id != first.id]
    after = tuple(labelled_name(p, topic_label(p, topic, deps.knowledge, deps.today)) for p in ordered[:2])
    if after:
        yield Told(f"Next on the list: {listed([each.text for each in after])}.", after)


def _knows(person: Freelancer, skill: str) -> str:
    held = next((s for s in person.skills if s.name.lower() == skill.lower()), None)
    if held is None:
        return f"{person.name}'s profile does not mention {skill}."
    if held.contracts:
        jobs = "contract" if held.contracts == 1 else "contracts"
        return f"Yes: {person.name} used {held.name} in {held.contracts} {jobs}."
    return sentence(f"{person.name} lists {held.name}, but no finished contract shows it")
