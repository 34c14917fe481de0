"""Write the report as one page of HTML that needs nothing else: no script, no font, no picture from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from evals.measures import MEASURES, Group
from evals.report import beside, cases_html, plots
from evals.report.page import Page, grid_measures, worst_first
from evals.report.plot_confusion import draw_confusion
from evals.report.tables import Cell, Marked, Noted, table
from evals.report.words import (
    BY_DEPTH,
    HOW_TO_READ,
    SIMPLER_SYSTEMS,
    arrow,
    bought,
    brief_change,
    by_depth,
    change,
    counted,
    decisions_took,
    discordant,
    interval,
    is_headline,
    judged,
    messages_took,
    name_of,
    p_value,
    percent,
    points,
    with_interval,
)
from evals.summary.aggregate import Figure
from evals.summary.confusion import NONE, OUTCOMES
from evals.summary.paired import Comparison
from evals.summary.summary import Summary

_STYLE = Path(__file__).with_name("style.css")
_PLOTTED = (
    "all", "key_facts", "forbidden", "verdict", "decided_outcome", "citation_recall", "recall@5", "family_worst",
    "reference_words", "reference_figures",
)  # fmt: skip


def to_html(page: Page) -> str:
    """Return the whole page."""
    sections = [
        ("run", "What was run", _what_was_run(page.summary)),
        ("headline", "Headline", "".join(_headline(page))),
        ("change", f"Change against {page.compared_with}", _comparison(page)),
        ("beside", beside.TITLE, _beside(page.beside)),
        ("baselines", "What the rest of the machinery buys", "".join(_baselines(page.summary))),
        ("slices", "Data sets and slices", "".join(_slices(page.summary))),
        ("outcomes", "Outcomes expected and given", "".join(_confusions(page.summary))),
        ("sureness", "Sureness", _risk(page.summary)),
        ("families", "The same question in other words", _families(page)),
        ("time", "Time", _latency(page)),
        ("worst", "Worst cases", cases_html.worst(page)),
    ]
    kept = [(anchor, title, body) for anchor, title, body in sections if body]
    links = "".join(f'<li><a href="#{anchor}">{escape(title)}</a></li>' for anchor, title, _ in kept)
    bodies = "".join(
        f'<section aria-labelledby="{anchor}"><h2 id="{anchor}">{escape(title)}</h2>{body}</section>'
        for anchor, title, body in kept
    )
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Evaluation report</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE.read_text(encoding='utf-8')}</style></head><body>"
        '<a class="skip" href="#main">Skip to the report</a><header><h1>Evaluation report</h1></header>'
        f'<nav aria-label="Contents"><ul>{links}</ul></nav><main id="main">{bodies}</main></body></html>\n'
    )


def _what_was_run(summary: Summary) -> str:
    made = summary.configuration
    rows: list[list[Cell]] = [
        ["cases", f"{summary.cases} in {summary.families} families, {summary.failures} ended in an error"],
        ["replies", ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in summary.kinds.items()) or "none"],
        ["data sets", ", ".join(f"{name} ({sha[:12]})" for name, sha in made.datasets.items())],
        ["splits", " and ".join(made.splits)],
        ["asked as on", made.as_of.isoformat()],
        ["content", made.content[:16]],
        ["rules", made.rules[:16]],
        ["code", made.code[:16]],
        ["model", made.model],
        ["libraries", ", ".join(f"{name} {number}" for name, number in made.libraries.items())],
        ["switched off", ", ".join(made.switched_off) or "nothing"],
    ]
    return table("Configuration: hashes say exactly which content, rules and code", ("what", "value"), rows)


def _headline(page: Page) -> Iterator[str]:
    yield f"<p>{escape(HOW_TO_READ)}</p>"
    figures = page.summary.figures
    bars = [_bar(name, figures[name]) for name in _PLOTTED if name in figures]
    yield plots.draw_intervals("Headline figures with their intervals", bars) if bars else ""
    changes = {item.measure: item for item in page.comparisons}
    against = ("change in points",) if changes else ()
    head = ("measure", "better", "figure", "95 % interval", *against, "over", "shows a change from")
    for group in Group:
        names = [name for name in figures if MEASURES[name].group is group and is_headline(name)]
        if names:
            rows = [
                _figure_row(name, figures[name], [brief_change(changes.get(name)) for _ in against]) for name in names
            ]
            yield table(group.value, head, rows)
    if depths := by_depth(figures):
        yield table("Search at each depth", BY_DEPTH, depths)
    if changes:
        yield f"<p>Changes are against {escape(page.compared_with)}, on the cases that both hold.</p>"
    if page.summary.no_scores:
        listed = ", ".join(name.replace("_", " ") for name in page.summary.no_scores)
        yield f"<p>No scores, since they apply to none of these cases: {escape(listed)}.</p>"


def _bar(name: str, figure: Figure) -> plots.Bar:
    return plots.Bar(name_of(MEASURES[name]), figure.value, percent(figure.value), figure.low, figure.high)


def _figure_row(name: str, figure: Figure, changes: list[str]) -> list[Cell]:
    measure = MEASURES[name]
    bound = f" (true share under {percent(figure.upper_bound)})" if figure.upper_bound is not None else ""
    return [
        Noted(name_of(measure), measure.says),
        Marked(arrow(measure), "arrow"),
        percent(figure.value),
        interval(figure),
        *changes,
        counted(figure) + bound,
        points(figure.detectable),
    ]


def _comparison(page: Page) -> str:
    if not page.comparisons:
        return ""
    rows = [_comparison_row(item) for item in page.comparisons]
    head = (
        "measure", "before", "after", "difference in points", "p, adjusted", "so", "better", "worse",
        "would be found from",
    )  # fmt: skip
    return table("Paired on the cases that both runs hold", head, rows) + _discordant(page.comparisons)


def _comparison_row(item: Comparison) -> list[Cell]:
    return [
        name_of(MEASURES[item.measure]), percent(item.first), percent(item.second), change(item), p_value(item.p_holm),
        judged(item), str(len(item.better)), str(len(item.worse)), points(item.detectable),
    ]  # fmt: skip


def _discordant(comparisons: Iterable[Comparison]) -> str:
    lines = [line for item in comparisons if MEASURES[item.measure].share for line in discordant(item)]
    if not lines:
        return "<p>No case differs in any share.</p>"
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<details><summary>The cases that differ, by measure</summary><ul>{listed}</ul></details>"


def _beside(rows: Sequence[beside.Beside]) -> str:
    if not rows:
        return ""
    more = f"<p>{len(rows) - beside.MOST} more are in outputs.jsonl.</p>" if len(rows) > beside.MOST else ""
    caption = "The furthest from the sheet's answer first"
    return f"<p>{escape(beside.SAYS)}</p>{table(caption, beside.HEAD, [r.cells() for r in rows[: beside.MOST]])}{more}"


def _baselines(summary: Summary) -> Iterator[str]:
    rows: list[list[Cell]] = [
        [
            name,
            name_of(MEASURES[c.measure]),
            percent(c.first),
            percent(c.second),
            change(c),
            p_value(c.p_holm),
            judged(c),
        ]
        for name, system in summary.baselines.items()
        for c in system.comparisons
    ]
    if not rows:
        return
    listed = [bought(name, system.comparisons) for name, system in summary.baselines.items() if system.comparisons]
    head = ("simpler system", "measure", "it", "the adviser", "difference in points", "p, adjusted", "the adviser is")
    yield f"<p>{escape(SIMPLER_SYSTEMS)}</p><ul>{''.join(f'<li>{escape(line)}</li>' for line in listed)}</ul>"
    yield table("The same cases given to simpler systems", head, rows)


def _slices(summary: Summary) -> Iterator[str]:
    splits = {f"split: {name}": figures for name, figures in summary.splits.items()}
    yield _grid("By data set and split", {**summary.datasets, **splits})
    ordered = {name: summary.slices[name] for name in worst_first(summary.slices)}
    lacking = {name: own for name, own in ordered.items() if "all" not in own or own["all"].value < 1}
    if any("all" in own for own in ordered.values()):
        lacking = {name: own for name, own in lacking.items() if "all" in own}
    rest = {name: own for name, own in ordered.items() if name not in lacking}
    if lacking:
        yield _grid("By tag, the worst first; small slices have wide intervals", lacking)
    if rest:
        inner = _grid("Tags in which every reply passes, or none is judged", rest)
        yield f"<details><summary>{len(rest)} more: every reply passes, or none is judged</summary>{inner}</details>"


def _grid(caption: str, groups: dict[str, dict[str, Figure]]) -> str:
    shown = grid_measures(groups.values())
    rows: list[list[Cell]] = [
        [label, *(with_interval(own.get(name)) for name in shown)] for label, own in groups.items()
    ]
    return table(caption, ("slice", *(name_of(MEASURES[name]) for name in shown)), rows)


def _confusions(summary: Summary) -> Iterator[str]:
    for name, confusion in summary.confusion.items():
        outcomes = [
            o for o in (*OUTCOMES, NONE) if o in confusion.counts or any(o in c for c in confusion.counts.values())
        ]
        rows: list[list[Cell]] = []
        for expected, counts in confusion.counts.items():
            cells = [Marked(str(counts.get(given, 0)), _mark(given, expected, counts)) for given in outcomes]
            rows.append([expected.replace("_", " "), *cells])
        caption = f"{name.capitalize()}: macro-F1 {confusion.macro_f1:.3f} over {confusion.of} verdicts"
        yield draw_confusion(caption, confusion.counts, outcomes)
        head = ("expected, by row; given, by column", *(outcome.replace("_", " ") for outcome in outcomes))
        yield table(caption, head, rows)


def _mark(given: str, expected: str, counts: Mapping[str, int]) -> str:
    return "hit" if given == expected else "miss" if counts.get(given) else ""


def _risk(summary: Summary) -> str:
    risk = summary.risk
    if risk is None:
        return ""
    words = (
        f"{risk.answered} of {risk.of} single questions were answered. Answering the surest first, the share of "
        f"wrong answers averages {percent(risk.aurc)} (area under the curve; 0 is best). Sureness is the similarity "
        "of the best entry found: it orders answers and is no probability; "
        f"the two lie {percent(risk.calibration_gap)} apart."
    )
    rows: list[list[Cell]] = [[f"{b.confidence:.2f}", percent(b.right), str(b.of)] for b in risk.bins]
    caption = "Answers by sureness, each row as many"
    return f"<p>{escape(words)}</p>{plots.draw_risk(risk)}" + table(
        caption, ("mean similarity", "right", "answers"), rows
    )


def _families(page: Page) -> str:
    worst = list(page.summary.worst_families.items())
    if not worst:
        return ""
    bars = [plots.Bar(name[:32], share, percent(share)) for name, share in worst[:25]]
    says = f"In {len(worst)} families at least one wording fails. The share of wordings that pass, the worst first:"
    more = f"<p>And {len(worst) - 25} more families in which a wording fails.</p>" if len(worst) > 25 else ""
    return f"<p>{says}</p>{plots.draw_bars('Share of wordings that pass, in the worst families', bars)}{more}"


def _latency(page: Page) -> str:
    found = page.latency
    decided = f"<p>{decisions_took(page.decision_time)}</p>" if page.decision_time else ""
    if found is None:
        return decided
    most = max(count for _, count in found.histogram)
    bars = [plots.Bar(f"{label} ms", count / most, str(count)) for label, count in found.histogram]
    return f"<p>{messages_took(found)}</p>{decided}" + plots.draw_bars("Messages by time to reply", bars)
