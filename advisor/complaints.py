"""Say in one sentence what went wrong, for whoever typed the command.

Which exit code follows, and whether the trace is shown, is left to `cli.py`.
"""

from __future__ import annotations

from pydantic import ValidationError


def one_sentence(error: Exception) -> str:
    """Return what went wrong; our own errors and those of files speak for themselves."""
    if callable(message := getattr(error, "format_message", None)):  # wrong usage, as Typer reports it
        return str(message())
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}."
    if isinstance(error, ValidationError):
        wrong = error.errors()[0]
        return f"The setting NPQ_ADVISOR_{'_'.join(map(str, wrong['loc'])).upper()} cannot be used: {wrong['msg']}."
    if type(error).__module__.startswith("advisor.") or isinstance(error, OSError):
        first, *more = str(error).splitlines()
        rest = f" {more[0]}" + (f" ({len(more) - 1} more)" if len(more) > 1 else "") if more else ""
        return f"{first}{rest}"
    return f"Something went wrong ({type(error).__name__}: {error}); --debug shows where."
