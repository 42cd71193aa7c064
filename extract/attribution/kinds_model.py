"""The judge of hops: whether one attributes anything, and how often such a hop is right in every part.

Two models of boosted trees over named features (``attribution.kinds``), learned from annotated pages of the press by
``training/kinds.py`` and shipped as a table.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from whosays.resources import resource

Features = Mapping[str, float]
Node = float | tuple[str, float, int, int]


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted trees over named features: log odds that start at ``bias`` and to which every tree adds a leaf.

    A tree is a list of nodes, the first its root: a leaf is a number, any other node (feature, limit, left, right) goes
    left where the feature is at most the limit.  A feature that is not named is 0.
    """

    bias: float
    trees: Sequence[Sequence[Node]]

    def belief(self, features: Features) -> float:
        """Return the probability (0 to 1)."""
        odds = self.bias + sum(_leaf(tree, features) for tree in self.trees)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@dataclass(frozen=True, slots=True)
class Judge:
    """The learned trees: whether a hop attributes, and whether all of it is right.

    A hop less likely to attribute than ``least`` is an act.  ``right`` are points (belief, share of right hops),
    ascending.
    """

    attributes: Forest
    right: Forest
    least: float
    points: Sequence[tuple[float, float]] = ()

    def attributing(self, features: Features) -> float:
        """Return the belief that a hop attributes anything (0 to 1)."""
        return self.attributes.belief(features)

    def confidence(self, features: Features) -> float:
        """Return how often such hops were right on annotated pages (0 to 1)."""
        belief = self.right.belief(features)
        if not self.points:
            return round(belief, 3)
        known, share = zip(*self.points, strict=True)
        return round(float(np.interp(belief, known, share)), 3)


def _leaf(tree: Sequence[Node], features: Features) -> float:
    node = tree[0]
    while not isinstance(node, float):
        feature, limit, left, right = node
        node = tree[left if features.get(feature, 0.0) <= limit else right]
    return node


@lru_cache(maxsize=1)
def load_judge() -> Judge | None:
    """Return the shipped judge, none where the model has none."""
    file = resource("extract", "model", "kinds.json")
    return read_judge(file.read_text(encoding="utf-8")) if file.is_file() else None


def read_judge(text: str) -> Judge:
    """Return the judge of a ``kinds.json``."""
    data = json.loads(text)
    points = [(point[0], point[1]) for point in data.get("points", ())]
    return Judge(_forest(data["attributes"]), _forest(data["right"]), data["least"], points)


def _forest(data: Mapping[str, Any]) -> Forest:
    names = data["features"]
    trees = [
        [node if isinstance(node, float) else (names[node[0]], *node[1:]) for node in tree] for tree in data["trees"]
    ]
    return Forest(data["bias"], trees)
