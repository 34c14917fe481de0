from __future__ import annotations

import pytest

from advisor.knowledge.markdown import parse_content

FILE = "knowledge/faqs/x.md"
TEXT = """+++
kind = "faq"
+++

<!-- a remark -->
# A title

## First?
+++
id = "faq-first"
+++
- Yes, it is. {answer partial} [one, two]
- It depends on [brackets] in the text. [one]

## Second?
- No. [two-b.c_d]
"""


def test_a_file_is_its_header_its_entries_and_their_sentences() -> None:
    content = parse_content(TEXT, FILE)
    assert content.problems == ()
    assert content.header == {"kind": "faq"}
    assert [(s.title, s.line, s.fields) for s in content.sections] == [
        ("First?", 8, {"id": "faq-first"}),
        ("Second?", 15, {}),
    ]
    first, second = content.sections[0].statements
    assert (first.text, first.tags, first.sources, first.line) == (
        "Yes, it is.",
        ("answer", "partial"),
        ("one", "two"),
        12,
    )
    assert (second.text, second.tags, second.sources) == ("It depends on [brackets] in the text.", (), ("one",))
    assert content.sections[1].statements[0].sources == ("two-b.c_d",)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- Too early. [a]", 1, "before the first heading"),
        ("## H\n- No source.", 2, "must end with the ids of its sources"),
        ("## H\n- Wrong ids. [A B!]", 2, "must end with the ids"),
        ("## H\nplain text", 2, "neither heading, block nor"),
        ("## H\n* a star [a]", 2, "neither heading, block nor"),
        ("## H\n\n+++\nid = \n+++\n- Fine. [a]", 3, "not valid TOML"),
    ],
)
def test_a_line_that_fits_nothing_is_a_problem_on_its_line(text: str, line: int, words: str) -> None:
    (problem,) = parse_content(text, FILE).problems
    assert (problem.file, problem.line) == (FILE, line)
    assert words in problem.message
    assert str(problem).startswith(f"{FILE}:{line}: error: ")


def test_what_can_be_read_is_kept_beside_what_cannot() -> None:
    content = parse_content("## H\n- Bad.\n- Good. [a]\n", FILE)
    assert len(content.problems) == 1
    assert [s.text for s in content.sections[0].statements] == ["Good."]


def test_a_block_that_never_ends_is_read_to_the_end() -> None:
    assert parse_content('## H\n+++\nid = "x"', FILE).sections[0].fields == {"id": "x"}


def test_an_empty_file_is_empty() -> None:
    content = parse_content("", FILE)
    assert (content.header, content.sections, content.problems) == ({}, (), ())
