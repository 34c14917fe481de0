from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from advisor.core.errors import BadInput
from advisor.web.serving import address, listen

ROOT = Path(__file__).resolve().parents[2]
SERVE = """
from advisor.web.serving import serve
from tests.web.samples import loaded, settings
serve(settings(port=0), lambda text: print(text, flush=True), load=loaded)
"""


def test_a_busy_port_is_told_in_a_sentence() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadInput, match=f"Cannot listen at 127.0.0.1:{port}: .* choose another with --port"):
            listen("127.0.0.1", port)


def test_port_0_takes_a_free_one() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert listener.getsockname()[1] > 0
        assert listener.family == socket.AF_INET


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/"),
        ("0.0.0.0", "http://127.0.0.1:80/"),
        ("::1", "http://[::1]:80/"),
        ("advice.example", "http://advice.example:80/"),
    ],
)
def test_the_address_shown_can_be_opened(host: str, shown: str) -> None:
    assert address(host, 80) == shown


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise on Windows")
def test_it_prints_its_address_serves_and_ends_on_sigterm_within_five_seconds() -> None:
    server = subprocess.Popen([sys.executable, "-c", SERVE], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        url = server.stdout.readline().split(" at ")[1].split()[0]
        with urllib.request.urlopen(f"{url}healthz", timeout=60) as answer:
            assert answer.status == 200
        started = time.monotonic()
        server.send_signal(signal.SIGTERM)
        assert server.wait(10) == 0
        assert time.monotonic() - started < 5
    finally:
        server.kill()
        server.wait()
        server.stdout.close()
