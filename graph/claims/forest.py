"""Boosted trees that weigh how far two claims overlap (``common_words``); ``training/claim_trees.py`` made them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from whosays.resources import resource

Node = float | tuple[int, float, int, int]


@dataclass(frozen=True, slots=True)
class Trees:
    """Log odds that start at ``bias`` and to which every tree adds a leaf.

    A tree is a list of nodes, the first its root: a leaf is a number; any other node (place of the trait in ``traits``,
    limit, left, right) goes left where the trait is at most the limit.
    """

    traits: Sequence[str]
    bias: float
    trees: Sequence[Sequence[Node]]

    def log_odds(self, found: Mapping[str, float]) -> float:
        """Return how far two claims of these traits are believed to say the same."""
        values = [found[name] for name in self.traits]
        return self.bias + sum(_leaf(tree, values) for tree in self.trees)


def _leaf(tree: Sequence[Node], values: Sequence[float]) -> float:
    node = tree[0]
    while not isinstance(node, float):
        trait, limit, left, right = node
        node = tree[left if values[trait] <= limit else right]
    return node


def read_trees(text: str) -> Trees:
    """Return the trees of a ``claim_trees.json``."""
    data = json.loads(text)
    trees = tuple(tuple(float(n) if not isinstance(n, list) else tuple(n) for n in tree) for tree in data["trees"])
    return Trees(tuple(data["traits"]), data["bias"], trees)


@cache
def trees() -> Trees:
    """Return the shipped trees, read once a process."""
    return read_trees(resource("graph", "model", "claim_trees.json").read_text(encoding="utf-8"))
