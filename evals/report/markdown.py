"""Write the report as Markdown, for a terminal and for reviews of a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evals.measures import MEASURES, Group
from evals.report.page import Page, ShownCase
from evals.report.words import (
    HOW_TO_READ,
    arrow,
    brief_change,
    change,
    counted,
    discordant,
    in_words,
    interval,
    is_headline,
    judged,
    name_of,
    p_value,
    percent,
)
from evals.summary.aggregate import Figure
from evals.summary.paired import Comparison
from evals.summary.summary import BASELINE_MEASURES, Summary


def to_markdown(page: Page) -> str:
    """Return the whole report."""
    parts = [
        "# Evaluation report",
        _what_was_run(page.summary),
        "## Headline",
        HOW_TO_READ,
        *_headline(page),
        *_comparison(page),
        *_baselines(page.summary),
        *_by_set(page.summary),
        *_slices(page.summary),
        *_confusions(page.summary),
        *_risk(page.summary),
        *_families(page.summary),
        *_latency(page),
        *_worst(page),
    ]
    return "\n\n".join(parts) + "\n"


def _what_was_run(summary: Summary) -> str:
    configuration = summary.configuration
    sets = ", ".join(configuration.datasets) or "none"
    off = f" Switched off: {', '.join(configuration.switched_off)}." if configuration.switched_off else ""
    kinds = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in summary.kinds.items())
    return (
        f"{summary.cases} cases in {summary.families} families from {sets} "
        f"({' and '.join(configuration.splits)}), asked as on "
        f"{configuration.as_of.isoformat()}; {summary.failures} ended in an error.{off} "
        f"Replies by kind: {kinds or 'none'}.\n\n"
        f"Content `{configuration.content[:12]}`, rules `{configuration.rules[:12]}`, "
        f"code `{configuration.code[:12]}`, model `{configuration.model}`."
    )


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table; bars and line breaks in cells are made harmless."""
    names = list(head)
    lines = [_row(names), _row(["---"] * len(names)), *(_row(row) for row in rows)]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _headline(page: Page) -> Iterator[str]:
    changes = {item.measure: item for item in page.comparisons}
    against = ("change in points",) if changes else ()
    for group in Group:
        names = [n for n in page.summary.figures if MEASURES[n].group is group and is_headline(n)]
        if names:
            yield f"### {group.value}"
            yield table(
                ("measure", "", "figure", "95 % interval", *against, "over", "what it says"),
                (
                    _figure_row(name, page.summary.figures[name], [brief_change(changes.get(name)) for _ in against])
                    for name in names
                ),
            )
    if page.summary.no_scores:
        yield f"No scores: {', '.join(name.replace('_', ' ') for name in page.summary.no_scores)}."


def _figure_row(name: str, figure: Figure, changes: list[str]) -> list[str]:
    measure = MEASURES[name]
    bound = f"; true share under {percent(figure.upper_bound)}" if figure.upper_bound is not None else ""
    return [
        name_of(measure),
        arrow(measure),
        percent(figure.value),
        interval(figure),
        *changes,
        counted(figure) + bound,
        measure.says,
    ]


def _comparison(page: Page) -> Iterator[str]:
    if not page.comparisons:
        return
    yield f"## Change against {page.compared_with}"
    yield "Paired on the cases that both runs hold; p is adjusted for the number of measures (Holm)."
    yield comparison_table(page.comparisons)
    lines = [line for item in page.comparisons if MEASURES[item.measure].share for line in discordant(item)]
    if lines:
        yield "The cases that differ, by measure:"
        yield "\n".join(f"- {line}" for line in lines)


def comparison_table(comparisons: Iterable[Comparison]) -> str:
    """Return the table of two runs, measures without any difference left out at the end."""
    rows = [_comparison_row(item) for item in comparisons]
    return table(("measure", "before", "after", "difference in points", "p", "so", "cases better / worse"), rows)


def _comparison_row(item: Comparison) -> list[str]:
    cases = f"{len(item.better)} / {len(item.worse)}"
    name, before, after = item.measure.replace("_", " "), percent(item.first), percent(item.second)
    return [name, before, after, change(item), p_value(item.p_holm), judged(item), cases]


def _baselines(summary: Summary) -> Iterator[str]:
    if not summary.baselines:
        return
    yield "## What the rest of the machinery buys"
    yield (
        "The same cases given to simpler systems: one kind of search alone, and a plain chain that hands back its best "
        "passage or its best four. The difference is the adviser's."
    )
    rows = [
        (
            name,
            c.measure.replace("_", " "),
            percent(c.first),
            percent(c.second),
            change(c),
            p_value(c.p_holm),
            judged(c),
        )
        for name, system in summary.baselines.items()
        for c in system.comparisons
        if c.measure in BASELINE_MEASURES
    ]
    yield table(("system", "measure", "it", "adviser", "difference in points", "p", "adviser is"), rows)


