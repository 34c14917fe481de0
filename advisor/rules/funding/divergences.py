"""Where DfE's service and the public guidance say different things; the verdict follows the service.

The trace shows the entries that concern the person, so that the answer can tell what the guidance says. Each names the
intakes it holds for: what both said changed from one to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from advisor.core.courses import EARLY_HEADSHIP_COACHING, EARLY_YEARS_LEADERSHIP
from advisor.core.facts_of_rules import SCHOOL_SETTINGS
from advisor.rules.verdict import Outcome, Step

Reading = Mapping[str, object]
_AUTUMN_2026 = "2026b"


@dataclass(frozen=True, slots=True)
class Concerned:
    """What an entry may look at: the course asked about, what was read, the outcome, and the nation worked in."""

    course: str
    reading: Reading
    outcome: Outcome
    nation: object = None


@dataclass(frozen=True, slots=True)
class Divergence:
    """One such place: whom it concerns, what each side says in one sentence, and in which intakes."""

    name: str
    concerns: Callable[[Concerned], bool]
    text: str
    sources: tuple[str, ...]
    cohorts: tuple[str, ...] = (_AUTUMN_2026,)

    def as_step(self) -> Step:
        """Return it as a line of the trace; which side will be followed is not known."""
        return Step(
            condition=f"guidance_differs.{self.name}", truth="unknown", because=self.text, source=self.sources[0]
        )


def _coaching_outside_state_schools(person: Concerned) -> bool:
    state_funded = (
        person.reading.get("eligible_establishment_type") is True or person.reading.get("on_rise_list") is True
    )
    in_school = person.reading.get("work_setting") in (None, *SCHOOL_SETTINGS)
    return (
        person.course == EARLY_HEADSHIP_COACHING
        and person.outcome is Outcome.ELIGIBLE
        and not (state_funded and in_school)
    )


def _private_without_ofsted(person: Concerned) -> bool:
    private = person.reading.get("early_years_setting") in ("private_nursery", "another_early_years_setting")
    return (
        person.course == EARLY_YEARS_LEADERSHIP
        and private
        and person.reading.get("work_setting") == "early_years_or_childcare"
    )


def _childminder(person: Concerned) -> bool:
    return person.course == EARLY_YEARS_LEADERSHIP and person.reading.get("early_years_setting") == "childminder"


def _preschool_class(person: Concerned) -> bool:
    preschool = person.reading.get("early_years_setting") == "preschool_class_as_part_of_school"
    return person.course == EARLY_YEARS_LEADERSHIP and preschool and person.outcome is Outcome.ELIGIBLE


def _virtual_school(person: Concerned) -> bool:
    return (
        person.outcome is Outcome.SUBJECT_TO_REVIEW
        and person.reading.get("employment_type") == "local_authority_virtual_school"
    )


def _independent_special(person: Concerned) -> bool:
    return (
        person.reading.get("establishment_type_code") == "10" and person.reading.get("work_setting") in SCHOOL_SETTINGS
    )


def _service_school(person: Concerned) -> bool:
    return (
        person.reading.get("establishment_type_code") == "26" and person.reading.get("work_setting") in SCHOOL_SETTINGS
    )


def _nursery_as_school(person: Concerned) -> bool:
    return (
        person.reading.get("establishment_type_code") == "15" and person.reading.get("work_setting") in SCHOOL_SETTINGS
    )


def _local_authority(person: Concerned) -> bool:
    return (
        person.reading.get("institution_kind") == "local_authority"
        and person.reading.get("work_setting") in SCHOOL_SETTINGS
    )


def _crown_dependencies(person: Concerned) -> bool:
    return person.nation == "crown_dependencies" and person.outcome is Outcome.NOT_ELIGIBLE


def _unlisted(person: Concerned) -> bool:
    """Return whether the disadvantage lists alone stand against it: everything before them is met."""
    met = {"works_in_england": True, "funded_before": False, "eligible_establishment_type": True}
    in_school = person.reading.get("work_setting") in SCHOOL_SETTINGS
    return (
        person.outcome is Outcome.NOT_ELIGIBLE
        and person.course != EARLY_HEADSHIP_COACHING
        and in_school
        and all(person.reading.get(name) is value for name, value in met.items())
    )


DIVERGENCES: tuple[Divergence, ...] = (
    Divergence(
        "coaching_offer_workplace",
        _coaching_outside_state_schools,
        "The published guidance wants a state-funded school or 16 to 19 setting; DfE’s service does not look at the "
        "workplace for the coaching offer.",
        ("dfe-pd-ehco", "tsh-funding-2026", "dfe-service-funding-rules"),
        ("2025b", _AUTUMN_2026),
    ),
    Divergence(
        "private_setting_without_ofsted_number",
        _private_without_ofsted,
        "The published guidance speaks of publicly funded early years settings; DfE’s service asks for no Ofsted "
        "number and no list here.",
        ("dfe-service-funding-rules", "cptshn-funding-2026"),
    ),
    Divergence(
        "childminder_list",
        _childminder,
        "Public wording says that registered childminders qualify; DfE’s service needs the number to be on its list.",
        ("dfe-service-funding-rules", "cptshn-funding-2026"),
    ),
    Divergence(
        "preschool_class_of_any_school",
        _preschool_class,
        "DfE’s service funds a school’s pre-school class without checking the school, an independent one included; "
        "the guidance speaks of publicly funded settings.",
        ("dfe-service-funding-rules", "cptshn-funding-2026"),
    ),
    Divergence(
        "virtual_school_roles",
        _virtual_school,
        "The guidance limits virtual schools to heads, named deputies and direct teaching staff; DfE’s service reviews "
        "everyone there.",
        ("gov-funding-dec-2024", "dfe-service-funding-rules"),
        ("2025a", "2025b", _AUTUMN_2026),
    ),
    Divergence(
        "independent_special_school",
        _independent_special,
        "The guidance speaks of publicly funded settings; DfE’s service still lists other independent special schools "
        "as eligible.",
        ("dfe-service-school-types", "cptshn-funding-2026"),
    ),
    Divergence(
        "service_children_school_abroad",
        _service_school,
        "DfE’s service lists Service children’s schools as eligible, yet stops one that lies outside England.",
        ("dfe-service-school-types", "dfe-service-funding-rules"),
    ),
    Divergence(
        "nursery_registered_as_school",
        _nursery_as_school,
        "A maintained nursery school that registers as a school is judged as one; the early years route offers it "
        "fewer courses.",
        ("dfe-service-funding-rules",),
    ),
    Divergence(
        "local_authority_as_workplace",
        _local_authority,
        "DfE’s service lets people pick a local authority as their workplace but has had no rule for it since "
        "August 2025.",
        ("dfe-service-funding-rules",),
        ("2025b", _AUTUMN_2026),
    ),
    Divergence(
        "crown_dependencies_named",
        _crown_dependencies,
        "Some pages of DfE’s service name Guernsey, Jersey and the Isle of Man beside England; a scholarship needs "
        "work in England itself.",
        ("dfe-service-screens", "dfe-service-funding-rules"),
    ),
    Divergence(
        "page_for_unlisted_workplaces",
        _unlisted,
        "DfE’s page for unlisted workplaces names headship, SENCO and the coaching offer alone; its rules also fund "
        "senior leadership and early years leadership there.",
        ("dfe-service-screens", "dfe-service-funding-rules"),
    ),
)


def divergences_for(person: Concerned, cohort: str) -> tuple[Divergence, ...]:
    """Return the entries of an intake that concern this person and course."""
    return tuple(each for each in DIVERGENCES if cohort in each.cohorts and each.concerns(person))
