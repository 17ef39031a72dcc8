"""When two spellings are one name: "React.js", "react js" and "ReactJS" are, "C" and "C++" are not."""

import re
import string
import unicodedata

_KEPT_SIGNS = "+#"
_DROPPED = str.maketrans("", "", "".join({*string.punctuation, *string.whitespace} - {*_KEPT_SIGNS}))
_WORD_BREAKS = re.compile(r"[-/_\s]+")


def spelling_key(text: str) -> str:
    """The key under which every spelling of a name is found.

    Case, accents, spaces and punctuation fall away; "&" reads as "and"; "+" and "#" stay, because they
    tell C from C++ and C#.
    """
    folded = text.casefold()
    if folded.isascii():
        return folded if folded.isalnum() else folded.replace("&", "and").translate(_DROPPED)
    decomposed = unicodedata.normalize("NFKD", folded.replace("&", "and"))
    return "".join(c for c in decomposed if c.isalnum() or c in _KEPT_SIGNS)


def words_of(text: str) -> list[str]:
    """The words of a name, split at spaces, hyphens and slashes, in lower case."""
    return _WORD_BREAKS.sub(" ", text.casefold()).strip(" .,;:!?").split(" ")
