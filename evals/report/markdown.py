"""Write the report as Markdown, for a terminal and for reviews of a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evals.measures import MEASURES, Group
from evals.report import beside
from evals.report.page import Page, ShownCase, grid_measures, worst_first
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
    in_words,
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
from evals.summary.paired import Comparison
from evals.summary.summary import Summary


def to_markdown(page: Page) -> str:
    """Return the whole report."""
    parts = [
        "# Evaluation report",
        _what_was_run(page.summary),
        "## Headline",
        HOW_TO_READ,
        *_headline(page),
        *_comparison(page),
        *_beside(page.beside),
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
                ("measure", "", "figure", "95 % interval", *against, "over", "shows a change from", "what it says"),
                (
                    _figure_row(name, page.summary.figures[name], [brief_change(changes.get(name)) for _ in against])
                    for name in names
                ),
            )
    if depths := by_depth(page.summary.figures):
        yield "### Search at each depth"
        yield table(BY_DEPTH, depths)
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
        points(figure.detectable),
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
    """Return the table of two runs; "found from" is the smallest difference that so many cases would show."""
    rows = [_comparison_row(item) for item in comparisons]
    head = ("measure", "before", "after", "difference in points", "p", "so", "cases better / worse", "found from")
    return table(head, rows)


def _comparison_row(item: Comparison) -> list[str]:
    cases = f"{len(item.better)} / {len(item.worse)}"
    name, before, after = name_of(MEASURES[item.measure]), percent(item.first), percent(item.second)
    return [name, before, after, change(item), p_value(item.p_holm), judged(item), cases, points(item.detectable)]


def _baselines(summary: Summary) -> Iterator[str]:
    rows = [
        (
            name,
            name_of(MEASURES[c.measure]),
            percent(c.first),
            percent(c.second),
            change(c),
            p_value(c.p_holm),
            judged(c),
        )
        for name, system in summary.baselines.items()
        for c in system.comparisons
    ]
    if not rows:
        return
    yield "## What the rest of the machinery buys"
    yield SIMPLER_SYSTEMS
    compared = {name: system.comparisons for name, system in summary.baselines.items() if system.comparisons}
    yield "\n".join(f"- {bought(name, comparisons)}" for name, comparisons in compared.items())
    yield table(("system", "measure", "it", "adviser", "difference in points", "p", "adviser is"), rows)


def _beside(rows: Sequence[beside.Beside]) -> Iterator[str]:
    if rows:
        yield f"## {beside.TITLE}"
        yield beside.SAYS
        yield table(beside.HEAD, (row.cells() for row in rows[: beside.MOST]))
        if len(rows) > beside.MOST:
            yield f"{len(rows) - beside.MOST} more are in `outputs.jsonl`."


def _by_set(summary: Summary) -> Iterator[str]:
    yield "## By data set and split"
    yield table(*_grid({**summary.datasets, **{f"split: {name}": own for name, own in summary.splits.items()}}))


def _slices(summary: Summary) -> Iterator[str]:
    if summary.slices:
        yield "## Slices"
        yield "By tag, the worst first. Small slices have wide intervals; read their cases before concluding."
        yield table(*_grid({name: summary.slices[name] for name in worst_first(summary.slices)}))


def _grid(groups: dict[str, dict[str, Figure]]) -> tuple[list[str], list[list[str]]]:
    shown = grid_measures(groups.values())
    head = ["", *(name_of(MEASURES[name]) for name in shown)]
    rows = [[label, *(with_interval(figures.get(name)) for name in shown)] for label, figures in groups.items()]
    return head, rows


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
    if page.latency is not None or page.decision_time is not None:
        yield "## Time"
    if page.latency is not None:
        yield messages_took(page.latency)
    if page.decision_time is not None:
        yield decisions_took(page.decision_time)


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
