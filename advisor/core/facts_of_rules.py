"""The facts that the funding rules read, in the order in which they are asked; names and values are DfE's.

What they lead to is for `advisor.rules`.
"""

from __future__ import annotations

from advisor.core.fact import NOT_SURE, Choice, Fact, FactKind, one_of, yes_no

SCHOOL_SETTINGS = ("a_school", "an_academy_trust", "a_16_to_19_educational_setting")
PUBLIC_EARLY_YEARS = ("local_authority_maintained_nursery", "preschool_class_as_part_of_school")
PRIVATE_EARLY_YEARS = ("private_nursery", "childminder", "another_early_years_setting")
_WORKPLACE = ("works_in_england", "work_setting")
_EARLY_YEARS = ("work_setting", "early_years_setting")
_LIST_WHY = "Some courses are only funded in places on DfE’s lists; your provider or school office can check."

RULE_FACTS: tuple[Fact, ...] = (
    one_of(
        "cohort_id",
        "Which intake do you mean?",
        "The rules differ from one intake to the next.",
        {"2026b": "Autumn 2026", "2026a": "Spring 2026, already started"},
    ),
    Fact("cohort_funding", FactKind.ONE, values=("zero", "capped", "full")),
    yes_no("works_in_england", "Do you work in England?", "Scholarships are only for people who work in England."),
    Fact(
        "prior_applications",
        FactKind.APPLICATIONS,
        "Have you had a DfE-funded place on this same course before?",
        "Each course is funded once, even if you withdrew or did not pass.",
        (
            Choice("none", "No, never"),
            Choice("funded", "Yes, I had a funded place"),
            Choice("self_funded", "Yes, but it was paid for another way"),
            Choice(None, NOT_SURE),
        ),
    ),
    one_of(
        "work_setting",
        "What kind of place do you work in?",
        "The rules follow the kind of workplace.",
        {
            "a_school": "A school",
            "an_academy_trust": "An academy trust",
            "a_16_to_19_educational_setting": "A 16 to 19 setting, such as a sixth-form or FE college",
            "early_years_or_childcare": "Early years or childcare",
            "another_setting": "Another education setting, such as a virtual school or hospital school",
            "other": "Somewhere else, or not working at the moment",
        },
    ),
    one_of(
        "early_years_setting",
        "What kind of early years setting is it?",
        "Maintained nursery schools, schools, nurseries and childminders have different rules.",
        {
            "local_authority_maintained_nursery": "A maintained nursery school, run by the council",
            "preschool_class_as_part_of_school": "A nursery or pre-school class in a school",
            "private_nursery": "A private nursery",
            "childminder": "I am a childminder",
            "another_early_years_setting": "Another early years setting",
        },
        ("work_setting",),
    ),
    one_of(
        "employment_type",
        "Which of these is your work?",
        "Each of these has its own rule.",
        {
            "local_authority_virtual_school": "A local authority virtual school",
            "hospital_school": "A hospital school",
            "young_offender_institution": "A young offender institution",
            "local_authority_supply_teacher": "Employed by a council to teach in more than one school",
            "lead_mentor_for_accredited_itt_provider": "Lead mentor for an accredited teacher training provider",
            "other": "None of these",
        },
        ("work_setting",),
    ),
    one_of(
        "institution_kind",
        "",
        "",
        dict.fromkeys(("school", "local_authority", "private_childcare_provider", "none"), ""),
    ),
    yes_no(
        "eligible_establishment_type",
        "Is it state-funded, such as a council-run school, an academy or a state college?",
        "Fee-paying independent schools are outside the scheme, apart from some special schools.",
        _WORKPLACE,
    ),
    Fact("establishment_type_code", FactKind.CODE, depends_on=(*_WORKPLACE, "early_years_setting")),
    yes_no(
        "on_pp50_school_list",
        "Is your school on DfE’s disadvantage list for schools (the PP50 list)?",
        _LIST_WHY,
        (*_WORKPLACE, "eligible_establishment_type"),
    ),
    yes_no(
        "on_pp50_fe_list",
        "Is your college or sixth form on DfE’s 16 to 19 disadvantage list?",
        _LIST_WHY,
        (*_WORKPLACE, "eligible_establishment_type"),
    ),
    yes_no(
        "on_rise_list",
        "Is your school in targeted RISE intervention?",
        "Schools in targeted RISE intervention are funded for every NPQ.",
        (*_WORKPLACE, "eligible_establishment_type"),
    ),
    yes_no(
        "has_ofsted_urn",
        "Do you, your employer or your agency have an Ofsted number?",
        "DfE’s list of childminders goes by that number.",
        _EARLY_YEARS,
    ),
    yes_no(
        "on_childminder_list",
        "Is your Ofsted or agency number on DfE’s list of eligible childminders?",
        "Childminders are funded where their number is on the list.",
        _EARLY_YEARS,
    ),
    yes_no(
        "itt_provider_approved",
        "Is your teacher training provider on DfE’s list of accredited providers?",
        "Lead mentors are funded where their provider is accredited.",
        ("work_setting", "employment_type"),
    ),
    yes_no(
        "referred_by_return_to_teaching_adviser",
        "Did a Return to Teaching Adviser refer you?",
        "DfE looks at each referred person’s case.",
        ("work_setting",),
    ),
    yes_no("is_headteacher", "Are you a headteacher?", "The coaching offer is for people already in post."),
    yes_no(
        "in_first_five_years_of_headship",
        "Are you a headteacher in your first five years of headship?",
        "The coaching offer is funded in the first five years.",
        ("is_headteacher",),
    ),
    # The older rulesets' facts: stated in historical questions, asked only where an old intake is meant.
    yes_no("high_pupil_premium", "", ""),
    one_of(
        "headteacher_status",
        "",
        "",
        dict.fromkeys(
            (
                "no",
                "yes_when_course_starts",
                "yes_in_first_two_years",
                "yes_over_two_years",
                "yes_in_first_five_years",
                "yes_over_five_years",
            ),
            "",
        ),
    ),
    yes_no("on_ofsted_early_years_register", "", "", _EARLY_YEARS),
    yes_no("on_early_years_list", "", "", _EARLY_YEARS),
    yes_no("on_disadvantaged_early_years_list", "", "", _EARLY_YEARS),
    yes_no("on_la_disadvantaged_nursery_list", "", "", _EARLY_YEARS),
)
