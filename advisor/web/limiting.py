"""Count messages by address, so that one visitor cannot take the place of all others; the home of `limits`."""

from __future__ import annotations

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter


class RateLimit:
    """At most so many a minute from one address, counted over the last minute and not by the clock's minutes."""

    def __init__(self, per_minute: int) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._item = RateLimitItemPerMinute(per_minute)

    def allows(self, client: str) -> bool:
        """Count one from `client` and return whether it was within the limit."""
        return self._limiter.hit(self._item, client)
