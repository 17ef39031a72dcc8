"""Cleans text of imported profiles: what other systems let through must not reach a terminal or a page.

Cleaning never changes what a text says. It removes control, bidirectional-override and zero-width
characters and HTML tags, decodes HTML entities, turns mathematical letters (𝐁𝐨𝐥𝐝) into plain ones and
limits runs of spaces and blank lines.
"""

import html
import re
import unicodedata
from dataclasses import dataclass

_TAGS = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|center|cite|code|dd|del|details|div|dl|dt|em|"
    "fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|"
    "li|link|main|mark|meta|nav|noscript|object|ol|option|p|param|pre|q|s|samp|section|select|small|source|"
    "span|strike|strong|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|tt|u|ul|var|video|wbr"
)
_TAG = rf"</?(?:{_TAGS})(?:\s[^<>]{{0,2000}})?\s*/?>"
_BREAKING_TAG = r"<(?:br|/p|/div|/li|/h[1-6]|/tr|hr)\b[^<>]{0,2000}>"
_UNSEEN_ELEMENT = r"(?is)<(script|style|template)\b[^<>]{0,2000}>.{0,100000}?</\1\s*>"
_COMMENT = r"(?s)<!--.{0,100000}?-->"
_MATHEMATICAL_LETTERS = "[\U0001d400-\U0001d7ff]+"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_ZERO_WIDTH = "\u00ad\u180e\u200b\u2060\ufeff\ufff9-\ufffb\u2028\u2029"
_DIRECTION_OVERRIDES = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SURROGATES_AND_PRIVATE_USE = "\ud800-\udfff\ue000-\uf8ff"
_UNWANTED = f"[{_CONTROLS}{_ZERO_WIDTH}{_DIRECTION_OVERRIDES}{_SURROGATES_AND_PRIVATE_USE}]+"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text, and what was done to it besides trimming spaces."""

    text: str
    markup_removed: bool = False
    cut: bool = False


def clean_line(text: str, limit: int) -> Cleaned:
    """One line of text of at most `limit` characters: names, headlines, skills."""
    plain, removed = _plain(text)
    return _limited(" ".join(plain.split()), limit, removed)


def clean_paragraphs(text: str, limit: int) -> Cleaned:
    """Several lines of at most `limit` characters together: bios, reviews. Keeps single blank lines."""
    plain, removed = _plain(text)
    lines = (" ".join(line.split()) for line in plain.splitlines())
    return _limited(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), limit, removed)


def _plain(text: str) -> tuple[str, bool]:
    without = text
    if "<" in text:
        without = re.sub(_COMMENT, " ", re.sub(_UNSEEN_ELEMENT, " ", text))
        without = re.sub(_BREAKING_TAG, "\n", without, flags=re.IGNORECASE)
        without = re.sub(_TAG, "", without, flags=re.IGNORECASE)
    decoded = html.unescape(without) if "&" in without else without
    lettered = re.sub(_MATHEMATICAL_LETTERS, lambda run: unicodedata.normalize("NFKC", run[0]), decoded)
    joined = unicodedata.normalize("NFC", lettered).replace("\r\n", "\n").replace("\r", "\n")
    kept = re.sub(_UNWANTED, "", joined)
    return kept, decoded != text or len(kept) != len(joined)


def _limited(text: str, limit: int, removed: bool) -> Cleaned:
    if len(text) <= limit:
        return Cleaned(text, removed)
    head = text[: limit - 1]
    space = text.rfind(" ", limit - 1 - limit // 10, limit)
    return Cleaned((head[:space] if space > 0 else head).rstrip() + "…", removed, cut=True)
