"""What each command does, once its arguments are read: build the adviser, run, score, compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from advisor.build import build_advisor, build_encoders
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.loader import load_knowledge
from advisor.pipeline import Advisor
from advisor.retrieval.embedding import SentenceEmbedder
from advisor.retrieval.hybrid import HybridOptions
from advisor.settings import Settings
from evals.accepting import objections
from evals.artefact import ArtefactError, RunFolder
from evals.configuration import Configuration, make_configuration
from evals.dataset import Dataset, DatasetError, read_datasets, set_problems
from evals.pipeline import Before, Plan, run_plan, score_folder
from evals.report.page import make_page
from evals.report.trials import ABLATION_MEASURES
from evals.report.worst import worst_lines
from evals.summary.gate import Check, GateError, judge, read_bars, read_baseline, write_baseline
from evals.summary.paired import Comparison, compare, values_of
from evals.summary.summary import Summary
from evals.systems.adviser import AdviserSystem
from evals.systems.baselines import build_baselines
from evals.systems.broken import BREAKS, Break, break_adviser
from evals.systems.reduced import DECISION, PARTS, REMOVED, Part, build_without
from evals.trials import Changed, Trial, run_trials

Step = Callable[[str], None]
Named = TypeVar("Named", Part, Break)
ROOT = Path(__file__).resolve().parent.parent
GATE = Path(__file__).with_name("gate.toml")
NOTICING = ("citation_recall", "names_backed", "nothing_uncited", "facts_carried", "turns_right", "decided_reason")
"""Measures beside those of the gate that a broken adviser may show in."""
BASELINE = Path(__file__).resolve().with_name("baseline.json")


@dataclass(frozen=True, slots=True)
class Built:
    """An adviser, the model it uses, and what the build consists of."""

    advisor: Advisor
    embedder: SentenceEmbedder
    settings: Settings

    @property
    def base(self) -> KnowledgeBase:
        """What it knows."""
        return self.advisor.needs.base


def build(
    settings: Settings | None = None, options: HybridOptions | None = None, embedder: SentenceEmbedder | None = None
) -> Built:
    """Return an adviser as the chat has it, with its model loaded."""
    chosen = settings or Settings()
    model = embedder or SentenceEmbedder(chosen.model)
    advisor = build_advisor(chosen, embedder=model, options=options)
    model.warm_up()
    return Built(advisor, model, chosen)


def make_plan(
    datasets: Sequence[Path],
    built: Built,
    as_of: date,
    splits: tuple[str, ...],
    *,
    workers: int = 2,
    resume: bool = False,
    switched_off: tuple[str, ...] = (),
) -> Plan:
    """Return what is to be run. Raises DatasetError for bad lines, unknown entries or no case at all."""
    found = read_datasets(datasets, splits)
    cases = tuple(case for dataset in found for case in dataset.cases)
    if not cases:
        raise DatasetError(
            f"there are no cases in {', '.join(str(path) for path in datasets)} for {' or '.join(splits)}"
        )
    if unknown := unknown_entries(found, built.base):
        raise DatasetError("\n".join(unknown))
    configuration = make_configuration(
        found,
        as_of,
        splits,
        content=built.base.content_hash,
        model=build_encoders(built.settings, built.embedder).key,
        knowledge_path=built.settings.knowledge_path,
        switched_off=switched_off,
    )
    return Plan(configuration, cases, as_of, workers, resume)


def run_command(
    datasets: Sequence[Path],
    folder: Path,
    as_of: date,
    splits: tuple[str, ...],
    *,
    workers: int,
    resume: bool,
    baselines: bool,
    against: Path | None,
    step: Step,
    plan_made: Callable[[int], None],
) -> Summary:
    """Run, score and report; `plan_made` is told how many cases there are to play, `step` each one played."""
    read_datasets(datasets, splits)  # a bad line should cost a second, not the time to load a model
    built = build()
    plan = make_plan(datasets, built, as_of, splits, workers=workers, resume=resume)
    others = build_baselines(built.settings, built.embedder) if baselines else []
    spoken = sum(1 for case in plan.cases if case.asks_in_words)
    plan_made(len(plan.cases) + spoken * len(others))
    run_plan(plan, RunFolder(folder), AdviserSystem(built.advisor), others, step)
    return score_folder(RunFolder(folder), built.base, scores_before(against))


def score_command(folder: Path, against: Path | None, *, other_content: bool = False) -> Summary:
    """Score a finished run again with today's scorers."""
    base, _ = load_knowledge(Settings().knowledge_path)
    return score_folder(RunFolder(folder), base, scores_before(against), other_content=other_content)


def worst_command(folder: Path, number: int) -> Iterator[str]:
    """Yield the cases of a scored run that went worst, each with why.

    Raises:
        ArtefactError: where there is no scored run.
    """
    run = RunFolder(folder)
    base, _ = load_knowledge(Settings().knowledge_path)
    summary = Summary.model_validate(run.read_json("summary.json"))
    page = make_page(summary, run.cases(), run.records(), run.scores(), base)
    return worst_lines(page.shown, number)


def scores_before(against: Path | None) -> Before | None:
    """Return the scores of another run, or where none is named, those of the run that was last accepted.

    Raises:
        ArtefactError: where the run named has no scores.
    """
    if against is not None:
        return Before(against.name, values_of(RunFolder(against).scores()))
    if not BASELINE.exists():
        return None
    accepted = read_baseline(BASELINE)
    return Before(f"the accepted run (code {accepted.code[:8]}, content {accepted.content[:8]})", accepted.values)


