"""The adviser with its real content and a stand-in for the model: exact words and hashed ones decide."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from advisor.build import build_lexicon
from advisor.dialogue.state import DialogueState
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.loader import load_knowledge
from advisor.knowledge.passages import PassageKind, make_passages
from advisor.pipeline import Advisor
from advisor.reply import Reply
from advisor.retrieval.hybrid import EntryRetriever, HybridRetriever
from advisor.settings import Settings
from advisor.turn.needs import Needs
from tests.fakes import FakeEmbedder

TODAY = date(2026, 11, 21)


def today() -> date:
    return TODAY


@lru_cache(maxsize=1)
def knowledge() -> KnowledgeBase:
    """Return the shipped content, read once."""
    return load_knowledge(Settings().knowledge_path)[0]


@lru_cache(maxsize=1)
def adviser() -> Advisor:
    """Return an adviser over the shipped content that needs neither model nor index."""
    base = knowledge()
    # Leaving out the other ways of asking makes each search ten times as fast; what it finds matters little here.
    passages = [p for p in make_passages(base.entries.values(), base.courses) if p.kind is not PassageKind.QUESTION]
    embedder = FakeEmbedder()
    vectors = embedder.encode([passage.text for passage in passages])
    hybrid = HybridRetriever(passages, vectors, embedder)
    needs = Needs(base, hybrid, build_lexicon(Settings(), base), None)
    entries = EntryRetriever(hybrid=hybrid, entries=base.entries, sources=base.sources, clock=today)
    return Advisor(needs, today, entries)


def through_json(state: DialogueState) -> DialogueState:
    return DialogueState.model_validate_json(state.model_dump_json())


def spoken(npq: Advisor, *messages: str) -> Reply:
    """Return the reply to the last message, the state of each turn having gone through JSON."""
    reply = npq.reply(messages[0])
    for message in messages[1:]:
        reply = npq.reply(message, through_json(reply.state))
    return reply
