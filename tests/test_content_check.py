from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from advisor.content_check import check_everything, held_out_phrasings_find_their_entry
from advisor.knowledge.problem import Problem, Severity
from advisor.settings import PROJECT

TODAY = date(2026, 11, 21)
TITLE = "Rules of the scheme for scholarships in schools and colleges"
SOURCES = f"""
[source.a]
title = "{TITLE}"
publisher = "DfE"
tier = "dfe"
checked_on = 2026-11-21
review_by = 2027-06-01
"""
ENTRY = """
## {title}
+++
id = "{id}"
ask = ["a one {id}", "b two {id}", "c three {id}", "d four {id}"]
ask_held_out = ["held one {id}", "held two {id}"]
{more}
+++
- {sentence} [a]
- Ask. {{next}} [a]
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "knowledge"
    (root / "sources").mkdir(parents=True)
    (root / "faqs").mkdir()
    shutil.copytree(PROJECT / "knowledge" / "rulesets", root / "rulesets")
    (root / "sources" / "main.toml").write_text(SOURCES, "utf-8")
    (root / "courses.toml").write_text("", "utf-8")
    return root


def write(tree: Path, *entries: str) -> None:
    head = '+++\nkind = "faq"\nvalid_from = 2021-11-01\nchecked_on = 2026-11-21\n+++\n'
    (tree / "faqs" / "x.md").write_text(head + "".join(entries), "utf-8")


def entry(id_: str, sentence: str, title: str = "Is it so?", more: str = "") -> str:
    return ENTRY.format(id=id_, sentence=sentence, title=title, more=more)


def problems(tree: Path, originals: Path | None = None) -> list[Problem]:
    return list(check_everything(tree, TODAY, originals)[1])


def test_sound_content_has_no_problems(tree: Path) -> None:
    write(tree, entry("faq-a", "Yes, it is so."))
    assert problems(tree) == []


CLAIM = (
    'claims = [{{ statement = {n}, cohort = "2026b", course = "{course}", facts = {facts}, outcome = "{outcome}" }}]'
)


def claim(outcome: str, n: int = 1, course: str = "npq-headship", facts: str = "{ works_in_england = false }") -> str:
    return CLAIM.format(n=n, course=course, facts=facts, outcome=outcome)


def test_a_claim_that_the_rules_bear_out_is_fine(tree: Path) -> None:
    write(tree, entry("faq-a", "No, it is not.", more=claim("not_eligible")))
    assert problems(tree) == []


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            claim("eligible"),
            "claims 'eligible' for npq-headship in 2026b; the rules say 'not_eligible'",
        ),
        (claim("not_eligible", n=3), "names sentence 3"),
        (claim("not_eligible", course="npq-head"), "cannot be run: There is no course 'npq-head'"),
        (claim("not_eligible", facts="{ works_in_englund = false }"), "did you mean 'works_in_england'?"),
    ],
)
def test_a_claim_that_they_do_not_is_an_error_with_its_line(tree: Path, more: str, words: str) -> None:
    write(tree, entry("faq-a", "No, it is not.", more=more))
    (problem,) = problems(tree)
    assert words in problem.message
    assert problem.severity is Severity.ERROR
    assert (problem.file, problem.line > 0) == ("knowledge/faqs/x.md", True)


def test_broken_rules_are_a_problem_and_no_crash(tree: Path) -> None:
    (tree / "rulesets" / "funding-2026b.toml").write_text("cohort = 3", "utf-8")
    write(tree, entry("faq-a", "Yes."))
    assert any("funding-2026b.toml" in problem.message for problem in problems(tree))


@pytest.fixture
def originals(tmp_path: Path) -> Path:
    folder = tmp_path / "originals"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "You can be sure that every course is open to all teachers.\n"
        "See the Rules of the Scheme for scholarships in schools and colleges.", "utf-8"
    )  # fmt: skip
    return folder


def test_eight_words_in_a_row_from_an_original_are_an_error(tree: Path, originals: Path) -> None:
    copied = entry("faq-b", "Yes: you can be sure that every course is, OPEN.")
    write(tree, entry("faq-a", "So every course: is open, to all teachers who ask."), copied)
    (problem,) = problems(tree, originals)
    assert problem.message == "eight words in common with one.txt: 'you can be sure that every course is'"


def test_official_titles_may_be_named(tree: Path, originals: Path) -> None:
    sentence = "Read the rules of the scheme for scholarships in schools and colleges first."
    write(tree, entry("faq-a", sentence))
    assert not [problem for problem in problems(tree, originals) if problem.severity is Severity.ERROR]


def test_wording_on_the_list_of_official_wording_may_be_used(tree: Path, originals: Path) -> None:
    write(tree, entry("faq-a", "You can be sure that every course is open."))
    assert len(problems(tree, originals)) == 1
    (tree / "official_wording.toml").write_text('phrases = ["every course is open"]', "utf-8")
    assert problems(tree, originals) == []


def test_a_course_may_be_named_in_full_and_a_short_title_hides_nothing(tree: Path, originals: Path) -> None:
    course = """
