"""Taking another NPQ: may they start this one, and may its fee be paid again, after what they have had before.

Which course fits next is for `progression.py`; the whole funding decision is for `decision.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from advisor.core.courses import EARLY_HEADSHIP_COACHING, HEADSHIP, SENCO
from advisor.core.earlier import PriorApplication
from advisor.core.facts import FactSet
from advisor.core.truth import Truth, all_of
from advisor.rules.finding import Finding, Position
from advisor.rules.funding.reading import funded_before
from advisor.rules.history import (
    APPLIED,
    COMPLETED,
    DEFERRED,
    FAILED,
    IN_PROGRESS,
    NASENCO,
    REJECTED,
    UNKNOWN,
    WITHDRAWN,
    Earlier,
    earlier_npqs,
)

_SCREENS, _GUIDANCE, _FUNDING_DOC = "dfe-service-screens", "dfe-service-provider-guidance", "dfe-service-funding-doc"
TWO_AT_ONCE = (
    Position(
        "Ambition and Unity want the first finished before the next begins.", ("ambition-faq-2025", "unity-npqs-2021")
    ),
    Position("Leading Learning allowed two together in 2022-23.", ("leading-learning-faqs",)),
    Position("DfE’s service does not itself stop two different courses.", (_GUIDANCE,)),
)
DEFERRING = (
    Position("Best Practice Network defers only for exceptional circumstances since November 2025.", ("bpn-deferral",)),
    Position("Leading Learning allowed up to 12 months, case by case.", ("leading-learning-terms",)),
    Position("A DfE design note of June 2026 says that an NPQ deferral can be indefinite.", ("dfe-design-npd-copy",)),
)
_SAME: dict[str, Finding] = {
    COMPLETED: Finding(
        "already_completed",
        Truth.UNKNOWN,
        "You already have this NPQ, so another will usually give you more; only a provider could say yes to it again.",
        ("ambition-another-npq",),
    ),
    IN_PROGRESS: Finding(
        "already_underway",
        Truth.FALSE,
        "You are on this course now, and it cannot be accepted twice in one intake.",
        (_GUIDANCE,),
    ),
    DEFERRED: Finding(
        "return_to_the_deferred_place",
        Truth.FALSE,
        "You would go back to the place you deferred, through your provider, and not register as new.",
        (_GUIDANCE, "bpn-deferral"),
        positions=DEFERRING,
    ),
    WITHDRAWN: Finding(
        "may_start_again_after_withdrawing",
        Truth.TRUE,
        "You may start the course again after withdrawing from it.",
        (_SCREENS, "inspiration-funding-2024"),
    ),
    FAILED: Finding(
        "may_start_again_after_failing",
        Truth.TRUE,
        "You may take the course again after not passing it.",
        (_SCREENS, "inspiration-funding-2024"),
    ),
    REJECTED: Finding(
        "may_apply_again", Truth.TRUE, "An application that was turned down does not stop a new one.", (_GUIDANCE,)
    ),
    APPLIED: Finding(
        "already_applied",
        Truth.UNKNOWN,
        "You have applied already; several registrations may stand, but one provider only can accept you for a course.",
        (_GUIDANCE,),
    ),
    UNKNOWN: Finding(
        "earlier_result_not_known",
        Truth.UNKNOWN,
        "Whether you may start it again depends on how the earlier one stands.",
        (_GUIDANCE,),
        "prior_applications",
    ),
}
_LEGACY = Finding(
    "legacy_is_no_bar",
    Truth.TRUE,
    "An NPQ from before the reform does not stop you taking today’s course, whatever its result.",
    ("teach-first-current", "cptshn-faqs", "tdt-faqs"),
)
_HOLDS_NASENCO = Finding(
    "nasenco_is_enough",
    Truth.TRUE,
    "People who hold NASENCO do not have to take the NPQ for SENCOs, and may.",
    ("gov-senco-guidance-2024", "dfe-design-senco-2024"),
)
_COACHING = Finding(
    "coaching_alongside",
    Truth.TRUE,
    "NPQH and the coaching offer go together, each with its own registration.",
    (_SCREENS,),
)
_ONE_AT_A_TIME = Finding(
    "one_at_a_time",
    Truth.UNKNOWN,
    "Sources differ on taking two NPQs at once, so plan to finish the first and ask your provider.",
    ("ambition-faq-2025", "leading-learning-faqs", _GUIDANCE),
    positions=TWO_AT_ONCE,
)
_MAY_BE_UNDER_WAY = Finding(
    "earlier_may_be_under_way",
    Truth.UNKNOWN,
    "You may take a different NPQ, but sources differ on doing so before the earlier one is finished.",
    ("ambition-faq-2025", "leading-learning-faqs", _GUIDANCE),
    "prior_applications",
    positions=TWO_AT_ONCE,
)
_ANOTHER = Finding(
    "another_is_allowed",
    Truth.TRUE,
    "Having one NPQ does not stop you taking a different one, in any order.",
    ("ambition-faq-2025", "unity-npqs-2021"),
)
_FIRST = Finding("nothing_earlier", Truth.TRUE, "No earlier NPQ stands in the way.", ("ambition-faq-2025",))


@dataclass(frozen=True, slots=True)
class Another:
    """May they start the course, for each earlier NPQ, and may its fee be paid again."""

    course: str
    may_start: tuple[Finding, ...]
    fee_again: Finding

    @property
    def start(self) -> Truth:
        """Whether they may start, over all of what they had."""
        return all_of(finding.truth for finding in self.may_start)


def another(course: str, facts: FactSet) -> Another:
    """Return both answers for one course; what stands against it comes first."""
    earlier = earlier_npqs(facts)
    findings = dict.fromkeys(_may_start(course, each) for each in earlier if _bears_on(course, each))
    ordered = sorted(findings, key=lambda finding: (Truth.FALSE, Truth.UNKNOWN, Truth.TRUE).index(finding.truth))
    return Another(course, tuple(ordered) or (_FIRST,), _fee_again(course, facts, earlier))


def _bears_on(course: str, earlier: Earlier) -> bool:
    """Return whether it says anything of this course: NASENCO is no NPQ, and concerns the one that replaced it."""
    return earlier.course != NASENCO or course == SENCO


def _may_start(course: str, earlier: Earlier) -> Finding:
    if earlier.course == NASENCO:
        return _HOLDS_NASENCO if earlier.status in (COMPLETED, UNKNOWN) else _FIRST
    if earlier.legacy:
        return _LEGACY
    if earlier.course == course:
        return _SAME[earlier.status]
    if {earlier.course, course} == {HEADSHIP, EARLY_HEADSHIP_COACHING}:
        return _COACHING
    if earlier.status == UNKNOWN:
        return _MAY_BE_UNDER_WAY
    return _ONE_AT_A_TIME if earlier.status in (IN_PROGRESS, DEFERRED) else _ANOTHER


def _fee_again(course: str, facts: FactSet, earlier: tuple[Earlier, ...]) -> Finding:
    held = facts.get("prior_applications")
    same = [each for each in earlier if each.course == course and not each.legacy]
    if held is None and not same:
        return _fee_where_nothing_was_said(course, earlier)
    applications = tuple(item for item in held if isinstance(item, PriorApplication)) if isinstance(held, tuple) else ()
    match funded_before(course, applications):
        case Truth.TRUE:
            return Finding(
                "previously_funded",
                Truth.FALSE,
                "Each course is funded once, so this one would have to be paid another way, however the first ended.",
                (_FUNDING_DOC, _SCREENS, "inspiration-funding-2024"),
                "prior_applications",
            )
        case Truth.UNKNOWN:
            return _unknown_fee("Whether it can be funded again depends on whether the earlier place was DfE-funded.")
        case Truth.FALSE:
            legacy = any(each.legacy and each.course != NASENCO for each in earlier)
            return _fee_not_used(bool(same), legacy and not applications)


def _fee_where_nothing_was_said(course: str, earlier: tuple[Earlier, ...]) -> Finding:
    if any(each.legacy and each.equivalent == course for each in earlier):
        return _fee_not_used(False, True)
    return _unknown_fee("A course is funded once, so it matters whether you have had it funded before.")


def _unknown_fee(text: str) -> Finding:
    return Finding("earlier_funding_not_known", Truth.UNKNOWN, text, (_FUNDING_DOC,), "prior_applications")


def _fee_not_used(same: bool, legacy: bool) -> Finding:
    if same:
        text = "Your earlier place on it was not DfE-funded, so it does not rule out a scholarship now."
        return Finding("earlier_place_was_not_funded", Truth.TRUE, text, (_FUNDING_DOC,), "prior_applications")
    if legacy:
        text = "NPQs from before November 2021 never count against funding."
        return Finding("legacy_never_counts", Truth.TRUE, text, (_FUNDING_DOC, "teach-first-current"), "prior_npqs")
    text = "Each course is funded once, so this holds as long as you have not had this one funded."
    return Finding("not_funded_before", Truth.TRUE, text, (_FUNDING_DOC, _SCREENS), "prior_applications")
