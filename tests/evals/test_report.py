from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from evals.artefact import RunFolder
from evals.pipeline import Before, run_plan, score_folder
from evals.report.words import bought
from evals.summary.paired import Comparison, values_of
from tests.evals.samples import BASE, ScriptedSystem, make_case, make_reply, make_verdict
from tests.evals.test_run import make_plan

_VOID = {"meta", "link", "br", "line", "circle", "rect", "polyline"}
HOSTILE = "<script>alert(1)</script>"


class Structure(HTMLParser):
    """Keeps what a page is made of, and complains where a tag is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.tags if "id" in attributes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run with a good reply, a hostile one, a crash and a wrong verdict, and a simpler system beside it."""
    cases = (
        make_case(id="good", family="f", must=[["18 months"]], tags=["length", "a", "b"], **{"class": "answerable"}),
        make_case(id="hostile", family="f", turns=[HOSTILE], must=[["18 weeks"]], tags=["length"], why="Weeks."),
        make_case(id="crash", family="f", must=[["18 months"]], tags=["length"]),
        make_case(id="verdict", verdict={"course": "npq-headship", "outcome": ["not_eligible"]}),
    )
    replies = {
        "hostile": make_reply(text=f"{HOSTILE} [1]"),
        "verdict": make_reply(verdicts=[make_verdict()]),
    }
    path = tmp_path_factory.mktemp("run")
    system = ScriptedSystem(replies=replies, crashes=frozenset({"crash"}))
    run_plan(make_plan(cases=cases), RunFolder(path), system, [ScriptedSystem("lexical")])
    score_folder(RunFolder(path), BASE)
    return path


@pytest.fixture(scope="module")
def page(folder: Path) -> tuple[str, Structure]:
    text = (folder / "report.html").read_text(encoding="utf-8")
    structure = Structure()
    structure.feed(text)
    return text, structure


def test_every_tag_is_closed_and_every_id_is_used_once(page: tuple[str, Structure]) -> None:
    _, structure = page
    assert (structure.wrong, structure.open) == ([], [])
    assert len(structure.ids()) == len(set(structure.ids()))


def test_the_page_needs_nothing_from_anywhere(page: tuple[str, Structure]) -> None:
    text, structure = page
    assert not [tag for tag, _ in structure.tags if tag in ("script", "link", "img", "iframe")]
    assert "@import" not in text
    assert "url(" not in text


def test_what_people_and_replies_say_is_shown_and_never_run(page: tuple[str, Structure]) -> None:
    text, _ = page
    assert HOSTILE not in text
    assert "&lt;script&gt;alert(1)" in text


def test_every_link_within_the_page_leads_somewhere(page: tuple[str, Structure]) -> None:
    _, structure = page
    targets = {str(a["href"])[1:] for tag, a in structure.tags if tag == "a" and str(a.get("href", "")).startswith("#")}
    assert "passage-hostile-1" in targets
    assert targets <= set(structure.ids())


def test_a_screen_reader_finds_its_way(page: tuple[str, Structure]) -> None:
    _, structure = page
    named = [tag for tag, _ in structure.tags]
    assert named.count("h1") == named.count("main") == 1
    assert named.count("table") == named.count("caption") > 0
    assert all("scope" in attributes for tag, attributes in structure.tags if tag == "th")
    assert named.count("svg") == named.count("title") - 1 == named.count("desc")
    assert dict(structure.tags[0][1])["lang"] == "en-GB"


def test_the_confusion_is_drawn_and_said(page: tuple[str, Structure]) -> None:
    text, structure = page
    assert "of 1 not eligible, 1 eligible" in text
    cells = [attributes for tag, attributes in structure.tags if tag == "rect" and "cell" in str(attributes["class"])]
    assert [cell["class"] for cell in cells] == ["cell wrong", "cell right"]
    assert [cell["fill-opacity"] for cell in cells] == ["0.50", "0.00"]


def test_each_shown_case_has_a_heading(page: tuple[str, Structure]) -> None:
    named = [tag for tag, _ in page[1].tags]
    assert named.count("h3") == page[0].count('<details id="case-')


def test_the_worst_cases_come_with_reason_trace_and_source(page: tuple[str, Structure]) -> None:
    text, _ = page
    assert "RuntimeError" in text
    assert "works_in_england is true: In England." in text
    assert "https://example.org/headship" in text
    assert "faqs/length.md:7" in text
    assert text.index('id="case-crash"') < text.index('id="case-hostile"')
    assert 'id="case-good"' not in text


def test_markdown_says_the_same_figures(folder: Path, page: tuple[str, Structure]) -> None:
    markdown = (folder / "report.md").read_text(encoding="utf-8")
    figures = set(re.findall(r"\d+\.\d %", markdown))
    assert figures
    assert figures <= set(re.findall(r"\d+\.\d %", page[0].replace("&#160;", " ")))
    assert "no scores" in markdown.lower()


