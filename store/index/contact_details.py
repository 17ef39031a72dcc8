"""Takes out of a text whatever would let somebody be reached or identified."""

import re
from functools import cache

_NETWORKS = "skype|whats\\s?app|telegram|wechat|viber|signal|discord|linkedin|instagram|facebook|twitter"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"\b(?:https?://|www\.)\S+", re.I),
        re.compile(r"\S+@\S+\.\w{2,}"),
        re.compile(r"\S+\s*[\[(]at[\])]\s*\S+\s*[\[(]dot[\])]\s*\w+", re.I),
        re.compile(rf"\b(?:{_NETWORKS})(?:\s+(?:id|no|number|me))?\s*[:@=]\s*\S+", re.I),
        re.compile(r"(?<![\w.])@\w{3,}"),
        re.compile(
            r"\b(?!(?i:asp|vb|ado|monday|booking|make)\.)[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|biz|uk)(?:/\S*)?\b"
        ),
        re.compile(r"(?<!\d)(?:\+|00)\d[\d\s().-]{6,}\d"),
        re.compile(r"(?<!\d)\(?\d{2,5}\)?[\s.-]?\d{3,5}[\s.-]?\d{3,6}(?!\d)"),
    )


def without_contact_details(text: str) -> str:
    """The text without e-mail addresses, links, account names and telephone numbers."""
    for pattern in _patterns():
        text = pattern.sub(" ", text)
    return text
