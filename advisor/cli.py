"""The command line: one function a command, each thin; what they do lies in the parts they call.

Heavy libraries are imported inside the commands that need them, so that help, `decide` and `check` start at once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.markdown import Markdown
from rich.progress import track

from advisor import batch as lines
from advisor.complaints import one_sentence
from advisor.core.errors import BadInput
from advisor.explaining import detail_text
from advisor.offline import switch_off_network
from advisor.settings import Settings

if TYPE_CHECKING:
    from advisor.dialogue.state import DialogueState
    from advisor.pipeline import Advisor
    from advisor.reply import Reply

FINE, SOME_BAD, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
ORIGINALS = "NPQ_ADVISOR_ORIGINALS"
"""Names the folder that `check` compares the content with, where `--against` does not."""

app = typer.Typer(
    help="Advice on National Professional Qualifications, with a source for every sentence.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
sources_app = typer.Typer(help="What the advice rests on.", no_args_is_help=True)
app.add_typer(sources_app, name="sources")

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="answer as on this day, YYYY-MM-DD")]
AsJson = Annotated[bool, typer.Option("--json", help="print JSON")]
InputFile = Annotated[Path, typer.Argument(metavar="IN.jsonl")]
OutputFile = Annotated[Path, typer.Argument(metavar="OUT.jsonl")]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and end the process with the contract's exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    switch_off_network()
    _write_utf8()
    try:
        code = app([word for word in given if word != "--debug"], prog_name="npq-advisor", standalone_mode=False)
    except (typer.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:  # whoever reads our output has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FINE
    except Exception as error:
        if debug:
            raise
        print(f"npq-advisor: {one_sentence(error)}", file=sys.stderr)
        code = UNUSABLE
    raise SystemExit(code or FINE)


@app.callback()
def _every_command(
    debug: Annotated[bool, typer.Option("--debug", help="show the full trace of an error")] = False,
) -> None:
    """Advice on National Professional Qualifications, with a source for every sentence."""


@app.command()
def ask(
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    as_of: AsOf = None,
    cohort: Annotated[str | None, typer.Option(metavar="ID", help="the intake meant, such as 2026b")] = None,
    as_json: AsJson = False,
) -> None:
    """Answer one question."""
    settings = Settings()
    state = _state_for(cohort)
    reply = _build(settings).reply(lines.storable(text), state, _day(as_of, settings))
    if as_json:
        print(json.dumps(reply.public(with_state=True), ensure_ascii=False, indent=2))
    else:
        _show(reply, detail=True)


@app.command()
def chat(as_of: AsOf = None) -> None:
    """Talk in the terminal; a number picks a choice, /why and /sources explain, /again starts afresh, /quit ends."""
    settings = Settings()
    day = _day(as_of, settings)
    advisor = _build(settings)
    print("Automated; checks official NPQ information; not a person. Ask a question, or /quit.")
    state: DialogueState | None = None
    reply: Reply | None = None
    while (typed := _typed()) not in (None, "/quit"):
        if typed == "/again":
            state, reply = None, None
            print("Started again: what you told me is forgotten.")
        elif typed in ("/why", "/sources"):
            print(detail_text(reply) if reply else "Ask something first.")
        elif typed is not None:
            reply = advisor.reply(_chosen(typed, reply), state, day)
            state = reply.state
            _show(reply, detail=False)


@app.command()
def batch(source: InputFile, target: OutputFile, as_of: AsOf = None) -> None:
    """Answer many conversations, one JSON object a line."""
    settings = Settings()
    day = _day(as_of, settings)
    content = lines.read_input(source, target)
    _run(lines.Job(source, target, content, lines.converse_runner(_build(settings), day)))


@app.command()
def decide(source: InputFile, target: OutputFile, as_of: AsOf = None) -> None:
    """Decide funding from stated facts, one JSON object a line."""
    day = _day(as_of, Settings())
    _run(lines.Job(source, target, lines.read_input(source, target), lines.decide_runner(day)))


@app.command()
def search(
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, help="how many passages")] = 5,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Show the passages that match best, with their ranks."""
    if not text.strip():
        raise BadInput("Write something to search for.")
    settings = Settings()
    found = _build(settings).retriever.invoke(text, as_of=_day(as_of, settings), k=k)
    rows = [{"rank": n, "id": doc.id, "text": doc.page_content, **doc.metadata} for n, doc in enumerate(found, start=1)]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        ranks = ", ".join(f"{name} {place}" for name, place in row["ranks"].items())
        print(f"{row['rank']}. {row['title']}  ({row['id']}; {ranks})")
        print(f"   {row['text'].splitlines()[1] if len(row['text'].splitlines()) > 1 else ''}")


