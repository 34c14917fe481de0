"""Say that we do not know, offer what we do, and name who does: a true answer where nothing supports another."""

from __future__ import annotations

from advisor.answering.said import Part, Said
from advisor.dialogue.asking import Ask
from advisor.turn.wants import top_intents

_WHOM = (
    (
        {"assessment", "results", "deferring", "delivery", "workload", "complaint"},
        "your NPQ provider, with your course, start date and what has happened so far to hand",
    ),
    (
        {"registering", "trn", "funding", "cost"},
        "your chosen NPQ provider, or DfE at continuing-professional-development@digital.education.gov.uk",
    ),
    (
        {"recommend", "next_course", "benefits", "relevance", "audience"},
        "your headteacher or line manager, and the NPQ provider your school uses",
    ),
)
_ANYONE = "an NPQ provider or your local teaching school hub"


def what_next_part() -> Part:
    """Return what to say to somebody who names NPQs and asks nothing."""
    said = (
        Said("Happy to help with National Professional Qualifications."),
        Said(
            "Tell me your role and what you hope to do, and I can suggest a course, check its funding or say what it covers."
        ),
    )
    return Part("clarify", said)


def unknown_part(ask: Ask, *, outside: bool = False, of_schools: bool = False) -> Part:
    """Return the part that says so; a question that has nothing to do with NPQs is out of scope.

    Where it is one `of_schools`, the part says where such questions are answered.
    """
    intents = set(top_intents(ask, 0.4))
    outside = outside or (ask.intents.get("out_of_scope", 0.0) >= 0.5 and not intents - {"glossary", "eligibility"})
    if outside:
        whom = "For other matters of schools or of a job in one, start with GOV.UK, your employer or your union."
        said = (
            Said(
                "That is outside what I can help with: I only know about National Professional Qualifications in England."
            ),
            *([Said(whom)] if of_schools else ()),
            Said("Ask me which NPQ might suit you, whether it is funded, or what you would learn."),
        )
        return Part("out_of_scope", said)
    whom = next((who for topics, who in _WHOM if intents & topics), _ANYONE)
    said = (
        Said("I don't know the answer to that: nothing in my sources covers it."),
        Said(f"The people to ask are {whom}."),
    )
    return Part("handoff", said)
