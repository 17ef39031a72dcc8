"""Where runs and baselines are kept, and what they look like on disk.

A run is one JSON document, gzipped if its name ends in .gz. A baseline has a line about the run it was
recorded from, then a line for each scenario with all its cases, so that a change to it can be read in review.
"""

import gzip
import json
import zlib
from collections import defaultdict
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from evals.nouns import Run
from evals.outcomes import Outcome, Outcomes, outcomes

_OF_SCENARIO = ("scenario", "group", "temper")
"""Said once a line, for all the scenario's cases."""


class UnreadableRun(Exception):
    """A file that is no run and no baseline; the message names it and says what would be one."""


def write_run(run: Run, path: Path) -> None:
    """Keep the whole run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = run.model_dump_json().encode()
    path.write_bytes(gzip.compress(text, 3, mtime=0) if path.suffix == ".gz" else text)


def read_run(path: Path) -> Run:
    """A run that was written before. Raises UnreadableRun."""
    try:
        return Run.model_validate_json(_bytes(path))
    except ValidationError as error:
        raise UnreadableRun(f"{path} is not a run: {_first(error)}. {_EXPECTED}") from None


def is_run(path: Path) -> bool:
    """Whether the file looks like a whole run, not a baseline."""
    lines = _bytes(path).split(b"\n", 2)
    return b'"transcripts"' in lines[0] and not any(line.strip() for line in lines[1:])


def write_outcomes(told: Outcomes, path: Path) -> None:
    """Keep what the run came to, without its transcripts and without the graders' comments."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scenarios: dict[str, list[Outcome]] = defaultdict(list)
    for case in told.cases:
        scenarios[case.scenario].append(case)
    head = told.model_dump(mode="json", exclude={"cases"})
    lines = [head, *(_line(scenarios[name]) for name in sorted(scenarios))]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def read_outcomes(path: Path) -> Outcomes:
    """What a run came to, from a baseline or from a whole run. Raises UnreadableRun."""
    if is_run(path):
        return outcomes(read_run(path))
    lines = _bytes(path).decode("utf-8", errors="replace").splitlines()
    try:
        head, *rest = (json.loads(line) for line in lines if line.strip())
        cases = [
            {**case, **{name: line[name] for name in _OF_SCENARIO if name in line}}
            for line in rest
            for case in line["cases"]
        ]
        return Outcomes.model_validate({**head, "cases": cases})
    except ValidationError as error:
        raise UnreadableRun(f"{path} is not a baseline: {_first(error)}. {_EXPECTED}") from None
    except (ValueError, TypeError, KeyError):
        raise UnreadableRun(f"{path} is neither a run nor a baseline. {_EXPECTED}") from None


_EXPECTED = "`python -m evals run` writes runs, `python -m evals record` baselines"


def _line(cases: list[Outcome]) -> dict[str, Any]:
    of_scenario = cases[0].model_dump(mode="json", include=set(_OF_SCENARIO))
    details: dict[str, Any] = {"failures": {"__all__": {"comment"}}, **dict.fromkeys(_OF_SCENARIO, True)}
    kept = [case.model_dump(mode="json", exclude_defaults=True, exclude=details) for case in cases]
    return {**of_scenario, "cases": kept}


def _bytes(path: Path) -> bytes:
    kept = path.read_bytes()
    if not kept.startswith(b"\x1f\x8b"):
        return kept
    try:
        return gzip.decompress(kept)
    except (OSError, EOFError, zlib.error):
        raise UnreadableRun(f"{path} is cut off or damaged. {_EXPECTED}") from None


def _first(error: ValidationError) -> str:
    found = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, found['loc']))}: {found['msg']}"
