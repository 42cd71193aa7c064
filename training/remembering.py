"""What the network knows already, as labels on the texts that it learns something new from.

Pages of the press tell who says what and nothing of syntax and names.  Learned alone, a cue of refusing would look like
the negations that it is made of, to the tagger too.  So the network first labels those texts as it is, and learns on
them what is new together with what it knew (learning without forgetting, Li and Hoiem 2016).
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import numpy as np
import torch

from training.fit import LONGEST, tensors
from training.network import NOTHING, Network
from training.samples import MASKED, Piece, Text, pieces_of
from whosays.extract.pipeline import Pieces

KNOWN = ("tag", "morph", "lemma", "start", "name")


def remember(network: Network, texts: Iterable[Text], pieces: Pieces) -> None:
    """Label the words of texts without syntax by what a network says of them; labels that they have stay."""
    network.eval()
    for text in texts:
        if "tag" in text.labels or not text.words:
            continue
        runs = list(pieces_of([text], pieces, LONGEST, Random(0)))
        found = [_labels(network, run, pieces) for run in runs]
        for task in (t for t in (*KNOWN, "relation") if t not in text.labels):
            text.labels[task] = np.concatenate([labels[task] for labels in found]).astype(np.int16)
        begins = np.cumsum([0, *(len(run.words) for run in runs[:-1])])
        heads = [labels["head"] + begin for labels, begin in zip(found, begins, strict=True)]
        text.heads["head"] = np.concatenate(heads).astype(np.int32)
        blank = np.array([word.isspace() for word in text.words])
        for task in ("tag", "morph", "lemma", "start", "relation"):
            text.labels[task][blank] = MASKED
        text.heads["head"][blank] = MASKED


@torch.no_grad()
def _labels(network: Network, run: Piece, pieces: Pieces) -> dict[str, np.ndarray]:
    inputs, _ = tensors([run], pieces, hide=0.0)
    labels, pairs = network(inputs)
    scores = network.label_scores(labels)
    found = {task: scores[task][0].argmax(-1) for task in KNOWN}
    pointing, below, above = network.pair_scores(pairs)
    sentence = found["start"].cumsum(0)
    apart = sentence[:, None] != sentence[None, :]
    heads = pointing["head"][0].masked_fill(apart, NOTHING).argmax(-1)
    relation = network.relation_scores(below, above, heads[None])[0].argmax(-1)
    return {
        **{task: values.numpy() for task, values in found.items()},
        "head": heads.numpy(),
        "relation": relation.numpy(),
    }
