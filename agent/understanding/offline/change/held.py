"""What the brief holds already: the items a message may take out, firm up or replace."""

from collections.abc import Mapping, Sequence

from agent.understanding.offline.findings import Finding
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import Token, folded
from store.nouns.brief import (
    Brief,
    Countries,
    LanguageWish,
    SkillWish,
    Slot,
)


def item_of(finding: Finding) -> str | None:
    """The name of a list item a finding is about."""
    match finding.value:
        case SkillWish(name=name):
            return name
        case LanguageWish(code=code):
            return code
        case Countries(include=(code, *_)):
            return code
        case str() as name:
            return name
        case _:
            return None


def holds(brief: Brief, slot: Slot, name: str) -> bool:
    """Whether the brief has the item."""
    match slot:
        case Slot.SKILLS:
            return any(skill.name == name for skill in brief.skills)
        case Slot.LANGUAGES:
            return any(language.code == name for language in brief.languages)
        case Slot.COUNTRIES:
            return brief.countries is not None and name in brief.countries.include
        case Slot.REGIONS:
            return name in brief.regions
        case Slot.INDUSTRIES:
            return name in brief.industries
        case Slot.ROLE:
            return brief.role == name
        case _:
            return False


SHORTEST_PART = 5
"""Letters of a word that stands for a longer name the brief holds."""


def with_held(
    mentions: Mapping[str, Sequence[Mention]], tokens: Sequence[Token], brief: Brief
) -> Mapping[str, Sequence[Mention]]:
    """The mentions, and the skills the brief holds that no list has, or are called by their last word."""
    called: dict[tuple[str, ...], str] = {}
    for skill in brief.skills:
        words = tuple(folded(skill.name).split(" "))
        called[words] = skill.name
        if len(words) > 1 and len(words[-1]) >= SHORTEST_PART:
            called[words[-1:]] = skill.name
    if not called:
        return mentions
    known = mentions.get("skill", ())
    covered = {i for mention in known for i in range(mention.first, mention.last)}
    norms = tuple(token.norm for token in tokens)
    held = [
        Mention("skill", name, first, first + len(words))
        for words, name in called.items()
        for first in range(len(norms))
        if norms[first : first + len(words)] == words and first not in covered
    ]
    return {**mentions, "skill": sorted((*known, *held), key=lambda m: (m.first, -m.last))}
