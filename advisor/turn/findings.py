"""Say a finding of the rules beside funding: its sentence, grounded in its source."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.answering.said import Ground, GroundKind, Said


def ground_finding(name: str, text: str, sources: Sequence[str]) -> Ground:
    """Return the ground of a sentence that the rules beside funding produce."""
    return Ground(GroundKind.RULESET, name, text, sources[0])


def say_finding(name: str, text: str, sources: Sequence[str]) -> Said:
    """Return the sentence as the rules state it."""
    return Said(text, (ground_finding(name, text, sources),))
