"""Which content belongs to which cue, and which source speaks it: a logistic model over explained features.

The tagger finds spans of three roles; an attribution is one cue, at most one source and one or more contents.  Every
content goes to the cue that suits it best, every cue to the source that suits it best, if any suits at all.  The
weights are learned from PolNeAR (``training/linker.py``) and shipped as a table of feature names.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

import numpy as np
from spacy.tokens import Doc, Span

from whosays.extract.attribution.linker_features import CONTENT, CUE, ROLES, SOURCE, Pointers
from whosays.extract.lexicon import CACHED, word_class
from whosays.extract.pipeline import columns
from whosays.resources import resource

REACH = 80  # tokens between two spans that may still belong together
NEIGHBOURS = 6  # cues looked at for a content, sources looked at for a cue
POINTING = "pointing"  # the name of what the encoder says among the features
DISTANCES = (0, 1, 2, 4, 8, 16, 32)

Features = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution found: its spans in the Doc and the model's belief in the weakest of its links (0 to 1)."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Counts up to each token of a Doc, so that what lies between two spans is a subtraction; made once a Doc."""

    doc: Doc
    sentences: Sequence[int]
    paragraphs: Sequence[int]
    quotes: Sequence[int]

    @classmethod
    def of(cls, doc: Doc) -> Layout:
        """Count the sentence starts, paragraph breaks and quotation marks of a Doc."""
        read = columns(doc)
        breaks = (space and "\n\n" in text for space, text in zip(read.is_space, read.text, strict=True))
        return cls(doc, _running(read.is_sent_start), _running(breaks), _running(read.is_quote))


@dataclass(frozen=True, slots=True)
class Tagged:
    """Where the tagged spans of each role begin, in order."""

    layout: Layout
    starts: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, layout: Layout, spans: Iterable[Span]) -> Tagged:
        """Sort the beginnings of the spans by role."""
        starts: dict[str, list[int]] = {role: [] for role in ROLES}
        for span in spans:
            starts[span.label_].append(span.start)
        return cls(layout, {role: sorted(found) for role, found in starts.items()})

    def between(self, role: str, left: int, right: int) -> int:
        """Return how many spans of a role begin in [left, right)."""
        starts = self.starts[role]
        return bisect_left(starts, right) - bisect_left(starts, left) if left < right else 0


def _running(flags: Iterable[int]) -> list[int]:
    return [0, *accumulate(int(flag) for flag in flags)]


def _count(counts: Sequence[int], left: int, right: int) -> int:
    """Return how many counted tokens lie in [left, right)."""
    return counts[right] - counts[left] if left < right else 0


def pair_features(tagged: Tagged, cue: Span, other: Span) -> Features:
    """Return the names of what holds between a cue and a content or source span."""
    layout, after = tagged.layout, other.start >= cue.end
    left, right = (cue.end, other.start) if after else (other.end, cue.start)
    side = f"{other.label_} {'after' if after else 'before'}"
    counted = (
        *(min(tagged.between(role, left, right), 2) for role in ROLES),
        min(_count(layout.sentences, left, right + 1), 3),
        min(_count(layout.paragraphs, left, right), 1),
        min(_count(layout.quotes, left, right), 2),
    )
    edge = f"{side}, edge {_edge(layout.doc, left, right)}"
    return (*_distance(side, right - left, counted), edge, *(f"{side}, {name}" for name in _syntax(cue, other)))


@lru_cache(maxsize=CACHED)
def _distance(side: str, apart: int, counted: tuple[int, ...]) -> Features:
    """Return the names of how far apart two spans are and of what lies between them, which many pairs share."""
    bucket = next((f"up to {limit}" for limit in DISTANCES if apart <= limit), "many")
    between = (*(role.lower() for role in ROLES), "sentence ends", "paragraph breaks", "quotation marks")
    counts = (f"{side}, {count} {what} between" for count, what in zip(counted, between, strict=True))
    return (side, f"{side}, {bucket} tokens apart", *counts)


def _edge(doc: Doc, left: int, right: int) -> str:
    if right <= left:
        return "touching"
    words = [token.norm_ if not token.is_space else "space" for token in (doc[left], doc[right - 1])]
    kinds = [word if word in PUNCTUATION else "word" for word in words]
    return " … ".join(kinds)


PUNCTUATION = frozenset(
    [",", ":", ".", ";", '"', "“", "”", "‘", "’", "'", "-", "–", "—", "(", ")", "space", "that", "by"]
)


