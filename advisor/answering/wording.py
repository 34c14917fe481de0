"""The sentences about a verdict, keyed by outcome and reason, in one place.

Which of them are said, and on what ground, is for `verdicts.py`. Fields: {course}, {cohort}, {you}, {have}, {work}, {your}, {them}.
"""

from __future__ import annotations

from advisor.core.courses import COURSES

REASONS: dict[str, str] = {
    "unfunded_cohort": "the {cohort} intake has no DfE funding for any course",
    "not_in_england": "scholarships are only for people who work in England{not_there}",
    "previously_funded": "{you} {have} had a DfE-funded place on this course before, and each course is funded once, "
    "even for somebody who withdrew, deferred or did not pass",
    "not_new_headteacher_requesting_ehco": "{it_is} funded only for headteachers in their first five years of headship",
    "early_years_invalid_npq": "on the early years route only the NPQ for Early Years Leadership (NPQEYL) is funded, "
    "with a few more in maintained nursery schools",
    "not_entitled_childminder": "a childminder is funded only if on DfE's childminder list",
    "not_entitled_ey_institution": "the early years setting has to be on DfE's disadvantage list",
    "not_on_early_years_register": "the setting has to be on Ofsted's early years register",
    "ineligible_establishment_type": "{your} kind of workplace is outside the scheme, which is for state-funded settings",
    "ineligible_institution_type": "{your} workplace is not of a kind that DfE funded in that intake",
    "ineligible_establishment_not_a_pp50": "{it_is} funded only in places on DfE's disadvantage list (PP50) or in targeted RISE intervention",
    "not_lead_mentor_course": "lead mentors for a teacher training provider are funded only for Leading Teacher Development (NPQLTD)",
    "not_funded": "the rules then in force did not cover {it}",
}
INDEPENDENT = "independent schools are outside the scheme, which is for state-funded schools"

REVIEWS: dict[str, str] = {
    "subject_to_review": "it reviews each case from virtual schools, hospital schools, young offender institutions and council "
    "supply teachers",
    "referred_by_return_to_teaching_adviser": "it reviews each case after a referral by a Return to Teaching Adviser",
}

REVIEW_IN_ENGLAND = "In England DfE would decide case by case for {course} in {cohort}, so there is no plain yes or no; elsewhere it is not funded."
UNLESS_REFERRED = (
    "No, unless a Return to Teaching Adviser referred {them}: then DfE looks at the case, and otherwise {your} kind of work brings "
    "no funding for {course} in {cohort}."
)

MISSING: dict[str, str] = {
    "cohort_id": "which intake you mean",
    "works_in_england": "whether {you} {work} in England",
    "work_setting": "what kind of place {you} {work} in",
    "early_years_setting": "what kind of early years setting it is",
    "employment_type": "which kind of work it is",
    "eligible_establishment_type": "whether {your} school or college is state-funded",
    "on_pp50_school_list": "whether {your} school is on DfE's disadvantage list (PP50)",
    "on_pp50_fe_list": "whether {your} college is on DfE's 16 to 19 disadvantage list",
    "on_rise_list": "whether {your} school is in targeted RISE intervention",
    "on_childminder_list": "whether {you} {are} on DfE's childminder list",
    "itt_provider_approved": "whether the teacher training provider is an accredited one",
    "referred_by_return_to_teaching_adviser": "whether a Return to Teaching Adviser referred {them}",
    "is_headteacher": "whether {you} {are} a headteacher",
    "in_first_five_years_of_headship": "whether {you} {are} in {your} first five years of headship",
    "prior_applications": "whether {you} {have} had a DfE-funded place on this course before",
    "has_ofsted_urn": "whether the setting has an Ofsted number",
    "on_disadvantaged_early_years_list": "whether the setting is on DfE's list of disadvantaged early years settings",
    "on_la_disadvantaged_nursery_list": "whether the nursery is on DfE's list of disadvantaged nursery schools",
    "on_early_years_list": "whether the setting is on DfE's early years list",
    "on_ofsted_early_years_register": "whether the setting is on Ofsted's early years register",
}

CHANGES: dict[tuple[str, str], str] = {
    ("works_in_england", "True"): "{you} worked in England",
    ("eligible_establishment_type", "True"): "{your} school were state-funded",
    ("on_pp50_school_list", "True"): "{your} school were on the PP50 list",
    ("on_pp50_fe_list", "True"): "{your} college were on the 16 to 19 disadvantage list",
    ("on_rise_list", "True"): "{your} school were in targeted RISE intervention",
    ("on_childminder_list", "True"): "{you} were on DfE's childminder list",
    ("in_first_five_years_of_headship", "True"): "{you} were in {your} first five years of headship",
    ("is_headteacher", "True"): "{you} were a headteacher",
    ("cohort_funding", "capped"): "the intake were a funded one",
}

