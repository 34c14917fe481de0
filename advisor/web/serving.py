"""Serve the web application at an address until stopped; the home of uvicorn."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

import uvicorn

from advisor.core.errors import BadInput
from advisor.settings import Settings
from advisor.web.app import create_app
from advisor.web.loading import Loaded, load_advisor

_GRACE_SECONDS = 2
_ANYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - recognised, not chosen


def serve(settings: Settings, announce: Callable[[str], None], load: Callable[[], Loaded] | None = None) -> None:
    """Listen, announce the address, and serve until SIGTERM or Ctrl-C.

    Raises:
        BadInput: where the address cannot be listened on, most often because the port is busy.
    """
    listener = listen(settings.host, settings.port)
    port = listener.getsockname()[1]
    settings = settings.model_copy(update={"port": port, "allowed_hosts": _hosts(settings)})
    app = create_app(load or partial(load_advisor, settings), settings)
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=_GRACE_SECONDS, server_header=False)
    announce(f"NPQ adviser at {address(settings.host, port)} (Ctrl-C stops it)")
    # uvicorn stops gracefully on these signals and then raises them again.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _leave)
    uvicorn.Server(config).run(sockets=[listener])


def _leave(*_: object) -> None:
    """End at once: a model still loading in native code would abort the interpreter on its own way out."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at the address, so that nobody else can take it before the server starts.

    Raises:
        BadInput: where that is not possible.
    """
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, where = found[0]
        with ExitStack() as if_it_fails:
            listener = if_it_fails.enter_context(socket.socket(family, kind, protocol))
            if sys.platform != "win32":  # there, it would let two servers share a port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(where)
            listener.listen(128)
            if_it_fails.pop_all()
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(f"Cannot listen at {host}:{port}: {reason}; choose another with --port.") from error
    return listener


def address(host: str, port: int) -> str:
    """Return the address to open in a browser on this machine."""
    name = "127.0.0.1" if host in _ANYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/"


def _hosts(settings: Settings) -> list[str] | tuple[str, ...]:
    """The names the page may be asked for by: those set, and the one it listens at."""
    own = [socket.gethostname()] if settings.host in _ANYWHERE else [settings.host]
    return (*settings.allowed_hosts, *(name for name in own if name not in settings.allowed_hosts))
