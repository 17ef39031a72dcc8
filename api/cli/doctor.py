"""`rolecall doctor`: what is configured, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from api.cli.options import DataDir, Host, Port
from api.cli.running import finish

if TYPE_CHECKING:
    from api.cli.checks.finding import Finding
    from api.settings import Settings

_STYLES = {"ok": "green", "note": "yellow", "wrong": "bold red"}


def doctor(host: Host = None, port: Port = None, data_dir: DataDir = None) -> None:
    """Say what is configured and what is wrong, with what to do. Exit code 1 if something is wrong."""
    from api.cli.checks.finding import State
    from api.cli.configuration import settings_for

    settings = settings_for(host=host, port=port, data_dir=data_dir)
    findings = finish(_examine(settings))
    if any(finding.state is State.WRONG for finding in findings):
        raise typer.Exit(1)


async def _examine(settings: Settings) -> list[Finding]:
    from rich.console import Console

    from api.cli.checks.database import check_database
    from api.cli.checks.machine import check_machine
    from api.cli.checks.outside import check_outside
    from api.cli.checks.search import check_search

    console = Console()
    findings: list[Finding] = []

    def found(finding: Finding) -> None:
        findings.append(finding)
        console.print(f"{finding.state.value:<6}", style=_STYLES[finding.state.value], end="")
        console.print(f"{finding.subject:<13}{finding.text}", markup=False, highlight=False, soft_wrap=True)
        if finding.remedy:
            console.print(f"{'':<19}→ {finding.remedy}", markup=False, highlight=False, soft_wrap=True)

    for finding in check_machine(settings):
        found(finding)
    for checks in (check_database(settings), check_search(settings), check_outside(settings)):
        async for finding in checks:
            found(finding)
    return findings
