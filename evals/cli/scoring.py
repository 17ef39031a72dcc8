"""From recorded conversations to a run: what `score` reports on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from evals.nouns import CaseResult, Run, Scenario, Transcript
    from evals.truth import MarketplaceTruth
    from store.knowledge import Knowledge


def scored(
    files: Sequence[Path],
    scenario: str | None,
    cases: Sequence[Path],
    size: int,
    marketplace_seed: int,
    workers: int,
) -> Run:
    """The recordings of these files, graded, as one run."""
    from api.cli.progress import showing_progress
    from evals.files import is_run, read_run
    from evals.grading.processes import grade_all, truth_of
    from evals.scenarios import load_scenarios
    from evals.staging import StageSettings
    from store.knowledge import load_knowledge

    knowledge = load_knowledge()
    known = {each.id: each for each in load_scenarios(list(cases) or None, knowledge)}
    if len(files) == 1 and is_run(files[0]):
        run = read_run(files[0])
        scenarios = [known.get(each.id, each) for each in run.scenarios]
        stage = StageSettings(size=run.size, seed=run.marketplace_seed)
        with showing_progress() as steps:
            results = grade_all(run.transcripts, scenarios, stage, workers, steps.update)
        return run.model_copy(update={"scenarios": tuple(scenarios), "results": results})
    held = _named(scenario, known)
    people = truth_of(StageSettings(size=size, seed=marketplace_seed), knowledge) if size else None
    graded = [_grade(file, held, people, knowledge) for file in files]
    return _as_run(graded, held, size, marketplace_seed)


def _named(scenario: str | None, known: dict[str, Scenario]) -> Scenario | None:
    from api.cli.problems import CommandError

    if scenario is not None and scenario not in known:
        raise CommandError(f"There is no scenario {scenario!r}. `python -m evals cases --ids` lists them")
    return known[scenario] if scenario is not None else None


def _grade(
    file: Path, scenario: Scenario | None, truth: MarketplaceTruth | None, knowledge: Knowledge
) -> tuple[Transcript, CaseResult]:
    from evals.grading import grade
    from evals.recordings import people_of_export, transcript_of

    document = _document(file)
    transcript = transcript_of(document, scenario.id if scenario is not None else file.name)
    people = truth or people_of_export(document if isinstance(document, dict) else {}, knowledge)
    return transcript, grade(scenario, transcript, people, knowledge)


def _document(file: Path) -> Any:
    from evals.recordings import UnknownRecording

    kept = file.read_bytes()
    try:
        return json.loads(gzip.decompress(kept) if kept.startswith(b"\x1f\x8b") else kept)
    except ValueError:
        raise UnknownRecording(f"{file} is no JSON document: {_EXPECTED}") from None


_EXPECTED = "give a run, what conversationExport returns, or the messages of a LangGraph thread"


def _as_run(
    graded: Sequence[tuple[Transcript, CaseResult]],
    scenario: Scenario | None,
    size: int,
    marketplace_seed: int,
) -> Run:
    from datetime import UTC, datetime

    from evals.nouns import Run

    transcripts, results = [], []
    for number, (transcript, result) in enumerate(graded):
        again = {"seed": number if scenario is not None else 0}
        transcripts.append(transcript.model_copy(update=again))
        results.append(result.model_copy(update=again))
    return Run(
        created=datetime.now(UTC),
        seed=0,
        size=size,
        marketplace_seed=marketplace_seed,
        interpreter="recorded",
        selection="recorded",
        scenarios=(scenario,) if scenario is not None else (),
        transcripts=tuple(transcripts),
        results=tuple(results),
    )
