import gzip
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from api.graphiql import CONTENT_SECURITY_POLICY, page_routes

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


async def answer_as_api(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"api {request.method}")


def client_of(folder: Path) -> httpx.AsyncClient:
    app = Starlette(
        routes=[*page_routes(directory=folder), Route("/graphql", answer_as_api, methods=["GET", "POST"])]
    )
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://rolecall.test")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<title>Rolecall</title>")
    (tmp_path / "secret.txt").write_text("not for the web")
    (tmp_path / "assets" / "index-1a2b.js").write_text("plain()")
    (tmp_path / "assets" / "index-1a2b.js.gz").write_bytes(gzip.compress(b"compressed()"))
    (tmp_path / "assets" / "notes.txt").write_text("not for the web")
    return tmp_path


async def test_a_browser_gets_the_page_with_its_policy(built: Path) -> None:
    async with client_of(built) as client:
        response = await client.get("/graphql", headers=BROWSER)
    assert "<title>Rolecall</title>" in response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert response.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("method", "accept"),
    [("GET", "application/json"), ("GET", "*/*"), ("POST", "text/html"), ("POST", "application/json")],
)
async def test_everything_else_at_the_same_address_is_the_apis(built: Path, method: str, accept: str) -> None:
    async with client_of(built) as client:
        response = await client.request(method, "/graphql", headers={"Accept": accept})
    assert response.text == f"api {method}"


async def test_assets_are_cached_for_good_and_obey_the_policy(built: Path) -> None:
    async with client_of(built) as client:
        response = await client.get("/graphql/assets/index-1a2b.js", headers={"Accept-Encoding": "identity"})
    assert response.text == "plain()"
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "immutable" in response.headers["cache-control"]
    assert response.headers["content-security-policy"] == CONTENT_SECURITY_POLICY


async def test_assets_are_sent_compressed_to_those_who_accept_it(built: Path) -> None:
    async with client_of(built) as client:
        response = await client.get("/graphql/assets/index-1a2b.js", headers={"Accept-Encoding": "br, gzip"})
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert response.text == "compressed()"


@pytest.mark.parametrize("name", ["missing.js", "notes.txt", "..%2Fsecret.txt", "index-1a2b.js.gz"])
async def test_nothing_but_the_assets_is_served(built: Path, name: str) -> None:
    async with client_of(built) as client:
        response = await client.get(f"/graphql/assets/{name}")
    assert response.status_code == 404


async def test_a_page_that_is_not_built_says_what_to_run(tmp_path: Path) -> None:
    async with client_of(tmp_path) as client:
        response = await client.get("/graphql", headers=BROWSER)
    assert response.status_code == 503
    assert "make setup" in response.text


def test_scripts_and_workers_come_from_our_own_origin_only() -> None:
    rules = dict(rule.split(" ", 1) for rule in CONTENT_SECURITY_POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["worker-src"] == rules["connect-src"] == "'self'"
    assert "http" not in CONTENT_SECURITY_POLICY
    assert "*" not in CONTENT_SECURITY_POLICY
