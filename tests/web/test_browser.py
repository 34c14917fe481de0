"""The page in a real browser, on a desktop and on a phone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
SERVE = """
from advisor.web.serving import serve
from tests.web.samples import loaded, settings
serve(settings(port=0), lambda text: print(text, flush=True), load=loaded)
"""
PHONE, DESKTOP, NARROW = (390, 844), (1280, 900), (320, 640)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = subprocess.Popen([sys.executable, "-c", SERVE], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    yield server.stdout.readline().split(" at ")[1].split()[0]
    server.terminate()
    server.wait(10)
    server.stdout.close()


class Visit:
    """One open page, with what went wrong on it."""

    def __init__(self, browser: Browser, url: str, size: tuple[int, int], **options: Any) -> None:
        self.context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="fr-FR", **options)
        self.page: Page = self.context.new_page()
        self.trouble: list[str] = []
        self.elsewhere: list[str] = []
        self.page.on("console", lambda m: self.trouble.append(m.text) if m.type == "error" else None)
        self.page.on("response", lambda r: self.trouble.append(r.url) if r.status >= 400 else None)
        self.page.on(
            "request", lambda r: None if r.url.startswith((url, "data:", "blob:")) else self.elsewhere.append(r.url)
        )
        self.page.goto(url)
        self.page.wait_for_selector("#npq-box textarea")

    def ask(self, text: str, expect: str) -> None:
        before = self.page.get_by_text(expect).count()
        self.page.fill("#npq-box textarea", text)
        self.page.press("#npq-box textarea", "Enter")
        self.page.get_by_text(expect).nth(before).wait_for()

    def width(self) -> int:
        return int(self.page.evaluate("document.documentElement.scrollWidth"))


@pytest.fixture
def visit(browser: Browser, url: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    opened = Visit(browser, url, getattr(request, "param", DESKTOP))
    yield opened
    opened.context.close()


def test_a_question_is_answered_with_sources_reasons_and_choices(visit: Visit) -> None:
    visit.ask("Is it funded?", "It depends on your workplace.")
    page = visit.page
    page.get_by_text("Sources (2)").click()
    assert page.get_by_text("In short: Summary 1.").is_visible()
    page.get_by_text("Why am I told this?").click()
    assert page.get_by_text("NPQSL, autumn 2026: not decided yet").is_visible()
    page.get_by_role("button", name="A school").click()
    page.get_by_text("Yes, you can.").wait_for()
    assert page.get_by_role("button", name="I’m not sure").count() == 0


def test_what_is_known_is_shown_and_start_again_forgets_it(visit: Visit) -> None:
    visit.ask("Is it funded?", "It depends on your workplace.")
    side = visit.page.locator(".npq-side")
    assert side.get_by_text("Deputy headteacher").is_visible()
    visit.page.get_by_role("button", name="Start again").click()
    side.get_by_text("Nothing yet.").wait_for()
    assert visit.page.get_by_text("It depends on your workplace.").count() == 0


def test_a_source_number_opens_its_source(visit: Visit) -> None:
    visit.ask("Is it funded?", "It depends on your workplace.")
    visit.page.locator("a.npq-ref").first.click()
    assert visit.page.get_by_text("In short: Summary 1.").is_visible()
    assert len(visit.context.pages) == 1


def test_markup_that_is_typed_is_shown_and_does_nothing(visit: Visit) -> None:
    typed = "<img src=x onerror=\"document.title='hacked'\"> **bold** [x](javascript:alert(1)) <script>1</script>"
    visit.ask(typed, "Yes, you can.")
    assert typed in visit.page.locator(".message.user").last.inner_text()
    assert visit.page.locator(".message img, .message script").count() == 0
    assert visit.page.title() == "NPQ adviser"


def test_the_focus_stays_in_the_box_after_sending(visit: Visit) -> None:
    visit.ask("hello", "Yes, you can.")
    visit.page.wait_for_timeout(300)
    assert visit.page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_the_page_speaks_british_english_in_a_french_browser(visit: Visit) -> None:
    assert visit.page.evaluate("document.documentElement.lang") == "en-GB"
    visit.page.evaluate("document.documentElement.lang = 'en'")  # as Gradio does, now and then late
    assert visit.page.evaluate("document.documentElement.lang") == "en-GB"
    assert visit.page.get_by_role("button", name="Send").is_visible()


def test_nothing_goes_wrong_and_nothing_is_asked_of_other_hosts(visit: Visit) -> None:
    visit.ask("Is it funded?", "It depends on your workplace.")
    assert visit.trouble == []
    assert visit.elsewhere == []


@pytest.mark.parametrize("visit", [NARROW, PHONE, DESKTOP], indirect=True, ids=["320", "390", "1280"])
def test_the_page_fits_its_width(visit: Visit) -> None:
    visit.ask("Is it funded? " + "x" * 200, "It depends on your workplace.")
    visit.page.get_by_text("Sources (2)").click()
    visit.page.get_by_text("Why am I told this?").click()
    size = visit.page.viewport_size
    assert size is not None
    assert visit.width() <= size["width"]
    talk = visit.page.locator(".npq-talk").bounding_box()
    assert talk is not None
    assert talk["width"] > (0.85 if size["width"] < 600 else 0.6) * size["width"]


@pytest.mark.parametrize("visit", [PHONE, DESKTOP], indirect=True, ids=["phone", "desktop"])
def test_the_answer_is_read_from_its_question_on(visit: Visit) -> None:
    for _ in range(3):
        visit.ask("Is it funded?", "It depends on your workplace.")
    visit.page.wait_for_timeout(1_500)
    asked = visit.page.locator(".user-row").last.bounding_box()
    assert asked is not None
    assert asked["y"] >= -5
    at_end = "window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 3"
    assert asked["y"] < 100 or visit.page.evaluate(at_end)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, url: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    visit = Visit(browser, f"{url}?__theme={scheme}", DESKTOP, color_scheme=scheme, reduced_motion="reduce")
    visit.ask("Is it funded?", "It depends on your workplace.")
    for details in visit.page.locator("details").all():
        details.evaluate("element => element.open = true")
    found = axe.Axe().run(visit.page).response["violations"]
    visit.context.close()
    assert [(item["id"], [node["html"][:120] for node in item["nodes"]]) for item in found] == []
