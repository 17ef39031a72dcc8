"""Serves the GraphiQL page and its assets from our own origin, beside the API that shares its address."""

from pathlib import Path

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Match, Route
from starlette.types import Scope

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "connect-src 'self'",
        # the editor writes its themes and positions as inline styles
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self' data:",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""Sent with the page and, because a worker obeys the policy of its own script, with every asset."""

_SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_MEDIA_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}
_NOT_BUILT = "The GraphiQL page is not built. Run `make setup` in the source folder.\n"


def assets_dir() -> Path:
    """Where the built page is: `index.html` and `assets/`. It may not exist in a source checkout."""
    return Path(__file__).parent / "dist"


class PageRoute(Route):
    """Matches only a browser asking for a page; every other request to the same path goes on to the API."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Full for GET and HEAD with `text/html` among the accepted types, none for anything else."""
        match, child = super().matches(scope)
        if match is Match.FULL and "text/html" in Headers(scope=scope).get("accept", ""):
            return match, child
        return Match.NONE, {}


def page_routes(path: str = "/graphql", directory: Path | None = None) -> list[Route]:
    """Routes for the page at `path` and its assets below it. They must come before the API's own route.

    Assets carry a hash of their content in their names and are cached for good; the page is not.
    """
    folder = directory or assets_dir()
    assets = {file.name: file for file in (folder / "assets").glob("*") if file.suffix in _MEDIA_TYPES}

    async def page(_: Request) -> Response:
        index = folder / "index.html"
        if not index.is_file():
            return PlainTextResponse(_NOT_BUILT, status_code=503)
        headers = {**_SECURITY_HEADERS, "Cache-Control": "no-cache", "Vary": "Accept"}
        return FileResponse(index, media_type="text/html", headers=headers)

    async def asset(request: Request) -> Response:
        file = assets.get(request.path_params["name"])
        if file is None:
            raise HTTPException(404)
        headers = {
            **_SECURITY_HEADERS,
            "Cache-Control": "public, max-age=31536000, immutable",
            "Vary": "Accept-Encoding",
        }
        compressed = file.with_name(file.name + ".gz")
        if "gzip" in request.headers.get("accept-encoding", "") and compressed.is_file():
            headers["Content-Encoding"] = "gzip"
            return FileResponse(compressed, media_type=_MEDIA_TYPES[file.suffix], headers=headers)
        return FileResponse(file, media_type=_MEDIA_TYPES[file.suffix], headers=headers)

    return [PageRoute(path, page), Route(f"{path}/assets/{{name}}", asset)]
