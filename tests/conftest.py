"""What holds for all tests: no network, no telemetry, the same examples on every run."""

from __future__ import annotations

from hypothesis import settings

from advisor.offline import switch_off_network
from tests.network_guard import forbid_network

switch_off_network()
forbid_network()

settings.register_profile("everyday", deadline=None, derandomize=True)
settings.load_profile("everyday")
