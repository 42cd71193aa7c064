"""The judge of hops: whether one attributes anything, and how often such a hop is right in every part.

Two logistic models over named features (``attribution.kinds``), learned from annotated pages of the press by
``training/kinds.py`` and shipped as a table.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from whosays.resources import resource

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Judge:
    """The learned weights by name of a feature: whether a hop attributes, and whether all of it is right.

    A hop less likely to attribute than ``least`` is an act.  ``right`` are points (belief, share of right hops),
    ascending.
    """

    attributes: Weights
    right: Weights
    least: float
    points: Sequence[tuple[float, float]] = ()

    def attributing(self, features: Weights) -> float:
        """Return the belief that a hop attributes anything (0 to 1)."""
        return _belief(self.attributes, features)

    def confidence(self, features: Weights) -> float:
        """Return how often such hops were right on annotated pages (0 to 1)."""
        belief = _belief(self.right, features)
        if not self.points:
            return round(belief, 3)
        known, share = zip(*self.points, strict=True)
        return round(float(np.interp(belief, known, share)), 3)


def _belief(weights: Weights, features: Weights) -> float:
    odds = weights.get("bias", 0.0) + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@lru_cache(maxsize=1)
def load_judge() -> Judge | None:
    """Return the shipped judge, none where the model has none."""
    file = resource("extract", "model", "kinds.json")
    return read_judge(file.read_text(encoding="utf-8")) if file.is_file() else None


def read_judge(text: str) -> Judge:
    """Return the judge of a ``kinds.json``."""
    data = json.loads(text)
    points = [(point[0], point[1]) for point in data.get("points", ())]
    return Judge(data["attributes"], data["right"], data["least"], points)
