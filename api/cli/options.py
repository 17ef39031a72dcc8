"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        metavar="FOLDER",
        help="Where the database and the index are kept (default: $ROLECALL_DATA_DIR, or ./data).",
        show_default=False,
    ),
]

Host = Annotated[
    str | None,
    typer.Option(help="Address to listen on (default: $ROLECALL_HOST, or 127.0.0.1).", show_default=False),
]

Port = Annotated[
    int | None,
    typer.Option(
        min=0,
        max=65535,
        help="Port to listen on; 0 picks a free one (default: $ROLECALL_PORT, or 8000).",
        show_default=False,
    ),
]
