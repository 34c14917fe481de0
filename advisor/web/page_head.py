"""Put our own script and language into the page's HTML before Gradio's scripts start, and take out what points away."""

from __future__ import annotations

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SOCIAL_TAGS = re.compile(r'<meta\s+(?:property|name)="(?:og|twitter):[^>]*>')
_NO_SCRIPT = (
    "<noscript><p>The NPQ adviser needs JavaScript. Without it, read about NPQs at "
    '<a href="https://www.gov.uk/guidance/national-professional-qualification-npq-courses">GOV.UK</a>, '
    "or ask a provider of the course.</p></noscript>"
)


def prepare_page(html: str, script: str) -> str:
    """Return Gradio's page in British English, with our script first and without tags for other sites."""
    html = _SOCIAL_TAGS.sub("", html)
    html = re.sub(r'<html\s+lang="[^"]*"', '<html lang="en-GB"', html, count=1)
    html = html.replace("<head>", f"<head><script>{script}</script>", 1)
    return re.sub(r"(<body[^>]*>)", rf"\1{_NO_SCRIPT}", html, count=1)


class PageHead:
    """Rewrites the page at `/` and nothing else."""

    def __init__(self, app: ASGIApp, *, script: str) -> None:
        self._app = app
        self._script = script

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on a request; the page's own answer is rewritten on its way back."""
        if scope["type"] != "http" or scope["path"] != "/":
            await self._app(scope, receive, send)
            return
        # A compressed page could not be rewritten.
        headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self._app({**scope, "headers": headers}, receive, _Rewriting(send, self._script))


class _Rewriting:
    """Holds a response back until it is whole, then sends it on, rewritten where it is HTML."""

    def __init__(self, send: Send, script: str) -> None:
        self._send = send
        self._script = script
        self._start: Message = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        if message["type"] != "http.response.body":
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        if Headers(scope=self._start).get("content-type", "").startswith("text/html") and self._body:
            self._body = prepare_page(self._body.decode("utf-8"), self._script).encode("utf-8")
            MutableHeaders(scope=self._start)["content-length"] = str(len(self._body))
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": self._body})
