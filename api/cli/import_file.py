"""`rolecall import`: freelancers from another system's export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import DataDir
from api.cli.running import finish

if TYPE_CHECKING:
    from api.settings import Settings
    from store.imports import ImportReport, Mapping

_SHOWN_COLUMNS = 12


def import_file(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="JSON Lines or CSV (.jsonl, .csv, .tsv; .gz too).")
    ],
    mapping: Annotated[
        Path | None,
        typer.Option(
            metavar="TOML",
            help="Which column is which field; without it, columns are expected under our own names.",
            show_default=False,
        ),
    ] = None,
    rejects: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Where rejected rows go (default: FILE.rejected.jsonl).",
            show_default=False,
        ),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Import freelancers from a file, and bring the index in step.

    Rows that cannot be imported are written to FILE.rejected.jsonl with line number and reason. Run it again
    to update: what has not changed is skipped, and an import that was interrupted is finished.
    """
    from api.cli.configuration import settings_for
    from store.imports import check_file, default_mapping, load_mapping, rejects_path

    chosen = load_mapping(mapping) if mapping is not None else default_mapping()
    check_file(file, chosen)
    settings = settings_for(data_dir=data_dir)
    report = finish(_import(file, chosen, rejects or rejects_path(file), settings))
    for line in summary(report):
        typer.echo(line)


async def _import(file: Path, mapping: Mapping, rejects: Path, settings: Settings) -> ImportReport:
    from api.cli.progress import showing_progress
    from api.composition import open_services
    from store.imports import ImportProgress, Stage, import_freelancers

    labels = {Stage.READING: "Reading rows", Stage.INDEXING: "Indexing profiles"}
    async with open_services(settings) as services:
        with showing_progress() as steps:

            def show(progress: ImportProgress) -> None:
                steps.update(labels[progress.stage], progress.done, progress.total)

            return await import_freelancers(
                file,
                mapping,
                freelancers=services.store.freelancers,
                index=services.search,
                knowledge=services.knowledge,
                today=services.today,
                rejects=rejects,
                progress=show,
            )


def summary(report: ImportReport) -> list[str]:
    """The report in lines for a person."""
    lines = [
        f"{report.rows:,} rows read: {report.inserted:,} new, {report.updated:,} updated, "
        f"{report.unchanged:,} unchanged, {report.rejected:,} rejected."
    ]
    if report.rejects is not None:
        lines.append(f"Rejected rows, with the reason for each: {report.rejects}")
    for notice, count in sorted(report.notices.items(), key=lambda item: -item[1].rows):
        first = f"first in line {count.first_line:,}"
        detail = f": {count.first_detail}" if count.first_detail else ""
        lines.append(f"  {count.rows:,} × {notice} ({first}{detail})")
    if report.missing_columns:
        lines.append(f"Columns the mapping names that no row has: {_listed(report.missing_columns)}")
    if report.unread_columns:
        lines.append(f"Columns that were not used: {_listed(report.unread_columns)}")
    return lines


def _listed(names: tuple[str, ...]) -> str:
    more = len(names) - _SHOWN_COLUMNS
    return ", ".join(names[:_SHOWN_COLUMNS]) + (f" and {more} more" if more > 0 else "")
