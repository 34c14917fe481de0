"""From data sets to a finished run folder: play, score, summarise, report. The order lies here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from advisor.knowledge.base import KnowledgeBase
from evals.artefact import ArtefactError, RunFolder
from evals.case import Case
from evals.configuration import Configuration
from evals.record import Record, Timing
from evals.report.html import to_html
from evals.report.markdown import to_markdown
from evals.report.page import make_page
from evals.run import run_cases
from evals.score import Score
from evals.scoring import score_all
from evals.summary.paired import Comparison, Values, compare, values_of
from evals.summary.summary import Summary, summarise, with_families
from evals.systems.system import System

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be run, and how."""

    configuration: Configuration
    cases: tuple[Case, ...]
    as_of: date
    workers: int = 2
    resume: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """Scores that a report holds its own against, and what they are called there."""

    name: str
    values: Values


def run_plan(
    plan: Plan, folder: RunFolder, system: System, baselines: Iterable[System] = (), progress: Progress = lambda _: None
) -> None:
    """Play all cases against the system and the baselines, and leave their outputs in the folder."""
    folder.start(plan.configuration, resume=plan.resume)
    folder.write_lines("cases.jsonl", plan.cases)
    _play(plan, folder, system, progress)
    for baseline in baselines:
        own = folder.system(baseline.name)
        own.start(plan.configuration, resume=plan.resume)
        own.write_json("system.json", {"name": baseline.name})
        _play(plan, own, baseline, progress)


def _play(plan: Plan, folder: RunFolder, system: System, progress: Progress) -> None:
    done = folder.done()

    def keep(record: Record, timing: Timing) -> None:
        folder.keep(record, timing)
        progress(system.name)

    cases = [case for case in plan.cases if case.asks_in_words or system.name == "adviser"]
    run_cases(system, cases, plan.as_of, workers=plan.workers, done=done, keep=keep)


def score_folder(
    folder: RunFolder, base: KnowledgeBase, before: Before | None = None, *, other_content: bool = False
) -> Summary:
    """Score what a run left behind, without running anything again; write scores, summary and both reports.

    Raises:
        ArtefactError: where the run was made on other content, unless `other_content` says that this is known.
    """
    configuration = Configuration.model_validate(folder.read_json("config.json"))
    if base.content_hash != configuration.content and not other_content:
        raise ArtefactError(
            f"{folder.path} was run on other content ({configuration.content[:12]}) than there is now "
            f"({base.content_hash[:12]}), so citations cannot be checked; run it again, or say --other-content"
        )
    cases, records = folder.cases(), folder.records()
    if len(records) < len(cases):
        raise ArtefactError(
            f"{folder.path} was interrupted after {len(records)} of {len(cases)} cases; go on with run … --resume"
        )
    scores = with_families(cases, records, score_all(cases, records, base))
    folder.write_lines("scores.jsonl", scores)
    summary = summarise(configuration, cases, records, scores, base, baselines=_score_baselines(folder, cases, base))
    folder.write_json("summary.json", summary.model_dump(mode="json"))
    write_reports(folder, summary, cases, records, scores, base=base, before=before)
    return summary


def write_reports(
    folder: RunFolder,
    summary: Summary,
    cases: Sequence[Case],
    records: Sequence[Record],
    scores: Sequence[Score],
    *,
    base: KnowledgeBase,
    before: Before | None,
) -> None:
    """Write the pages for readers, with the change against earlier scores where some are given."""
    comparisons: tuple[Comparison, ...] = ()
    if before is not None:
        comparisons = compare(before.values, values_of(scores), cases, summary.configuration.seed)
    name = before.name if before else ""
    page = make_page(
        summary, cases, records, scores, base, timings=folder.timings(), comparisons=comparisons, compared_with=name
    )
    (folder.path / "report.md").write_text(to_markdown(page), encoding="utf-8", newline="\n")
    (folder.path / "report.html").write_text(to_html(page), encoding="utf-8", newline="\n")


def _score_baselines(folder: RunFolder, cases: Sequence[Case], base: KnowledgeBase) -> dict[str, Sequence[Score]]:
    found: dict[str, Sequence[Score]] = {}
    for path in sorted((folder.path / "baselines").glob("*/system.json")):
        own = RunFolder(path.parent)
        records = own.records()
        spoken = [case for case in cases if case.asks_in_words]
        scores = with_families(spoken, records, score_all(spoken, records, base))
        own.write_lines("scores.jsonl", scores)
        found[own.read_json("system.json")["name"]] = scores
    return found
