"""When two spellings are one name: "React.js", "react js" and "ReactJS" are, "C" and "C++" are not."""

import re
import unicodedata

_KEPT_SIGNS = "+#"
_DROPPED = re.compile(rf"[^\w{re.escape(_KEPT_SIGNS)}]|_")
_SPACES = re.compile(r"\s+")


def spelling_key(text: str) -> str:
    """The key under which every spelling of a name is found.

    Case, accents, spaces and punctuation fall away; "&" reads as "and"; "+" and "#" stay, because they
    tell C from C++ and C#.
    """
    folded = text.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    if folded.isalnum():
        return folded
    return _DROPPED.sub("", folded.replace("&", "and"))


def words_of(text: str) -> list[str]:
    """The words of a name, split at spaces, hyphens and slashes, in lower case."""
    return _SPACES.sub(" ", re.sub(r"[-/_]", " ", text.casefold())).strip(" .,;:!?").split(" ")
