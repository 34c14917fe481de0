"""Stand before the whole application: only the paths the page needs, small bodies, few requests, safe headers.

An ASGI layer of our own, because Gradio publishes more than the page uses. Host names are checked by Starlette.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from advisor.web.limiting import RateLimit

LARGEST_BODY = 64_000
_GET = re.compile(
    r"/|/(?:config|theme\.css|favicon\.ico|robots\.txt|healthz|readyz)/?|/(?:assets|static|svelte)/.+"
    r"|/gradio_api/(?:theme\.css|queue/data|startup-events|heartbeat/[\w-]+)|/api/openapi\.json"
)
_POST = re.compile(r"/gradio_api/(?:queue/join|cancel|reset)/?|/api/reply")
_COUNTED = re.compile(r"/gradio_api/queue/join/?|/api/reply")
_REQUESTS_FOR_A_MESSAGE = 3


def security_headers(embed_origins: Iterable[str]) -> dict[str, str]:
    """Return the headers of every response; only `embed_origins` may show the page in a frame."""
    frames = " ".join(embed_origins) or "'none'"
    policy = (
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        f"object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors {frames}"
    )
    return {
        "Content-Security-Policy": policy,
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


class Guard:
    """Refuses what the page does not need, before anything else sees it."""

    def __init__(self, app: ASGIApp, *, embed_origins: Iterable[str], messages_per_minute: int) -> None:
        self._app = app
        self._headers = security_headers(embed_origins)
        self._limit = RateLimit(messages_per_minute * _REQUESTS_FOR_A_MESSAGE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is refused; hand on the rest with a counted body and safe headers."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        app: ASGIApp = refusal or self._app
        await app(scope, receive if refusal else _Counted(receive), self._with_headers(send))

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        method, path = scope["method"], scope["path"]
        allowed = _POST if method == "POST" else _GET if method in ("GET", "HEAD") else None
        if allowed is None or not allowed.fullmatch(path):
            return PlainTextResponse("There is nothing here.", 404)
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return _said("The request is too large.", 413)
        client = scope.get("client")
        if _COUNTED.fullmatch(path) and not self._limit.allows(client[0] if client else "unknown"):
            return _said("Too many messages in a minute; please wait.", 429, {"Retry-After": "60"})
        return None

    def _with_headers(self, send: Send) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        return send_with_headers


class _Counted:
    """Receives a body and stops where it grows too large: its length need not have been announced."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._seen = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self._seen > LARGEST_BODY else message


def _said(text: str, status: int, headers: dict[str, str] | None = None) -> ASGIApp:
    return JSONResponse({"error": {"message": text}}, status, headers)
