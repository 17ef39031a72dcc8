"""Tells the language a message is written in, by its script or its small words."""

from collections import Counter
from collections.abc import Sequence

from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.tokens import Token, TokenKind

_SCRIPTS = (
    ("а", "я", "ru"),
    ("؀", "ۿ", "ar"),
    ("぀", "ヿ", "ja"),
    ("一", "鿿", "zh"),
    ("가", "힣", "ko"),
    ("ऀ", "ॿ", "hi"),
    ("֐", "׿", "he"),
    ("Ͱ", "Ͽ", "el"),
    ("฀", "๿", "th"),
)
_SHARE_OF_SCRIPT = 0.3
_SHARE_OF_WORDS = 0.25
_UKRAINIAN = frozenset("іїєґ")
ENGLISH = "en"


def language_of(tokens: Sequence[Token], text: str, lexicon: Lexicon) -> str:
    """ISO 639-1 of the message; English where nothing speaks against it."""
    script = _by_script(text)
    if script is not None:
        return script
    words = [token.norm for token in tokens if token.kind is TokenKind.WORD][:200]
    english = lexicon.words("common", "function_words")
    hits = Counter[str]()
    for code, table in lexicon.kinds["tongues"].items():
        known = set(table.phrases)
        hits[code] = sum(word in known for word in words)
    ours = sum(word in english for word in words)
    code, most = max(hits.items(), key=lambda item: item[1])
    if most >= 2 and most > ours and most >= _SHARE_OF_WORDS * len(words):
        return code
    return code if most and not ours and len(words) <= 3 and most >= len(words) - 1 else ENGLISH


def _by_script(text: str) -> str | None:
    letters = [c for c in text[:400].lower() if c.isalpha()]
    if not letters or text.isascii():
        return None
    for first, last, code in _SCRIPTS:
        inside = [c for c in letters if first <= c <= last]
        if len(inside) > _SHARE_OF_SCRIPT * len(letters):
            if code == "ru" and _UKRAINIAN & set(letters):
                return "uk"
            if code == "zh" and any("぀" <= c <= "ヿ" for c in letters):
                return "ja"
            return code
    return None
