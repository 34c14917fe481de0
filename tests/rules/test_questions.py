"""The next question: how near the fewest possible, and never one that cannot change the outcome."""

from __future__ import annotations

import sys
from functools import cache

import pytest

from advisor.core.courses import COURSES
from advisor.rules.funding.analysis import analyse
from advisor.rules.funding.condition import FUNDED_BEFORE
from tests.rules.interviews import Interviews, Place
from tests.rules.lattice import autumn_2026
from tests.rules.scenarios import ruleset

RULESET = ruleset("2026b")


@pytest.mark.parametrize("course", COURSES)
def test_the_questions_are_within_a_tenth_of_the_fewest_possible(course: str) -> None:
    lattice = autumn_2026(course, with_codes=False)
    interviews = Interviews(lattice)
    names = list(lattice.facts)

    @cache
    def choose(place: Place) -> int:
        stated = {
            name: lattice.facts[name][at]
            for axis, (name, at) in enumerate(zip(names, place, strict=True))
            if at != interviews.start[axis]
        }
        asked = analyse(RULESET, course, tuple(stated.items())).ask_next
        assert asked is not None
        return names.index(FUNDED_BEFORE if asked == "prior_applications" else asked)

    ours, fewest = interviews.asked(interviews.start, choose), interviews.fewest(interviews.start)
    sys.stdout.write(f"{course}: {ours:.3f} questions on average, {fewest:.3f} at best, ratio {ours / fewest:.3f}\n")
    assert ours <= 1.1 * fewest