def test_a_change_against_another_run_is_told(folder: Path, tmp_path: Path) -> None:
    other = RunFolder(tmp_path / "before")
    cases = RunFolder(folder).cases()
    run_plan(make_plan(cases=cases), other, ScriptedSystem())
    score_folder(other, BASE)
    score_folder(RunFolder(folder), BASE, Before("before", values_of(other.scores())))
    for name in ("report.md", "report.html"):
        text = (folder / name).read_text(encoding="utf-8")
        assert "Change against before" in text
        assert "ran, worse: crash" in text
        assert "change in points" in text
        assert "-25.0, may be chance" in text
    score_folder(RunFolder(folder), BASE)
    assert "change in points" not in (folder / "report.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of a sheet as somebody brings it, with a space in its name and nothing that a reply must hold."""
    path = tmp_path_factory.mktemp("sheet")
    told = {"origin": "sheet: our faq.csv", "class": "answerable", "tags": ["Length"]}
    cases = [make_case(id=f"our faq-{n}", answer="NPQH takes 18 months.", **told) for n in range(9)]
    cases += [make_case(id="our faq-far", answer="Ask <before> the summer | term.", **told)]
    cases += [make_case(id="our faq-bare", origin="sheet: our faq.csv"), make_case(id="other", kind=["answer"])]
    decision = make_case(id="rules", turns=(), course="npq-headship")
    worse = ScriptedSystem("hybrid", {case.id: make_reply(text="Hm.") for case in cases})
    run_plan(make_plan(cases=(*cases, decision)), RunFolder(path), ScriptedSystem(), [worse])
    score_folder(RunFolder(path), BASE)
    return path


def test_a_sheet_is_set_beside_the_replies_the_furthest_first(sheet: Path) -> None:
    markdown = (sheet / "report.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (our faq-\w+|other) \| .*$", markdown, re.MULTILINE)
    assert rows == ["our faq-far", *(f"our faq-{n}" for n in range(9)), "our faq-bare"]
    text = (sheet / "report.html").read_text(encoding="utf-8")
    assert "Ask &lt;before&gt; the summer | term." in text
    assert "none given" in text
    assert "no figure here says whether it is right" in text


def test_a_sheet_has_slices_and_a_comparison_with_simpler_systems(sheet: Path) -> None:
    for name in ("report.md", "report.html"):
        text = (sheet / name).read_text(encoding="utf-8")
        assert "Against hybrid the adviser is " in text
        assert re.search(r"better in .*reference figures", text)
        assert re.search(r"Length(</th><td>| \| )(no scores|\d+)", text)


def test_an_id_with_a_space_is_still_a_place_on_the_page(sheet: Path) -> None:
    structure = Structure()
    structure.feed((sheet / "report.html").read_text(encoding="utf-8"))
    assert "case-our_faq-far" in structure.ids()
    assert not [name for name in structure.ids() if " " in name]


def test_decisions_do_not_make_replies_look_fast(sheet: Path) -> None:
    for name in ("report.md", "report.html"):
        text = (sheet / name).read_text(encoding="utf-8")
        assert "12 messages: median" in text


def test_the_smallest_change_that_would_show_is_told(folder: Path) -> None:
    for name in ("report.md", "report.html"):
        assert "shows a change from" in (folder / name).read_text(encoding="utf-8")


def test_search_is_told_at_each_depth(tmp_path: Path) -> None:
    case = make_case(gold=[{"entry": "faq-length", "grade": 2}])
    run_plan(make_plan(cases=(case,)), RunFolder(tmp_path), ScriptedSystem())
    score_folder(RunFolder(tmp_path), BASE)
    markdown = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "| search | first entry | first 3 | first 5 | first 10 |" in markdown
    assert "| nDCG | 0.0 % (0.0 to 79.3; 1) |" in markdown
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Search at each depth" in text
    assert "found nothing; wanted faq-length" in text


def test_what_a_simpler_system_lacks_is_said_in_a_sentence() -> None:
    def compared(measure: str, difference: float, p: float) -> Comparison:
        return Comparison(
            measure=measure, of=9, first=0, second=difference, difference=difference, low=0, high=0, p=p, p_holm=p,
            test="", detectable=0.1,
        )  # fmt: skip

    three = [compared("all", 0.5, 0.01), compared("needless_refusal", 0.5, 0.01), compared("rr@10", 0.1, 0.2)]
    assert bought("dense", three) == (
        "Against dense the adviser is better in all checks passed; worse in needless refusal; "
        "no different beyond chance in 1 of 3 measures."
    )


def test_a_reply_far_from_the_sheets_own_answer_is_shown_beside_it(tmp_path: Path) -> None:
    cases = (
        make_case(id="near", answer="NPQH takes 18 months."),
        make_case(id="far", answer="Apply before the summer holidays through your headteacher."),
    )
    folder = RunFolder(tmp_path)
    run_plan(make_plan(cases=cases), folder, ScriptedSystem())
    summary = score_folder(folder, BASE)
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert 'id="case-far"' in text
    assert "summer holidays" in text
    assert 'id="case-near"' not in text
    assert (summary.kinds, summary.risk) == ({"answer": 2}, None)
