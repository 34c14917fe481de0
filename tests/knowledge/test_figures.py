from __future__ import annotations

import pytest

from advisor.knowledge.figures import find_figures, supported


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("18 months", {"18"}),
        ("eighteen months", {"18"}),
        ("£1,885 or £1885", {"£1885"}),
        ("£184 million", {"£184m"}),
        ("£184m", {"£184m"}),
        ("90% or 90 per cent", {"90%"}),
        ("18 May 2026, 18th of May 2026, 2026-05-18", {"2026-05-18"}),
        ("1 Sept. 2024", {"2024-09-01"}),
        ("in May 2026", {"2026-05"}),
        ("in 2022-23, 2022/23, 2022 to 2023", {"2022-23"}),
        ("1,500 words", {"1500"}),
        ("Hundred and fifty", {"100", "50"}),
        ("mail help@example.org.", {"help@example.org"}),
        ("see https://example.org/a, please", {"https://example.org/a"}),
        ("one course", set()),
        ("KS2 and NPQ4 and 2026b", set()),
        ("may I come, in august company", set()),
        ("often, weight, tens", set()),
        ("", set()),
    ],
)
def test_a_figure_is_found_in_whatever_way_it_is_written(text: str, figures: set[str]) -> None:
    assert find_figures(text) == figures


@pytest.mark.parametrize(
    ("figure", "recorded", "backed"),
    [
        ("18", "18", True),
        ("18", "19", False),
        ("2026", "2026-05-18", True),
        ("2026-05", "2026-05-18", True),
        ("2026-05-18", "2026-05", False),
        ("2026-05-19", "2026-05-18", False),
        ("2022", "2022-23", True),
        ("2023", "2022-23", False),
        ("£18", "18", False),
        ("18%", "18", False),
    ],
)
def test_a_recorded_figure_backs_itself_and_what_is_wider(figure: str, recorded: str, backed: bool) -> None:
    assert (figure in supported(frozenset({figure}), frozenset({recorded}))) is backed
