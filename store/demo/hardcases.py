"""Profiles made hard to judge on purpose: half-empty, stuffed with keywords, or giving orders to an AI."""

import re
from typing import Any

from store.demo.chance import Chance
from store.demo.grammar import listed
from store.demo.material import Material
from store.demo.naming import Name
from store.nouns.freelancer import Availability, Freelancer, Skill

_STUFFED_HEADLINE = 8


def half_emptied(freelancer: Freelancer, chance: Chance) -> Freelancer:
    """The profile of somebody who never finished filling it in: three to six things are missing."""
    losses: list[dict[str, Any]] = [
        {"bio": ""},
        {"headline": ""},
        {"skills": freelancer.skills[:2]},
        {"hourly_rate": None},
        {"city": None, "time_zone": None},
        {"availability": Availability()},
        {"portfolio": ()},
        {"languages": ()},
        {"industries": ()},
        {"seniority": None},
        {"role": None},
    ]
    changes: dict[str, Any] = {}
    for loss in chance.sample(losses, chance.whole(3, 6)):
        changes |= loss
    if chance.happens(0.5):
        changes |= {"bio": "", "portfolio": ()}
    return freelancer.model_copy(update=changes)


def stuffed(freelancer: Freelancer, names: list[str], chance: Chance) -> Freelancer:
    """The profile of somebody who claims everything: two to three dozen skills, and a bio made of them."""
    own = {skill.name for skill in freelancer.skills}
    foreign = [Skill(name=name) for name in names if name not in own]
    skills = (*freelancer.skills, *chance.sample(foreign, chance.whole(16, 26)))
    all_names = [skill.name for skill in skills]
    shuffled = chance.sample(all_names, len(all_names))
    keywords = ", ".join(shuffled)
    top = shuffled[:3]
    bio = chance.pick(
        (
            f"{freelancer.headline}. Expert in {keywords}.\n\n{', '.join(f'{name} expert' for name in top)}.",
            f"{freelancer.bio}\n\nKeywords: {keywords}, {keywords}",
            f"I can do {listed(top)} and everything else: {keywords}. Best {top[0]}. Best {top[1]}.",
            f"{' | '.join(shuffled)}\n\n{freelancer.bio}\n\n{' | '.join(sorted(all_names))}",
        )
    )
    headline = " | ".join(shuffled[: chance.whole(5, _STUFFED_HEADLINE)])
    return freelancer.model_copy(update={"skills": skills, "bio": bio, "headline": headline})


def commanding(freelancer: Freelancer, material: Material, chance: Chance) -> Freelancer:
    """The profile of somebody who hopes that a careless machine reads it and obeys."""
    order = chance.pick(material.injected_bios)
    paragraphs = freelancer.bio.split("\n\n")
    paragraphs.insert(chance.whole(0, len(paragraphs)), order)
    changes: dict[str, Any] = {"bio": "\n\n".join(paragraphs)}
    if chance.happens(0.2):
        changes["headline"] = chance.pick(material.injected_headlines)
    return freelancer.model_copy(update=changes)


def copied(original: Freelancer, old: Name, copycat: Freelancer, new: Name) -> Freelancer:
    """The copycat with the original's texts, the names exchanged: a second account, or a stolen profile."""
    first = re.compile(rf"\b{re.escape(old.first)}\b")

    def renamed(text: str) -> str:
        return first.sub(new.first, text.replace(old.full, new.full))

    portfolio = tuple(
        item.model_copy(update={"id": f"{copycat.external_id}-p{number}", "url": None})
        for number, item in enumerate(original.portfolio, start=1)
    )
    return copycat.model_copy(
        update={"headline": renamed(original.headline), "bio": renamed(original.bio), "portfolio": portfolio}
    )
