"""Draw plots as inline SVG: no script, no font, readable in print and without colour.

Each has a title and a description for screen readers that says all it shows; its figures are written on it, or stand in
a table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from evals.summary.risk import Risk

WIDTH, _LEFT, _RIGHT, _ROW = 720, 220, 70, 24
_STEADY = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a plot: a label, a value between 0 and 1 as drawn, its interval, and how it is written."""

    label: str
    value: float
    written: str
    low: float | None = None
    high: float | None = None


def draw_intervals(title: str, bars: Sequence[Bar]) -> str:
    """Return a dot for each value with a line over its interval, on a scale from 0 to 100 %."""
    inner = WIDTH - _LEFT - _RIGHT
    parts = [_scale(inner, len(bars))]
    for row, bar in enumerate(bars):
        y = 30 + row * _ROW
        x = _LEFT + bar.value * inner
        low, high = (_LEFT + (bar.value if v is None else v) * inner for v in (bar.low, bar.high))
        parts.append(_label(bar.label, y))
        parts.append(f'<line class="range" x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}"/>')
        parts.append(f'<circle class="dot" cx="{x:.1f}" cy="{y}" r="5"/>')
        parts.append(f'<text x="{WIDTH - _RIGHT + 10}" y="{y + 4}">{escape(bar.written)}</text>')
    described = "; ".join(f"{bar.label} {bar.written}" for bar in bars)
    return svg(title, described, 40 + len(bars) * _ROW + 16, parts)


def draw_bars(title: str, bars: Sequence[Bar]) -> str:
    """Return a bar for each value; values are shares of the longest bar."""
    inner = WIDTH - _LEFT - _RIGHT
    parts = []
    for row, bar in enumerate(bars):
        y = 14 + row * _ROW
        parts.append(_label(bar.label, y + 8))
        parts.append(f'<rect class="bar" x="{_LEFT}" y="{y}" width="{bar.value * inner:.1f}" height="{_ROW - 8}"/>')
        parts.append(f'<text x="{_LEFT + bar.value * inner + 6:.1f}" y="{y + 12}">{escape(bar.written)}</text>')
    described = "; ".join(f"{bar.label}: {bar.written}" for bar in bars)
    return svg(title, described, 24 + len(bars) * _ROW, parts)


def draw_risk(risk: Risk) -> str:
    """Return the share of wrong answers against the share of questions answered, the surest first."""
    width, height, left, top = WIDTH - 120, 220, 60, 30
    # The first few answers make the curve jump from nothing to half and back; they say nothing.
    drawn = [point for point in risk.points if point.coverage * risk.of >= _STEADY] or list(risk.points)
    ceiling = max(0.1, *(point.risk for point in drawn))
    points = " ".join(
        f"{left + point.coverage * width:.1f},{top + height - point.risk / ceiling * height:.1f}" for point in drawn
    )
    parts = [
        f'<line class="axis" x1="{left}" x2="{left + width}" y1="{top + height}" y2="{top + height}"/>',
        f'<line class="axis" x1="{left}" x2="{left}" y1="{top}" y2="{top + height}"/>',
        f'<polyline class="curve" points="{points}"/>',
        f'<text x="{left}" y="{top + height + 18}">0 % answered</text>',
        f'<text x="{left + width}" y="{top + height + 18}" text-anchor="end">100 % answered</text>',
        f'<text x="{left - 8}" y="{top + 10}" text-anchor="end">{ceiling * 100:.0f} %</text>',
        f'<text x="{left - 8}" y="{top + height}" text-anchor="end">0 %</text>',
        f'<text x="{left}" y="14">share wrong among those answered</text>',
    ]
    last = risk.points[-1]
    described = (
        f"At full coverage {last.coverage * 100:.0f} % of questions are answered and {last.risk * 100:.1f} % of these "
        f"answers are wrong; the area under the curve is {risk.aurc:.3f}."
    )
    return svg("Wrong answers against questions answered", described, height + 64, parts)


def _scale(inner: int, rows: int) -> str:
    lines = []
    for step in range(0, 101, 25):
        x = _LEFT + step / 100 * inner
        lines.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="18" y2="{24 + rows * _ROW}"/>')
        lines.append(f'<text x="{x:.1f}" y="12" text-anchor="middle">{step} %</text>')
    return "".join(lines)


def _label(text: str, y: int) -> str:
    return f'<text x="{_LEFT - 10}" y="{y + 4}" text-anchor="end">{escape(text)}</text>'


def svg(title: str, described: str, height: int, parts: Sequence[str]) -> str:
    """Return a drawing with its title and its description for screen readers."""
    mark = "".join(letter for letter in title.lower() if letter.isalnum())
    label = escape(f"Plot: {title}", quote=True)
    return (
        f'<div class="drawing" role="region" aria-label="{label}" tabindex="0">'
        f'<svg role="img" aria-labelledby="t-{mark} d-{mark}" viewBox="0 0 {WIDTH} {height}" '
        f'xmlns="http://www.w3.org/2000/svg"><title id="t-{mark}">{escape(title)}</title>'
        f'<desc id="d-{mark}">{escape(described)}</desc>{"".join(parts)}</svg></div>'
    )
