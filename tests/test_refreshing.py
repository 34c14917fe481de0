from __future__ import annotations

from pathlib import Path

import pytest

from advisor.core.errors import BadContent
from advisor.refreshing import refresh_index
from advisor.settings import Settings


def test_content_with_errors_is_not_indexed(tmp_path: Path) -> None:
    (tmp_path / "knowledge" / "sources").mkdir(parents=True)
    (tmp_path / "knowledge" / "x.md").write_text("a line that is nothing\n", "utf-8")
    settings = Settings(knowledge_path=tmp_path / "knowledge", index_path=tmp_path / "index")
    with pytest.raises(BadContent, match=r"knowledge/.*errors in all"):
        refresh_index(settings)
    assert not (tmp_path / "index").exists()
