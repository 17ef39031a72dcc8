"""Reads a TOML file that an operator wrote over one of ours, and says what is wrong with it."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

Content = TypeVar("Content")


class OwnFileFault(Exception):
    """An operator's file cannot be used; the message says which, where and why."""


def read_own_file(
    file: Path, content: TypeAdapter[Content], fault: type[OwnFileFault], name: str, form: str
) -> Content:
    """What the file holds. Raises `fault`, which tells the `name` ("prices") and the right `form`."""
    try:
        return content.validate_python(tomllib.loads(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise fault(f"{file}: {where}: {first['msg']}. Expected {form}.") from None
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise fault(f"The {name} in {file} cannot be read: {error}") from None
