from __future__ import annotations

from advisor.web.limiting import RateLimit


def test_each_address_has_its_own_limit() -> None:
    limit = RateLimit(2)
    assert [limit.allows("a") for _ in range(3)] == [True, True, False]
    assert limit.allows("b")
