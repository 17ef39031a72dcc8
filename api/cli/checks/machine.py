"""This machine: versions, the data folder, disk space."""

import os
import platform
import shutil
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from api.cli.checks.finding import Finding, good, note, wrong
from api.settings import Settings

_PACKAGES = ("strawberry-graphql", "langgraph", "sqlalchemy", "chromadb", "onnxruntime")
_GIGABYTE = 1_000_000_000
_SCARCE, _TOO_LITTLE = 1.0, 0.2


def check_machine(settings: Settings) -> Iterator[Finding]:
    """Versions, then the data folder and the room in it."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    yield good(
        "Rolecall",
        f"{_own_version()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {packages}",
    )
    yield _data_dir(settings.data_dir)
    yield _disk(settings.data_dir)


def _own_version() -> str:
    try:
        return version("rolecall")
    except PackageNotFoundError:
        return "not installed as a package"


def _data_dir(folder: Path) -> Finding:
    place = _existing(folder)
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        return wrong(
            "Data folder",
            f"{folder.absolute()} cannot be written",
            "give another with --data-dir or ROLECALL_DATA_DIR, or make it yours",
        )
    if place != folder:
        return note("Data folder", f"{folder.absolute()} is not there yet", "it is made when first needed")
    return good("Data folder", str(folder.absolute()))


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(_existing(folder)).free / _GIGABYTE
    text = f"{free:.1f} GB free"
    if free < _TOO_LITTLE:
        return wrong("Disk", text, "free some space: the database could not be written soon")
    if free < _SCARCE:
        return note("Disk", text, "100,000 profiles take about 1 GB")
    return good("Disk", text)


def _existing(folder: Path) -> Path:
    place = folder.absolute()
    while not place.exists():
        place = place.parent
    return place
