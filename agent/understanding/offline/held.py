"""What the brief holds already: the items a message may take out, firm up or replace."""

from agent.understanding.offline.findings import Finding
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
