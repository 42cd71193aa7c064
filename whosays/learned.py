"""What training left behind: networks of the onnxruntime, and boosted trees as a table.

Networks are run so that an answer depends on what is asked alone: one thread, one after the other.  Knows nothing of
any room, so every room may use it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import onnxruntime as ort

ERRORS = 3  # what is worth telling
Node = float | tuple[str, float, int, int]


def network(weights: bytes, without: Sequence[str] = ()) -> ort.InferenceSession:
    """Return a network ready to be run; ``without`` names what would slow it down of the library's own changes."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = ERRORS
    providers = ["CPUExecutionProvider"]
    return ort.InferenceSession(weights, options, providers=providers, disabled_optimizers=list(without))


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted trees over named features: log odds that start at ``bias`` and to which every tree adds a leaf.

    A tree is a list of nodes, the first its root: a leaf is a number, any other node (feature, limit, left, right) goes
    left where the feature is at most the limit.  A feature that is not named is 0.
    """

    bias: float
    trees: Sequence[Sequence[Node]]

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log odds of what the trees were taught to tell."""
        return self.bias + sum(_leaf(tree, features) for tree in self.trees)


def read_forest(data: Mapping[str, Any]) -> Forest:
    """Return the trees of a table: ``features`` (names), ``bias`` and ``trees``, whose nodes count the names."""
    names = data["features"]
    trees = [
        [(names[node[0]], *node[1:]) if isinstance(node, list) else float(node) for node in tree]
        for tree in data["trees"]
    ]
    return Forest(data["bias"], trees)


def _leaf(tree: Sequence[Node], features: Mapping[str, float]) -> float:
    node = tree[0]
    while not isinstance(node, float):
        feature, limit, left, right = node
        node = tree[left if features.get(feature, 0.0) <= limit else right]
    return node
