"""The whole search against word search and meaning alone, on real profiles and real posts.

A profile is right for a post as far as it carries the tags that the post's client chose. Each post is read
as a first message; its tags are only looked at to grade. Profiles are searched twice: with their bio alone,
and with their list of skills too.

Tags know nothing of countries, prices or languages: somebody in the wrong country would be graded as right.
So the "whole search" ranks by everything the post asks for and rules nobody out. "must-haves held" is the
list that the client is shown, from which those who break a requirement are missing.
"""

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from agent.briefs.describing import described_by
from agent.briefs.insisting import insisted_on
from agent.briefs.merge import merge
from agent.matching.query import is_post
from agent.understanding.reading import Context, Reading
from api.composition import open_services
from api.services import Services
from api.settings import Settings
from evals.relevance.grading import DEPTH, Lead, Mean, lead, mean, ndcg
from store.imports import Mapping, import_freelancers, load_mapping
from store.imports.mapping import FieldName
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance
from store.nouns.freelancer import Freelancer
from store.search.tokens import words

FEWEST = 5
"""A tag that fewer profiles carry tells nothing of a list of ten."""


@dataclass(frozen=True, slots=True)
class Post:
    """What a client wrote, and the tags they put on it, under their canonical names."""

    text: str
    tags: frozenset[str]


_LISTED = frozenset({FieldName.SKILLS, FieldName.HEADLINE})
"""What "bio alone" leaves out."""

Report = dict[str, Mean | Lead | int]


def read_posts(path: Path, knowledge: Knowledge) -> Iterator[Post]:
    """Posts of a JSON Lines file: `title`, `description`, and `skills` or else `sub_category` for tags."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            post: dict[str, Any] = json.loads(line)
            tags = post.get("skills") or [post.get("sub_category") or ""]
            text = f"{post.get('title') or ''}\n{post.get('description') or ''}".strip()
            yield Post(text, frozenset(_tag(tag, knowledge) for tag in tags if tag))


async def measure(profiles: Path, mapping: Path, posts: Path, folder: Path, today: date) -> dict[str, Report]:
    """nDCG@10 with bios alone and with skills, for each ranking, and our lead over the others."""
    fields = load_mapping(mapping)
    bios = fields.model_copy(
        update={"fields": {name: column for name, column in fields.fields.items() if name not in _LISTED}}
    )
    async with _marketplace(profiles, fields, folder / "whole", today) as services:
        people = [person async for batch in services.store.freelancers.batches(1000) for person in batch]
        tags = {person.id: _tags(person, services.knowledge) for person in people}
        wanted = [post for post in read_posts(posts, services.knowledge) if _can_be_graded(post, tags)]
        whole = await _report(services, wanted, tags, today)
    async with _marketplace(profiles, bios, folder / "bios", today) as services:
        return {"bio alone": await _report(services, wanted, tags, today), "bio and skills": whole}


@asynccontextmanager
async def _marketplace(
    profiles: Path, mapping: Mapping, folder: Path, today: date
) -> AsyncIterator[Services]:
    async with open_services(Settings(data_dir=folder)) as services:
        await import_freelancers(
            profiles,
            mapping,
            freelancers=services.store.freelancers,
            index=services.search,
            knowledge=services.knowledge,
            today=today,
            rejects=folder / "rejects.jsonl",
        )
        yield services


async def _report(
    services: Services, posts: Sequence[Post], tags: dict[str, frozenset[str]], today: date
) -> Report:
    scores: dict[str, list[float]] = {
        "whole search": [],
        "must-haves held": [],
        "words alone": [],
        "meaning alone": [],
    }
    for post in posts:
        gains = {each: float(len(post.tags & carried)) for each, carried in tags.items()}
        reading, brief = await _read(services, post, today)
        for name, order in (
            ("whole search", await _by_search(services, as_preferences(brief), today)),
            ("must-haves held", await _by_search(services, await _shown(services, reading, brief), today)),
            ("words alone", _by_words(services, post)),
            ("meaning alone", await _by_meaning(services, post)),
        ):
            scores[name].append(ndcg([gains[each] for each in order], list(gains.values())))
    return {
        "posts": len(posts),
        **{name: mean(values) for name, values in scores.items()},
        "lead over words": lead(scores["whole search"], scores["words alone"]),
        "lead over meaning": lead(scores["whole search"], scores["meaning alone"]),
    }


async def _read(services: Services, post: Post, today: date) -> tuple[Reading, Brief]:
    reading = await services.deps.interpreter.read(post.text, Context(today=today))
    brief = merge(Brief(), reading.changes, services.knowledge)
    return reading, brief.model_copy(update={"description": described_by(post.text, reading)})


async def _shown(services: Services, reading: Reading, brief: Brief) -> Brief:
    """The brief that the conversation would search with."""
    if not is_post(brief):
        return brief
    return await services.matcher.eased(brief, services.today, insisted_on(reading))


def as_preferences(brief: Brief) -> Brief:
    """The brief with everything asked for, and nothing required."""
    return brief.model_copy(
        update={
            "skills": tuple(
                wish.model_copy(update={"importance": Importance.NICE})
                if wish.importance is Importance.MUST
                else wish
                for wish in brief.skills
            ),
            "terms": {slot: term.model_copy(update={"hard": False}) for slot, term in brief.terms.items()},
        }
    )


async def _by_search(services: Services, brief: Brief, today: date) -> list[str]:
    ranking = await services.matcher.search(brief, today=today, limit=DEPTH)
    return [match.freelancer_id for match in ranking.matches]


def _by_words(services: Services, post: Post) -> list[str]:
    view = services.search.view()
    scores = view.word_scores(dict.fromkeys(words(post.text), 1.0))
    found = sorted(
        (-float(score), view.id_of(row)) for row, score in enumerate(scores) if view.alive[row] and score > 0
    )
    return [freelancer_id for _, freelancer_id in found[:DEPTH]]


async def _by_meaning(services: Services, post: Post) -> list[str]:
    view = services.search.view()
    rows = await services.search.nearest(view, await services.search.vector(post.text), view.alive, DEPTH)
    return [view.id_of(int(row)) for row in rows[:DEPTH]]


def _can_be_graded(post: Post, tags: dict[str, frozenset[str]]) -> bool:
    carriers = sum(bool(post.tags & carried) for carried in tags.values())
    return bool(post.text) and FEWEST <= carriers < len(tags)


def _tags(person: Freelancer, knowledge: Knowledge) -> frozenset[str]:
    return frozenset(
        _tag(skill.name, knowledge) for skill in person.skills if skill.evidence.value != "mentioned"
    )


def _tag(name: str, knowledge: Knowledge) -> str:
    entry = knowledge.find_skill(name)
    return name.casefold() if entry is None else entry.name
