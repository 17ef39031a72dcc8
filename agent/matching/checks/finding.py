"""What a check works with, and what it finds."""

from dataclasses import dataclass
from datetime import date

from store.knowledge import Knowledge
from store.nouns.brief import Brief
from store.nouns.freelancer import Freelancer
from store.nouns.match import Verdict
from store.search.encoding import SkillNames


@dataclass(frozen=True, slots=True)
class Judged:
    """A freelancer, a brief and what is needed to compare the two."""

    person: Freelancer
    brief: Brief
    today: date
    knowledge: Knowledge
    skill_names: SkillNames


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict and the stored fact it rests on."""

    verdict: Verdict
    fact: str


def met_if(met: bool, fact: str) -> Finding:
    """MET or NOT_MET."""
    return Finding(Verdict.MET if met else Verdict.NOT_MET, fact)


def unknown(fact: str) -> Finding:
    """UNKNOWN: the profile does not say."""
    return Finding(Verdict.UNKNOWN, fact)
