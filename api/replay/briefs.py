"""The brief as a replay writes it: the design's field names, and nothing that is not set."""

from typing import Any

from store.nouns.brief import Brief

_OWN_WORDS = {"words", "description"}
"""Left out: the words are in the changes and in the text of the turns."""

_SELDOM = {"uncertain", "own", "guessed"}
"""Written only where they say something."""


def brief_as_record(brief: Brief) -> dict[str, Any]:
    """The set fields of the brief, as JSON values."""
    dumped = brief.model_dump(mode="json", exclude_none=True)
    return {name: value for name, value in _lean(dumped).items() if value not in ([], {})}


def _lean(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _lean(inner)
            for name, inner in value.items()
            if name not in _OWN_WORDS and not (name in _SELDOM and not inner)
        }
    return [_lean(inner) for inner in value] if isinstance(value, list) else value
