"""Reads a file of conversations, all of it before any is played: a mistake costs no work."""

from collections.abc import Iterator
from typing import BinaryIO

from pydantic import ValidationError

from api.replay.record import ConversationScript

LONGEST_LINE = 1_000_000
"""Bytes of one line: the most turns at their longest, and room to spare."""

MOST_CONVERSATIONS = 100_000


class ScriptError(Exception):
    """A line that is no conversation; the message names it and says how to mend it."""


def read_scripts(file: BinaryIO, name: str) -> list[ConversationScript]:
    """The conversations of a JSON Lines file; empty lines are skipped. Raises ScriptError."""
    scripts: dict[str, ConversationScript] = {}
    for number, line in _lines(file, name):
        script = _parse(line, f"{name}, line {number:,}")
        if script.id in scripts:
            raise ScriptError(
                f"{name}, line {number:,}: the id {script.id!r} is there already. Give another."
            )
        scripts[script.id] = script
        if len(scripts) > MOST_CONVERSATIONS:
            raise ScriptError(f"{name} has more than {MOST_CONVERSATIONS:,} conversations. Split the file.")
    return list(scripts.values())


def _lines(file: BinaryIO, name: str) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise ScriptError(
                f"{name}, line {number:,} is over {LONGEST_LINE:,} bytes. Put one conversation on a line."
            )
        if line.strip():
            yield number, line


def _parse(line: bytes, place: str) -> ConversationScript:
    try:
        return ConversationScript.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ScriptError(
            f"{place}: {f'{where}: ' if where else ''}{first['msg']}. Expected one JSON object, for example "
            '{"id": "1", "today": "2026-11-23", "turns": ["I need a designer", "under 50 an hour"]}'
        ) from None