def _by_set(summary: Summary) -> Iterator[str]:
    yield "## By data set and split"
    yield table(*_grid({**summary.datasets, **{f"split: {name}": own for name, own in summary.splits.items()}}))


def _slices(summary: Summary) -> Iterator[str]:
    if summary.slices:
        yield "## Slices"
        yield "By tag, the worst first. Small slices have wide intervals; read their cases before concluding."
        ordered = sorted(
            summary.slices.items(), key=lambda item: (item[1]["all"].value if "all" in item[1] else 2, item[0])
        )
        yield table(*_grid(dict(ordered)))


_GRID = ("all", "key_facts", "forbidden", "kind", "verdict", "cited", "decided_outcome", "recall@5", "rr@10")


def _grid(groups: dict[str, dict[str, Figure]]) -> tuple[list[str], list[list[str]]]:
    shown = [name for name in _GRID if any(name in figures for figures in groups.values())]
    head = ["", *(name.replace("_", " ") for name in shown)]
    rows = [[label, *(_cell(figures.get(name)) for name in shown)] for label, figures in groups.items()]
    return head, rows


def _cell(figure: Figure | None) -> str:
    return "no scores" if figure is None else f"{percent(figure.value)} ({interval(figure)}; {figure.of})"


def _confusions(summary: Summary) -> Iterator[str]:
    for name, confusion in summary.confusion.items():
        yield f"## Outcomes expected and given: {name}"
        yield f"Macro-F1 {confusion.macro_f1:.3f} over {confusion.of} verdicts."
        given = list(dict.fromkeys(g for row in confusion.counts.values() for g in row))
        rows = [[expected, *(str(row.get(g, 0)) for g in given)] for expected, row in confusion.counts.items()]
        yield table(("expected \\ given", *given), rows)


def _risk(summary: Summary) -> Iterator[str]:
    if summary.risk is None:
        return
    risk = summary.risk
    yield "## Sureness"
    yield (
        f"{risk.answered} of {risk.of} single questions were answered. Answering the surest first, the share of wrong "
        f"answers averages {percent(risk.aurc)} (area under the risk and coverage curve; 0 is best). Confidence and "
        f"rightness lie {percent(risk.calibration_gap)} apart on average."
    )
    yield table(
        ("mean similarity", "right", "answers"),
        ((f"{b.confidence:.2f}", percent(b.right), str(b.of)) for b in risk.bins),
    )


def _families(summary: Summary) -> Iterator[str]:
    if summary.worst_families:
        yield "## Families that do not pass in every wording"
        listed = list(summary.worst_families.items())
        yield table(("family", "wordings that pass"), ((name, percent(share)) for name, share in listed[:40]))
        if len(listed) > 40:
            yield f"And {len(listed) - 40} more."


def _latency(page: Page) -> Iterator[str]:
    if page.latency is not None:
        yield "## Time"
        yield (
            f"Over {page.latency.messages} messages: median {page.latency.median:.0f} ms, 95th percentile "
            f"{page.latency.p95:.0f} ms, slowest {page.latency.slowest:.0f} ms."
        )


def _worst(page: Page) -> Iterator[str]:
    if not page.shown:
        return
    yield "## Worst cases"
    if page.hidden:
        yield f"The {len(page.shown)} with the most misses; {page.hidden} more are in `scores.jsonl`."
    for shown in page.shown:
        yield _shown(shown)


def _shown(shown: ShownCase) -> str:
    lines = [f"### {shown.case.id}", ""]
    if not shown.replies:
        lines += [f"> {turn}" for turn in shown.case.turns] or [f"> {shown.case.course}: {shown.case.facts}"]
    for turn, reply in zip(shown.case.turns, shown.replies, strict=False):
        lines += [f"> {' '.join(turn.split())[:400]}", "", str(reply.get("text", "")), ""]
    lines += ["", *(f"- **{score.measure.replace('_', ' ')}**: {in_words(score.reason)}" for score in shown.misses)]
    lines += [f"- error: {shown.failure}"] if shown.failure else []
    lines += [f"- trace: {line}" for line in shown.trace[:6]]
    lines += [f"- [{n}] {p.place}" + (f", <{p.url}>" if p.url else "") for n, p in enumerate(shown.passages, start=1)]
    lines += [f"- search: {'; '.join(shown.retrieved)}"] if shown.retrieved else []
    lines += [f"- why: {shown.case.why}"] if shown.case.why else []
    lines += [f"- the sheet's own answer: {shown.case.answer}"] if shown.case.answer else []
    return "\n".join(lines)
