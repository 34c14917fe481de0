"""How much of somebody's own answer is in the reply: its words, and its figures. A guide for reading, not a verdict.

Two true answers may share few words; a figure that is in one and not in the other is worth looking at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answering.selecting import content_words
from advisor.knowledge.figures import find_figures
from evals.score import Score, Seen

_MARKER = re.compile(r"\[\d+\]")


def score_reference(seen: Seen) -> Iterator[Score]:
    """Yield the share of the reference's meaning-bearing words, and of its figures, that the reply has."""
    if not seen.case.answer or not seen.case.asks_in_words:
        return
    text = _MARKER.sub(" ", seen.text)
    wanted = content_words(seen.case.answer)
    if wanted:
        lacking = sorted(wanted - content_words(text))
        yield seen.score("reference_words", 1 - len(lacking) / len(wanted), f"lacks {', '.join(lacking[:12])}")
    figures = find_figures(seen.case.answer)
    if figures:
        absent = sorted(figures - find_figures(text))
        yield seen.score("reference_figures", 1 - len(absent) / len(figures), f"lacks {', '.join(absent[:12])}")
