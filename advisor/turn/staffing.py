"""Answer somebody who asks for several members of staff: for each role named, the course that fits and its funding."""

from __future__ import annotations

import re

from advisor.answering.said import Part, Said, Table
from advisor.answering.verdicts import ground_of
from advisor.answering.wording import cohort_in_sentence
from advisor.core.courses import COURSES
from advisor.core.facts import FactSet
from advisor.rules.decision import decide
from advisor.rules.progression import suggest
from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import standing
from advisor.turn.facts import cohort_of, facts_of, with_assumption
from advisor.turn.findings import ground_finding
from advisor.turn.funding import STANDING_PLACE, outcome_in_cell

_FEWEST = 3
_SEVERAL = re.compile(r"\b(?:staff|team|each|colleagues|people|between them|all of them|everyone|members|per person)\b")
_A_HEAD = re.compile(r"\b(?:an?|one|1|our|the) (head)\b(?! of| teacher)", re.IGNORECASE)
_OF_THE_PERSON = ("role", "role_wanted", "aims", "is_headteacher", "prior_npqs", "subject", "senco_in_role")


def for_each_role(wanted: Wanted) -> Answered | None:
    """Return a table with a row for each role that the message lists, where it speaks of several people."""
    ask, turn = wanted.ask, wanted.turn
    text = ask.whole or ask.around or ask.text
    mentions = [m for m in turn.needs.lexicon.names.find(text) if m.kind == "role"]
    roles = {m.value: m.text for m in reversed(mentions)}
    if (head := _A_HEAD.search(text)) and not {"headteacher", "new_headteacher"} & set(roles):
        roles["headteacher"] = head[1]
    if len(roles) < _FEWEST or not _SEVERAL.search(text.lower()) or ask.cues - {"recommend", "funding", "next_course"}:
        return None
    shared = facts_of(turn.state.person)
    for name in _OF_THE_PERSON:
        shared = shared.without(name)
    shared = with_assumption(shared, turn.state.person)
    cohort = cohort_of(turn.state.person)
    rows, verdicts = [], []
    for role in sorted(roles, key=lambda each: text.find(roles[each])):
        found = suggest(FactSet().with_said("role", role, turn.state.turn, roles[role]), turn.as_of)
        if not found:
            continue
        best = found[0]
        verdict = decide(best.course, shared, turn.as_of, cohort)
        reason = best.because[0]
        grounds = (ground_finding(f"progression#{best.course}", reason.text, reason.sources), ground_of(verdict))
        rows.append(((_as_heading(roles[role]), COURSES[best.course].code, outcome_in_cell(verdict)), grounds))
        verdicts.append(verdict)
    if len(rows) < _FEWEST:
        return None
    when = cohort_in_sentence(verdicts[0].cohort)
    lead = Said("By role alone these courses fit best; each person's own plans may change that.", rows[0][1][:1])
    said = (lead, *standing(turn.needs.base, (STANDING_PLACE,)))
    table = Table(("Role", "Best fit", f"Funding in {when}"), tuple(rows))
    part = Part("answer", said, table, (STANDING_PLACE,), tuple(dict.fromkeys(v.course for v in verdicts))[:3])
    return Answered(part, tuple(verdicts), shared, None, None, ("recommend", "funding"))


def _as_heading(role: str) -> str:
    return role[0].upper() + role[1:]
