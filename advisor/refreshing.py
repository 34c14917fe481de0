"""Bring the search index up to date without answering anything.

When it is out of date and how it is built is left to `advisor.retrieval`.
"""

from __future__ import annotations

from advisor.build import build_encoders, build_index, build_lexicon
from advisor.core.errors import BadContent
from advisor.knowledge.loader import load_knowledge
from advisor.knowledge.passages import make_passages
from advisor.knowledge.problem import Severity
from advisor.retrieval.embedding import Embedder
from advisor.settings import Settings


def refresh_index(settings: Settings, *, rebuild: bool = False, embedder: Embedder | None = None) -> str | None:
    """Build the index where that is needed, or asked for; return why it was built, None where it was up to date.

    Raises:
        BadContent: where the content has errors; the message holds the first.
        IndexBuildError, EmbeddingError: see `advisor.retrieval`.
    """
    base, problems = load_knowledge(settings.knowledge_path)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise BadContent(f"{errors[0]} ({len(errors)} errors in all; `npq-advisor check` lists them)")
    passages = make_passages(base.entries.values(), base.courses)
    encoders = build_encoders(settings, embedder)
    return build_index(settings, base, build_lexicon(settings, base), passages, encoders, rebuild=rebuild).built_because
