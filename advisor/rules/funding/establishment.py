"""Which establishment types of the schools register are fundable; the list itself is dated data."""

from __future__ import annotations

from functools import lru_cache

from advisor.rules.funding.book import load_types


@lru_cache(maxsize=1)
def fundable_types() -> tuple[str, ...]:
    """Return the types fundable by the newest list."""
    return load_types()[-1].codes


def fundable_code(code: str) -> bool:
    """Return whether an establishment type is fundable by the newest list."""
    return code in fundable_types()
