"""Whom a pronoun or a description means, as one scored choice: a log-linear model over explained features.

Everybody who may be meant is an option, and nobody of them is one too, of score zero.  The weights are learned from
annotated pages, OntoGUM and GAP (``training/speakers.py``) and shipped as a table of feature names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Protocol

from whosays.extract.coreference.referent import Referent
from whosays.resources import resource

Asked = Literal["pronoun", "speaking", "description"]  # a pronoun that speaks is asked for otherwise than others
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody who may be meant, and what speaks for it or against it."""

    referent: Referent
    features: Features


class Chooser(Protocol):
    """Chooses who is meant at a token, ``None`` for nobody of the options."""

    def __call__(self, asked: Asked, token: int, options: Sequence[Option]) -> Referent | None: ...


@dataclass(frozen=True, slots=True)
class SpeakerModel:
    """The learned weights: what is asked and feature name to weight."""

    weights: Mapping[Asked, Mapping[str, float]]

    def score(self, asked: Asked, features: Features) -> float:
        """Return the log odds of an option against nobody."""
        weights = self.weights[asked]
        return sum(weights.get(name, 0.0) * value for name, value in features.items())

    def __call__(self, asked: Asked, token: int, options: Sequence[Option]) -> Referent | None:
        """Return the best option, of equal ones the first; ``None`` where nobody is better than no one."""
        del token
        scored = [(self.score(asked, option.features), -number) for number, option in enumerate(options)]
        best = max(scored, default=(0.0, 0))
        return options[-best[1]].referent if best[0] > 0.0 else None


@lru_cache(maxsize=1)
def load_speaker_model() -> SpeakerModel:
    """Return the shipped model."""
    data = json.loads(resource("extract", "model", "speakers.json").read_text(encoding="utf-8"))
    return SpeakerModel({"pronoun": data["pronoun"], "speaking": data["speaking"], "description": data["description"]})
