"""What the network is trained by: one loss a task, over the words that a corpus annotates."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from training.network import NOTHING, Network
from training.samples import MASKED

WEIGHTS = {
    "tag": 0.4, "morph": 0.4, "lemma": 0.4, "start": 0.5, "head": 1.0, "relation": 0.7,
    "role": 2.0, "name": 2.0, "kind": 0.8, "stance": 0.6, "cue": 0.4, "source": 0.4, "antecedent": 0.8,
}  # fmt: skip
CHAINS = ("role", "name")
# Stances other than asserting are rare, and what a fact checker asks for.
RARE = {"stance": (1.0, 0.6, 1.5, 1.5, 1.5, 1.5, 1.5, 1.3, 2.0)}


def losses(network: Network, labels: Tensor, pairs: Tensor, gold: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the weighted loss of every task of which the batch has any gold.

    ``gold`` has labels and heads (batch x words, ``MASKED`` where unknown), ``words`` (1 for a word, 0 for padding),
    ``sentence`` (the number of a word's sentence), and, where known, ``antecedent`` and ``rival`` (batch x words x
    words, 1 for a word that a pronoun means, or does not mean).
    """
    scores = network.label_scores(labels)
    pointing, below, above = network.pair_scores(pairs)
    found = {}
    for task, values in scores.items():
        if (gold[task] != MASKED).any():
            rare = RARE.get(task)
            weights = None if rare is None else torch.tensor(rare)
            loss = (
                chain_loss(values, gold[task], network.steps[task])
                if task in CHAINS
                else plain(values, gold[task], weights)
            )
            found[task] = loss
    apart = gold["words"][:, None, :] == 0
    for task in ("head", "cue", "source"):
        if (gold[task] != MASKED).any():
            hidden = apart | (gold["sentence"][:, :, None] != gold["sentence"][:, None, :]) if task == "head" else apart
            found[task] = plain(pointing[task].masked_fill(hidden, NOTHING), gold[task])
    if "head" in found:
        known = gold["head"].clamp(min=0)
        found["relation"] = plain(network.relation_scores(below, above, known), gold["relation"])
    if gold["antecedent"].any():
        found["antecedent"] = antecedents(pointing["antecedent"], gold["antecedent"], apart)
    return {task: WEIGHTS[task] * loss for task, loss in found.items()}


def plain(scores: Tensor, gold: Tensor, weights: Tensor | None = None) -> Tensor:
    """Return the cross entropy over the annotated words, labels weighed where ``weights`` are given."""
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), weights, ignore_index=MASKED)


def antecedents(scores: Tensor, gold: Tensor, apart: Tensor) -> Tensor:
    """Return minus the log probability of pointing at any word that is meant, of somebody new at the word itself."""
    scores = scores.masked_fill(apart, NOTHING)
    rows = gold.any(-1)
    chosen = scores[rows].masked_fill(gold[rows] == 0, NOTHING)
    return (torch.logsumexp(scores[rows], -1) - torch.logsumexp(chosen, -1)).mean()


def chain_loss(scores: Tensor, gold: Tensor, steps: Tensor) -> Tensor:
    """Return minus the log probability of the label sequences, per word; a row with any masked word counts up to it."""
    rows = gold[:, 0] != MASKED
    scores, gold = scores[rows], gold[rows]
    known = gold != MASKED
    lengths = known.long().cumprod(1).sum(1)
    target = gold.clamp(min=0)
    mask = torch.arange(gold.shape[1])[None] < lengths[:, None]
    emitted = torch.gather(scores, 2, target.unsqueeze(-1)).squeeze(-1)
    moved = steps[target[:, :-1], target[:, 1:]]
    path = (emitted * mask).sum(1) + (moved * mask[:, 1:]).sum(1)
    alpha = scores[:, 0]
    finals = [alpha]
    for at in range(1, scores.shape[1]):
        alpha = torch.logsumexp(alpha.unsqueeze(2) + steps[None], dim=1) + scores[:, at]
        finals.append(alpha)
    last = torch.stack(finals, 1)[torch.arange(len(lengths)), lengths - 1]
    return (torch.logsumexp(last, -1) - path).sum() / lengths.sum()
