"""Tells an agency from a person by the profile's own clear words, where no column states it.

Conservative on purpose: an agency that speaks of "I" counts as a person, and a person who has worked in an
agency, leads a team or thanks "our clients" is not an agency. Only these count, and only outside a
sentence that says "I":

- "we are a digital marketing agency", "we are a small team of designers"
- "Acme is an industrial design studio based in Turin", "a dynamic technology company headquartered in …"
- a sentence that opens with "Our company", "Our agency", "Our firm" or "Our studio"
- a sentence that opens with "A team of" or "Founded in 2011"
- a legal form ("Pvt. Ltd.", "LLC", "GmbH") in the name, the headline or the bio's first sentence
- "At Acme, we …" in one sentence and "our team" in another
"""

import re

from store.nouns.brief import Provider

_BODY = r"(?:agency|company|firm|studio|collective|consultancy|enterprise|software\s+house)"
_GROUP = rf"(?:{_BODY}|team|group)"
_WE_ARE = rf"\bwe(?:\s+are|['’]re)\s+an?\s+(?!not\b)(?:[\w&,/-]+\s+){{0,6}}?{_GROUP}\b"
_IT_IS = (
    rf"(?:\bis\s+(?:an?\s+|the\s+)(?:[\w&,/-]+\s+){{0,6}}?{_BODY}|\ban\s+agency|\ba\s+company)\s+"
    r"(?:based|located|headquartered|founded|established|placed|born|specializ|specialis|that\s+\w+s\b|"
    r"offering|providing|with\s+(?:a\s+)?(?:clear|good|years|\d|over|expertise|offices)|of\s+(?:\w+\s+)?experts)"
)
_OURS = r"^\W*our\s+(?:company|agency|firm|studio)\b"
_OPENING = r"^\W*(?:a\s+(?:\w+\s+)?team\s+(?:of|on)\b|(?:founded|established)\s+in\s+\d{4}\b)"
_LEGAL_FORM = (
    r"(?:\b(?:pvt\.?\s*ltd|private\s+limited|p\.?\s?ltd|llc|l\.l\.c|llp|gmbh|s\.?r\.?l|inc)\b|®\s*llc\b)\.?"
)
_AT_NAME = r"^\W*at\s+(?:\S+\s+){0,4}\S+,\s+we\b"
_OUR_TEAM = r"\bour\s+(?:\w+\s+){0,2}team\b"
_FIRST_PERSON = r"\b(?:i|i['’]m|i['’]ve|my|me|myself)\b"
_SENTENCE_END = r"(?<=[.!?])\s+(?=\S)|\n+"
_READ = 1_200
"""Characters of the bio that are read: who someone is stands at the beginning."""


def provider_by_description(name: str, headline: str, bio: str) -> Provider:
    """AGENCY if the texts clearly say so, INDIVIDUAL otherwise."""
    sentences = [
        s for s in re.split(_SENTENCE_END, re.sub(r"(?i)(pvt|ltd)\.", r"\1", bio[:_READ])) if s.strip()
    ]
    openings = [name, headline, *sentences[:1]]
    if any(_says(_LEGAL_FORM, text) for text in openings):
        return Provider.AGENCY
    texts = [headline, *sentences]
    described = any(_says(p, text) for text in texts for p in (_WE_ARE, _IT_IS, _OURS, _OPENING)) or all(
        any(_says(pattern, text) for text in texts) for pattern in (_AT_NAME, _OUR_TEAM)
    )
    return Provider.AGENCY if described else Provider.INDIVIDUAL


def _says(pattern: str, sentence: str) -> bool:
    found = re.search(pattern, sentence, flags=re.IGNORECASE)
    return bool(found) and not re.search(_FIRST_PERSON, sentence, flags=re.IGNORECASE)
