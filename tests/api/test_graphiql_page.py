"""The GraphiQL page in a real browser, against the real server: type, run, and see the turn stream in."""

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
from tests_support.api_server import ApiServer

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
REPLY = "Here is who fits best."
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


@asynccontextmanager
async def visiting(url: str) -> AsyncIterator[Visit]:
    async with async_playwright() as playwright:
        flags = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else [*QUIET]
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        context = await browser.new_context(viewport={"width": 1440, "height": 900})
        visit = Visit(await context.new_page(), urlsplit(url).netloc)
        visit.watch()
        yield visit
        await browser.close()


@pytest.fixture
async def visit(api: ApiServer) -> AsyncIterator[Visit]:
    missing = None
    if CHROMIUM is None:
        missing = "no Chromium on this machine"
    elif not build.is_up_to_date():
        missing = "the page is not built: run `make setup`"
    if missing and os.environ.get("CI"):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    async with visiting(api.http_url) as visit:
        yield visit


def link(api: ApiServer) -> str:
    return f"{api.http_url}#token={api.tokens['alice']}"


async def test_the_examples_run_one_after_the_other_and_the_turn_streams_in(
    api: ApiServer, visit: Visit
) -> None:
    await visit.open(link(api))

    await visit.run()
    await expect(visit.conversation).to_contain_text("New conversation cv_")

    await visit.choose("Say what you need", "DescribeNeed")
    await expect(visit.variables).to_contain_text("senior")
    await visit.run()
    await expect(visit.conversation).to_contain_text("I need a senior React developer")
    await expect(visit.conversation).to_contain_text("5 shown of 7 who fit, 7 in the marketplace")
    await expect(visit.conversation).to_contain_text("Person 0")
    await expect(visit.conversation).to_contain_text("Portfolio: A shop")
    await expect(visit.conversation).to_contain_text(REPLY)
    await expect(visit.response).to_contain_text("TurnCompleted")

    await visit.page.get_by_role("button", name="Next: Narrow it down").click()
    await expect(visit.variables).to_contain_text("Shopify")
    visit.assert_well_behaved()


async def test_events_show_while_the_turn_still_runs(api: ApiServer, visit: Visit) -> None:
    conversation = api.start_conversation()
    api.loop.call_soon_threadsafe(api.player.release.clear)
    await visit.open(link(api))
    await visit.choose("Say what you need", "DescribeNeed")
    await visit.set_variables(conversationId=conversation, text="wait", clientMessageId="<new>")
    await visit.run()

    await expect(visit.conversation.get_by_role("list", name="Steps taken")).to_contain_text("understand")
    await expect(visit.response).to_contain_text("StepEntered")
    await expect(visit.conversation).not_to_contain_text(REPLY)

    api.loop.call_soon_threadsafe(api.player.release.set)
    await expect(visit.conversation).to_contain_text(REPLY)
    visit.assert_well_behaved()


async def test_stopping_leaves_the_turn_at_once(api: ApiServer, visit: Visit) -> None:
    conversation = api.start_conversation()
    api.loop.call_soon_threadsafe(api.player.release.clear)
    await visit.open(link(api))
    await visit.choose("Say what you need", "DescribeNeed")
    await visit.set_variables(conversationId=conversation, text="wait", clientMessageId="<new>")
    await visit.run()
    turn = visit.conversation.get_by_role("article")
    await expect(turn).to_have_attribute("data-state", "running")

    await visit.page.get_by_role("button", name="Stop query").click()
    await expect(turn).to_have_attribute("data-state", "done")
    api.loop.call_soon_threadsafe(api.player.release.set)
    await expect(visit.response).to_contain_text("StepEntered")
    await expect(visit.conversation).not_to_contain_text(REPLY)
    visit.assert_well_behaved()


async def test_an_offered_answer_is_put_into_the_message(api: ApiServer, visit: Visit) -> None:
    await visit.open(link(api))
    await visit.run()
    await expect(visit.conversation).to_contain_text("New conversation cv_")
    await visit.choose("Say what you need", "DescribeNeed")
    await visit.run()
    await visit.conversation.get_by_role("button", name="Senior").click()
    await expect(visit.variables).to_contain_text("Senior, please")
    await expect(visit.variables).to_contain_text("<conversation>")


async def test_what_is_typed_is_run_and_the_schema_is_documented(api: ApiServer, visit: Visit) -> None:
    await visit.open(link(api))
    await visit.page.get_by_role("button", name="New tab").click()
    await visit.type_query("query Me { viewer { name } }")
    await visit.page.wait_for_timeout(300)
    await visit.page.keyboard.press("Control+Enter")
    await expect(visit.response).to_contain_text("alice")

    await visit.page.get_by_role("button", name="Show Documentation Explorer").click()
    await visit.page.get_by_role("link", name="Query", exact=True).click()
    await expect(visit.page.locator(".graphiql-doc-explorer")).to_contain_text("candidateSearch")
    visit.assert_well_behaved()


async def test_the_token_stays_out_of_addresses_and_off_the_disk(api: ApiServer, visit: Visit) -> None:
    token = api.tokens["alice"]
    await visit.open(link(api))
    assert visit.page.url == api.http_url
    await visit.run()
    await expect(visit.conversation).to_contain_text("New conversation cv_")

    await visit.page.wait_for_timeout(600)  # GraphiQL saves its tabs half a second later
    await visit.page.reload()
    await expect(visit.query).to_contain_text("StartConversation")
    await visit.run()
    await expect(visit.conversation).to_contain_text("New conversation cv_")

    assert await visit.page.evaluate("Object.keys(localStorage).length") > 0
    assert token not in await visit.page.evaluate("JSON.stringify(localStorage)")
    assert not [request.url for request in visit.requests if token in request.url]
    sent = [await request.header_value("authorization") for request in visit.requests]
    assert f"Bearer {token}" in sent
    visit.assert_well_behaved()


@pytest.mark.parametrize("example", ["Start a conversation", "Say what you need"])
async def test_a_wrong_token_says_so(api: ApiServer, visit: Visit, example: str) -> None:
    await visit.open(f"{api.http_url}#token=rc_wrong")
    if example == "Say what you need":
        await visit.choose(example, "DescribeNeed")
        await visit.set_variables(conversationId="cv_1", text="hello", clientMessageId="<new>")
    await visit.run()
    await expect(visit.response).to_contain_text("token")


async def test_an_example_run_out_of_order_says_what_is_missing(api: ApiServer, visit: Visit) -> None:
    await visit.open(link(api))
    await visit.choose("Approve the hand-off", "ApproveHandoff")
    await visit.run()
    await expect(visit.response).to_contain_text("There is no <handoff> yet")
