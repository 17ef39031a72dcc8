"""Reads scenarios from JSON Lines, all of them before any is played: a fault costs no work."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from evals.nouns import Scenario
from evals.scenarios.validation import problems
from store.knowledge import Knowledge

FOLDER = Path(__file__).parent
"""Where our own scenarios are, one file for each group."""

_MOST_TOLD = 20


class BrokenScenario(ValueError):
    """Scenarios that cannot be used. The message names file and line of each fault, and what to do."""


def load_scenarios(paths: Sequence[Path] | None, knowledge: Knowledge) -> tuple[Scenario, ...]:
    """The scenarios of these files, and of all *.jsonl files in folders among them; None: our own.

    They come in the order of the files' names and lines. Raises BrokenScenario, OSError.
    """
    loaded: dict[str, Scenario] = {}
    faults: list[str] = []
    for place, line in _lines(paths if paths is not None else (FOLDER,)):
        try:
            scenario = Scenario.model_validate_json(line)
        except ValidationError as error:
            faults += [f"{place}: {fault}" for fault in _shape_faults(error)]
            continue
        faults += [f"{place}: {scenario.id}: {problem}" for problem in problems(scenario, knowledge)]
        if scenario.id in loaded:
            faults.append(f"{place}: the id {scenario.id!r} is there already; give another")
        loaded[scenario.id] = scenario
    if faults:
        more = len(faults) - _MOST_TOLD
        raise BrokenScenario("\n".join([*faults[:_MOST_TOLD], *([f"and {more} more"] if more > 0 else [])]))
    return tuple(loaded.values())


def _lines(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    for path in paths:
        for file in sorted(path.glob("*.jsonl")) if path.is_dir() else (path,):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
                if line.strip():
                    yield f"{file}:{number}", line


def _shape_faults(error: ValidationError) -> Iterator[str]:
    for fault in error.errors(include_url=False, include_input=False):
        where = ".".join(str(part) for part in fault["loc"])
        yield f"{where}: {fault['msg']}" if where else fault["msg"]
