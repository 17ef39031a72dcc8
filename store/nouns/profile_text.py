"""The words of a profile: all that the text for the search index is put together from."""

from dataclasses import dataclass

from store.nouns.freelancer import Freelancer


@dataclass(frozen=True, slots=True)
class Work:
    """A contract's title and the skills it used."""

    title: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProfileText:
    """A freelancer's words. Enumerations are their plain values; see Freelancer.

    It is apart from Freelancer because a whole marketplace is read this way when its index is built, and
    a Freelancer takes ten times as long to put together.
    """

    id: str
    name: str
    provider: str
    headline: str
    bio: str
    role: str | None
    skills: tuple[tuple[str, str], ...]
    """(name, evidence)"""
    industries: tuple[str, ...]
    contracts: tuple[Work, ...]
    portfolio: tuple[str, ...]
    """Titles."""


def profile_text(freelancer: Freelancer) -> ProfileText:
    """A freelancer's words."""
    return ProfileText(
        id=freelancer.id,
        name=freelancer.name,
        provider=freelancer.provider,
        headline=freelancer.headline,
        bio=freelancer.bio,
        role=freelancer.role,
        skills=tuple((skill.name, skill.evidence) for skill in freelancer.skills),
        industries=freelancer.industries,
        contracts=tuple(Work(contract.title, contract.skills) for contract in freelancer.contracts),
        portfolio=tuple(item.title for item in freelancer.portfolio),
    )
