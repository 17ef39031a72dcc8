"""What Rolecall knows about the freelance market before anyone has said a word.

Skills, role families, industries, places, languages and money, kept in the data files beside this
package. README.md teaches how to add to them.
"""

from store.knowledge.entries import (
    City,
    Country,
    Currency,
    Industry,
    LanguageEntry,
    Region,
    RoleFamily,
    SkillEntry,
    TimeZoneName,
)
from store.knowledge.faults import KnowledgeFault, UnknownCurrency
from store.knowledge.knowledge import Knowledge
from store.knowledge.loading import load_knowledge
from store.knowledge.validation import problems

__all__ = [
    "City",
    "Country",
    "Currency",
    "Industry",
    "Knowledge",
    "KnowledgeFault",
    "LanguageEntry",
    "Region",
    "RoleFamily",
    "SkillEntry",
    "TimeZoneName",
    "UnknownCurrency",
    "load_knowledge",
    "problems",
]
