from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from advisor.build import build_advisor
from advisor.core.errors import BadContent
from advisor.refreshing import refresh_index
from advisor.settings import PROJECT, Settings
from tests.fakes import FakeEmbedder
from tests.knowledge.trees import Tree


def test_content_with_errors_is_not_indexed(tmp_path: Path) -> None:
    (tmp_path / "knowledge" / "sources").mkdir(parents=True)
    (tmp_path / "knowledge" / "x.md").write_text("a line that is nothing\n", "utf-8")
    settings = Settings(knowledge_path=tmp_path / "knowledge", index_path=tmp_path / "index")
    with pytest.raises(BadContent, match=r"knowledge/.*errors in all"):
        refresh_index(settings)
    assert not (tmp_path / "index").exists()


def test_the_index_that_is_built_is_the_one_the_adviser_reads(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    for table in ("names", "places", "intents", "abbreviations", "earlier"):
        shutil.copy(PROJECT / "knowledge" / f"{table}.toml", tree.root)
    settings = Settings(knowledge_path=tree.root, index_path=tmp_path / "index")
    embedder = FakeEmbedder()
    assert refresh_index(settings, embedder=embedder) == "there is no index yet"
    passages = embedder.encoded
    build_advisor(settings, embedder=embedder)
    assert embedder.encoded == passages
