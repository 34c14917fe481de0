"""How the page looks: colours that pass the contrast rules in light and dark, fonts of the machine, our own CSS."""

from __future__ import annotations

from pathlib import Path

from gradio.themes import Base

_FOLDER = Path(__file__).resolve().parent / "static"
GREEN, DARK_GREEN, LINK, DARK_LINK = "#00703c", "#005a30", "#1d4ed8", "#93c5fd"


def make_theme() -> Base:
    """Return the theme; plain font names, so that no font is fetched from anywhere."""
    return Base(font=["Arial", "sans-serif"], font_mono=["Consolas", "monospace"]).set(
        button_primary_background_fill=GREEN,
        button_primary_background_fill_dark=GREEN,
        button_primary_background_fill_hover=DARK_GREEN,
        button_primary_background_fill_hover_dark=DARK_GREEN,
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#ffffff",
        link_text_color=LINK,
        link_text_color_dark=DARK_LINK,
        link_text_color_hover=LINK,
        link_text_color_hover_dark=DARK_LINK,
        link_text_color_visited=LINK,
        link_text_color_visited_dark=DARK_LINK,
        body_text_size="16px",
        input_text_size="16px",
    )


def page_css() -> str:
    """Return the page's own rules."""
    return (_FOLDER / "page.css").read_text(encoding="utf-8")


def page_script() -> str:
    """Return the script that keeps focus, scrolls to the answer and opens the source a number stands for."""
    return (_FOLDER / "page.js").read_text(encoding="utf-8")
