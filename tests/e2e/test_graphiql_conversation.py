"""The examples of the GraphiQL page, run in order on a demo marketplace: a whole conversation by hand."""

import json
from pathlib import Path
from typing import Any

from playwright.async_api import expect

from tests_support.graphiql_visit import visiting
from tests_support.server import Deployment

INDEX = Path(__file__).parents[2] / "api" / "graphiql" / "examples" / "index.json"
SEEN = {
    "StartConversation": "New conversation cv_",
    "DescribeNeed": "in the marketplace",
    "PreferShopify": "Shopify",
    "EuropeanTimeZones": "UTC",
    "WhoIsCheapest": "/h",
    "ChooseSecond": "Hand-off to ",
    "ApproveHandoff": "is on record",
    "SearchCandidates": None,
}
"""What the panel shows of each example; a search without a conversation shows in the response alone."""


async def test_every_example_works_on_the_demo_marketplace(on_sqlite: Deployment) -> None:
    on_sqlite.server.start()
    examples: list[dict[str, Any]] = json.loads(INDEX.read_text())["examples"]
    assert [example["operation"] for example in examples] == list(SEEN)
    async with visiting(on_sqlite.server.http_url) as visit:
        await visit.open(f"{on_sqlite.server.http_url}#token={on_sqlite.ada}")
        for number, example in enumerate(examples):
            await visit.choose(example["title"], example["operation"])
            await visit.run()
            await expect(visit.response).to_contain_text('"data"')
            await expect(visit.response).not_to_contain_text('"errors"')
            seen = SEEN[example["operation"]]
            if seen is not None:
                entry = visit.conversation.get_by_role("article").nth(number)
                await expect(entry).to_have_attribute("data-state", "done")
                await expect(entry).to_contain_text(seen)
                await expect(entry.locator(".rolecall-failure")).to_have_count(0)
        await expect(visit.response).to_contain_text("candidateSearch")
        visit.assert_well_behaved()
