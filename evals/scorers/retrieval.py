"""Does the search find the entries that answer? Computed by ir-measures, the field's own definitions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import ir_measures
from ir_measures import RR, R, nDCG

from evals.score import Score, Seen

DEPTHS = (1, 3, 5, 10)


def score_retrieval(seen: Seen) -> Iterator[Score]:
    """Yield ranking measures where entries are known to answer, and whether anything out of force was found."""
    found = seen.record.retrieved
    if found is None or not seen.case.asks_in_words:
        return
    stale = [item.entry for item in found if item.superseded or item.entry in seen.case.superseded]
    yield seen.score("superseded_found", bool(stale), f"out of force: {', '.join(stale)}")
    grades = {gold.entry: gold.grade for gold in seen.case.gold or () if gold.grade > 0}
    if not grades:
        return
    ranking = [item.entry for item in found]
    reason = f"found {', '.join(ranking[:5]) or 'nothing'}; wanted {', '.join(grades)}"
    for measure, value in ranking_values(ranking, grades).items():
        yield seen.score(measure, value, reason if value < 1 else "")


def score_source(seen: Seen) -> Iterator[Score]:
    """Yield whether the reply cites an entry that answers, whatever the search found first."""
    best = {gold.entry for gold in seen.case.gold or () if gold.grade == 2}
    if not best or seen.reply.get("kind") != "answer":
        return
    cited = {str(citation["id"]).rsplit(".", 1)[0] for citation in seen.reply.get("citations") or ()}
    yield seen.score(
        "cites_gold", bool(best & cited), f"cites {', '.join(sorted(cited)[:6])}; not {', '.join(sorted(best))}"
    )


def ranking_values(ranking: list[str], grades: dict[str, int]) -> dict[str, float]:
    """Return each measure's value for one ranking; nothing found is a true 0, since something could have been.

    Recall and reciprocal rank ask for the entries that answer: those of the highest grade given. nDCG counts the
    entries that only help as well, for less.

    >>> ranking_values(["b", "a"], {"a": 2})["rr@10"]
    0.5
    """
    names = _measures(max(grades.values()))
    run = {"q": {entry: float(len(ranking) - place) for place, entry in enumerate(ranking)}}
    values = {metric.measure: metric.value for metric in ir_measures.iter_calc(list(names), {"q": grades}, run)}
    return {names[measure]: float(values.get(measure, 0.0)) for measure in names}


@lru_cache(maxsize=2)
def _measures(answers: int) -> dict[Any, str]:
    recall = {R(rel=answers) @ depth: f"recall@{depth}" for depth in DEPTHS}
    return {**recall, **{nDCG @ depth: f"ndcg@{depth}" for depth in DEPTHS}, RR(rel=answers) @ 10: "rr@10"}
