"""The nearest right name for a wrong one."""

from __future__ import annotations

from advisor.core.errors import nearest


def test_the_nearest_name_is_offered_whatever_its_case_and_dashes() -> None:
    assert nearest("NPQ headshp", ["npq-headship", "npq-senco"]) == " (did you mean 'npq-headship'?)"


def test_nothing_is_offered_where_nothing_is_near() -> None:
    assert nearest("zebra", ["npq-headship"]) == ""
