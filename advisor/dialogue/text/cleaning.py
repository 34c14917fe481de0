"""Turn what was typed into plain text that is safe to read: visible characters, no markup, no personal data.

What the text means is for the other modules of this folder.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

from advisor.dialogue.text.personal_data import mask_personal_data

MAX_CHARACTERS = 1000

_TAG = re.compile(r"<[^<>]{0,200}>")
_SCRIPT = re.compile(r"<(script|style)\b.*?(</\1>|$)", re.IGNORECASE | re.DOTALL)
_MARKDOWN_LINK = re.compile(r"\[([^\]]{0,200})\]\([^)]{0,300}\)")
_SPACE = re.compile(r"[ \t\r\f\v]+")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text to read, and what was done to it."""

    text: str
    hidden_removed: bool = False
    personal_data: tuple[str, ...] = ()
    too_long: bool = False


def clean(typed: str) -> CleanText:
    """Return `typed` without hidden characters, markup or personal data; over-long text is refused, not cut."""
    if len(typed) > MAX_CHARACTERS:
        return CleanText("", too_long=True)
    visible = "".join(char for char in unicodedata.normalize("NFKC", typed) if not _is_hidden(char))
    text = html.unescape(visible).translate(_QUOTES)
    text = _MARKDOWN_LINK.sub(r"\1", _SCRIPT.sub(" ", text))
    text = _TAG.sub(" ", text)
    text, kinds = mask_personal_data(text)
    lines = (_SPACE.sub(" ", line).strip() for line in text.split("\n"))
    return CleanText("\n".join(line for line in lines if line), visible != typed, kinds)


def _is_hidden(char: str) -> bool:
    if char in "\n\t":
        return False
    # Cf holds zero-width, direction and tag characters: carriers of text a person does not see.
    return unicodedata.category(char) in ("Cf", "Cc", "Co", "Cn", "Cs")
