"""The encoder at run time: words in, what the network knows of each word out.

A text goes through in windows, one at a time and on one thread, so that what is read depends on the text alone and not
on what is read beside it (the activations of an eight-bit network are scaled by all that goes through together).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whosays.extract.pipeline.wordpieces import FIRST, LAST, Window, load_pieces, traits, windows, with_points
from whosays.learned import network

CORE, CONTEXT = 208, 24  # pieces that a window answers for, and that it sees beside them
# Tasks of which all scores are kept, of the others the best label only.
KEPT = ("role", "name", "start", "kind", "stance")
SLOWER = "SkipLayerNormFusion"  # one node instead of two, and a tenth more time
LEMMAS = 3  # labels kept: an edit may not fit its word

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Encoded:
    """What the network says of each word of a text (rows are words).

    ``best`` are label numbers by task (``lemma``: the best few), ``scores`` all scores of a few tasks, ``pairs`` for
    each "which other word" task the vectors of words that point and are pointed at and a bias, ``below`` and ``above``
    the two sides of a dependency.
    """

    best: Mapping[str, Numbers]
    scores: Mapping[str, Floats]
    pairs: Mapping[str, tuple[Floats, Floats, Floats]]
    below: Floats
    above: Floats

    @cached_property
    def certain(self) -> Floats:
        """The probability of each role for each word, a row a role: that it begins one or goes on with it."""
        scores = self.scores["role"]
        shares = np.exp(scores - scores.max(1, keepdims=True))
        parts = shares[:, 1:].reshape(len(shares), -1, 2)  # "O" is first, then B- and I- of each role
        found: Floats = np.ascontiguousarray((parts.sum(2) / shares.sum(1, keepdims=True)).T)
        return found

    def pointing(self, task: str, rows: slice | Sequence[int], columns: slice | Sequence[int]) -> Floats:
        """Return the scores of some words pointing at some others (rows x columns)."""
        return next(self.each_pointing(task, [rows], columns))

    def each_pointing(
        self, task: str, groups: Iterable[slice | Sequence[int]], columns: slice | Sequence[int]
    ) -> Iterator[Floats]:
        """Yield the scores of each of some groups of words pointing at the same others."""
        pointing, pointed, bias = self.pairs[task]
        others, shift, scale = pointed[columns].T, bias[columns], math.sqrt(pointing.shape[1])
        for rows in groups:
            yield pointing[rows] @ others / scale + shift


class Encoder:
    """The shipped network with its vocabulary; ``labels`` are the names of the labels by task."""

    def __init__(self, folder: Path) -> None:
        layout = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.labels: dict[str, list[str]] = layout["labels"]
        self.relations: list[str] = layout["relations"]
        self._pairs: dict[str, int] = layout["pairs"]
        self._relation_width: int = layout["relation_width"]
        self._pieces = load_pieces(folder / "tokenizer.json")
        self._session = network((folder / "encoder.onnx").read_bytes(), without=[SLOWER])

    def encode(self, words: Sequence[str], context: int = CONTEXT) -> Encoded:
        """Return what the network says of the words of one text; ``context`` is what a window sees beside its own."""
        pieces = [self._pieces(word) for word in with_points(words)]
        ends = [i + 1 for i, word in enumerate(words) if "\n\n" in word and i + 1 < len(words)]
        marks = traits(words)
        parts = [
            self._window(pieces, marks, window)
            for window in windows([len(p) for p in pieces], [*ends, len(words)], CORE, context)
        ]
        return self._together(parts)

    def _window(self, pieces: Sequence[Sequence[int]], marks: Sequence[int], window: Window) -> tuple[Any, ...]:
        """Run the network and keep what it says of the words that the window answers for."""
        own = range(window.first, window.last)
        ids = [FIRST, *(piece for i in own for piece in pieces[i]), LAST]
        ends = list(accumulate((len(pieces[i]) for i in own), initial=1))
        inputs = {
            "ids": np.array(ids, dtype=np.int64),
            "traits": np.array([0, *(marks[i] for i in own for _ in pieces[i]), 0], dtype=np.int64),
            "first": np.array(ends[:-1], dtype=np.int64),
            "last": np.array(ends[1:], dtype=np.int64) - 1,
        }
        if len(own) < 2:  # the graph was traced for two words and more
            inputs["first"], inputs["last"] = np.repeat(inputs["first"], 2), np.repeat(inputs["last"], 2)
        labels, pairs = self._session.run(None, inputs)
        kept = slice(window.start - window.first, window.end - window.first)
        return (*self._labels(labels[kept]), pairs[kept])

    def _labels(self, scores: Floats) -> tuple[dict[str, Numbers], dict[str, Floats]]:
        best: dict[str, Numbers] = {}
        kept: dict[str, Floats] = {}
        at = 0
        for task, names in self.labels.items():
            own = scores[:, at : at + len(names)]
            at += len(names)
            if task in KEPT:
                kept[task] = own.copy()
            elif task == "lemma":
                best[task] = _best_few(own)
            else:
                best[task] = own.argmax(1)
        return best, kept

    def _together(self, parts: Sequence[tuple[Any, ...]]) -> Encoded:
        best = {task: np.concatenate([p[0][task] for p in parts]) for task in parts[0][0]}
        scores = {task: np.concatenate([p[1][task] for p in parts]) for task in parts[0][1]}
        columns = np.concatenate([p[2] for p in parts])
        pairs: dict[str, tuple[Floats, Floats, Floats]] = {}
        at = 0
        for task, width in self._pairs.items():
            cut = columns[:, at : at + 2 * width + 1]
            pairs[task] = (cut[:, :width], cut[:, width : 2 * width], cut[:, -1])
            at += 2 * width + 1
        middle = at + self._relation_width
        return Encoded(best, scores, pairs, columns[:, at:middle], columns[:, middle:])


def _best_few(scores: Floats) -> Numbers:
    """Return the few best labels of each word, the best first."""
    left, rows = scores.copy(), np.arange(len(scores))
    few = np.empty((len(scores), min(LEMMAS, scores.shape[1])), dtype=np.int64)
    for place in range(few.shape[1]):  # three times the best is found sooner than the best three
        few[:, place] = left.argmax(1)
        left[rows, few[:, place]] = -np.inf
    return few
