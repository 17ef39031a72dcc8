"""The text by which a freelancer is found: what they can do, and nothing of who they are.

Neither the embedding model nor the word search ever sees a name, a picture, a gender or a way of
contact. Both read this one text: first what is known as data, then, after an empty line, the bio.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.index.contact_details import without_contact_details
from store.index.identity import without_identity
from store.index.stuffing import damped, stuffing, word_uses
from store.nouns.freelancer import Evidence
from store.nouns.profile_text import ProfileText

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


def document(profile: ProfileText) -> Document:
    """The text to index. The same words always give the same text."""
    bio, headline, *titles = _cleaned(
        profile,
        [
            profile.bio[: 2 * BIO_LENGTH],
            profile.headline[: 2 * TITLE_LENGTH],
            *(work.title[:TITLE_LENGTH] for work in profile.contracts[:MOST_TITLES]),
            *(title[:TITLE_LENGTH] for title in profile.portfolio),
        ],
    )
    done = titles[: len(profile.contracts[:MOST_TITLES])]
    head = _head(profile, headline, done, titles[len(done) :])
    uses = word_uses(bio)
    text = HEAD_END.join(part for part in (head, damped(bio, uses)[:BIO_LENGTH]) if part)
    return Document(text, stuffing(uses, len(_listed(profile)), len(profile.contracts)))


def _listed(profile: ProfileText) -> list[str]:
    """The skills of the profile's own list; those that only the text mentions are in the text anyway."""
    return _once(name for name, evidence in profile.skills if evidence != Evidence.MENTIONED)


def _head(profile: ProfileText, headline: str, done: Iterable[str], shown: Iterable[str]) -> str:
    skills = _listed(profile)[:MOST_SKILLS]
    used = _once(skill for work in profile.contracts for skill in work.skills)
    lines = (
        headline,
        (profile.role or "").replace("-", " "),
        ", ".join(skills),
        "; ".join(_once(done)),
        ", ".join([skill for skill in used if skill not in skills][:MOST_SKILLS]),
        "; ".join(_once(shown)[:MOST_TITLES]),
        ", ".join(industry.replace("-", " ") for industry in profile.industries),
    )
    return "\n".join(line for line in lines if line)


def _cleaned(profile: ProfileText, texts: Sequence[str]) -> list[str]:
    """Each text without contact details and identity, cleaned together because that is much faster."""
    together = _clean(profile, _MARK.join(texts)).split(_MARK)
    # A mark that was taken for a part of an address is gone, and the texts cannot be told apart.
    parts = together if len(together) == len(texts) else [_clean(profile, text) for text in texts]
    return [" ".join(part.split()) for part in parts]


def _clean(profile: ProfileText, text: str) -> str:
    return without_identity(profile, without_contact_details(text))


_MARK = " \0 "
"""Between texts: no profile holds it, and no pattern but those of addresses matches it."""


def _once(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(item for item in items if item))
