"""Somebody looks at the GraphiQL page in a real browser, and notes what it does that it should not do."""

import json
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.async_api import ConsoleMessage, Locator, Page, Request, async_playwright, expect

from api.graphiql import build

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
expect.set_options(timeout=30_000)


@dataclass
class Visit:
    """A page that somebody looks at, and what it did that it should not have done."""

    page: Page
    origin: str
    complaints: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def watch(self) -> None:
        """Listen to everything the page says and asks for."""
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"uncaught: {error}"))
        self.page.on("request", self._on_request)
        self.page.on("websocket", lambda socket: self._check_origin(socket.url))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _on_request(self, request: Request) -> None:
        self.requests.append(request)
        self._check_origin(request.url)

    def _check_origin(self, url: str) -> None:
        if not url.startswith(("data:", "blob:")) and urlsplit(url).netloc != self.origin:
            self.complaints.append(f"left the origin: {url}")

    def assert_well_behaved(self) -> None:
        """No error, no warning (a breach of the policy is one), and nothing asked of anybody else."""
        assert self.complaints == []

    async def open(self, address: str) -> None:
        """Open the page and wait until its editors are there and the schema is read."""
        await self.page.goto(address)
        await expect(self.page.locator(".graphiql-query-editor .view-line").first).to_be_visible()
        await expect(self.page.locator(".graphiql-spin")).to_have_count(0)

    async def choose(self, title: str, operation: str) -> None:
        """Open an example from the panel."""
        await self.page.get_by_role("navigation", name="Examples").get_by_text(title).click()
        await expect(self.query).to_contain_text(operation)

    async def run(self) -> None:
        """Press the play button, once GraphiQL has read the operation that was put into its editor."""
        await self.page.wait_for_timeout(300)
        await self.page.get_by_role("button", name="Execute query").click()

    async def type_query(self, text: str) -> None:
        """Type over what the editor of the operation holds."""
        await self.query.click()
        await self.page.keyboard.press("Control+A")
        await self.page.keyboard.insert_text(text)

    async def set_variables(self, **variables: str) -> None:
        """Put variables into their editor: typed, they would gain the brackets that the editor closes."""
        await self.page.evaluate(
            "text => __MONACO.editor.getModels().find(model => model.uri.path.endsWith('variables.json'))"
            ".setValue(text)",
            json.dumps(variables),
        )

    @property
    def query(self) -> Locator:
        """The editor of the operation."""
        return self.page.locator(".graphiql-query-editor .view-lines")

    @property
    def variables(self) -> Locator:
        """The editor of the variables."""
        return self.page.locator(".graphiql-editor-tool .view-lines").first

    @property
    def response(self) -> Locator:
        """The JSON that came back last."""
        return self.page.locator(".graphiql-response .view-lines")

    @property
    def conversation(self) -> Locator:
        """The panel that shows the turns."""
        return self.page.get_by_role("region", name="Conversation")


def require_page() -> None:
    """Skip the test where the page cannot be looked at; in CI, fail it."""
    missing = None
    if CHROMIUM is None:
        missing = "no Chromium on this machine"
    elif not build.is_up_to_date():
        missing = "the page is not built: run `make setup`"
    if missing and os.environ.get("CI"):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)


@asynccontextmanager
async def visiting(url: str) -> AsyncIterator[Visit]:
    """A new browser about to open `url`, with nothing stored."""
    require_page()
    async with async_playwright() as playwright:
        flags = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else [*QUIET]
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        context = await browser.new_context(viewport={"width": 1440, "height": 900})
        visit = Visit(await context.new_page(), urlsplit(url).netloc)
        visit.watch()
        yield visit
        await browser.close()
