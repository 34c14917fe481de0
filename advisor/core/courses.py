"""The courses by DfE identifier, with the short code and the name a reader sees.

Who may take them and what they hold is for `knowledge/courses`; when they are funded is for the rulesets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CourseName:
    """One course: DfE's identifier, the short code people use, and the name in a sentence."""

    id: str
    code: str
    name: str


LEADING_TEACHING = "npq-leading-teaching"
LEADING_TEACHER_DEVELOPMENT = "npq-leading-teaching-development"
LEADING_BEHAVIOUR = "npq-leading-behaviour-culture"
LEADING_LITERACY = "npq-leading-literacy"
LEADING_PRIMARY_MATHS = "npq-leading-primary-mathematics"
SENIOR_LEADERSHIP = "npq-senior-leadership"
HEADSHIP = "npq-headship"
EXECUTIVE_LEADERSHIP = "npq-executive-leadership"
EARLY_YEARS_LEADERSHIP = "npq-early-years-leadership"
SENCO = "npq-senco"
EARLY_HEADSHIP_COACHING = "npq-early-headship-coaching-offer"
# Replaced by the early headship coaching offer; only an earlier application can be for it.
ADDITIONAL_SUPPORT_OFFER = "npq-additional-support-offer"

COURSES: Mapping[str, CourseName] = {
    course.id: course
    for course in (
        CourseName(LEADING_TEACHING, "NPQLT", "the NPQ for Leading Teaching"),
        CourseName(LEADING_TEACHER_DEVELOPMENT, "NPQLTD", "the NPQ for Leading Teacher Development"),
        CourseName(LEADING_BEHAVIOUR, "NPQLBC", "the NPQ for Leading Behaviour and Culture"),
        CourseName(LEADING_LITERACY, "NPQLL", "the NPQ for Leading Literacy"),
        CourseName(LEADING_PRIMARY_MATHS, "NPQLPM", "the NPQ for Leading Primary Mathematics"),
        CourseName(SENIOR_LEADERSHIP, "NPQSL", "the NPQ for Senior Leadership"),
        CourseName(HEADSHIP, "NPQH", "the NPQ for Headship"),
        CourseName(EXECUTIVE_LEADERSHIP, "NPQEL", "the NPQ for Executive Leadership"),
        CourseName(EARLY_YEARS_LEADERSHIP, "NPQEYL", "the NPQ for Early Years Leadership"),
        CourseName(SENCO, "NPQSENCO", "the NPQ for SENCOs"),
        CourseName(EARLY_HEADSHIP_COACHING, "EHCO", "the Early Headship Coaching Offer"),
    )
}
