"""The search text of a brief: what is embedded, and which words are looked for."""

from collections.abc import Iterable, Mapping

from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance, Seniority
from store.search.tokens import words

_LEVELS: Mapping[Seniority, str] = {
    Seniority.ENTRY: "entry-level",
    Seniority.INTERMEDIATE: "mid-level",
    Seniority.EXPERT: "senior",
}
LONGEST_DESCRIPTION = 1_000
"""Characters of the client's own words that are embedded: what matters comes first."""
POST = 25
"""Words from which a description tells more of the work than any field can."""
LONG_POST = 60
"""Words from which hardly all that a description names is meant as a must-have."""
_MUST, _NICE, _ROLE, _INDUSTRY = 1.0, 0.6, 0.8, 0.4


def search_text(brief: Brief, knowledge: Knowledge) -> str:
    """The need in a sentence, built from the brief alone, so that the same brief searches the same."""
    level = _LEVELS[brief.seniority] if brief.seniority is not None else ""
    subject = " ".join(part for part in (level, role_name(brief.role, knowledge) or "freelancer") if part)
    skills = [*_names(brief, Importance.MUST), *_names(brief, Importance.NICE)]
    return "".join(
        (
            subject,
            f" with {', '.join(skills)}" if skills else "",
            f" for {' and '.join(industry_names(brief.industries, knowledge))}" if brief.industries else "",
        )
    )


def description(brief: Brief) -> str:
    """The part of the client's own words that is searched for."""
    return brief.description[:LONGEST_DESCRIPTION].strip()


def is_post(brief: Brief) -> bool:
    """Whether the client described the work at length."""
    return len(brief.description.split()) >= POST


def is_long_post(brief: Brief) -> bool:
    """Whether the client told so much that must-haves may give way."""
    return len(brief.description.split()) >= LONG_POST


def description_words(brief: Brief) -> dict[str, float]:
    """The words of the client's description, all alike."""
    return dict.fromkeys(words(description(brief)), 1.0)


def search_words(brief: Brief, knowledge: Knowledge) -> dict[str, float]:
    """Each word to look for, with its weight."""
    found: dict[str, float] = {}
    for texts, weight in (
        (_names(brief, Importance.MUST), _MUST),
        (_names(brief, Importance.NICE), _NICE),
        ([role_name(brief.role, knowledge) or ""], _ROLE),
        (industry_names(brief.industries, knowledge), _INDUSTRY),
    ):
        for word in _words(texts):
            found[word] = max(found.get(word, 0.0), weight)
    return found


def role_name(role: str | None, knowledge: Knowledge) -> str | None:
    """The role family's name; the id in words if the family is not known."""
    if role is None:
        return None
    family = knowledge.roles.get(role)
    return role.replace("-", " ") if family is None else family.name


def industry_names(industries: Iterable[str], knowledge: Knowledge) -> list[str]:
    """What industries are called; the id in words of one that is not known."""
    known = ((knowledge.industries.get(each), each) for each in industries)
    return [each.replace("-", " ") if entry is None else entry.name for entry, each in known]


def _names(brief: Brief, importance: Importance) -> list[str]:
    return [wish.name for wish in brief.skills_that(importance)]


def _words(texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for word in words(text))
