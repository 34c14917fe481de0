"""Read question sets in the shape of SQuAD: articles, paragraphs, questions with short answers or none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.case import Case
from evals.readers.problem import Problem, make_case, sort_out


def recognises(path: Path) -> bool:
    """Return whether this is a JSON file."""
    return path.is_file() and path.suffix == ".json"


def read(path: Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Return one case for each question."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        questions = list(_questions(content))
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        return (), (Problem(path, 0, f"not in the shape data[].paragraphs[].qas[]: {type(error).__name__} {error}"),)
    if not questions:
        return (), (Problem(path, 0, "holds no questions"),)
    return sort_out([make_case(path, 0, fields) for fields in questions])


def _questions(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for article in content["data"]:
        for paragraph in article["paragraphs"]:
            for question in paragraph["qas"]:
                yield _fields(question, str(article.get("title", "")))


def _fields(question: dict[str, Any], title: str) -> dict[str, Any]:
    impossible = bool(question.get("is_impossible", False))
    answers = [] if impossible else list(dict.fromkeys(item["text"] for item in question.get("answers", ())))
    return {
        "id": str(question["id"]),
        "origin": "squad",
        "turns": [question["question"]],
        "class": "unanswerable" if impossible else "answerable",
        "must": [[pattern_of(text) for text in answers]] if answers else [],
        "tags": [title] if title else [],
    }


def pattern_of(text: str) -> str:
    r"""Return a pattern for the words of a short answer, whatever stands between them.

    >>> pattern_of("18 months")
    '\\b18\\W+months\\b'
    """
    words = re.findall(r"[\w£]+", text)
    inner = r"\W+".join(re.escape(word) for word in words) or re.escape(text)
    start = r"\b" if words and words[0][0].isalnum() else ""
    return f"{start}{inner}\\b" if words else inner
