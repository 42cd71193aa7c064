"""What a confidence is worth: how often hops of one confidence were right on development texts.

A hop is right where an annotated attribution has an overlapping cue, an overlapping source (or neither has one), and
contents that share half of their words: the lenient relation of ``score_attribution.py``.  The table is an isotonic
regression (Zadrozny and Elkan 2002); the expected calibration error (Naeini et al. 2015, ten bins) is told for texts
that the table was not made from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.isotonic import IsotonicRegression

from training import polnear
from training.polnear import GoldAttribution
from whosays.extract import ArticleSkipped, Extractor, read_article
from whosays.extract.records import Attribution

WORD = re.compile(r"\w+|[^\w\s]")
BINS = 10
POINTS = 12  # of the shipped table, at the most
Judged = list[tuple[float, bool]]


def judge(extractor: Extractor, folder: Path) -> list[Judged]:
    """Return for each annotated text the confidence of its outermost hops, and whether they are right."""
    found = []
    for name, text, gold in polnear.read_folder(folder):
        try:
            article = read_article(folder / f"{name}.txt")
        except ArticleSkipped:
            continue
        outermost = [a for a in extractor.record(article).attributions if a.inside is None]
        found.append(list(_judged(text, outermost, gold)))
    return found


def _judged(text: str, found: Sequence[Attribution], gold: Sequence[GoldAttribution]) -> Iterator[tuple[float, bool]]:
    starts = [match.start() for match in WORD.finditer(text)]
    right = {number for number, _ in matches(found, gold, starts)}
    yield from ((one.confidence, number in right) for number, one in enumerate(found))


def matches(
    found: Sequence[Attribution], gold: Sequence[GoldAttribution], starts: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the positions of hops and the gold attributions that they match, one to one; ``starts`` are words'."""
    ours = [(one, words_in(one.content, starts)) for one in found]
    theirs = [(one, words_in(one.content, starts)) for one in gold]
    rated = sorted(
        (
            (alike, i, j)
            for i, one in enumerate(ours)
            for j, other in enumerate(theirs)
            if (alike := _alike(one, other))
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, i, j in rated:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def _alike(one: tuple[Attribution, set[int]], other: tuple[GoldAttribution, set[int]]) -> float:
    """Return the share of words that two contents have in common, 0 where the two do not match."""
    (found, own), (gold, theirs) = one, other
    alike = len(own & theirs) / len(own | theirs) if own & theirs else 0.0
    if alike < 0.5:
        return 0.0
    cues = not (found.cue and gold.cue) or meet(found.cue, gold.cue)
    source = (found.source,) if found.source is not None else ()
    sources = meet(source, gold.source) if source and gold.source else not source and not gold.source
    return alike if cues and sources else 0.0


def words_in(spans: Iterable[Sequence[int]], starts: Sequence[int]) -> set[int]:
    """Return the beginnings of words, of all that are in a text, that lie in some spans."""
    return {at for start, end in spans for at in starts[bisect_left(starts, start) : bisect_left(starts, end)]}


def meet(some: Iterable[Sequence[int]], others: Sequence[Sequence[int]]) -> bool:
    """Tell whether a span shares a character with one of others."""
    return any(start < to and at < end for start, end in some for at, to in others)


def table(judged: Iterable[Judged]) -> list[list[float]]:
    """Return the points (confidence, share of right hops) to read calibrated confidences from.

    Where nothing was judged, confidences stay as they are.
    """
    pairs = [pair for text in judged for pair in text]
    if not pairs:
        return [[0.0, 0.0], [1.0, 1.0]]
    raw, right = np.array([r for r, _ in pairs]), np.array([float(t) for _, t in pairs])
    model = IsotonicRegression(out_of_bounds="clip").fit(raw, right)
    points = np.unique(np.quantile(raw, np.linspace(0, 1, POINTS)).round(3))
    return [[float(point), round(float(model.predict([point])[0]), 3)] for point in points]


def calibration_error(judged: Sequence[Judged]) -> dict[str, float]:
    """Return the expected calibration error before and, by halves of the texts, after calibration."""
    after: Judged = []
    for half in (0, 1):
        known, share = zip(*table(judged[1 - half :: 2]), strict=True)
        after += [(float(np.interp(raw, known, share)), t) for text in judged[half::2] for raw, t in text]
    before = [pair for text in judged for pair in text]
    return {"before": round(_error(before), 4), "after": round(_error(after), 4)}


def _error(pairs: Judged) -> float:
    error = 0.0
    for number in range(BINS):
        own = [(c, t) for c, t in pairs if min(int(c * BINS), BINS - 1) == number]
        if own:
            error += abs(sum(c for c, _ in own) - sum(t for _, t in own)) / len(pairs)
    return error
