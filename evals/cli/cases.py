"""`python -m evals cases`: checks scenario files, and tells what they cover."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def cases(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...", help="Scenario files or folders (default: ours).", show_default=False
        ),
    ] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of a scenario, and exit.")
    ] = False,
    ids: Annotated[bool, typer.Option("--ids", help="List the scenarios.")] = False,
) -> None:
    """Check scenarios, and count what they cover. A broken one is an error that names its file and line."""
    from collections import Counter

    if schema:
        import json

        from evals.nouns import Scenario

        typer.echo(json.dumps(Scenario.model_json_schema(), indent=2, ensure_ascii=False))
        return
    from evals.scenarios import load_scenarios
    from store.knowledge import load_knowledge

    scenarios = load_scenarios(files, load_knowledge())
    if ids:
        for scenario in scenarios:
            typer.echo(f"{scenario.id}  ({scenario.group}, {scenario.temper.value})  {scenario.goal}")
        return
    typer.echo(f"{len(scenarios):,} scenarios")
    for title, counted in (
        ("groups", Counter(each.group for each in scenarios)),
        ("tempers", Counter(each.temper.value for each in scenarios)),
        ("intents", Counter(intent.value for each in scenarios for intent in each.intents)),
    ):
        told = ", ".join(f"{name} {number}" for name, number in sorted(counted.items()))
        typer.echo(f"{title}: {told}")