def _syntax(cue: Span, other: Span) -> Iterator[str]:
    head, root = cue.root, other.root
    if root.head == head and root != head:
        yield f"{root.dep_} of the cue"
    elif head.head == root and root != head:
        yield f"cue is its {head.dep_}"
    elif root.head == head.head:
        yield f"sisters {root.dep_} and {head.dep_}"
    elif head.is_ancestor(root):
        yield "below the cue"
    elif root.is_ancestor(head):
        yield "above the cue"
    else:
        yield "elsewhere in the tree"
    yield f"cue word {head.lemma_.lower()}" if head.lemma_.lower() in TELLING else f"cue is a {head.pos_}"


# Cues that take their parts from unusual sides.
TELLING = word_class("cues_of_the_linker")


@dataclass(frozen=True, slots=True)
class Linker:
    """The learned weights: feature name to log odds, for contents and for sources.

    ``right`` are points (confidence, share of right hops) of the calibration, ascending.
    """

    content: Mapping[str, float]
    source: Mapping[str, float]
    right: Sequence[tuple[float, float]] = ()

    def links(self, layout: Layout, spans: Sequence[Span], pointers: Pointers | None = None) -> list[Link]:
        """Return the attributions among the tagged spans of a parsed Doc, in order of their cues."""
        tagged = Tagged.of(layout, spans)
        cues = [span for span in spans if span.label_ == CUE]
        held: dict[int, list[tuple[Span, float]]] = {}
        for content in (span for span in spans if span.label_ == CONTENT):
            near = nearest(content, cues)
            told = pointers.of_content(content, near) if pointers and near else [0.0] * len(near)
            best = _best(self.content, tagged, [(cue, content, at) for cue, at in zip(near, told, strict=True)])
            if best is not None:
                held.setdefault(best[0].start, []).append((content, best[2]))
        sources = [span for span in spans if span.label_ == SOURCE]
        found = []
        for cue in cues:
            near = nearest(cue, sources)
            told = pointers.of_source(cue, near) if pointers and near else [0.0] * len(near)
            best = _best(self.source, tagged, [(cue, source, at) for source, at in zip(near, told, strict=True)])
            contents = held.get(cue.start, [])
            beliefs = [belief for _, belief in contents] + ([best[2]] if best else [])
            link = Link(best[1] if best else None, cue, tuple(c for c, _ in contents), min(beliefs, default=0.5))
            found.append(link if pointers is None else replace(link, confidence=_weakened(link, pointers)))
        return found

    def calibrated(self, confidence: float) -> float:
        """Return how often a hop of this confidence was right on development texts, between the points of the table."""
        if not self.right:
            return confidence
        known, share = zip(*self.right, strict=True)
        return round(float(np.interp(confidence, known, share)), 3)


def _weakened(link: Link, pointers: Pointers) -> float:
    """Return a link's confidence with the tagger's doubts about its spans."""
    spans = [link.cue, *link.content, *([link.source] if link.source is not None else [])]
    return link.confidence * sum(pointers.certainty(span, span.label_) for span in spans) / len(spans)


def _best(
    weights: Mapping[str, float], tagged: Tagged, pairs: Sequence[tuple[Span, Span, float]]
) -> tuple[Span, Span, float] | None:
    scored = [
        (score(weights, pair_features(tagged, cue, other)) + weights.get(POINTING, 0.0) * told, cue, other)
        for cue, other, told in pairs
    ]
    if not scored:
        return None
    log_odds, cue, other = max(scored, key=lambda item: item[0])
    return (cue, other, 1 / (1 + math.exp(-log_odds))) if log_odds > weights["threshold"] else None


def score(weights: Mapping[str, float], features: Features) -> float:
    """Return the log odds that a pair with these features belongs together."""
    return weights["bias"] + sum(weights.get(name, 0.0) for name in features)


def nearest(span: Span, others: Sequence[Span]) -> Sequence[Span]:
    """Return those of ``others`` (in text order) that are close by and in reach, in text order."""
    at = bisect_left(others, span.start, key=lambda other: other.start)
    window = others[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
    return [o for o in window if max(o.start - span.end, span.start - o.end) <= REACH]


@lru_cache(maxsize=1)
def load_linker() -> Linker:
    """Return the shipped linker."""
    return read_linker(resource("extract", "model", "linker.json").read_text(encoding="utf-8"))


def read_linker(text: str) -> Linker:
    """Return the linker of a ``linker.json``."""
    data = json.loads(text)
    return Linker(data["content"], data["source"], [(point[0], point[1]) for point in data.get("right", [])])
