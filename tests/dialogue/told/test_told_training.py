from __future__ import annotations

import numpy as np
import pytest

from advisor.dialogue.told.examples import ANSWERS, pair_of
from advisor.dialogue.told.network import Network
from advisor.dialogue.told.training import train
from advisor.retrieval.embedding import check_packaged_model


@pytest.fixture(scope="module")
def taught() -> Network:
    yes, no = pair_of("on_rise_list", "we are"), pair_of("on_rise_list", "nothing of the kind here")
    return train([(yes, "yes"), (no, "no")] * 16, ANSWERS["lists"], 6)


def test_it_learns_what_it_is_taught(taught: Network) -> None:
    rows = taught.probabilities(
        [pair_of("on_rise_list", "we are"), pair_of("on_rise_list", "nothing of the kind here")]
    )
    assert rows.argmax(1).tolist() == [0, 1]


def test_what_was_learned_can_be_taken_over(taught: Network) -> None:
    other = Network(check_packaged_model(), 4)
    other.take(taught.learned())
    pairs = [pair_of("on_rise_list", "we are not")]
    assert np.allclose(other.probabilities(pairs), taught.probabilities(pairs), atol=0.01)


def test_half_of_what_was_learned_is_refused(taught: Network) -> None:
    learned = taught.learned()
    learned.popitem()
    with pytest.raises(KeyError):
        Network(check_packaged_model(), 4).take(learned)
