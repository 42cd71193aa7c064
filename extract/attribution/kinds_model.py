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
from typing import Final

import numpy as np

from whosays.learned import Forest, read_forest
from whosays.resources import resource

Features = Mapping[str, float]
MOST: Final = 30.0  # log odds: beyond, a belief is as good as certain


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

    def attributing(self, hops: Sequence[Features]) -> list[float]:
        """Return the belief that each of some hops attributes anything (0 to 1)."""
        return [_belief(odds) for odds in self.attributes.each_log_odds(hops)]

    def confidence(self, hops: Sequence[Features]) -> list[float]:
        """Return how often hops like each of some were right on annotated pages (0 to 1)."""
        beliefs = [_belief(odds) for odds in self.right.each_log_odds(hops)]
        if not self.points:
            return [round(belief, 3) for belief in beliefs]
        known, share = zip(*self.points, strict=True)
        return [round(float(np.interp(belief, known, share)), 3) for belief in beliefs]


@lru_cache(maxsize=1)
def load_judge() -> Judge | None:
    """Return the shipped judge, none where the model has none."""
    file = resource("extract", "model", "kinds.json")
    return read_judge(file.read_text(encoding="utf-8")) if file.is_file() else None


def read_judge(text: str) -> Judge:
    """Return the judge of a ``kinds.json``."""
    data = json.loads(text)
    points = [(point[0], point[1]) for point in data.get("points", ())]
    return Judge(read_forest(data["attributes"]), read_forest(data["right"]), data["least"], points)


def _belief(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-MOST, min(MOST, log_odds))))
