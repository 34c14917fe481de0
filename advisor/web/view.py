"""Draw a reply for the page: the answer first, then notices, then what stands behind it.

Everything is escaped before it is marked up and cleaned against an allow-list after; no text of anybody's reaches
the page as HTML. What the details hold lies in `evidence.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

import nh3

from advisor.answering.wording import cohort_in_sentence
from advisor.core.facts import FACTS
from advisor.explaining import day_in_words
from advisor.knowledge.schema import Source
from advisor.reply import FollowUpQuestion, Reply
from advisor.web.evidence import link, sources_details, why_details

ALLOWED: Mapping[str, set[str]] = {
    "a": {"href", "title", "class"},
    "details": {"class"},
    "div": {"class"},
    "li": {"class", "id"},
    "p": {"class"},
    "span": {"class"},
    "strong": {"class"},
} | {tag: set() for tag in "br dd dl dt em h2 ol summary sup ul".split()}
_MARKERS = re.compile(r"(?:\s*\[\d{1,3}\])+(?!\()")
_HEARD = '<span class="npq-hidden">source </span>'
_NUMBER = re.compile(r"\d+")
_PUNCTUATION = re.compile(r"[^\w\s]|_")


def draw_reply(reply: Reply, turn: int, sources: Mapping[str, Source]) -> str:
    """Return a reply as Markdown with cleaned HTML in it; `turn` keeps the page's anchors apart."""
    parts = [
        _mark_citations(_safe_text(_without_question(reply)), reply, turn),
        _draw_notices(reply),
        _draw_stamp(reply),
    ]
    parts += [sources_details(reply, turn), why_details(reply, sources)]
    if reply.question is not None:  # last, so that it stands right above the buttons
        parts.append(_draw_question(reply.question))
    return clean_html("\n\n".join(part for part in parts if part))


def draw_message(text: str) -> str:
    """Return what a person typed so that it is shown as typed, whatever it holds."""
    # A numeric reference is never read as Markdown or HTML, so punctuation cannot do anything.
    literal = _PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", text.strip()).replace("\0", "")
    return "<br>".join(literal.splitlines()) or "(empty)"


def clean_html(text: str) -> str:
    """Return the text with every tag and attribute that is not on the allow-list taken out, images among them."""
    return nh3.clean(
        text,
        tags=set(ALLOWED),
        attributes=dict(ALLOWED),
        url_schemes={"https", "http", "mailto"},
        link_rel="noopener noreferrer",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    )


def _without_question(reply: Reply) -> str:
    """The question back is drawn apart, so it is taken off the end of the text."""
    return reply.text.removesuffix(reply.question.text).rstrip() if reply.question else reply.text


def _safe_text(markdown: str) -> str:
    """Our own Markdown, with what could be HTML or an image shown as it stands."""
    return escape(markdown, quote=False).replace("![", "! [")


def _mark_citations(text: str, reply: Reply, turn: int) -> str:
    """Turn each marker into a small link to its source, with a word where the source supports it only in part."""
    marks = {citation.n: "" if citation.basis == "seen" else f", {citation.basis}" for citation in reply.citations}

    def small(match: re.Match[str]) -> str:
        numbers = [int(number) for number in _NUMBER.findall(match[0])]
        # A word joiner first, so that a marker never begins a line.
        return "".join(
            f'\u2060<sup><a class="npq-ref" href="#npq-{turn}-{n}">{_HEARD}[{n}{marks[n]}]</a></sup>'
            for n in numbers
            if n in marks
        )

    return _MARKERS.sub(small, text)


def _draw_question(question: FollowUpQuestion) -> str:
    declared = FACTS.get(question.fact)
    why = f' <span class="npq-small">{escape(declared.why)}</span>' if declared and declared.why else ""
    return f'<p class="npq-question"><strong>{escape(question.text)}</strong>{why}</p>'


def _draw_notices(reply: Reply) -> str:
    items = "".join(f"<li>{escape(notice.text)}</li>" for notice in reply.notices)
    return f'<div class="npq-notices"><strong>Please note</strong><ul>{items}</ul></div>' if items else ""


def _draw_stamp(reply: Reply) -> str:
    """One visible line: where it mainly comes from, when it was checked, and for which intake."""
    parts = []
    if reply.citations:
        first = reply.citations[0]
        parts.append(f"Main source: {link(first.title, first.url)}, {escape(first.publisher)}")
    checked = [citation.checked_on for citation in reply.citations if citation.checked_on]
    if checked:
        parts.append(f"checked {day_in_words(min(checked))}")
    cohorts = dict.fromkeys(verdict.cohort for verdict in reply.verdicts if verdict.cohort)
    if cohorts:
        parts.append(f"rules for {' and '.join(cohort_in_sentence(cohort) for cohort in cohorts)}")
    return f'<p class="npq-stamp">{"; ".join(parts)}.</p>' if parts else ""