@app.command()
def index(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="build it even if it is up to date")] = False,
) -> None:
    """Build the search index where it is missing or out of date."""
    from advisor.refreshing import refresh_index

    reason = refresh_index(Settings(), rebuild=rebuild)
    print("The index is up to date." if reason is None else f"The index was built: {reason}.")


@app.command()
def check(
    against: Annotated[
        Path | None, typer.Option(metavar="DIR", envvar=ORIGINALS, help="documents no sentence may be copied from")
    ] = None,
    retrieval: Annotated[bool, typer.Option("--retrieval", help="also search for the held-out phrasings")] = False,
) -> None:
    """Check the knowledge content; errors end with exit code 1, warnings do not."""
    from advisor.content_check import check_everything, held_out_phrasings_find_their_entry
    from advisor.knowledge.problem import Severity

    settings = Settings()
    base, problems = check_everything(settings.knowledge_path, settings.clock(), against)
    found = list(problems)
    if retrieval:
        retriever, today = _build(settings).retriever, settings.clock()

        def find(question: str, k: int) -> list[str]:
            return [str(doc.id) for doc in retriever.invoke(question, as_of=today, k=k)]

        found += held_out_phrasings_find_their_entry(base, find, today)
    for problem in found:
        print(problem)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    print(f"{len(base.entries)} entries: {errors} errors, {len(found) - errors} warnings", file=sys.stderr)
    raise typer.Exit(SOME_BAD if errors else FINE)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(metavar="H", help="address to listen on")] = None,
    port: Annotated[int | None, typer.Option(metavar="P", min=0, max=65_535, help="port to listen on")] = None,
) -> None:
    """Serve the chat in the browser until stopped."""
    given = {"host": host, "port": port}
    settings = Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    from advisor.web.serving import serve as serve_web

    serve_web(settings, announce=lambda text: print(text, flush=True))


@sources_app.callback(invoke_without_command=True)
def sources(
    due: Annotated[bool, typer.Option("--due", help="only those that are due for review")] = False,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """List the sources with the day by which each should be read again."""
    from advisor.knowledge.loader import load_knowledge

    settings = Settings()
    day = _day(as_of, settings)
    base, _ = load_knowledge(settings.knowledge_path)
    listed = sorted(
        (s for s in base.sources.values() if not due or s.review_by <= day), key=lambda s: (s.review_by, s.id)
    )
    if as_json:
        print(json.dumps([source.model_dump(mode="json") for source in listed], ensure_ascii=False, indent=2))
        return
    for source in listed:
        print(f"{source.review_by}  {source.id}: {source.title} ({source.publisher})")
    print(f"{len(listed)} sources", file=sys.stderr)


def _write_utf8() -> None:
    """Whatever the console's own alphabet, JSON for another program is UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _build(settings: Settings) -> Advisor:
    from advisor.build import build_advisor

    return build_advisor(settings)


def _day(text: str | None, settings: Settings) -> date:
    from advisor.rules.parsing import check_date

    return settings.clock() if text is None else check_date(text)


def _state_for(cohort: str | None) -> DialogueState | None:
    """A conversation in which the intake is already known."""
    if cohort is None:
        return None
    from advisor.core.facts import FACTS
    from advisor.dialogue.state import SELF, DialogueState, KnownValue, Person
    from advisor.rules.parsing import parse_value

    value = parse_value(FACTS["cohort_id"], cohort)
    known = KnownValue(value=value, turn=0, quote=f"--cohort {cohort}")
    return DialogueState(people={SELF: Person(facts={"cohort_id": known})})


def _typed() -> str | None:
    try:
        return input("\nYou: " if sys.stdin.isatty() else "").strip()
    except EOFError:
        return None


def _chosen(typed: str, reply: Reply | None) -> str:
    """A number picks a choice of the last question; anything else stands as typed."""
    choices = reply.question.choices if reply is not None and reply.question is not None else ()
    return choices[int(typed) - 1].label if typed.isdecimal() and 0 < int(typed) <= len(choices) else typed


def _show(reply: Reply, *, detail: bool) -> None:
    """Print a reply; drawn where a person reads it, plain where it goes to a file."""
    if sys.stdout.isatty():
        Console().print(Markdown(reply.text))
    else:
        print(reply.text)
    for notice in reply.notices:
        print(f"Note: {notice.text}")
    for number, choice in enumerate(reply.question.choices if reply.question else (), start=1):
        print(f"  {number}. {choice.label}")
    if detail:
        print(detail_text(reply))


def _run(job: lines.Job) -> None:
    """Run a job with a bar on stderr, each bad line named as it comes."""
    total = len(list(lines.numbered_lines(job.content)))
    bar = Console(stderr=True)
    bad = 0
    for complaint in track(lines.run_job(job), "Working", total=total, console=bar):
        if complaint is not None:
            bad += 1
            print(complaint, file=sys.stderr)
    raise typer.Exit(SOME_BAD if bad else FINE)
