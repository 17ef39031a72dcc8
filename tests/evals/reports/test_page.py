import base64
import gzip
import json
import os
import re
from pathlib import Path

import pytest
from playwright.async_api import async_playwright, expect

from evals.nouns import Run
from evals.outcomes import outcomes
from evals.reports import as_page
from tests_support.eval_runs import small_run
from tests_support.graphiql_visit import CHROMIUM, QUIET

FAILING: dict[tuple[str, str | None], tuple[str, ...]] = {
    ("a", None): ("grounding",),
    ("c", "typos"): ("brief", "requirements"),
}


@pytest.fixture
def run() -> Run:
    return small_run(FAILING)


def test_it_loads_nothing_and_needs_no_network(run: Run) -> None:
    page = as_page(run, outcomes(small_run()))
    shell = re.sub(r'<script id="data".*?</script>', "", page, flags=re.S)
    assert "default-src 'none'" in shell
    assert not re.findall(r"https?://|\ssrc=|<link|@import|url\(", shell)


def test_every_conversation_is_inside_failing_ones_first(run: Run) -> None:
    found = re.search(r'<script id="data"[^>]*>(.*?)</script>', as_page(run), re.S)
    assert found is not None
    cases = json.loads(gzip.decompress(base64.b64decode(found[1])))
    assert len(cases) == 36
    assert [(case["scenario"], case["perturbation"]) for case in cases[:2]] == [
        ("a", "as written"),
        ("c", "typos"),
    ]
    assert cases[0]["replay"] == "python -m evals replay a"
    assert cases[0]["turns"][0]["reply"] == "Here are 2 people."
    assert cases[0]["turns"][0]["brief"] == ["role: graphic-designer"]
    assert cases[0]["turns"][1]["brief"] == []


def test_it_has_the_plots(run: Run) -> None:
    page = as_page(run, outcomes(small_run()))
    drawn = re.findall(r'<svg [^>]*aria-label="([^"]*)"', page)
    assert drawn == [
        "Failures by grader",
        "Failures by turn",
        "Share of failing conversations by group",
        "Share of failing conversations by perturbation",
        "pass^k by k",
        "Change against the baseline",
        "What came of the questions, by slot",
        "Share of the time by stage",
        "Milliseconds of a turn by stage",
    ]


def test_names_cannot_break_the_page(run: Run) -> None:
    odd = [result.model_copy(update={"group": "<b>&\"'"}) for result in run.results]
    page = as_page(run.model_copy(update={"results": tuple(odd)}))
    assert "<b>&" not in page
    assert "&lt;b&gt;&amp;" in page


def test_a_run_without_failures_has_no_plots_of_them() -> None:
    page = as_page(small_run())
    assert "Failures by grader" not in page
    assert "pass^k by k" in page


async def test_the_conversations_can_be_found_and_read(run: Run, tmp_path: Path) -> None:
    if CHROMIUM is None:
        message = "no Chromium on this machine"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    file = tmp_path / "report.html"
    file.write_text(as_page(run, outcomes(small_run())), encoding="utf-8")
    async with async_playwright() as playwright:
        flags = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else [*QUIET]
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        page = await browser.new_page(viewport={"width": 1280, "height": 900})
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text))
        page.on("request", lambda request: wrong.append(request.url) if "file:" not in request.url else None)
        await page.goto(file.as_uri())
        await expect(page.locator("#count")).to_have_text("2 of 36 conversations, 2 failed")
        await expect(page.locator("#state")).to_have_value("broke")
        await page.locator('svg a[data-value="brief"]').click()
        await expect(page.locator("#count")).to_have_text("1 of 36 conversations, 1 failed")
        await page.locator("#list button").click()
        await expect(page.locator("#chat h3")).to_have_text("c [typos]")
        await expect(page.locator("#chat .turn.failing")).to_have_count(1)
        await expect(page.locator("#chat .turn.failing .you")).to_have_text("at most 40 <USD> an hour")
        await expect(page.locator("#chat .turn.failing .fault")).to_have_count(2)
        await page.locator('button[type="reset"]').click()
        await expect(page.locator("#count")).to_have_text("36 of 36 conversations, 2 failed")
        await page.locator("#state").select_option("broke")
        await expect(page.locator("#count")).to_have_text("2 of 36 conversations, 2 failed")
        await page.locator("#state").select_option("")
        await page.locator("#words").fill("4.9 said")
        await expect(page.locator("#count")).to_have_text("2 of 36 conversations, 2 failed")
        await page.goto(f"{file.as_uri()}#case=c%2Ftypos%2F0")
        await page.reload()
        await expect(page.locator("#chat h3")).to_have_text("c [typos]")
        await page.set_viewport_size({"width": 390, "height": 844})
        assert await page.evaluate("document.documentElement.scrollWidth") == 390
        await browser.close()
    assert wrong == []
