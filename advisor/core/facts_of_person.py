"""The facts about the person that choose a course, judge suitability or phrase an answer; funding never reads them.

The values of role, phase, subject and aims are those of `knowledge/names.toml`.
"""

from __future__ import annotations

from advisor.core.courses import COURSES
from advisor.core.fact import NOT_SURE, Choice, Fact, FactKind, many_of, one_of, yes_no

ROLE_LABELS: dict[str, str] = {
    "classroom_teacher": "Class or subject teacher",
    "early_career_teacher": "Early career teacher",
    "subject_lead": "Subject lead",
    "head_of_department": "Head of department or faculty",
    "phase_lead": "Phase or key stage lead",
    "year_lead": "Head of year or pastoral lead",
    "behaviour_lead": "Behaviour lead",
    "literacy_lead": "Literacy or English lead",
    "maths_lead": "Maths lead",
    "cpd_lead": "Leading staff development, or a mentor",
    "lead_practitioner": "Lead practitioner",
    "senco": "SENCO",
    "assistant_head": "Assistant headteacher",
    "deputy_head": "Deputy headteacher",
    "headteacher": "Headteacher",
    "executive_head": "Executive head or trust leader",
    "nursery_manager": "Early years leader or nursery manager",
    "teaching_assistant": "Teaching assistant or support staff",
} | dict.fromkeys(
    (
        "trainee supply_teacher second_in_department early_years_lead pastoral_lead english_lead mentor "
        "itt_lead_mentor assistant_senco inclusion_lead head_of_school new_headteacher head trust_ceo trust_leader "
        "sixth_form_lead nursery_deputy room_leader early_years_teacher reception_teacher childminder hlta "
        "support_staff business_manager governor lecturer tutor education_adviser virtual_school_head returner "
        "on_leave trainer hr_or_buyer"
    ).split(),
    "",
)
_PHASES = {
    "early_years": "Early years",
    "primary": "Primary",
    "middle": "",
    "secondary": "Secondary",
    "all_through": "",
    "sixteen_to_nineteen": "16 to 19",
    "special": "Special or alternative provision",
}
_AIMS = {
    "improve_teaching": "Improve teaching",
    "develop_others": "Develop other teachers",
    "behaviour": "Lead on behaviour and culture",
    "literacy": "Lead on literacy",
    "maths": "Lead on maths",
    "send": "Lead on SEND",
    "early_years": "Lead in early years",
    "become_middle_leader": "Become a middle leader",
    "become_senior_leader": "Join the senior team",
    "become_head": "Become a headteacher",
    "run_trust": "Lead a trust or several schools",
} | dict.fromkeys("promotion senior_skills cpd_target legal_requirement less_work free no_leadership".split(), "")

PERSON_FACTS: tuple[Fact, ...] = (
    Fact(
        "course",
        FactKind.ONE,
        "Which course do you mean?",
        "Each course has its own rule.",
        (*(Choice(course.id, course.name.removeprefix("the ")) for course in COURSES.values()), Choice(None, NOT_SURE)),
        tuple(COURSES),
    ),
    one_of("role", "What is your role now?", "The best fit depends on what you lead.", ROLE_LABELS),
    one_of("role_wanted", "What role would you like next?", "Some courses prepare you for a next role.", ROLE_LABELS),
    many_of("aims", "What do you most want from an NPQ?", "It points to the course that fits.", _AIMS),
    one_of("phase", "Which phase do you work in?", "Some courses are for one phase.", _PHASES),
    Fact("subject", FactKind.TEXT),
    Fact("prior_npqs", FactKind.NPQS, depends_on=()),
    one_of(
        "npqh_stage",
        "Have you done, or are you doing, the NPQ for Headship?",
        "The coaching offer goes with the NPQ for Headship.",
        {
            "completed_npqh": "I have completed it",
            "studying_npqh": "I am doing it now",
            "will_start_npqh": "I am about to start it",
            "none": "None of these",
        },
    ),
    one_of(
        "senco_in_role",
        "Are you working as a SENCO?",
        "The NPQ for SENCOs is for SENCOs and people who plan to become one.",
        {
            "yes": "Yes",
            "no_but_i_plan_to_become_one": "No, but I plan to become one",
            "no_i_do_not_plan_to_be_a_SENCO": "No, and I do not plan to",
        },
    ),
    Fact("senco_start", FactKind.MONTH, "When did you first become a SENCO?", "The three years run from that day."),
    yes_no("senco_over_twelve_months_before", "", "", ("senco_start",)),
    Fact("headship_start", FactKind.MONTH, "When did you become a headteacher?", "Some offers are for newer heads."),
    yes_no(
        "maths_mastery_year_completed",
        "Have you done at least a year of primary Teaching for Mastery training?",
        "The primary maths course builds on that approach.",
    ),
    one_of(
        "maths_understanding",
        "How else can you show that you know the mastery approach?",
        "Your provider will ask for it.",
        {
            "taken_a_similar_course": "I have taken a similar course",
            "another_way": "I can show it another way",
            "cannot_show": "I cannot show it",
        },
        ("maths_mastery_year_completed",),
    ),
    yes_no(
        "has_level_3_early_years", "Do you have an early years qualification at level 3 or above?", "It is expected."
    ),
    yes_no("has_qts", "", ""),
    yes_no("has_trn", "Do you have a teacher reference number (TRN)?", "You will need one for the course."),
    yes_no("leads_others", "Do you lead other people’s work?", "Leadership courses build on it."),
    one_of(
        "nation", "", "", dict.fromkeys("england wales scotland northern_ireland crown_dependencies abroad".split(), "")
    ),
    Fact("teaching_years", FactKind.TEXT),
    Fact("provider", FactKind.TEXT),
)
