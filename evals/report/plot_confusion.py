"""Draw which outcome was expected and which was given: the darker, the larger the share of its row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from evals.report.plots import WIDTH, svg

_LEFT, _TOP, _ROW = 150, 44, 30


def draw_confusion(title: str, counts: Mapping[str, Mapping[str, int]], outcomes: Sequence[str]) -> str:
    """Return a square for each pair; those on the right outcome are framed, so that colour is not needed."""
    column = (WIDTH - _LEFT) / len(outcomes)
    parts = [f'<text x="{_LEFT}" y="14">given</text>', f'<text x="0" y="{_TOP - 8}">expected</text>']
    parts += [_text(_LEFT + (n + 0.5) * column, _TOP - 8, _spaced(given)) for n, given in enumerate(outcomes)]
    for row, (expected, given_counts) in enumerate(counts.items()):
        y = _TOP + row * _ROW
        parts.append(f'<text x="0" y="{y + 20}">{escape(_spaced(expected))}</text>')
        of = sum(given_counts.values())
        for n, given in enumerate(outcomes):
            count, x = given_counts.get(given, 0), _LEFT + n * column
            frame = "right" if given == expected else "wrong"
            parts.append(
                f'<rect class="cell {frame}" x="{x + 2:.1f}" y="{y + 2}" width="{column - 4:.1f}" height="{_ROW - 4}" '
                f'fill-opacity="{0.5 * count / of:.2f}"/>'
            )
            parts.append(_text(x + column / 2, y + 20, str(count)))
    described = "; ".join(_described(expected, given) for expected, given in counts.items())
    return svg(title, described, _TOP + len(counts) * _ROW + 8, parts)


def _text(x: float, y: float, text: str) -> str:
    return f'<text x="{x:.1f}" y="{y}" text-anchor="middle">{escape(text)}</text>'


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _described(expected: str, given: Mapping[str, int]) -> str:
    return f"of {sum(given.values())} {_spaced(expected)}, " + ", ".join(f"{n} {_spaced(g)}" for g, n in given.items())
