"""Do two claims say the same?  A small network reads both together, with the names of whoever holds them.

It is a cross-encoder of the size of the extractor's (six layers, eight bits); ``training/same_claim.py`` made it.  One
pair goes through at a time and on one thread, so that an answer depends on that pair alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

import numpy as np
from tokenizers import Tokenizer

from whosays.learned import network
from whosays.resources import read_rows, resource

FIRST, LAST = 101, 102  # [CLS], [SEP]
LONGEST: Final = 44  # pieces of a claim; what comes later tells little
SURELY: Final = 1e-4  # beliefs are cut to between this and 1 less this
SUREST: Final = 0.975  # what it believes at most, but for a few; so who cannot be one with it is not asked about
REMEMBERED: Final = 200_000  # pairs
_BRACKETS: Final = str.maketrans("", "", "[]")


def readable(who: str, words: str) -> str:
    """Return a claim as the network reads it: who holds it, and its words with names for pronouns."""
    told = f"{who}: {words}" if who else words
    return " ".join(told.translate(_BRACKETS).split())


def laid_side_by_side(left: Sequence[int], right: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the pieces of two claims as one row, and on which side each stands; training calls this too."""
    left, right = left[:LONGEST], right[:LONGEST]
    return [FIRST, *left, LAST, *right, LAST], [0] * (len(left) + 2) + [1] * (len(right) + 1)


def log_odds(belief: float) -> float:
    """Return a belief as ``chance`` weighs it."""
    sure = min(max(belief, SURELY), 1 - SURELY)
    return math.log(sure / (1 - sure))


class Paraphrase:
    """The network with its vocabulary, which is that of the extractor's encoder."""

    def __init__(self) -> None:
        vocabulary = resource("extract", "model", "whosays_encoder", "tokenizer.json").read_text(encoding="utf-8")
        self._pieces = Tokenizer.from_str(vocabulary)
        self._pieces.no_padding()
        self._pieces.no_truncation()
        self._session = network(resource("graph", "model", "same_claim.onnx").read_bytes())
        self._known = lru_cache(maxsize=REMEMBERED)(self._belief)

    def belief(self, one: str, other: str) -> float:
        """Return how far it believes that two claims as ``readable`` gives them say the same, in either order."""
        return self._known(*sorted((one, other)))

    def _belief(self, one: str, other: str) -> float:
        left, right = (self._pieces.encode(text, add_special_tokens=False).ids for text in (one, other))
        ids, sides = laid_side_by_side(left, right)
        inputs = {"ids": np.array(ids, dtype=np.int64), "sides": np.array(sides, dtype=np.int64)}
        (scores,) = self._session.run(None, inputs)
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        return float(shares[1])


@cache
def paraphrase() -> Paraphrase:
    """Return the network, loaded once a process."""
    return Paraphrase()


def read_together(one: str, other: str) -> float:
    """Return how far the network believes that two claims as ``readable`` gives them say the same."""
    return paraphrase().belief(one, other)


def chance(words: float, belief: float) -> float:
    """Return how likely two claims say the same: by the log odds of the trees and the belief of the network."""
    weights = _weights()
    return 1 / (1 + math.exp(-weights["bias"] - weights["words"] * words - weights["belief"] * log_odds(belief)))


@cache
def _weights() -> dict[str, float]:
    return {name: float(value) for name, value in read_rows("graph", "same_claim.tsv", 2)}
