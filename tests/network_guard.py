"""Stop every connection beyond this machine, whichever library tries to make it.

Python tells audit hooks of each connection before it is made. Native code is not seen by it; `test_offline.py` says
what is done about that.
"""

from __future__ import annotations

import ipaddress
import sys
from typing import Any

WATCHED = {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
LOCAL_NAMES = {"", "localhost", "ip6-localhost", "testserver"}


class NetworkUseError(RuntimeError):
    """Something tried to reach beyond this machine."""


def forbid_network() -> None:
    """Raise `NetworkUseError` from now on at each attempt; cannot be undone for the life of the process."""
    sys.addaudithook(_watch)


def is_local(host: object) -> bool:
    """Return whether `host` is this machine: a loopback address, a local name, or no host at all."""
    if host is None:
        return True
    name = host.decode(errors="replace") if isinstance(host, bytes) else str(host)
    if name.lower() in LOCAL_NAMES:
        return True
    try:
        address = ipaddress.ip_address(name.split("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in WATCHED and not is_local(_host(event, arguments)):
        raise NetworkUseError(f"{event} to {_host(event, arguments)!r}: nothing here may reach beyond this machine")


def _host(event: str, arguments: tuple[Any, ...]) -> object:
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        return address[0] if isinstance(address, tuple) else None  # anything else is a socket file of this machine
    return arguments[0]
