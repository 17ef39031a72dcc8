"""The text by which a freelancer is found: what they can do, and nothing of who they are.

Neither the embedding model nor the word search ever sees a name, a picture, a gender or a way of
contact. Both read this one text: first what is known as data, then, after an empty line, the bio.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from store.index.contact_details import without_contact_details
from store.index.identity import without_identity
from store.index.stuffing import damped, stuffing
from store.nouns.freelancer import Evidence, Freelancer

MOST_SKILLS = 30
MOST_TITLES = 12
TITLE_LENGTH = 120
BIO_LENGTH = 2_400
HEAD_END = "\n\n"


@dataclass(frozen=True, slots=True)
class Document:
    """A freelancer's text, and how much of a pile of keywords it was before damping (0 to 1)."""

    text: str
    stuffing: float


def document(freelancer: Freelancer) -> Document:
    """The text to index. The same freelancer always gives the same text."""
    bio = _clean(freelancer, freelancer.bio[: 2 * BIO_LENGTH])
    text = HEAD_END.join(part for part in (_head(freelancer), damped(bio)[:BIO_LENGTH]) if part)
    return Document(text, stuffing(bio, len(_listed(freelancer)), len(freelancer.contracts)))


def _listed(freelancer: Freelancer) -> list[str]:
    """The skills of the profile's own list; those that only the text mentions are in the text anyway."""
    return _once(skill.name for skill in freelancer.skills if skill.evidence is not Evidence.MENTIONED)


def _head(freelancer: Freelancer) -> str:
    contracts = freelancer.contracts[:MOST_TITLES]
    skills = _listed(freelancer)[:MOST_SKILLS]
    used = _once(skill for contract in freelancer.contracts for skill in contract.skills)
    lines = (
        _clean(freelancer, freelancer.headline[: 2 * TITLE_LENGTH]),
        (freelancer.role or "").replace("-", " "),
        ", ".join(skills),
        "; ".join(_once(_clean(freelancer, contract.title[:TITLE_LENGTH]) for contract in contracts)),
        ", ".join([skill for skill in used if skill not in skills][:MOST_SKILLS]),
        "; ".join(
            _once(_clean(freelancer, item.title[:TITLE_LENGTH]) for item in freelancer.portfolio)[
                :MOST_TITLES
            ]
        ),
        ", ".join(industry.replace("-", " ") for industry in freelancer.industries),
    )
    return "\n".join(line for line in lines if line)


def _clean(freelancer: Freelancer, text: str) -> str:
    return re.sub(r"\s+", " ", without_identity(freelancer, without_contact_details(text))).strip()


def _once(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(item for item in items if item))
