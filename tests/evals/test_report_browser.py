"""The report in a real browser: on a desktop, on a phone, in the dark and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from evals.artefact import RunFolder
from evals.pipeline import run_plan, score_folder
from tests.evals.samples import BASE, ScriptedSystem, make_case, make_reply, make_verdict
from tests.evals.test_run import make_plan

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report")
    verdict = {"course": "npq-headship", "outcome": ["eligible"]}
    told = {
        "dataset": "faq",
        "family": "f",
        "kind": ["answer"],
        "class": "answerable",
        "tags": ["length"],
        "verdict": verdict,
    }
    cases = [make_case(id=f"case {n}", must=[["weeks" if n > 3 else "months"]], **told) for n in range(9)]
    cases.append(
        make_case(id="sheet", dataset="sheet", answer="NPQH takes 18 months, and a good deal of somebody's evenings.")
    )
    reply = make_reply(verdicts=[make_verdict(outcome="not_eligible")])
    run_plan(make_plan(cases=cases), RunFolder(path), ScriptedSystem("adviser", {case.id: reply for case in cases}))
    score_folder(RunFolder(path), BASE)
    return (path / "report.html").as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_the_page_never_scrolls_sideways(
    browser: Browser, report: str, scheme: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(report)
    found = axe.Axe().run(page).response["violations"]
    assert [(item["id"], item["nodes"][0]["html"][:100]) for item in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_on_paper_closed_cases_are_open_and_nothing_is_cut_off(browser: Browser, report: str) -> None:
    page = browser.new_page()
    page.goto(report)
    page.emulate_media(media="print")
    assert page.locator("details:not([open]) .reply").first.is_visible()
    assert not page.locator("nav").is_visible()
    assert page.locator(".wide").first.evaluate("box => getComputedStyle(box).overflowX") == "visible"
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf())) < 12
    page.close()


def test_a_marker_leads_to_its_passage_by_keyboard(browser: Browser, report: str) -> None:
    page = browser.new_page()
    page.goto(report)
    page.locator("details[open] .reply a").first.press("Enter")
    page.wait_for_url(re.compile("#passage-"))  # the browser tells of a jump within the page only afterwards
    assert page.locator(":target").inner_text().startswith("NPQH takes 18 months.")
    page.close()
