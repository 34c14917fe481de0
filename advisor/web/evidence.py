"""Draw what stands behind a reply: its sources, why it says so, and what is known about the person.

The words come from `advisor.explaining`; cleaning is left to `view.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from advisor.answering.citations import Citation
from advisor.answering.wording import whom
from advisor.dialogue.state import SELF
from advisor.explaining import (
    BASES,
    TRUTHS,
    FactLine,
    change_line,
    day_in_words,
    fact_lines,
    source_line,
    verdict_line,
)
from advisor.knowledge.schema import Source
from advisor.reply import Reply, ReplyFact
from advisor.rules.verdict import Step, Verdict


def link(text: str, url: str | None, hidden: str = "") -> str:
    """Return a link that says that it opens in a new tab, or the text alone where no address is known."""
    if not url or not url.startswith(("https://", "http://", "mailto:")):
        return escape(text)
    heard = f'<span class="npq-hidden">{escape(hidden)} (opens in a new tab)</span>'
    return f'<a href="{escape(url)}">{escape(text)}{heard}</a>'


def sources_details(reply: Reply, turn: int) -> str:
    """Return the numbered sources, folded away."""
    if not reply.citations:
        return ""
    items = "".join(_source_item(citation, turn) for citation in reply.citations)
    summary = f"Sources ({len(reply.citations)})"
    return (
        f'<details class="npq-details npq-sources"><summary>{summary}</summary><ol>{items}</ol>'
        '<p class="npq-small">The summaries are our words, not the publisher’s.</p></details>'
    )


def why_details(reply: Reply, sources: Mapping[str, Source]) -> str:
    """Return the facts used and the rules' steps, folded away."""
    facts = _facts_list(fact_lines(reply.facts))
    verdicts = "".join(_verdict(verdict, sources) for verdict in reply.verdicts)
    if not facts and not verdicts:
        return ""
    known = f'<p class="npq-title">What I went by</p>{facts}' if facts else ""
    return f'<details class="npq-details"><summary>Why am I told this?</summary>{known}{verdicts}</details>'


def known_panel(facts: Mapping[str, ReplyFact], subject: str = SELF) -> str:
    """Return what is known about the person whom the question is about, and how to correct it."""
    said = [line for line in fact_lines(facts) if not line.assumed]
    assumed = [line for line in fact_lines(facts) if line.assumed]
    body = _facts_list([*said, *assumed]) or "<p>Nothing yet. I only remember what you say here, until you leave.</p>"
    hint = "<p>Not right? Just say so, for example “I work in a college, not a school”.</p>" if facts else ""
    return f'<div class="npq-known"><h2>What I know about {escape(whom(subject))}</h2>{body}{hint}</div>'


def _source_item(citation: Citation, turn: int) -> str:
    basis = BASES[citation.basis]
    mark = f' <strong class="npq-basis">{escape(basis.capitalize())}</strong>' if basis else ""
    return (
        f'<li id="npq-{turn}-{citation.n}">{link(citation.title, citation.url)}'
        f'<br><span class="npq-small">{escape(source_line(citation))}</span>{mark}'
        f"<br>In short: {escape(citation.quote)}</li>"
    )


def _facts_list(lines: tuple[FactLine, ...] | list[FactLine]) -> str:
    rows = "".join(f"<dt>{escape(line.label)}</dt><dd>{escape(line.value)}{_how(line)}</dd>" for line in lines)
    return f"<dl>{rows}</dl>" if rows else ""


def _how(line: FactLine) -> str:
    return f' <span class="npq-small">({escape(line.how)})</span>' if line.how else ""


def _verdict(verdict: Verdict, sources: Mapping[str, Source]) -> str:
    steps = "".join(_step(step, sources) for step in verdict.steps)
    changes = "".join(f"<li>{escape(change_line(change))}</li>" for change in verdict.would_change)
    change = f"<p>What would change it:</p><ul>{changes}</ul>" if changes else ""
    checked = (
        f'<p class="npq-small">Rules checked {day_in_words(verdict.rules_as_of)}.</p>' if verdict.rules_as_of else ""
    )
    return f'<p class="npq-title">{escape(verdict_line(verdict))}</p><ol>{steps}</ol>{change}{checked}'


def _step(step: Step, sources: Mapping[str, Source]) -> str:
    source = sources.get(step.source)
    # The same long title after each step would bury the steps, so it is only heard.
    where = f' <span class="npq-small">({link("source", source.url, f": {source.title}")})</span>' if source else ""
    return f"<li><strong>{TRUTHS[step.truth].capitalize()}</strong>: {escape(step.because)}{where}</li>"
