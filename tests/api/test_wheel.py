"""The wheel holds everything that is not Python code too: without it an installed Rolecall cannot run."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("api", "agent", "store", "evals")
PAGE = Path("api/graphiql")
BUILD_FILES = {PAGE / "build.py", PAGE / "build_hook.py"}


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def files_of_the_packages() -> set[str]:
    found = (path.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("*"))
    return {
        path.as_posix()
        for path in found
        if (ROOT / path).is_file()
        and "__pycache__" not in path.parts
        and not (path.is_relative_to(PAGE) and path.suffix != ".py")
        and path not in BUILD_FILES
    }


def test_it_holds_every_module_and_every_data_file(names: set[str]) -> None:
    expected = files_of_the_packages()
    assert any(not name.endswith(".py") for name in expected), "the packages have data files"
    assert expected - names == set()


def test_it_holds_the_graphiql_page_as_built(names: set[str]) -> None:
    dist = ROOT / PAGE / "dist"
    built = {path.relative_to(ROOT).as_posix() for path in dist.rglob("*") if path.is_file()}
    assert (PAGE / "dist" / "index.html").as_posix() in built
    assert (PAGE / "dist" / "licenses.md").as_posix() in built
    assert built - names == set()


def test_it_holds_neither_the_pages_sources_nor_the_tests(names: set[str]) -> None:
    assert not [name for name in names if "node_modules" in name or name.endswith((".tsx", ".ts"))]
    assert not [name for name in names if name.startswith("tests/")]
