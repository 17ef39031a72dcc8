"""The GraphQL-over-HTTP audit of npm's graphql-http, run by Node against the server."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from api.graphiql.build import find_node
from tests_support.api_server import ApiServer

FOLDER = Path(__file__).parent / "audit"


@pytest.fixture(scope="module")
def node() -> str:
    found = find_node()
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("the audit needs Node and npm")
        pytest.skip("Node and npm are not installed")
    if not (FOLDER / "node_modules" / "graphql-http").is_dir():
        subprocess.run(
            [*found.npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"],
            cwd=FOLDER,
            env=found.environment(),
            check=True,
        )
    return str(found.node)


@pytest.mark.parametrize("with_token", [False, True])
def test_all_audits_pass(api: ApiServer, node: str, with_token: bool) -> None:
    token = [api.tokens["alice"]] if with_token else []
    done = subprocess.run(
        [node, "audit.mjs", api.http_url, *token],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    audits = [json.loads(line) for line in done.stdout.splitlines()]
    assert [audit for audit in audits if audit["status"] != "ok"] == []
    assert len(audits) == 61