def compare_command(first: Path, second: Path) -> tuple[Comparison, ...]:
    """Compare two scored runs on the cases they share; the second is the newer.

    Raises:
        ArtefactError: where either cannot be read, or they share no case.
    """
    one, other = RunFolder(first), RunFolder(second)
    seed = Configuration.model_validate(other.read_json("config.json")).seed
    compared = compare(values_of(one.scores()), values_of(other.scores()), other.cases(), seed)
    if not compared:
        raise ArtefactError(f"{first} and {second} share no scored case")
    return compared


def gate_command(folder: Path | None, *, refresh: bool, workers: int, step: Step) -> tuple[Check, ...]:
    """Return the checks of a scored run; with `refresh`, write its scores as the ones later runs are held against.

    Without a folder the shipped sets are run first, as on the day of the accepted run.
    """
    bars = read_bars(GATE)
    if folder is None:
        folder = Path("runs") / "gate"
        day = date.fromisoformat(read_baseline(BASELINE).as_of)
        built = build()
        plan = make_plan(shipped_sets(), built, day, ("dev", "test"), workers=workers)
        run_plan(plan, RunFolder(folder), AdviserSystem(built.advisor), (), step)
        score_folder(RunFolder(folder), built.base)
    run = RunFolder(folder)
    configuration = Configuration.model_validate(run.read_json("config.json"))
    scores, cases = run.scores(), run.cases()
    if refresh:
        refuse_unless_acceptable(configuration)
        asked, code, content = configuration.as_of.isoformat(), configuration.code, configuration.content
        write_baseline(BASELINE, scores, bars, as_of=asked, code=code, content=content)
    return judge(scores, cases, bars, read_baseline(BASELINE), configuration.seed)


def refuse_unless_acceptable(made: Configuration) -> None:
    """Raise GateError, with every reason, where a run is not one of all that ships on what is committed."""
    settings = Settings()
    base, _ = load_knowledge(settings.knowledge_path)
    today = make_configuration(
        read_datasets(shipped_sets()),
        made.as_of,
        ("dev", "test"),
        content=base.content_hash,
        model=build_encoders(settings).key,
        knowledge_path=settings.knowledge_path,
    )
    if reasons := objections(made, today, ROOT, BASELINE):
        raise GateError("This run cannot be accepted:\n" + "\n".join(f"- {reason}" for reason in reasons))


def shipped_sets() -> tuple[Path, ...]:
    """Return all that ships: the data sets, and the phrasings held back from the index."""
    sets = sorted((ROOT / "evals" / "datasets").glob("*.jsonl"))
    return (*sets, ROOT / "knowledge")


def ablate_command(
    datasets: Sequence[Path], as_of: date, splits: tuple[str, ...], parts: Sequence[str], *, workers: int, step: Step
) -> Iterator[Trial]:
    """Yield, for each part, what the adviser loses without it. Raises DatasetError where a part is not known."""
    if gone := [part.name for part in REMOVED if part.name in parts]:
        raise DatasetError(f"{', '.join(gone)} bought nothing and was taken out: see {DECISION}")
    chosen = _chosen(parts, PARTS)
    built = build()
    plan = make_plan(datasets, built, as_of, splits, workers=workers)
    changed = (
        Changed(build_without(part, built.settings, built.embedder), built.base, part.says, part.name)
        for part in chosen
    )
    yield from run_trials(
        plan, AdviserSystem(built.advisor), built.base, changed, step=step, measures=ABLATION_MEASURES
    )


def broken_command(
    datasets: Sequence[Path], as_of: date, splits: tuple[str, ...], breaks: Sequence[str], *, workers: int, step: Step
) -> Iterator[Trial]:
    """Yield, for each way of breaking the adviser, which measures notice."""
    chosen = _chosen(breaks, BREAKS)
    built = build()
    plan = make_plan(datasets, built, as_of, splits, workers=workers)
    systems = [break_adviser(built.advisor, broken) for broken in chosen]
    changed = (Changed(system, system.base, system.broken.says, system.name) for system in systems)
    bars = read_bars(GATE)
    looked_at = tuple(dict.fromkeys((*bars.safety, *bars.floors, *bars.quality, *NOTICING)))
    yield from run_trials(plan, AdviserSystem(built.advisor), built.base, changed, step=step, measures=looked_at)


def _chosen(names: Sequence[str], known: Sequence[Named]) -> Sequence[Named]:
    unknown = [name for name in names if name not in {item.name for item in known}]
    if unknown:
        raise DatasetError(f"there is no {', '.join(unknown)}; there are {', '.join(item.name for item in known)}")
    return [item for item in known if item.name in names or not names]


def check_command(paths: Sequence[Path]) -> list[str]:
    """Return what is wrong with data sets: bad lines, ids used twice, families in two splits, unknown entries."""
    try:
        datasets = read_datasets(paths)
    except DatasetError as error:
        return str(error).split("\n")
    base, _ = load_knowledge(Settings().knowledge_path)
    mixed = [problem for dataset in datasets for problem in set_problems(dataset)]
    return [*mixed, *unknown_entries(datasets, base)]


def unknown_entries(datasets: Iterable[Dataset], base: KnowledgeBase) -> list[str]:
    """Say which cases ask the search for entries that do not exist: it could only ever miss them."""
    return [
        f"{dataset.name}: {case.id}: names '{entry}', which is no entry"
        for dataset in datasets
        for case in dataset.cases
        for entry in (*(gold.entry for gold in case.gold or ()), *case.superseded)
        if entry not in base.entries
    ]
