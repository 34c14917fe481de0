"""The web application for a server of your own: `uvicorn app:app`, or `python app.py` to serve it at once."""

from __future__ import annotations

from advisor.offline import switch_off_network

switch_off_network()

from functools import partial  # noqa: E402

from advisor.settings import Settings  # noqa: E402
from advisor.web.app import create_app  # noqa: E402
from advisor.web.loading import load_advisor  # noqa: E402

settings = Settings()
app = create_app(partial(load_advisor, settings), settings)

if __name__ == "__main__":
    from advisor.cli import main

    main(["serve"])
