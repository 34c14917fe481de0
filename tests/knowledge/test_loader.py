from __future__ import annotations

from pathlib import Path

import pytest

from advisor.knowledge.loader import hash_tree, load_knowledge, read_table
from advisor.knowledge.schema import Basis, Kind, Role
from tests.knowledge.trees import COURSES, HEADER, SOURCE, Tree

FAQ = "knowledge/faqs/length.md"


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def test_a_sound_tree_loads_whole(tree: Tree) -> None:
    base, problems = tree.load()
    assert problems == ()
    assert set(base.sources) == {"guide"}
    assert set(base.courses) == {"npq-headship"}
    entry = base.entries["faq-length"]
    assert (entry.kind, entry.title, entry.topics, entry.file, entry.line) == (
        Kind.FAQ,
        "How long is it?",
        ("length",),
        FAQ,
        8,
    )
    assert [(s.id, s.role, s.basis, s.line) for s in entry.statements] == [
        ("faq-length.1", Role.ANSWER, Basis.SEEN, 14),
        ("faq-length.2", Role.NEXT, Basis.SEEN, 15),
    ]
    assert base.statement("faq-length.2")[1] is entry


MISTAKES = [
    ('id = "faq-length"', "", 8, "an entry needs an id"),
    ('id = "faq-length"', 'id = "length"', 8, "starts with 'faq-'"),
    ('id = "faq-length"', 'id = "faq-length"\ncolour = "red"', 8, "unknown field 'colour'"),
    ('id = "faq-length"', 'id = "faq-length"\nvalid_from = "soon"', 8, "valid_from"),
    ('id = "faq-length"', 'id = "faq-length"\nreply = "maybe"', 8, "reply"),
    ("{next}", "{soon}", 15, "unknown mark 'soon'"),
    ('kind = "faq"', 'kind = "essay"', 8, "kind"),
    ("- It takes", "It takes", 14, "neither heading, block nor"),
    ("18 months. [guide]", "18 months.", 14, "must end with the ids"),
    ('kind = "faq"', "kind = faq", 1, "not valid TOML"),
]


@pytest.mark.parametrize(("old", "new", "line", "words"), MISTAKES, ids=[words for *_, words in MISTAKES])
def test_each_mistake_is_named_with_its_file_and_line(tree: Tree, old: str, new: str, line: int, words: str) -> None:
    found = [problem for problem in tree.faq(old, new).problems() if problem.startswith(f"{FAQ}:{line}: error: ")]
    assert any(words in problem for problem in found), tree.problems()


def test_an_entry_that_says_nothing_is_a_mistake(tree: Tree) -> None:
    more = '\n## Empty?\n+++\nid = "faq-empty"\n+++\n'
    assert tree.faq(more=more).problems() == [f"{FAQ}:17: error: entry 'faq-empty' says nothing"]


def test_an_id_taken_names_where_it_was_taken(tree: Tree) -> None:
    more = '\n## Again?\n+++\nid = "faq-length"\n+++\n- Yes. [guide]\n'
    assert tree.faq(more=more).problems() == [f"{FAQ}:17: error: id 'faq-length' is taken by {FAQ}:8"]
    assert tree.load()[0].entries["faq-length"].title == "How long is it?"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SOURCE + '\n[figures]\nnowhere = ["3"]', "figures given for unknown source 'nowhere'"),
        (SOURCE.replace('tier = "dfe"', 'tier = "blog"'), "source 'guide': tier"),
        (SOURCE.replace('title = "A guide"\n', ""), "source 'guide': title"),
        ("[source", "not valid TOML"),
    ],
)
def test_a_mistake_in_a_source_is_named(tree: Tree, text: str, words: str) -> None:
    tree.write("sources/main.toml", text)
    assert any(words in problem and problem.startswith("knowledge/sources") for problem in tree.problems())


def test_a_source_entered_twice_is_a_mistake(tree: Tree) -> None:
    tree.write("sources/other.toml", SOURCE)
    assert tree.problems() == ["knowledge/sources/other.toml:0: error: source 'guide' entered twice"]


def test_figures_of_a_source_may_lie_in_another_file(tree: Tree) -> None:
    tree.write("sources/other.toml", '[figures]\nguide = ["8 days"]')
    base, problems = tree.load()
    assert problems == ()
    assert base.sources["guide"].figures == ("18 months", "£1,885", "8 days")


def test_courses_are_read_in_their_order_and_their_mistakes_named(tree: Tree) -> None:
    second = COURSES.replace("npq-headship", "npq-first").replace("order = 1", "order = 0")
    tree.write("courses.toml", COURSES + second)
    assert list(tree.load()[0].courses) == ["npq-first", "npq-headship"]
    tree.write("courses.toml", COURSES.replace('code = "NPQH"\n', ""))
    assert tree.problems() == ["knowledge/courses.toml:0: error: course 'npq-headship': code: Field required"]
    (tree.root / "courses.toml").unlink()
    assert "knowledge/courses.toml:0: error: the list of courses is missing" in tree.problems()


@pytest.mark.parametrize(
    ("kind", "entry_id", "attribute"),
    [("course", "npq-headship#length", "length"), ("framework", "npq-headship-framework#length", None)],
)
def test_ids_of_course_and_framework_entries_are_made_from_the_file(
    tree: Tree, kind: str, entry_id: str, attribute: str | None
) -> None:
    head = HEADER.replace('kind = "faq"', f'kind = "{kind}"\ncourse = "npq-headship"\nbasis = "general"')
    tree.write("courses/x.md", f'{head}## Length\n+++\nid = "length"\n+++\n- It takes 18 months. [guide]\n')
    base, problems = tree.load()
    assert problems == ()
    entry = base.entries[entry_id]
    assert (entry.attribute, entry.courses, entry.statements[0].basis) == (attribute, ("npq-headship",), Basis.GENERAL)


def test_files_about_the_content_are_not_part_of_it(tree: Tree) -> None:
    tree.write("README.md", "plain words")
    tree.write("CHANGES.md", "plain words")
    assert tree.problems() == []


def test_the_hash_follows_the_content_and_nothing_else(tree: Tree) -> None:
    before = hash_tree(tree.root)
    tree.write("README.md", "plain words")
    tree.write("notes.txt", "plain words")
    assert hash_tree(tree.root) == before
    tree.faq("18 months", "19 months")
    assert hash_tree(tree.root) != before


def test_a_folder_without_sources_is_no_content(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="not a knowledge folder"):
        load_knowledge(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_table(tmp_path, "names.toml")
