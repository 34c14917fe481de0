"""Wire the parts together: the only place that picks implementations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from advisor.dialogue.intent_store import arrays_of, intent_key, kept_vectors, model_from, vectors_of
from advisor.dialogue.lexicon import Lexicon, make_lexicon
from advisor.dialogue.told.reader import ToldReader
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.loader import load_knowledge, read_table
from advisor.knowledge.passages import Passage, make_passages
from advisor.knowledge.problem import Problem, Severity
from advisor.pipeline import Advisor
from advisor.retrieval.adapting import ADAPTER_VERSION, tuned_arrays, tuned_vectors, turned_from
from advisor.retrieval.embedding import PACKAGED_MODEL, Embedder, SentenceEmbedder, Vectors, packaged_model_folder
from advisor.retrieval.expanding import ExpandingEmbedder
from advisor.retrieval.hybrid import EntryRetriever, HybridOptions, HybridRetriever
from advisor.retrieval.index import Artefacts, ArtefactSource, Index, open_index
from advisor.retrieval.tuned import TunedEmbedder
from advisor.retrieval.words import Tokeniser, shared_names
from advisor.settings import Settings
from advisor.turn.needs import Needs


class ContentError(Exception):
    """The content cannot be used; the message lists its errors."""


@dataclass(frozen=True, slots=True)
class Encoders:
    """What turns text into vectors, for building the index and for searching it: they must be the same."""

    plain: ExpandingEmbedder
    tuned: ExpandingEmbedder | None  # the packaged model, tuned to tell our entries apart; of no other there is one

    @property
    def key(self) -> str:
        """Stand for what the vectors beside the index are made with."""
        return (self.tuned or self.plain).model_id


def build_advisor(
    settings: Settings | None = None, *, embedder: Embedder | None = None, options: HybridOptions | None = None
) -> Advisor:
    """Return an adviser ready to answer; builds the index where it is missing or stale.

    Raises:
        ContentError: where the content has an error that would make answers wrong.
        IndexBuildError, EmbeddingError: see `advisor.retrieval`.
    """
    chosen = settings or Settings()
    base, problems = load_knowledge(chosen.knowledge_path)
    _refuse_broken(problems)
    lexicon = build_lexicon(chosen, base)
    encoders = build_encoders(chosen, embedder)
    encoder = encoders.plain
    passages = make_passages(base.entries.values(), base.courses)
    index = build_index(chosen, base, lexicon, passages, encoders)
    names = read_table(chosen.knowledge_path, "names.toml")
    hybrid = HybridRetriever(
        passages,
        index.vectors,
        encoder,
        turned=turned_from(index.artefacts, passages, index.vectors, encoder, encoders.tuned),
        tokeniser=Tokeniser(shared_names(names, ("courses", "lists", "providers"))),
        options=options,
    )
    lexicon = replace(lexicon, model=model_from(index.artefacts), told=ToldReader())

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([encoder.encode_query(text) for text in texts])

    retriever = EntryRetriever(hybrid=hybrid, entries=base.entries, sources=base.sources, clock=chosen.clock)
    return Advisor(Needs(base, hybrid, lexicon, encode), chosen.clock, retriever)


def build_lexicon(settings: Settings, base: KnowledgeBase) -> Lexicon:
    """Return the words understanding rests on; the model's own word list says what is no misspelling."""
    root = settings.knowledge_path
    texts = [text for e in base.entries.values() for text in (e.title, *(s.text for s in e.statements))]
    asked = [text for e in base.entries.values() for text in e.ask]
    return make_lexicon(
        read_table(root, "names.toml"),
        read_table(root, "places.toml"),
        read_table(root, "intents.toml"),
        texts,
        _common_words(),
        read_table(root, "abbreviations.toml")["typed"],
        asked,
        read_table(root, "earlier.toml"),
    )


def build_encoders(settings: Settings, embedder: Embedder | None = None) -> Encoders:
    """Return the encoders for `embedder`, or for the configured model; the packaged model alone has a tuned one."""
    words = read_table(settings.knowledge_path, "abbreviations.toml")["expand"]
    model = embedder or SentenceEmbedder(settings.model)
    packaged = model.model_id.startswith(f"{PACKAGED_MODEL}@")
    return Encoders(ExpandingEmbedder(model, words), ExpandingEmbedder(TunedEmbedder(), words) if packaged else None)


def build_index(
    settings: Settings,
    base: KnowledgeBase,
    lexicon: Lexicon,
    passages: Sequence[Passage],
    encoders: Encoders,
    *,
    rebuild: bool = False,
) -> Index:
    """Open the index for this content, or build it with what is learned of it beside it."""

    def train(lent: Artefacts, ordered: Sequence[Passage], found_by: Vectors) -> dict[str, NDArray[np.generic]]:
        from advisor.dialogue.intent_training import collect_examples, train_intents
        from advisor.retrieval.adapter_training import train_adapter

        examples = collect_examples(lexicon.intents, base.entries.values(), lexicon.mask)
        vectors = vectors_of([text for text, _ in examples], lent, encoders.plain.encode)
        intents = arrays_of(train_intents(examples, vectors)) | kept_vectors(examples, vectors)
        if encoders.tuned is None:
            return intents | train_adapter(ordered, found_by)
        tuned = tuned_vectors(lent, ordered, encoders.tuned)
        return intents | tuned_arrays(ordered, tuned, encoders.tuned) | train_adapter(ordered, tuned)

    key = f"{intent_key(base.content_hash)}-adapter-{ADAPTER_VERSION}-{encoders.key}"
    return open_index(settings.index_path, passages, encoders.plain, ArtefactSource(key, train), rebuild=rebuild)


def _refuse_broken(problems: Sequence[Problem]) -> None:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise ContentError("the content has errors:\n" + "\n".join(str(error) for error in errors[:20]))


def _common_words() -> tuple[str, ...]:
    vocabulary = packaged_model_folder() / "vocab.txt"
    return tuple(word for word in vocabulary.read_text(encoding="utf-8").split() if word.isalpha())
