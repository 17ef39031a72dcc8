"""The GraphiQL page in a real browser, against the real server: type, run, and see the turn stream in."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import expect

from tests_support.api_server import ApiServer
from tests_support.graphiql_visit import Visit, visiting

REPLY = "Here is who fits best."


@pytest.fixture
async def visit(api: ApiServer) -> AsyncIterator[Visit]:
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
    sent = [request.headers.get("authorization") for request in visit.requests]
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
    await expect(visit.response).not_to_contain_text("stack")
