"""What training left behind: networks of the onnxruntime, and boosted trees as a table.

Networks are run so that an answer depends on what is asked alone: one thread, one after the other.  Knows nothing of
any room, so every room may use it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

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


@dataclass(frozen=True)
class Forest:
    """Boosted trees over named features: log odds that start at ``bias`` and to which every tree adds a leaf.

    A tree is a list of nodes, the first its root: a leaf is a number, any other node (feature, limit, left, right) goes
    left where the feature is at most the limit.  A feature that is not named is 0.
    """

    bias: float
    trees: Sequence[Sequence[Node]]

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log odds of what the trees were taught to tell."""
        return self.each_log_odds([features])[0]

    def each_log_odds(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """Return the log odds of each of some, which go down all trees side by side."""
        if not rows:
            return []
        nodes = self._nodes
        values = np.array([[row.get(name, 0.0) for name in nodes.names] for row in rows])
        own, at = np.arange(len(rows))[:, None], np.tile(nodes.roots, (len(rows), 1))
        while (nodes.feature[at] >= 0).any():
            at = nodes.below[at, (values[own, nodes.feature[at]] > nodes.limit[at]).astype(int)]
        return [self.bias + sum(leaves) for leaves in nodes.leaf[at].tolist()]

    @cached_property
    def _nodes(self) -> _Nodes:
        names = sorted({node[0] for tree in self.trees for node in tree if not isinstance(node, float)})
        roots = [0, *accumulate(map(len, self.trees))]
        rows = [
            (-1, 0.0, at + root, at + root, node)
            if isinstance(node, float)
            else (names.index(node[0]), node[1], node[2] + root, node[3] + root, 0.0)
            for root, tree in zip(roots, self.trees, strict=False)
            for at, node in enumerate(tree)
        ]
        feature, limit, left, right, leaf = map(np.array, zip(*rows, strict=True))
        return _Nodes(names, np.array(roots[:-1]), feature, limit, np.stack((left, right), axis=1), leaf)


@dataclass(frozen=True, slots=True)
class _Nodes:
    """The nodes of all trees as columns; at a leaf ``feature`` is -1, and below it is itself."""

    names: Sequence[str]
    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    limit: NDArray[np.float64]
    below: NDArray[np.int64]
    leaf: NDArray[np.float64]


def read_forest(data: Mapping[str, Any]) -> Forest:
    """Return the trees of a table: ``features`` (names), ``bias`` and ``trees``, whose nodes count the names."""
    names = data["features"]
    trees = [
        [(names[node[0]], *node[1:]) if isinstance(node, list) else float(node) for node in tree]
        for tree in data["trees"]
    ]
    return Forest(data["bias"], trees)
