"""The chat page: which parts it has and what happens when they are used; the home of Gradio.

What is answered is left to `conversing.py`, how it is drawn to `view.py`, how it looks to `theme.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr
from gradio.components.chatbot import MessageDict

from advisor.web.conversing import Conversing, Update, fresh_session
from advisor.web.evidence import known_panel
from advisor.web.state import Session

_HEADER = """<header class="npq-header"><h1>NPQ adviser</h1>
<p>Automated; checks official NPQ information; not a person.</p></header>"""
_FORGET_AFTER = 4 * 3_600
_QUEUE_LENGTH, _AT_ONCE = 64, 8

Outputs = tuple[list[MessageDict], Any, Any, Session, int]


def make_page(conversing: Conversing) -> gr.Blocks:
    """Return the page; every event is checked here again, since its endpoint can be called without the page."""
    page: gr.Blocks = gr.Blocks(title="NPQ adviser", analytics_enabled=False, fill_width=True)
    with page:
        session = gr.State(Session(), time_to_live=_FORGET_AFTER)
        turns = gr.Number(0, visible="hidden", precision=0, elem_id="npq-turns")
        with gr.Row(elem_classes="npq-top"):
            gr.Markdown(_HEADER, elem_classes="npq-head")
            again = gr.Button("Start again", elem_id="npq-again", scale=0, min_width=120)
        with gr.Row(elem_classes="npq-main"):
            with gr.Column(scale=3, min_width=280, elem_classes="npq-talk"):
                chatbot = _chatbot()
                box = _box()
            with gr.Column(scale=1, min_width=240):
                known = gr.Markdown(known_panel({}), elem_classes="npq-side")
        outputs = [chatbot, box, known, session, turns]
        quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": _AT_ONCE}

        def send(text: str, held: Session, on_page: float | None, request: gr.Request) -> Iterator[Outputs]:
            yield from _run(conversing, text, held, on_page, request)

        def choose(
            held: Session, on_page: float | None, chosen: gr.SelectData, request: gr.Request
        ) -> Iterator[Outputs]:
            yield from _run(conversing, chosen.value, held, on_page, request)

        def start_again() -> Outputs:
            return _outputs(Update(fresh_session(), "", known_panel({})))

        box.submit(send, [box, session, turns], outputs, **quiet)
        chatbot.option_select(choose, [session, turns], outputs, **quiet)
        again.click(start_again, None, outputs, **quiet)
        page.queue(default_concurrency_limit=_AT_ONCE, max_size=_QUEUE_LENGTH, api_open=False)
    return page


def _chatbot() -> gr.Chatbot:
    return gr.Chatbot(
        [*_messages(fresh_session())],
        label="Conversation",
        show_label=False,
        elem_id="npq-chat",
        height=None,
        autoscroll=False,  # the page's script shows the start of an answer, not its end
        allow_tags=False,
        sanitize_html=True,
        buttons=[],
        feedback_options=None,
        latex_delimiters=[],
        group_consecutive_messages=False,
        line_breaks=False,
        layout="bubble",
    )


def _box() -> gr.Textbox:
    return gr.Textbox(
        label="Your question",
        placeholder="Ask in your own words",
        lines=1,
        max_lines=6,
        submit_btn="Send",
        elem_id="npq-box",
    )


def _run(conversing: Conversing, text: object, held: object, on_page: object, request: gr.Request) -> Iterator[Outputs]:
    client = request.client.host if request.client else "unknown"
    typed = text if isinstance(text, str) else ""
    session = held if isinstance(held, Session) else Session()
    turns = int(on_page) if isinstance(on_page, (int, float)) else 0
    for update in conversing.send(typed, session, client, turns):
        yield _outputs(update)


def _outputs(update: Update) -> Outputs:
    known = gr.skip() if update.known is None else update.known
    return _messages(update.session), update.box, known, update.session, update.session.turns


def _messages(session: Session) -> list[MessageDict]:
    return [
        MessageDict(
            role=message.role,
            content=message.content,
            options=[{"value": choice, "label": choice} for choice in message.choices],
        )
        for message in session.shown
    ]
