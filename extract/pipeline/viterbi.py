"""The best sequence of BIO labels under a linear-chain model: Viterbi over stretches side by side.

A text falls into stretches where the label "O" is beyond doubt for two words; between them nothing depends on anything,
so they are read together, one word of each at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from whosays.extract.pipeline.encoder import Floats, Numbers

Weights = NDArray[np.float64]
IMPOSSIBLE = -1e4
SURE = 9.0  # by so much "O" leads where a text may be cut


def allowed(labels: Sequence[str], steps: Floats, apart: Collection[str] = ()) -> Floats:
    """Return the scores of steps with those ruled out that no BIO sequence has (to an I- without its B- or I-).

    Two spans of a class in ``apart`` never touch.
    """
    found = steps.copy()
    for j, label in enumerate(labels):
        if label.startswith("B-") and label[2:] in apart:
            found[[i for i, before in enumerate(labels) if before[2:] == label[2:]], j] = IMPOSSIBLE
        if label.startswith("I-"):
            inside = {f"B-{label[2:]}", label}
            for i, before in enumerate(labels):
                if before not in inside:
                    found[i, j] = IMPOSSIBLE
    return found


def best_labels(scores: Floats, steps: Floats, first: Floats) -> Numbers:
    """Return the label of each word; ``steps`` score going from one label to another, ``first`` beginning with one."""
    cuts = [0, *_cuts(scores), len(scores)]
    labels: Numbers = (scores + first).argmax(1)  # of the many stretches of one word
    runs = sorted(((a, b) for a, b in pairwise(cuts) if b - a > 1), key=lambda run: run[1] - run[0])
    for group in _alike(runs):
        _read(scores, steps, first, group, labels)
    return labels


def _cuts(scores: Floats) -> list[int]:
    sure = scores[:, 0] - scores[:, 1:].max(1) > SURE
    found: list[int] = (np.flatnonzero(sure[:-1] & sure[1:]) + 1).tolist()
    return found


def _alike(runs: Sequence[tuple[int, int]]) -> Iterator[Sequence[tuple[int, int]]]:
    """Yield runs in groups of like length, so that little padding is read."""
    group: list[tuple[int, int]] = []
    for run in runs:
        if group and run[1] - run[0] > 2 * (group[0][1] - group[0][0]) + 8:
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _read(scores: Floats, steps: Floats, first: Floats, runs: Sequence[tuple[int, int]], labels: Numbers) -> None:
    longest = max(b - a for a, b in runs)
    count, size = len(runs), scores.shape[1]
    padded = np.zeros((longest, count, size), dtype=np.float32)
    for column, (a, b) in enumerate(runs):
        padded[: b - a, column] = scores[a:b]
    value = padded[0] + first
    values, into, begins = [value], np.ascontiguousarray(steps.T), np.arange(count * size) * size
    came = []
    for at in range(1, longest):
        through = (value[:, None, :] + into).reshape(-1, size)  # a row for each label that may follow
        best = through.argmax(1)
        came.append(best)
        value = through.take(begins + best).reshape(count, size) + padded[at]
        values.append(value)
    back = np.concatenate(came).reshape(longest - 1, count, size)
    for column, (a, b) in enumerate(runs):
        label = int(values[b - a - 1][column].argmax())
        labels[b - 1] = label
        steps_back = back[: b - a - 1, column].tolist()
        for at in range(b - a - 2, -1, -1):
            label = steps_back[at][label]
            labels[a + at] = label


def label_shares(scores: Floats, steps: Floats, first: Floats) -> Floats:
    """Return the probability of each label of each word under the same model: forwards and backwards."""
    told = np.exp(scores.astype(np.float64) - scores.max(1, keepdims=True))
    into, ahead, back = np.exp(steps.astype(np.float64)), np.empty_like(told), np.ones_like(told)
    ahead[0] = _whole(told[0] * np.exp(first))
    for at in range(1, len(told)):
        ahead[at] = _whole((ahead[at - 1] @ into) * told[at])
    for at in range(len(told) - 2, -1, -1):
        back[at] = _whole(into @ (told[at + 1] * back[at + 1]))
    found: Floats = _whole(ahead * back).astype(np.float32)
    return found


def _whole(weights: Weights) -> Weights:
    found: Weights = weights / weights.sum(-1, keepdims=True)
    return found


def spans(labels: Numbers, names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, end word, class) of each run of BIO labels."""
    start, kind = 0, ""
    for at, number in enumerate([*labels.tolist(), 0]):
        name = names[number]
        if kind and not (name.startswith("I-") and name[2:] == kind):
            yield start, at, kind
            kind = ""
        if name.startswith("B-"):
            start, kind = at, name[2:]


def with_words(found: Iterable[tuple[int, int, str]], words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans that have a word: a tagger can take the end of a line for a cue."""
    return (span for span in found if not all(word.isspace() for word in words[span[0] : span[1]]))
