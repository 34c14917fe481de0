"""Put the web application together: routes, the chat page, and the guards before them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from advisor.offline import switch_off_network
from advisor.settings import Settings

switch_off_network()
# Gradio's usual folder for temporary files is shared by everybody on the machine.
os.environ.setdefault("GRADIO_TEMP_DIR", tempfile.mkdtemp(prefix="npq-advisor-"))

import gradio as gr  # noqa: E402 - telemetry is switched off before it is imported
from fastapi import FastAPI  # noqa: E402
from starlette.middleware.cors import CORSMiddleware  # noqa: E402
from starlette.middleware.trustedhost import TrustedHostMiddleware  # noqa: E402

from advisor.web.api import make_routes, say_errors_plainly  # noqa: E402
from advisor.web.chat import make_page  # noqa: E402
from advisor.web.conversing import Conversing  # noqa: E402
from advisor.web.guard import Guard  # noqa: E402
from advisor.web.limiting import RateLimit  # noqa: E402
from advisor.web.loading import Loaded, Loader  # noqa: E402
from advisor.web.page_head import PageHead  # noqa: E402
from advisor.web.theme import make_theme, page_css, page_script  # noqa: E402


def create_app(load: Callable[[], Loaded], settings: Settings) -> FastAPI:
    """Return the application; `load` is called in the background once the server has started."""
    loader = Loader(load)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        loader.start()
        yield

    app = FastAPI(
        title="NPQ adviser", version="1", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
        lifespan=lifespan,
    )  # fmt: skip
    say_errors_plainly(app)
    app.include_router(make_routes(loader))
    page = make_page(Conversing(loader, RateLimit(settings.messages_per_minute), settings))
    _mount(app, page)
    # The last one added stands first.
    app.add_middleware(PageHead, script=page_script())
    app.add_middleware(CORSMiddleware, allow_origins=list(settings.embed_origins))
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.allowed_hosts))
    app.add_middleware(Guard, embed_origins=settings.embed_origins, messages_per_minute=settings.messages_per_minute)
    return app


def _mount(app: FastAPI, page: gr.Blocks) -> None:
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=1,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        theme=make_theme(),
        css=page_css(),
    )
