"""Makes the settings of one command: the environment, with the command's own options on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.cli.problems import CommandError

if TYPE_CHECKING:
    from api.settings import Settings


def settings_for(**options: object) -> Settings:
    """The settings, options that were given counting before the environment. Raises CommandError."""
    from pydantic import ValidationError

    from api.settings import Settings, setting_names

    given = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        names = setting_names()
        place = next((names.get(str(part), str(part)) for part in problem["loc"]), "")
        message = problem["msg"].removeprefix("Value error, ")
        raise CommandError(f"{place}: {message}" if place else message) from error