BECAUSE: tuple[tuple[str, object, str], ...] = (
    ("on_rise_list", True, "{your} school is in targeted RISE intervention"),
    ("on_pp50_school_list", True, "{your} school is on DfE's disadvantage list (PP50)"),
    ("on_pp50_fe_list", True, "{your} college is on DfE's 16 to 19 disadvantage list"),
    ("in_first_five_years_of_headship", True, "{you} {are} in {your} first five years of headship"),
    ("on_childminder_list", True, "{you} {are} on DfE's childminder list"),
    (
        "employment_type",
        "lead_mentor_for_accredited_itt_provider",
        "{you} {are} a lead mentor for an accredited provider",
    ),
    ("early_years_setting", "preschool_class_as_part_of_school", "{you} {work} in a school's pre-school class"),
    ("early_years_setting", "local_authority_maintained_nursery", "{you} {work} in a maintained nursery school"),
    ("early_years_setting", "private_nursery", "{you} {work} in a private nursery"),
    ("early_years_setting", "another_early_years_setting", "{you} {work} in an early years setting"),
    ("work_setting", "a_16_to_19_educational_setting", "{you} {work} in a state-funded 16 to 19 setting"),
    ("work_setting", "an_academy_trust", "{you} {work} in an academy trust"),
    (
        "establishment_type_code",
        "10",
        "{you} {work} in an independent special school",
    ),
    ("eligible_establishment_type", False, "{you} {work} in an independent school"),
    ("eligible_establishment_type", True, "{you} {work} in a state-funded school"),
)
NATIONS = {
    "wales": ", not in Wales",
    "scotland": ", not in Scotland",
    "northern_ireland": ", not in Northern Ireland",
    "crown_dependencies": ", not in the Crown dependencies",
    "abroad": ", not abroad",
}


def course_in_sentence(course: str) -> str:
    """Return the course as a sentence names it: "the NPQ for Headship (NPQH)"."""
    named = COURSES[course]
    return f"{named.name} ({named.code})"


def cohort_in_sentence(cohort: str | None) -> str:
    """Return the intake as a sentence names it: "autumn 2026" for 2026b."""
    if cohort is None:
        return "that intake"
    return f"{'spring' if cohort[4:] == 'a' else 'autumn'} {cohort[:4]}"


def join_words(items: list[str], last: str = "and") -> str:
    """Join as a sentence does: "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"


def join_alike(clauses: list[str]) -> str:
    """Join clauses with "or", saying once what two in a row begin with.

    >>> join_alike(["your school were on the PP50 list", "your school were in RISE"])
    'your school were on the PP50 list or in RISE'
    """
    shared = "your school were ", "their school were "
    short = [
        clause.removeprefix(next((s for s in shared if clause.startswith(s) and before.startswith(s)), ""))
        for before, clause in zip(["", *clauses], clauses, strict=False)
    ]
    return join_words(short, "or")


_WHO_WRITE = {"caller", "enquirer", "participant", "applicant", "candidate", "delegate", "customer", "user"}
"""Those whom support staff speak of: nobody's own, as a colleague is."""

_WITH_CAPITALS = {"senco": "SENCO", "ta": "TA", "ect": "ECT", "ects": "ECTs", "english lead": "English lead"}


def whom(subject: str) -> str:
    """Return what a reply calls the person it is about.

    >>> whom("self"), whom("colleague"), whom("senco"), whom("caller"), whom("person"), whom("first person"), whom("Priya")
    ('you', 'your colleague', 'your SENCO', 'the caller', 'this person', 'the first person', 'Priya')
    """
    if subject == "self":
        return "you"
    if subject[:1].isupper():
        return subject
    if subject == "person":
        return "this person"
    is_person = subject.endswith(" person") or subject.startswith("person at ")
    subject = _WITH_CAPITALS.get(subject, subject)
    return f"the {subject}" if subject in _WHO_WRITE or is_person else f"your {subject}"


def fill(template: str, subject: str, **fields: str) -> str:
    """Fill a template for the person it is about: `subject` is "self" or who they are ("colleague")."""
    own = subject == "self"
    words = {
        "you": "you" if own else "they",
        "them": "you" if own else "them",
        "your": "your" if own else "their",
        "have": "have",
        "are": "are",
        "work": "work",
        "not_there": "",
        "it": "it",
        "it_is": "it is",
        **fields,
    }
    return template.format(**words)