[course.npq-leading-behaviour-culture]
code = "NPQLBC"
name = "NPQ for Leading Behaviour and Culture"
short_name = "the NPQ for Leading Behaviour and Culture (NPQLBC)"
group = "specialist"
taught_months = 12
order = 1
"""
    (tree / "courses.toml").write_text(course, "utf-8")
    (tree / "sources" / "main.toml").write_text(
        SOURCES + SOURCES.replace(".a]", ".b]").replace(TITLE, "Course"), "utf-8"
    )
    in_full = "national professional qualification in leading behaviour and culture"
    (originals / "two.txt").write_text(
        f"Take the {in_full}. Ask early whether any course suits what you do now.", "utf-8"
    )
    (tree / "names.toml").write_text(f'[courses]\nnpq-leading-behaviour-culture = ["{in_full}"]', "utf-8")
    write(tree, entry("faq-a", "Ask early whether any course suits what you do."))
    (problem,) = problems(tree, originals)
    assert "'ask early whether any course suits what you'" in problem.message


def test_a_table_may_not_hold_what_was_taken_either(tree: Path, originals: Path) -> None:
    write(tree, entry("faq-a", "Yes."))
    (tree / "progression.toml").write_text('[[step]]\nbecause = "you can be sure that every course is open"', "utf-8")
    (problem,) = problems(tree, originals)
    assert problem.file == "knowledge/progression.toml"
    assert "eight words in common with one.txt" in problem.message


def test_a_provider_that_no_cited_source_records_is_an_error(tree: Path) -> None:
    (tree / "names.toml").write_text('[providers]\n"Teach Best" = ["teach best", "tb npq"]', "utf-8")
    write(tree, entry("faq-a", "Teach Best runs it."))
    (problem,) = problems(tree)
    assert problem.message == "no cited source records the provider Teach Best"
    assert problem.severity is Severity.ERROR
    (tree / "sources" / "main.toml").write_text(f'{SOURCES}figures = ["TB NPQ"]', "utf-8")
    assert problems(tree) == []


def test_a_missing_folder_of_originals_is_not_passed_over(tree: Path) -> None:
    write(tree, entry("faq-a", "Yes."))
    with pytest.raises(FileNotFoundError):
        problems(tree, tree / "nowhere")


def test_two_entries_that_say_nearly_the_same_are_reported(tree: Path) -> None:
    said = "Yes, you may take the course again after one full year has passed"
    write(
        tree, entry("faq-a", f"{said}."), entry("faq-b", f"{said} by."), entry("faq-c", "No, ask your provider first.")
    )
    (problem,) = problems(tree)
    assert problem.message == "'faq-b' says nearly the same as 'faq-a'"
    assert problem.severity is Severity.WARNING


def test_a_held_out_phrasing_that_finds_something_else_is_a_warning(tree: Path) -> None:
    write(tree, entry("faq-a", "Yes, it is so."))
    base, _ = check_everything(tree, TODAY)

    def search(question: str, k: int) -> Sequence[str]:
        return ["faq-a"] if "one" in question else ["faq-b"] * k

    (problem,) = held_out_phrasings_find_their_entry(base, search, TODAY)
    assert "'held two faq-a' does not find 'faq-a' in the first 3; it finds 'faq-b'" in problem.message
    assert problem.severity is Severity.WARNING
