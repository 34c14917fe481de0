"""The command line: one function a command, each thin; what they do lies in the parts they call.

Heavy libraries are imported inside the commands that need them, so that help, `decide` and `check` start at once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from advisor import batch as lines
from advisor.complaints import one_sentence
from advisor.console import next_line, show, with_bar, write_utf8
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

Context = typer.Context
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="answer as on this day, YYYY-MM-DD")]
AsJson = Annotated[bool, typer.Option("--json", help="print JSON")]
InputFile = Annotated[Path, typer.Argument(metavar="IN.jsonl")]
OutputFile = Annotated[Path, typer.Argument(metavar="OUT.jsonl")]


@dataclass(frozen=True, slots=True)
class Tools:
    """What the commands work with; a test gives its own."""

    settings: Callable[[], Settings] = Settings
    build: Callable[[Settings], Advisor] = field(default_factory=lambda: _build)

    def day(self, text: str | None) -> date:
        """Return the day given on the command line, or today."""
        from advisor.rules.parsing import check_date

        return self.settings().clock() if text is None else check_date(text)


def main(arguments: Sequence[str] | None = None, tools: Tools | None = None) -> NoReturn:
    """Run one command and end the process with the contract's exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    switch_off_network()
    write_utf8()
    try:
        plain = [word for word in given if word != "--debug"]
        code = app(plain, prog_name="npq-advisor", standalone_mode=False, obj=tools or Tools())
    except (typer.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:  # whoever reads our output has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FINE
    except Exception as error:
        if debug:
            raise
        complaint = one_sentence(error)
        print(complaint if complaint.startswith("Usage:") else f"npq-advisor: {complaint}", file=sys.stderr)
        code = UNUSABLE
    raise SystemExit(code or FINE)


@app.callback()
def _every_command(
    debug: Annotated[bool, typer.Option("--debug", help="show the full trace of an error")] = False,
) -> None:
    """Advice on National Professional Qualifications, with a source for every sentence."""


@app.command()
def ask(
    context: Context,
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    as_of: AsOf = None,
    cohort: Annotated[str | None, typer.Option(metavar="ID", help="the intake meant, such as 2026b")] = None,
    as_json: AsJson = False,
) -> None:
    """Answer one question."""
    from advisor.opening import knowing_cohort

    day, state = context.obj.day(as_of), knowing_cohort(cohort)
    reply = context.obj.build(context.obj.settings()).reply(lines.storable(text), state, day)
    if as_json:
        print(json.dumps(reply.public(with_state=True), ensure_ascii=False, indent=2))
    else:
        show(reply, detail=True)


@app.command()
def chat(context: Context, as_of: AsOf = None) -> None:
    """Talk in the terminal; a number picks a choice, /why and /sources explain, /again starts afresh, /quit ends."""
    from advisor.opening import choice_or_text

    day = context.obj.day(as_of)
    advisor = context.obj.build(context.obj.settings())
    print("Automated; checks official NPQ information; not a person. Ask a question, or /quit.")
    state: DialogueState | None = None
    reply: Reply | None = None
    while (typed := next_line()) not in (None, "/quit"):
        if typed == "/again":
            state, reply = None, None
            print("Started again: what you told me is forgotten.")
        elif typed in ("/why", "/sources"):
            print(detail_text(reply) if reply else "Ask something first.")
        elif typed is not None:
            reply = advisor.reply(choice_or_text(typed, reply), state, day)
            state = reply.state
            show(reply, detail=False)


@app.command()
def batch(context: Context, source: InputFile, target: OutputFile, as_of: AsOf = None) -> None:
    """Answer many conversations, one JSON object a line."""
    day = context.obj.day(as_of)
    content = lines.read_input(source, target)
    advisor = context.obj.build(context.obj.settings())
    _run(lines.Job(source, target, content, lines.converse_runner(advisor, day)))


@app.command()
def decide(context: Context, source: InputFile, target: OutputFile, as_of: AsOf = None) -> None:
    """Decide funding from stated facts, one JSON object a line."""
    day = context.obj.day(as_of)
    _run(lines.Job(source, target, lines.read_input(source, target), lines.decide_runner(day)))


@app.command()
def search(
    context: Context,
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, help="how many passages")] = 5,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Show the passages that match best, with their ranks."""
    if not text.strip():
        raise BadInput("Write something to search for.")
    day = context.obj.day(as_of)
    found = context.obj.build(context.obj.settings()).retriever.invoke(text, as_of=day, k=k)
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
    context: Context,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="build it even if it is up to date")] = False,
) -> None:
    """Build the search index where it is missing or out of date."""
    from advisor.refreshing import refresh_index

    reason = refresh_index(context.obj.settings(), rebuild=rebuild)
    print("The index is up to date." if reason is None else f"The index was built: {reason}.")


@app.command()
def check(
    context: Context,
    against: Annotated[
        Path | None, typer.Option(metavar="DIR", envvar=ORIGINALS, help="documents no sentence may be copied from")
    ] = None,
    retrieval: Annotated[bool, typer.Option("--retrieval", help="also search for the held-out phrasings")] = False,
) -> None:
    """Check the knowledge content; errors end with exit code 1, warnings do not."""
    from advisor.content_check import check_everything, held_out_phrasings_find_their_entry
    from advisor.knowledge.problem import Severity

    settings: Settings = context.obj.settings()
    base, problems = check_everything(settings.knowledge_path, settings.clock(), against)
    found = list(problems)
    if retrieval:
        retriever, today = context.obj.build(settings).retriever, settings.clock()

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
    context: Context,
    host: Annotated[str | None, typer.Option(metavar="H", help="address to listen on")] = None,
    port: Annotated[int | None, typer.Option(metavar="P", min=0, max=65_535, help="port to listen on")] = None,
) -> None:
    """Serve the chat in the browser until stopped."""
    given = {name: value for name, value in {"host": host, "port": port}.items() if value is not None}
    settings = context.obj.settings().model_copy(update=given)
    from advisor.web.serving import serve as serve_web

    serve_web(settings, announce=lambda text: print(text, flush=True))


@app.command()
def sources(
    context: Context,
    due: Annotated[bool, typer.Option("--due", help="only those that are due for review")] = False,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """List the sources with the day by which each should be read again, the most cited first."""
    from advisor.knowledge.loader import load_knowledge

    day = context.obj.day(as_of)
    base, _ = load_knowledge(context.obj.settings().knowledge_path)
    cited = base.citations()
    listed = sorted(
        (s for s in base.sources.values() if not due or s.review_by <= day),
        key=lambda s: (-cited[s.id], s.review_by, s.id),
    )
    if as_json:
        rows = [{**source.model_dump(mode="json"), "cited": cited[source.id]} for source in listed]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for source in listed:
        print(f"{source.review_by}  cited {cited[source.id]:3d}  {source.id}: {source.title} ({source.publisher})")
    print(f"{len(listed)} sources", file=sys.stderr)


def _build(settings: Settings) -> Advisor:
    from advisor.build import build_advisor

    return build_advisor(settings)


def _run(job: lines.Job) -> None:
    """Run a job with a bar on stderr, each bad line named as it comes."""
    total = len(list(lines.numbered_lines(job.content)))
    bad = 0
    for complaint in with_bar(lines.run_job(job), total):
        if complaint is not None:
            bad += 1
            print(complaint, file=sys.stderr)
    raise typer.Exit(SOME_BAD if bad else FINE)
