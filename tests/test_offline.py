"""A run reaches no other machine, whatever the surroundings ask for.

Python's own sockets are watched by `network_guard.py`. Native code is not seen there, so that the one library known to
send something by itself (onnxruntime) must not be loaded at all, and a slow test watches the process from outside.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.offline import may_download, switch_off_network
from tests.network_guard import NetworkUseError, is_local

ROOT = Path(__file__).resolve().parent.parent

HOSTILE = {
    "ANONYMIZED_TELEMETRY": "True",
    "GRADIO_ANALYTICS_ENABLED": "True",
    "GRADIO_SHARE": "True",
    "HF_HUB_OFFLINE": "0",
    "LANGCHAIN_TRACING_V2": "true",
    "LANGSMITH_API_KEY": "not-a-key",
    "LANGSMITH_TRACING": "true",
    "LANGSMITH_TRACING_V2": "true",
    "ORT_DISABLE_TELEMETRY": "0",
}
"""Surroundings in which each library would, left to itself, call home."""

RUN = """
import sys
from pathlib import Path
from tests.network_guard import forbid_network
forbid_network()
from advisor.offline import switch_off_network
switch_off_network()
from advisor.retrieval.embedding import SentenceEmbedder
from advisor.retrieval.hybrid import EntryRetriever, HybridRetriever
from advisor.retrieval.index import open_index
from tests.retrieval.samples import ENTRIES, TODAY, sample_passages
passages, embedder = sample_passages(), SentenceEmbedder()
index = open_index(Path(sys.argv[1]), passages, embedder)
hybrid = HybridRetriever(passages, index.vectors, embedder)
entries = {entry.id: entry for entry in ENTRIES}
retriever = EntryRetriever(hybrid=hybrid, entries=entries, sources={}, clock=lambda: TODAY)
print(retriever.invoke("I did not pass")[0].id)
from langchain_core.tracers.langchain import wait_for_all_tracers
wait_for_all_tracers()
loaded = sorted(name for name in ("onnxruntime", "gradio") if name in sys.modules)
assert not loaded, loaded
"""


def run_hostile(*command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **HOSTILE, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=environment)


@pytest.mark.model
def test_indexing_and_searching_reach_no_other_machine(tmp_path: Path) -> None:
    done = run_hostile(sys.executable, "-c", RUN, str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout == "faq-resit\n"
    assert "may reach beyond this machine" not in done.stderr  # libraries catch the error, but log it


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_the_whole_process_native_code_included_reaches_no_other_machine(tmp_path: Path) -> None:
    log = tmp_path / "strace.log"
    command = ["strace", "-f", "-e", "trace=connect,sendto", "-o", str(log), sys.executable, "-c", RUN, str(tmp_path)]
    done = run_hostile(*command)
    assert done.returncode == 0, done.stderr
    calls = [line for line in log.read_text(encoding="utf-8").splitlines() if "AF_INET" in line]
    assert [line for line in calls if "127.0.0.1" not in line and '"::1"' not in line] == []


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org", b"example.net", "2001:db8::1"])
def test_other_machines_are_told_from_this_one(host: str | bytes) -> None:
    assert not is_local(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost", "", None, "0.0.0.0", b"127.0.0.2"])
def test_this_machine_is_known_by_all_its_names(host: str | bytes | None) -> None:
    assert is_local(host)


def test_the_guard_stops_a_connection() -> None:
    with socket.socket() as attempt, pytest.raises(NetworkUseError):
        attempt.connect(("192.0.2.1", 80))


def test_the_guard_stops_a_name_lookup() -> None:
    with pytest.raises(NetworkUseError):
        socket.getaddrinfo("example.org", 443)


def test_the_guard_lets_this_machine_talk_to_itself() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_every_switch_is_set_whatever_stood_there(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in HOSTILE.items():
        monkeypatch.setenv(name, value)
    switch_off_network()
    assert os.environ["LANGSMITH_TRACING"] == "false"
    assert os.environ["HF_HUB_OFFLINE"] == "1"
    assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"
    assert "GRADIO_SHARE" not in os.environ


@pytest.mark.parametrize(("value", "allowed"), [("true", True), ("1", True), ("", False), ("no", False)])
def test_models_are_fetched_only_where_that_is_allowed(
    monkeypatch: pytest.MonkeyPatch, value: str, allowed: bool
) -> None:
    monkeypatch.setenv("NPQ_ADVISOR_ALLOW_MODEL_DOWNLOAD", value)
    assert may_download() is allowed
