"""Take one message through the adviser and say what the page shows meanwhile and after.

Knows nothing of Gradio, so that it can be tested without a browser; drawing is left to `view.py`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.reply import Reply
from advisor.settings import Settings
from advisor.web.evidence import known_panel
from advisor.web.limiting import RateLimit
from advisor.web.loading import Loader, NotReadyError
from advisor.web.state import Session
from advisor.web.view import draw_message, draw_reply

_log = logging.getLogger(__name__)

GREETING = (
    "Hello. I can help you choose a National Professional Qualification (NPQ), check whether it would be funded for "
    "you, or tell you what it involves. Every sentence of advice names its source.\n\nAsk in your own words, or start "
    "here. Please leave out names and other personal details."
)
STARTERS = (
    "Which NPQ would suit me?",
    "Can I get NPQ funding?",
    "I have one NPQ: what next?",
    "What is the NPQ for SENCOs?",
)
MOMENT = "One moment: I am still getting ready. Your answer comes as soon as I am."
NOT_READY = "I could not get ready to answer. Please try again in a minute; your question is still in the box."
BROKEN = "Something went wrong on our side, and your question was not answered. Please put it another way or try later."
TOO_FAST = "You are sending messages faster than I can answer them. Please wait a minute; your question is in the box."
FORGOTTEN = "I was restarted and have forgotten what you told me before. Please tell me again what matters."
LONGEST_WAIT = 180.0


@dataclass(frozen=True, slots=True)
class Update:
    """What the page shows from now on: the messages, what stands in the box, what is known."""

    session: Session
    box: str = ""
    known: str | None = None  # None leaves the panel as it is


def fresh_session() -> Session:
    """Return a session that holds the greeting and nothing else."""
    return Session().said(GREETING, STARTERS)


@dataclass(frozen=True, slots=True)
class Conversing:
    """What it takes to answer messages from pages."""

    loader: Loader
    limit: RateLimit
    settings: Settings

    def send(self, text: str, session: Session, client: str, turns_on_page: int = 0) -> Iterator[Update]:
        """Yield what to show at once, and then with the reply; text that was not answered goes back to the box."""
        if not session.shown:
            session = fresh_session()
            if turns_on_page > 0:
                session = session.said(FORGOTTEN)
        asked = session.asked(draw_message(self._shortened(text)))
        if not self.limit.allows(client):
            yield Update(session.said(TOO_FAST), text)
            return
        yield Update(asked if self.loader.ready else asked.said(MOMENT))
        yield self._answered(text, session, asked)

    def _answered(self, text: str, session: Session, asked: Session) -> Update:
        try:
            loaded = self.loader.get(LONGEST_WAIT)
            reply = loaded.advisor.reply(text, session.state)
            drawn = draw_reply(reply, asked.turns, loaded.sources)
        except NotReadyError:
            return Update(asked.said(NOT_READY), text)
        except Exception as error:  # noqa: BLE001 - whatever it is, the person gets a sentence and keeps the question
            # The kind of error only: its message may repeat what the person wrote.
            _log.error("a message could not be answered: %s", type(error).__name__)
            return Update(asked.said(BROKEN), text)
        return Update(asked.answered(drawn, reply), self._back_in_box(text), _known(reply))

    def _shortened(self, text: str) -> str:
        longest = self.settings.longest_message
        return text if len(text) <= longest else f"{text[:longest]} …"

    def _back_in_box(self, text: str) -> str:
        """A message that was too long stays where it can be cut down."""
        return text if len(text) > self.settings.longest_message else ""


def _known(reply: Reply) -> str:
    return known_panel(reply.facts, reply.state.subject)
