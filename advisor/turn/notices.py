"""What a reader should know beside the answer: masked data, missing policy, sources older than the intake."""

from __future__ import annotations

from advisor.answering.citations import Citation
from advisor.answering.wording import cohort_in_sentence
from advisor.dialogue.text.cleaning import CleanText
from advisor.rules.verdict import Outcome, Verdict

_UNPUBLISHED = "No funding rules for {} were published when this was last checked."


def make_notices(
    cleaned: CleanText, verdicts: tuple[Verdict, ...], citations: tuple[Citation, ...]
) -> tuple[tuple[str, str], ...]:
    """Return code and text of each notice."""
    notices: list[tuple[str, str]] = []
    if cleaned.personal_data:
        text = "Personal details in your message were removed before I read it; please leave them out."
        notices.append(("personal_data", text))
    if cleaned.hidden_removed:
        notices.append(("hidden_characters", "Hidden characters in your message were removed before I read it."))
    open_cohorts = dict.fromkeys(v.cohort for v in verdicts if v.outcome is Outcome.NOT_PUBLISHED)
    notices.extend(("not_published", _UNPUBLISHED.format(cohort_in_sentence(cohort))) for cohort in open_cohorts)
    if any(citation.basis != "seen" for citation in citations):
        notices.append(
            ("basis", "A sentence marked partial or general rests on less than a source read in full: check it.")
        )
    if (older := _older_than_intake(verdicts, citations)) is not None:
        notices.append(("older_source", older))
    return tuple(notices)


def _older_than_intake(verdicts: tuple[Verdict, ...], citations: tuple[Citation, ...]) -> str | None:
    """Say so where the newest source is older than the start of the intake asked about."""
    cohorts = [v.cohort for v in verdicts if v.cohort]
    dates = [citation.published for citation in citations if citation.published]
    if not cohorts or not dates:
        return None
    newest, cohort = max(dates), max(cohorts)
    starts_year, starts_month = int(cohort[:4]), 2 if cohort[4:] == "a" else 10
    if (newest.year, newest.month) < (starts_year, starts_month):
        return f"The newest source used is dated {newest.day} {newest:%B %Y}, before the {cohort_in_sentence(cohort)} courses began."
    return None
