"""The whole application, asked over HTTP without a browser."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from advisor.settings import Settings
from advisor.web.app import create_app
from advisor.web.loading import Loaded
from tests.web.samples import DAY, Door, FakeAdvisor, loaded, settings


def make(load: Callable[[], Loaded], chosen: Settings) -> FastAPI:
    """Gradio opens an event loop for each part of a page that is made where none runs, and never closes it."""

    async def made() -> FastAPI:
        return create_app(load, chosen)

    return asyncio.run(made())


@pytest.fixture(scope="module")
def advisor() -> FakeAdvisor:
    return FakeAdvisor()


@pytest.fixture(scope="module")
def client(advisor: FakeAdvisor) -> Iterator[TestClient]:
    app = make(lambda: loaded(advisor), settings(messages_per_minute=1_000))
    with TestClient(app, base_url="http://localhost") as open_client:
        yield open_client


def test_the_page_is_served_in_our_language_with_our_script(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert '<html lang="en-GB"' in page.text
    assert "npq-ref" in page.text


def test_the_page_points_to_no_other_host(client: TestClient) -> None:
    page = client.get("/").text
    assert "raw.githubusercontent" not in page
    assert "fonts.googleapis" not in page


def test_every_answer_carries_the_safe_headers(client: TestClient) -> None:
    for path in ("/", "/healthz", "/nothing"):
        headers = client.get(path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    """/gradio_api/info /gradio_api/openapi.json /gradio_api/upload_progress /gradio_api/runs /gradio_api/mcp
    /gradio_api/file=/etc/passwd /gradio_api/proxy=https://elsewhere.example /gradio_api/deep_link /monitoring
    /docs /openapi.json /gradio_api/dev/reload /login_check /gradio_api/app_id""".split(),
)
def test_what_the_page_does_not_need_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/gradio_api/upload", "/gradio_api/run/send", "/gradio_api/call/send", "/login", "/"])
def test_nothing_can_be_posted_elsewhere(client: TestClient, path: str) -> None:
    assert client.post(path, json={}).status_code == 404


def test_other_methods_are_refused(client: TestClient) -> None:
    assert client.put("/api/reply", json={}).status_code == 404
    assert client.delete("/").status_code == 404


def test_a_large_body_is_refused(client: TestClient) -> None:
    answer = client.post("/api/reply", content=b"x" * 70_000)
    assert answer.status_code == 413
    assert answer.json()["error"]["message"] == "The request is too large."


def test_a_large_body_of_unknown_length_is_refused(client: TestClient) -> None:
    answer = client.post("/api/reply", content=(b"x" * 10_000 for _ in range(8)))
    assert answer.status_code in (400, 413)


def test_another_host_name_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


def test_no_other_site_may_read_our_answers(client: TestClient) -> None:
    answer = client.get("/healthz", headers={"origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in answer.headers


def test_a_message_gets_a_reply_with_the_state_to_send_next(client: TestClient, advisor: FakeAdvisor) -> None:
    first = client.post("/api/reply", json={"message": "hello", "as_of": "2026-01-02"}).json()
    assert first["as_of"] == "2026-01-02"
    second = client.post("/api/reply", json={"message": "and?", "state": first["state"]}).json()
    assert second["state"]["turn"] == 2
    assert [text for text, _, _ in advisor.asked[-2:]] == ["hello", "and?"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "message"),
        ({"message": 3}, "message"),
        ({"message": "secret", "as_of": "2026-02-30"}, "as_of"),
        ({"message": "secret", "state": {"turn": "x"}}, "state.turn"),
        ({"message": "secret", "other": 1}, "other"),
    ],
)
def test_a_request_that_does_not_fit_is_told_so_in_a_sentence(
    client: TestClient, body: dict[str, object], words: str
) -> None:
    answer = client.post("/api/reply", json=body)
    assert answer.status_code == 422
    assert words in answer.json()["error"]["message"]
    assert "secret" not in answer.text


def test_the_interface_describes_itself(client: TestClient) -> None:
    assert list(client.get("/api/openapi.json").json()["paths"]) == ["/api/reply"]


def test_a_failure_is_answered_with_a_sentence_and_not_logged_in_words(caplog: pytest.LogCaptureFixture) -> None:
    app = make(lambda: loaded(FakeAdvisor(failing=RuntimeError("secret"))), settings())
    with TestClient(app, base_url="http://localhost") as client:
        answer = client.post("/api/reply", json={"message": "secret"})
    assert answer.status_code == 500
    assert "secret" not in answer.text + caplog.text


def test_it_is_live_before_it_is_ready() -> None:
    door = Door(FakeAdvisor())
    with TestClient(make(door.load, settings()), base_url="http://localhost") as client:
        assert client.get("/healthz").json() == {"status": "live"}
        assert client.get("/readyz").status_code == 503
        door.open()
        assert client.post("/api/reply", json={"message": "x"}).status_code == 200
        assert client.get("/readyz").json() == {"status": "ready"}


def test_too_many_requests_are_told_when_to_come_back() -> None:
    app = make(loaded, settings(messages_per_minute=1))
    with TestClient(app, base_url="http://localhost") as client:
        answers = [client.post("/api/reply", json={"message": "x"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[-1].headers["retry-after"] == "60"


def test_only_the_sites_that_are_set_may_show_it_in_a_frame() -> None:
    app = make(loaded, settings(embed_origins="https://school.example"))
    with TestClient(app, base_url="http://localhost") as client:
        policy = client.get("/healthz").headers["content-security-policy"]
    assert "frame-ancestors https://school.example" in policy


def say(client: TestClient, session: str, text: object, turns: object = 0) -> list[dict[str, object]]:
    """Send a message as the page does and return what comes back."""
    config = client.get("/config").json()
    send = next(item for item in config["dependencies"] if item["api_name"] == "send")
    body = {"data": [text, None, turns], "fn_index": send["id"], "session_hash": session}
    assert client.post("/gradio_api/queue/join", json=body).status_code == 200
    events = client.get("/gradio_api/queue/data", params={"session_hash": session}).text
    return [json.loads(line[6:]) for line in events.splitlines() if line.startswith("data: ")]


def test_the_page_answers_a_message_and_keeps_the_conversation_on_the_server(
    client: TestClient, advisor: FakeAdvisor
) -> None:
    events = say(client, "tab1", "hello <b>there</b>")
    assert events[-2]["msg"] == "process_completed" or events[-1]["msg"] == "process_completed"
    say(client, "tab1", "and?", 1)
    (first, before, _), (second, after, _) = advisor.asked[-2:]
    assert (first, second) == ("hello <b>there</b>", "and?")
    assert before is None
    assert after is not None
    assert after.turn == 1
    assert DAY is not None


@pytest.mark.parametrize("text", [None, 7, ["x"], {"a": 1}])
def test_what_is_no_text_does_no_harm(client: TestClient, text: object) -> None:
    events = say(client, f"odd{text}", text, "many")
    assert any(event["msg"] == "process_completed" for event in events)
