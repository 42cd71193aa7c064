"""Train the linker: logistic regression over the features of ``whosays.extract.attribution.linker`` on gold spans.

What the encoder says of who belongs to whom is sure of itself on the texts that it was trained on.  So the features are
weighed on training texts without it, and then features and encoder against each other on development texts, which
gives three numbers a role.  PolNeAR's texts, or where it is left out those of GUM's discourse trees.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc, Span

from training import polnear, rst
from training.polnear import GoldAttribution, to_doc
from whosays.extract.attribution import (
    CONTENT,
    CUE,
    POINTING,
    SOURCE,
    Layout,
    Pointers,
    Tagged,
    nearest,
    pair_features,
    score,
)
from whosays.extract.pipeline import COMPONENT, find_quotations, uniform_marks

SMALLEST_WEIGHT = 0.01
ENOUGH = 250  # training documents
Documents = Iterable[tuple[str, list[GoldAttribution]]]


@dataclass(slots=True)
class Examples:
    """Pairs of a cue and a content (or source): features, what the encoder says, and whether they belong together."""

    features: list[dict[str, float]] = field(default_factory=list)
    told: list[float] = field(default_factory=list)
    truths: list[bool] = field(default_factory=list)

    def add(self, tagged: Tagged, pairs: list[tuple[Span, Span, float]], gold: set[tuple[int, int]]) -> None:
        """Add pairs of which ``gold`` has the first words."""
        for cue, other, told in pairs:
            self.features.append(dict.fromkeys(pair_features(tagged, cue, other), 1.0))
            self.told.append(told)
            self.truths.append((cue.start, other.start) in gold)


def gold(corpora: Path, part: str, *, open_only: bool) -> Iterator[tuple[str, list[GoldAttribution]]]:
    """Yield (text, attributions) of the documents of a part that the linker learns from."""
    if open_only:
        yield from rst.read_corpus(corpora, part)
    else:
        for _, text, attributions in polnear.read_folder(corpora / "PolNeAR" / part):
            yield text, attributions


def train(nlp: Language, learning: Documents, weighing: Documents) -> dict[str, dict[str, float]]:
    """Return the weights for contents and for sources, from annotated texts that the pipeline parses."""
    learned, weighed = examples(nlp, learning), examples(nlp, weighing)
    return {name: _weigh(_fit(learned[name]), weighed[name]) for name in ("content", "source")}


def examples(nlp: Language, documents: Documents) -> dict[str, Examples]:
    """Return the pairs of the gold spans of annotated texts."""
    found = {"content": Examples(), "source": Examples()}
    for number, (text, attributions) in enumerate(documents):
        if number >= ENOUGH:
            break
        doc = _parsed(nlp, text, attributions)
        pointers = Pointers.of(doc)
        if pointers is None:
            raise ValueError("the pipeline has no encoder")
        tagged = Tagged.of(Layout.of(doc), doc.ents)
        cues = [e for e in doc.ents if e.label_ == CUE]
        speakers = [e for e in doc.ents if e.label_ == SOURCE]
        pairs = {_pair(doc, a.cue, other) for a in attributions for other in (*a.content, *a.source)}
        for content in (e for e in doc.ents if e.label_ == CONTENT):
            near = nearest(content, cues)
            if any((cue.start, content.start) in pairs for cue in near):
                told = pointers.of_content(content, near)
                found["content"].add(tagged, [(c, content, t) for c, t in zip(near, told, strict=True)], pairs)
        for cue in cues:
            near = nearest(cue, speakers)
            told = pointers.of_source(cue, near) if near else []
            found["source"].add(tagged, [(cue, s, t) for s, t in zip(near, told, strict=True)], pairs)
    return found


def _parsed(nlp: Language, text: str, attributions: list[GoldAttribution]) -> Doc:
    """Return the gold spans as ``ents`` of an annotated Doc."""
    doc = to_doc(nlp, uniform_marks(text, find_quotations(text)), attributions)
    spans = list(doc.ents)
    doc = nlp.get_pipe(COMPONENT)(doc)
    doc.ents = spans
    return doc


def _pair(doc: Doc, cue: tuple[tuple[int, int], ...], other: tuple[int, int]) -> tuple[int, int]:
    """Return the first tokens of the two, which identify a pair."""
    spans = [doc.char_span(start, end, alignment_mode="expand") for start, end in (*cue[:1], other)]
    starts = [span.start for span in spans if span is not None]
    return (starts[0], starts[1]) if len(starts) == 2 else (-1, -1)


def _fit(found: Examples) -> dict[str, float]:
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=1.0, max_iter=300)
    model.fit(vectorizer.fit_transform(found.features), found.truths)
    names = vectorizer.get_feature_names_out()
    return {"bias": float(model.intercept_[0]), **{n: float(w) for n, w in zip(names, model.coef_[0], strict=True)}}


def _weigh(weights: dict[str, float], found: Examples) -> dict[str, float]:
    """Return the weights scaled against what the encoder says."""
    known = [score(weights, tuple(features)) for features in found.features]
    model = LogisticRegression().fit(np.column_stack([known, found.told]), found.truths)
    scale, pointing = (float(w) for w in model.coef_[0])
    scaled = {name: round(weight * scale, 3) for name, weight in weights.items() if name != "bias"}
    kept = {name: weight for name, weight in scaled.items() if abs(weight) >= SMALLEST_WEIGHT}
    bias = round(weights["bias"] * scale + float(model.intercept_[0]), 3)
    return {"bias": bias, "threshold": 0.0, POINTING: round(pointing, 3), **kept}


def write(weights: Mapping[str, object], path: Path) -> None:
    """Write the weights as sorted JSON."""
    path.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
