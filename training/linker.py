"""Train the linker: logistic regression over the features of ``whosays.extract.linking`` on PolNeAR's gold spans."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc, Span

from training.polnear import GoldAttribution, read_folder, to_doc
from whosays.extract.linking import CONTENT, CUE, SOURCE, Layout, nearest, pair_features

Example = tuple[dict[str, float], bool]
SMALLEST_WEIGHT = 0.01


def train(nlp: Language, folder: Path, limit: int | None = None) -> dict[str, dict[str, float]]:
    """Return the weights for contents and for sources, learned from a folder of PolNeAR."""
    contents: list[Example] = []
    sources: list[Example] = []
    for number, (_, text, attributions) in enumerate(read_folder(folder)):
        if limit is not None and number >= limit:
            break
        doc = _parsed(nlp, text, attributions)
        layout = Layout.of(doc, doc.ents)
        cues = [e for e in doc.ents if e.label_ == CUE]
        speakers = [e for e in doc.ents if e.label_ == SOURCE]
        pairs = {_pair(doc, a.cue, other) for a in attributions for other in (*a.content, *a.source)}
        for content in (e for e in doc.ents if e.label_ == CONTENT):
            contents += _examples(
                layout, [(cue, content) for cue in nearest(content, cues)], pairs, content=True
            )
        for cue in cues:
            sources += _examples(layout, [(cue, s) for s in nearest(cue, speakers)], pairs, content=False)
    return {"content": _fit(contents), "source": _fit(sources)}


def _parsed(nlp: Language, text: str, attributions: list[GoldAttribution]) -> Doc:
    """Return the gold spans as ``ents`` of a Doc with syntax."""
    doc = to_doc(nlp, text, attributions)
    gold = list(doc.ents)
    for name in ("tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser"):
        doc = nlp.get_pipe(name)(doc)
    doc.ents = gold
    return doc


def _pair(doc: Doc, cue: tuple[tuple[int, int], ...], other: tuple[int, int]) -> tuple[int, int]:
    """Return the first tokens of the two, which identify a pair."""
    spans = [doc.char_span(*offsets, alignment_mode="expand") for offsets in (*cue[:1], other)]
    return (spans[0].start, spans[1].start) if len(spans) == 2 and all(spans) else (-1, -1)


def _examples(
    layout: Layout, pairs: list[tuple[Span, Span]], gold: set[tuple[int, int]], *, content: bool
) -> Iterator[Example]:
    truths = [(cue.start, other.start) in gold for cue, other in pairs]
    if content and not any(truths):
        return
    for (cue, other), truth in zip(pairs, truths, strict=True):
        yield dict.fromkeys(pair_features(layout, cue, other), 1.0), truth


def _fit(examples: list[Example]) -> dict[str, float]:
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=1.0, max_iter=300)
    model.fit(vectorizer.fit_transform([x for x, _ in examples]), [y for _, y in examples])
    names = vectorizer.get_feature_names_out()
    weights = {n: round(float(w), 3) for n, w in zip(names, model.coef_[0], strict=True)}
    kept = {name: weight for name, weight in weights.items() if abs(weight) >= SMALLEST_WEIGHT}
    return {"bias": round(float(model.intercept_[0]), 3), "threshold": 0.0, **kept}


def write(weights: dict[str, dict[str, float]], path: Path) -> None:
    """Write the weights as sorted JSON."""
    path.write_text(
        json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )
