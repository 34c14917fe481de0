"""Learn, from the ways of asking each entry, a linear map that brings a question nearer to its own entry.

Run when the index is built, so that using the map needs NumPy only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from advisor.knowledge.passages import Passage, PassageKind
from advisor.retrieval.adapting import ARTEFACT
from advisor.retrieval.embedding import Vectors

_EPOCHS = 3
_BATCH = 256
_LEARNING_RATE = 1e-3
_TEMPERATURE = 0.05
_PULL_TO_IDENTITY = 1e-3
"""These five were set on development phrasings that the index never sees; half or twice of each does about as well."""
_FEWEST = 3
"""A way of asking is learned from where at least two other passages of its entry are left to be found by it."""


def train_adapter(passages: Sequence[Passage], vectors: Vectors) -> dict[str, NDArray[np.float32]]:
    """Return the weights by their artefact's name, nothing where no entry has passages enough to learn from.

    Each way of asking is taken out of its entry in turn and has to find it again among all entries, which are as near
    as the mean of their nearest passage's cosine and of their middle's. The loss is the cross-entropy of a softmax
    over entries, with a pull towards leaving the vectors as they are. Method: a linear adapter on sentence vectors, the
    tuned model's where there is one, trained as prototypical networks are (Snell, Swersky and Zemel, 2017), leaving one
    out.
    `vectors` has one row a passage.
    """
    import torch
    from torch.nn.functional import cross_entropy, normalize

    number = {id_: place for place, id_ in enumerate(dict.fromkeys(p.entry_id for p in passages))}
    sizes = Counter(passage.entry_id for passage in passages)
    asked = [row for row, p in enumerate(passages) if p.kind is PassageKind.QUESTION and sizes[p.entry_id] >= _FEWEST]
    if not asked:
        return {}
    generator = torch.Generator().manual_seed(0)
    rows = torch.from_numpy(np.ascontiguousarray(vectors))
    entry_of = torch.tensor([number[passage.entry_id] for passage in passages])
    questions = torch.tensor(asked)
    weights = torch.eye(rows.shape[1], requires_grad=True)
    unchanged = torch.eye(rows.shape[1])
    optimiser = torch.optim.Adam([weights], lr=_LEARNING_RATE)
    for _ in range(_EPOCHS):
        shuffled = questions[torch.randperm(len(questions), generator=generator)]
        for batch in torch.split(shuffled, _BATCH):
            turned = normalize(rows @ weights.T, dim=1)
            own, line = entry_of[batch], torch.arange(len(batch))
            cosines = (turned[batch] @ turned.T).index_put((line, batch), torch.tensor(-1.0))
            nearest = torch.full((len(batch), len(number)), -1.0).scatter_reduce(
                1, entry_of.expand(len(batch), -1), cosines, "amax"
            )
            sums = torch.zeros(len(number), rows.shape[1]).index_add(0, entry_of, turned)
            without = (turned[batch] * normalize(sums[own] - turned[batch], dim=1)).sum(1)
            middle = (turned[batch] @ normalize(sums, dim=1).T).index_put((line, own), without)
            loss = cross_entropy((nearest + middle) / 2 / _TEMPERATURE, own)
            loss = loss + _PULL_TO_IDENTITY * ((weights - unchanged) ** 2).sum()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    return {ARTEFACT: weights.detach().numpy()}
