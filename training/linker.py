"""Train the linker: logistic regression over the features of ``whosays.extract.linking`` on gold spans.

PolNeAR's, or where it is left out those of GUM's discourse trees.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc, Span

from training import polnear, rst
from training.polnear import GoldAttribution, to_doc
from whosays.extract.linking import CONTENT, CUE, SOURCE, Layout, Tagged, nearest, pair_features

Example = tuple[dict[str, float], bool]
SMALLEST_WEIGHT = 0.01


def gold(corpora: Path, *, open_only: bool) -> Iterator[tuple[str, list[GoldAttribution]]]:
    """Yield (text, attributions) of the training documents that the linker learns from."""
    if open_only:
        yield from rst.read_corpus(corpora, "train")
    else:
        for _, text, attributions in polnear.read_folder(corpora / "PolNeAR" / "train"):
            yield text, attributions


def train(nlp: Language, documents: Iterable[tuple[str, list[GoldAttribution]]]) -> dict[str, dict[str, float]]:
    """Return the weights for contents and for sources, learned from annotated texts that the pipeline parses."""
    contents: list[Example] = []
    sources: list[Example] = []
    for text, attributions in documents:
        doc = _parsed(nlp, text, attributions)
        tagged = Tagged.of(Layout.of(doc), doc.ents)
        cues = [e for e in doc.ents if e.label_ == CUE]
        speakers = [e for e in doc.ents if e.label_ == SOURCE]
        pairs = {_pair(doc, a.cue, other) for a in attributions for other in (*a.content, *a.source)}
        for content in (e for e in doc.ents if e.label_ == CONTENT):
            contents += _examples(tagged, [(cue, content) for cue in nearest(content, cues)], pairs, content=True)
        for cue in cues:
            sources += _examples(tagged, [(cue, s) for s in nearest(cue, speakers)], pairs, content=False)
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
    spans = [doc.char_span(start, end, alignment_mode="expand") for start, end in (*cue[:1], other)]
    starts = [span.start for span in spans if span is not None]
    return (starts[0], starts[1]) if len(starts) == 2 else (-1, -1)


def _examples(
    tagged: Tagged, pairs: list[tuple[Span, Span]], gold: set[tuple[int, int]], *, content: bool
) -> Iterator[Example]:
    truths = [(cue.start, other.start) in gold for cue, other in pairs]
    if content and not any(truths):
        return
    for (cue, other), truth in zip(pairs, truths, strict=True):
        yield dict.fromkeys(pair_features(tagged, cue, other), 1.0), truth


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
    path.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
