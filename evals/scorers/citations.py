"""Does every sentence stand on what it cites? All of it is checked word by word, number by number, without a judge.

A statement of the knowledge base is supported by a citation of itself; a sentence about a verdict, by a rule line that
holds its figures. How an adviser checks itself is not used here: a fault there must show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from advisor.core.courses import COURSES
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.figures import find_figures, supported
from evals.score import Score, Seen

_SUMMARY_REMARK = re.compile(r" \(a general summary, to be checked against the official framework\)")
_MARKER = re.compile(r"\s?\[\d+\]")
_TABLE_HEAD = re.compile(r"^\|.*\|\n(?=\| ?-)", re.MULTILINE)
_FUNDING_RULE = re.compile(r"(?:funding-)?\d{4}[a-z]#")
_CODES = re.compile(r"\b(?:NPQ[A-Z]{1,3}|NPQ for SENCOs|EHCO)\b")
Citation = Mapping[str, Any]
Statement = Mapping[str, Any]


@lru_cache(maxsize=20_000)
def _figures(text: str) -> frozenset[str]:
    """The figures of a text; kept, since the same statements are cited over and over."""
    return frozenset(find_figures(text))


def score_citations(seen: Seen) -> Iterator[Score]:
    """Yield the citation measures of a reply that cites."""
    citations, statements = list(seen.reply.get("citations") or ()), list(seen.reply.get("statements") or ())
    if not citations and not statements:
        return
    by_number = {citation["n"]: citation for citation in citations}
    unresolved = [c["id"] for c in citations if not _resolves(c, seen)]
    yield seen.score("citations_resolve", not unresolved, f"lead nowhere: {', '.join(unresolved)}")
    altered = [c["id"] for c in citations if not _is_verbatim(c, seen)]
    yield seen.score("quotes_verbatim", not altered, f"not our words: {', '.join(altered)}")
    if statements:
        yield from _score_statements(seen, statements, by_number)


def _score_statements(seen: Seen, statements: list[Statement], by_number: Mapping[int, Citation]) -> Iterator[Score]:
    bare = [s["text"] for s in statements if not _is_supported(s, by_number, seen)]
    yield seen.score("citation_recall", 1 - len(bare) / len(statements), f"not backed: {' / '.join(bare)}")
    pairs = [(s, by_number[n]) for s in statements for n in s["citations"] if n in by_number]
    if pairs:
        idle = [f"{c['id']} for '{s['text']}'" for s, c in pairs if not _helps(s, c, seen)]
        yield seen.score("citation_precision", 1 - len(idle) / len(pairs), f"do not back it: {' / '.join(idle)}")
    numbers = [s["text"] for s in statements if _loose_figures(s, by_number, seen)]
    yield seen.score("figures_backed", not numbers, f"figures nothing records: {' / '.join(numbers)}")
    names = [s["text"] for s in statements if _loose_names(s, by_number, seen)]
    yield seen.score("names_backed", not names, f"courses nothing names: {' / '.join(names)}")
    loose = _outside_statements(seen, statements)
    yield seen.score("nothing_uncited", not loose, f"figures outside any statement: {', '.join(sorted(loose))}")


def _resolves(citation: Citation, seen: Seen) -> bool:
    """A passage leads to a statement and one of its sources, a rule line to a step of a verdict in this reply.

    The rules beside funding leave no trace in the reply; of theirs, the source has to be one that is known.
    """
    if _is_finding(citation):
        return citation.get("title") in {source.title for source in seen.base.sources.values()}
    if citation["kind"] == "ruleset":
        return _rule_line(citation, seen) is not None
    found = _statement(citation, seen.base)
    return found is not None and citation.get("title") in {s.title for s in found[1]}


def _is_verbatim(citation: Citation, seen: Seen) -> bool:
    if _is_finding(citation):
        return bool(citation["quote"])
    if citation["kind"] == "ruleset":
        return str(citation["quote"]) == _rule_line(citation, seen)
    found = _statement(citation, seen.base)
    return found is not None and _plain(citation["quote"]) == _plain(found[0])


def _is_supported(statement: Statement, by_number: Mapping[int, Citation], seen: Seen) -> bool:
    cited = [by_number[n] for n in statement["citations"] if n in by_number]
    if not cited or len(cited) < len(statement["citations"]):
        return False
    return any(_helps(statement, citation, seen) for citation in cited) and not _loose_figures(
        statement, by_number, seen
    )


def _helps(statement: Statement, citation: Citation, seen: Seen) -> bool:
    """Return whether the citation is the statement itself, a row made of it, or a rule line of a verdict on it."""
    text, quote = _plain(statement["text"]), _plain(citation["quote"])
    if citation["kind"] == "ruleset" and not _is_finding(citation):
        return _rule_line(citation, seen) is not None
    if text == quote:
        return True
    # A row of a table, or a reason for a suggestion, shortens a statement: its words have to come from there.
    return _share_of_words(text, quote) >= 0.3 or bool(_figures(text) & _figures(quote))


def _loose_figures(statement: Statement, by_number: Mapping[int, Citation], seen: Seen) -> frozenset[str]:
    """Return the figures of a statement that neither its sources record nor its rule lines hold."""
    figures = _figures(statement["text"])
    if not figures:
        return figures
    recorded = _figures_of_verdicts(seen)
    for number in statement["citations"]:
        if number in by_number:
            recorded |= _figures_behind(by_number[number], seen)
    return figures - supported(figures, recorded)


def _figures_behind(citation: Citation, seen: Seen) -> frozenset[str]:
    if citation["kind"] == "ruleset":
        return _figures(citation["quote"])
    found = _statement(citation, seen.base)
    sources = found[1] if found else ()
    texts = [part for source in sources for part in (*source.figures, source.url or "")]
    return _figures(" ; ".join(texts))


def _figures_of_verdicts(seen: Seen) -> frozenset[str]:
    """Figures a sentence about a verdict may hold: those of its intake, of its trace, and of the names of lists."""
    found: frozenset[str] = frozenset()
    for verdict in seen.reply.get("verdicts") or ():
        lines = " ".join(step["because"] for step in verdict.get("steps") or ())
        found |= _figures(f"{(verdict.get('cohort') or '')[:4]} first five years; 16 to 19; PP50; {lines}")
    return found


def _loose_names(statement: Statement, by_number: Mapping[int, Citation], seen: Seen) -> frozenset[str]:
    """Return the course codes of a statement that none of its citations, verdicts or suggestions is about."""
    codes = frozenset(_CODES.findall(statement["text"]))
    if not codes:
        return codes
    known = {COURSES[v["course"]].code for v in seen.reply.get("verdicts") or () if v["course"] in COURSES}
    known |= {COURSES[s["course"]].code for s in seen.reply.get("suggestions") or () if s["course"] in COURSES}
    cited = [by_number[n] for n in statement["citations"] if n in by_number]
    if any(citation["kind"] == "ruleset" for citation in cited):
        return frozenset()
    quotes = " ".join(citation["quote"] for citation in cited)
    return codes - known - frozenset(_CODES.findall(quotes)) - _codes_of_entries(cited, seen.base)


def _codes_of_entries(cited: list[Citation], base: KnowledgeBase) -> frozenset[str]:
    ids = [citation["id"].rsplit(".", 1)[0] for citation in cited]
    return frozenset(COURSES[c].code for id_ in ids if id_ in base.entries for c in base.entries[id_].courses)


def _outside_statements(seen: Seen, statements: list[Statement]) -> frozenset[str]:
    """Return the figures that stand in the text but in no statement, question or courtesy."""
    rest = _MARKER.sub("", _TABLE_HEAD.sub("", seen.text))
    for statement in statements:
        for part in statement["text"].split(" | "):
            rest = rest.replace(part, " ")
    question = (seen.reply.get("question") or {}).get("text") or ""
    return _figures(rest.replace(question, " ") if question else rest)


def _is_finding(citation: Citation) -> bool:
    """Return whether this cites a rule beside the funding rules: suitability, progression, the SENCO deadline."""
    return str(citation["kind"]) == "ruleset" and not _FUNDING_RULE.match(str(citation["id"]))


def _rule_line(citation: Citation, seen: Seen) -> str | None:
    condition = str(citation["id"]).split("#")[-1]
    for verdict in seen.reply.get("verdicts") or ():
        for step in verdict.get("steps") or ():
            if step["condition"] == condition and step["because"] == citation["quote"]:
                return str(step["because"])
    return None


def _statement(citation: Citation, base: KnowledgeBase) -> tuple[str, tuple[Any, ...]] | None:
    try:
        statement, _ = base.statement(str(citation["id"]))
    except KeyError:
        return None
    return statement.text, tuple(base.sources[id_] for id_ in statement.sources)


def _plain(text: str) -> str:
    bare = _SUMMARY_REMARK.sub("", text)
    return " ".join(bare.replace("’", "'").split()).casefold()


def _share_of_words(text: str, quote: str) -> float:
    words = set(re.findall(r"[a-z0-9]{4,}", text))
    return len(words & set(re.findall(r"[a-z0-9]{4,}", quote))) / len(words) if words else 0.0
