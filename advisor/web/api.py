"""The JSON interface: one message in, one reply out, the conversation carried by the caller; and two health checks."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from advisor.dialogue.state import DialogueState
from advisor.reply import Reply
from advisor.web.loading import Loader, NotReadyError

_log = logging.getLogger(__name__)
LONGEST_WAIT = 60.0


class ReplyRequest(BaseModel):
    """One message; `state` is that of the last reply, absent at the start of a conversation."""

    model_config = ConfigDict(extra="forbid")

    message: str = Field(description="what the person says; a blank or over-long message gets a reply, too")
    state: DialogueState | None = None
    as_of: date | None = Field(None, description="the day on which it is asked; today where absent")


def make_routes(loader: Loader) -> APIRouter:
    """Return the routes; answers wait for the adviser at most a minute."""
    routes = APIRouter()

    @routes.get("/healthz", include_in_schema=False)
    def live() -> dict[str, str]:
        return {"status": "live"}

    @routes.get("/readyz", include_in_schema=False)
    def ready() -> JSONResponse:
        status = "ready" if loader.ready else "failed" if loader.failed else "loading"
        return JSONResponse({"status": status}, 200 if loader.ready else 503)

    @routes.post("/api/reply", summary="Answer one message", response_model=Reply)
    def reply(asked: ReplyRequest) -> Any:
        """Return the Reply with its `state`, which goes in with the next message."""
        try:
            found = loader.get(LONGEST_WAIT).advisor.reply(asked.message, asked.state, asked.as_of)
        except NotReadyError:
            return _error("The adviser is still loading; try again in a moment.", 503, {"Retry-After": "5"})
        except Exception as error:  # noqa: BLE001 - a caller gets a sentence; the log gets no word of the message
            _log.error("a message could not be answered: %s", type(error).__name__)
            return _error("The message could not be answered.", 500)
        return JSONResponse(found.public(with_state=True))

    return routes


def say_errors_plainly(app: FastAPI) -> None:
    """Answer a request that does not fit with one sentence, without repeating what was sent."""

    @app.exception_handler(RequestValidationError)
    def refuse(_: Request, error: RequestValidationError) -> JSONResponse:
        wrong = error.errors()[0]
        where = ".".join(str(part) for part in wrong["loc"] if part != "body")
        return _error(f"{where or 'The request'}: {wrong['msg']}.", 422)

    @app.exception_handler(HTTPException)
    def explain(_: Request, error: HTTPException) -> JSONResponse:
        return _error(f"{error.detail}.", error.status_code)


def _error(message: str, status: int, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse({"error": {"message": message}}, status, headers)
