"""Takes out of a text whatever would let somebody be reached or identified."""

import re
from functools import cache

_NETWORKS = (
    "skype", "whatsapp", "whats app", "telegram", "wechat", "viber", "signal", "discord", "linkedin",
    "instagram", "facebook", "twitter",
)  # fmt: skip
_ENDINGS = ("com", "net", "org", "info", "biz", "uk")


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Patterns, each with what a text must hold, in small letters, for the pattern to be worth a try."""
    networks, endings = "|".join(_NETWORKS), "|".join(_ENDINGS)
    return (
        (("://", "www."), re.compile(r"\b(?:https?://|www\.)\S+", re.I)),
        (("@",), re.compile(r"\S+@\S+\.\w{2,}")),
        (("at)", "at]"), re.compile(r"\S+\s*[\[(]at[\])]\s*\S+\s*[\[(]dot[\])]\s*\w+", re.I)),
        (_NETWORKS, re.compile(rf"\b(?:{networks})(?:\s+(?:id|no|number|me))?\s*[:@=]\s*\S+", re.I)),
        (("@",), re.compile(r"(?<![\w.])@\w{3,}")),
        (
            tuple(f".{ending}" for ending in _ENDINGS),
            re.compile(
                r"\b(?!(?i:asp|vb|ado|monday|booking|make)\.)[\w-]+(?:\.[\w-]+)*"
                rf"\.(?:{endings})(?:/\S*)?\b"
            ),
        ),
        (("+", "00"), re.compile(r"(?<!\d)(?:\+|00)\d[\d\s().-]{6,}\d")),
        (tuple("0123456789"), re.compile(r"(?<!\d)\(?\d{2,5}\)?[\s.-]?\d{3,5}[\s.-]?\d{3,6}(?!\d)")),
    )


def without_contact_details(text: str) -> str:
    """The text without e-mail addresses, links, account names and telephone numbers."""
    lowered = text.lower()
    for marks, pattern in _patterns():
        if any(mark in lowered for mark in marks):
            text = pattern.sub(" ", text)
    return text
