"""Show the worst cases on the HTML page: the conversation, why it fails, the trace, and each cited passage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from evals.report.page import CitedPassage, Page, ShownCase, anchor_of
from evals.report.words import in_words

_MARKER = re.compile(r"\[(\d+)\]")
_WEB = re.compile(r"https?://")


def worst(page: Page) -> str:
    """Return all shown cases, the first ones open."""
    if not page.shown:
        return ""
    more = (
        f"<p>The {len(page.shown)} with the most misses; {page.hidden} more are in scores.jsonl.</p>"
        if page.hidden
        else ""
    )
    return more + "".join(_case(shown, is_open=place < 3) for place, shown in enumerate(page.shown))


def _case(shown: ShownCase, *, is_open: bool) -> str:
    measures = ", ".join(score.measure.replace("_", " ") for score in shown.misses)
    reasons = "".join(
        f'<li><span class="why">{escape(score.measure.replace("_", " "))}</span>: {escape(in_words(score.reason))}</li>'
        for score in shown.misses
    )
    why = f"<p>Why this is expected: {escape(shown.case.why)}</p>" if shown.case.why else ""
    if shown.case.answer:
        why += f"<p>The sheet's own answer: {escape(shown.case.answer)}</p>"
    failure = f'<p class="why">Error: {escape(shown.failure)}</p>' if shown.failure else ""
    return (
        f'<details id="case-{escape(anchor_of(shown.case.id), quote=True)}"{" open" if is_open else ""}>'
        f"<summary><h3>{escape(shown.case.id)}: {escape(measures)}</h3></summary>"
        f"{_conversation(shown)}{failure}<ul>{reasons}</ul>{why}"
        f"{_list('Trace of the rules', shown.trace)}{_passages(shown.passages)}"
        f"{_list('What the search found', shown.retrieved)}"
        "</details>"
    )


def _conversation(shown: ShownCase) -> str:
    if not shown.case.turns:
        return f"<blockquote>{escape(shown.case.course or '')} {escape(str(shown.case.facts))}</blockquote>"
    parts = []
    for place, turn in enumerate(shown.case.turns):
        parts.append(f"<blockquote>{escape(turn)}</blockquote>")
        if place < len(shown.replies):
            is_last = place == len(shown.replies) - 1
            text = escape(str(shown.replies[place].get("text", "")))
            linked = _link_markers(text, shown.passages) if is_last else text
            parts.append(f'<div class="reply">{linked}</div>')
    return "".join(parts)


def _link_markers(text: str, passages: Sequence[CitedPassage]) -> str:
    """Let each marker lead to its passage below."""
    anchors = {str(number): passage.anchor for number, passage in enumerate(passages, start=1)}

    def link(found: re.Match[str]) -> str:
        anchor = anchors.get(found[1])
        return f'<a href="#{escape(anchor, quote=True)}">[{found[1]}]</a>' if anchor else found[0]

    return _MARKER.sub(link, text)


def _passages(passages: Sequence[CitedPassage]) -> str:
    if not passages:
        return ""
    return f"<p>Sources cited</p><ol>{''.join(_passage(passage) for passage in passages)}</ol>"


def _passage(passage: CitedPassage) -> str:
    title = escape(passage.title)
    # An address is content: only what is plainly a web address becomes a link.
    if passage.url and _WEB.match(passage.url):
        title = f'<a href="{escape(passage.url, quote=True)}" rel="noreferrer">{title}</a>'
    anchor = escape(passage.anchor, quote=True)
    return f'<li id="{anchor}">{escape(passage.quote)} <code>{escape(passage.place)}</code>, {title}</li>'


def _list(title: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    return f"<p>{title}</p><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
