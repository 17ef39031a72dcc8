"""The figures of a run as JSON, for machines."""

import json
from dataclasses import asdict
from typing import Any

from evals.nouns import Run
from evals.outcomes import Outcomes, outcomes
from evals.reports.figures import Row, changes, figures
from evals.reports.latency import stages
from evals.reports.paying import paying
from evals.reports.statistics import Mean, Rate


def as_json(run: Run, baseline: Outcomes | None = None) -> str:
    """Every figure of the report with its interval; the failing cases by kind."""
    told = outcomes(run)
    found = figures(told)
    moved = changes(baseline, told) if baseline is not None and baseline.comparable(told) else {}
    return json.dumps(
        {
            **told.model_dump(mode="json", exclude={"cases"}),
            "seconds": run.seconds,
            "cases": found.whole.cases,
            "metrics": {metric.key: _metric(asdict(metric)) for metric in found.metrics},
            "pass_hat": found.pass_hat,
            "against_baseline": {key: _measured(mean) for key, mean in moved.items()},
            "groups": [_row(row) for row in found.groups],
            "perturbations": [_row(row) for row in found.perturbations],
            "failures": {kind: [list(case.key) for case in cases] for kind, cases in found.kinds},
            "questions": [asdict(row) for row in paying(run)],
            "latency_ms": [asdict(stage) for stage in stages(run)],
        },
        indent=1,
        ensure_ascii=False,
    )


_RATES = ("success", "robust", "ungrounded", "broken")
_MEANS = ("questions", "first_acceptable", "relevance", "score")


def _metric(metric: dict[str, Any]) -> dict[str, Any]:
    return {name: metric[name] for name in ("value", "low", "high")}


def _row(row: Row) -> dict[str, Any]:
    return {
        "name": row.name,
        "cases": row.cases,
        **{name: _measured(getattr(row, name)) for name in ("success", "robust", "ungrounded", "broken")},
        **{
            name: _measured(getattr(row, name))
            for name in ("questions", "first_acceptable", "relevance", "score")
        },
    }


def _measured(found: Rate | Mean | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"value": found.value, "low": found.interval.low, "high": found.interval.high, "of": found.total}
