"""Train the judge of hops (``whosays.extract.attribution.kinds``) on annotated pages that the encoder has not learned.

``python -m training.kinds CORPORA [--model DIR] [--texts DIR]`` makes the judge of a model anew and leaves the rest of
the model as it is; with ``--confidence`` what tells acts stays, too, and only how often a hop is right is learned anew.
With ``--former DIR`` what tells acts is learned also from pages that the encoder of the model has learned since, as a
former model, which had not, reads them.

The extractor reads each page; a hop that an annotated attribution matches attributes, and is right in every part where
speaker, stance and four fifths of the content's words are right too.  What lies on an attribution that a careful reader
could leave out counts neither way.  Of other pages findings were judged by eye (``training.verdicts``), stricter: the
name of the voice is right too; a hop that is such a finding is what that verdict says.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.isotonic import IsotonicRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from training import card, press, verdicts
from training.calibration import meet, words_in
from training.press import Row, article_of
from whosays.extract import Extractor
from whosays.extract.articles import prose_of
from whosays.extract.attribution import (
    KindReader,
    Linker,
    Page,
    Reading,
    hop_features,
    resolved_features,
)
from whosays.extract.records import ArticleRecord, Attribution, Entity

WORD = re.compile(r"\w+")
FOUND, RIGHT = 0.5, 0.8  # shares of the words of both contents that they have in common
TREES, RATE, DEEPEST = 250, 0.04, 3
SAMPLED, LOOKED_AT, LEAST_IN_LEAF = 0.7, 0.2, 8  # shares of hops a tree and of features a node; hops a leaf
RARE = 6  # a feature seen less often is none
POINTS = 12


@dataclass(frozen=True, slots=True)
class Example:
    """One hop of a page: its features before and once it is resolved, whether it attributes, whether all is right.

    Of what was judged by eye it does not count whether it attributes: it was only seen as it was believed to.
    """

    page: int
    features: dict[str, float]
    resolved: dict[str, float]
    attributes: bool | None
    right: bool


def examples(extractor: Extractor, linker: Linker, pages: Iterable[tuple[Row, str]]) -> Iterator[Example]:
    """Yield the hops that an extractor without a judge, with a linker without calibration, finds on annotated pages."""
    for number, (row, text) in enumerate(pages):
        article = article_of(text)
        record = extractor.record(article)
        entities = {e.id: e for e in record.entities}
        page = Page.of(record.text, record.sentences, record.entities, record.attributions)
        prose = prose_of(article)
        doc = extractor.read(prose.text, article)
        reading = Reading.of(doc, doc._.quotations, lambda _: [], linker)
        found, told = doc._.attributions, KindReader.of(doc)
        if told is None or len(record.attributions) != len(found.hops()):
            raise ValueError(f"{row['file']}: no encoder, or a page too long to be read at once")
        truths = _truths(record, entities, row)
        for hop, at in zip(record.attributions, found.by_place(), strict=True):
            if hop.id in truths:
                features = dict(hop_features(reading, found, at, told))
                yield Example(number, features, dict(resolved_features(hop, page)), *truths[hop.id])


def _truths(record: ArticleRecord, entities: dict[str, Entity], row: Row) -> dict[int, tuple[bool | None, bool]]:
    """Return of the hops of a page that count whether each attributes, and whether all of it is right."""
    if "findings" in row:
        told = {hop.id: verdicts.verdict_on(hop, entities, row) for hop in record.attributions}
        return {i: (None, said == verdicts.RIGHT) for i, said in told.items() if said is not None}
    matched = match(record.text, record.attributions, row)
    truths: dict[int, tuple[bool | None, bool]] = {}
    for hop in record.attributions:
        gold = matched.pairs.get(hop.id)
        right = gold is not None and gold[1] >= RIGHT and _is_right(hop, entities, gold[0], row)
        if hop.id not in matched.neutral:
            truths[hop.id] = (gold is not None, right)
    return truths


@dataclass(frozen=True, slots=True)
class Matched:
    """Hops with the annotated attribution that each matches and how alike contents are, and those that count not."""

    pairs: dict[int, tuple[Row, float]]
    neutral: set[int]


def match(text: str, hops: Sequence[Attribution], row: Row) -> Matched:
    """Return which hop is which annotated attribution, one to one, as ``score_press.py`` has it."""
    starts = [m.start() for m in WORD.finditer(text)]
    own = [words_in(hop.content, starts) for hop in hops]
    theirs = [words_in(gold["content"], starts) for gold in row["attributions"]]
    rated = []
    for i, hop in enumerate(hops):
        for j, gold in enumerate(row["attributions"]):
            alike = _alike(hop, gold, own[i], theirs[j])
            if alike >= FOUND:
                rated.append((-alike, i, j))
    pairs: dict[int, tuple[Row, float]] = {}
    taken: set[int] = set()
    for alike, i, j in sorted(rated):
        if hops[i].id not in pairs and j not in taken:
            pairs[hops[i].id] = (row["attributions"][j], -alike)
            taken.add(j)
    optional = [gold for gold in row["attributions"] if gold["optional"]]
    neutral = {i for i, (gold, _) in pairs.items() if gold["optional"]}
    neutral |= {h.id for h in hops if h.id not in pairs and any(_lies_on(h, gold) for gold in optional)}
    return Matched(pairs, neutral)


def _alike(hop: Attribution, gold: Row, own: set[int], theirs: set[int]) -> float:
    alike = len(own & theirs) / len(own | theirs) if own | theirs else 0.0
    if hop.cue and gold["cue"]:
        if not meet(hop.cue, gold["cue"]):
            return 0.0
        if gold["kind"] == "refusal":
            alike = max(alike, FOUND) if theirs else 1.0
    source, told = ([hop.source] if hop.source else []), ([gold["source"]] if gold["source"] else [])
    same = meet(source, told) if source and told else not source and not told
    return alike if same else 0.0


def _lies_on(hop: Attribution, gold: Row) -> bool:
    cues = meet(hop.cue, gold["cue"]) if hop.cue and gold["cue"] else True
    return cues and (not gold["content"] or meet(hop.content, gold["content"]))


def _is_right(hop: Attribution, entities: dict[str, Entity], gold: Row, row: Row) -> bool:
    stance, told = ("asserts" if s == "reports" else s for s in (hop.stance, gold["stance"]))
    return stance == told and _same_speaker(entities.get(hop.entity or ""), gold, row)


def _same_speaker(entity: Entity | None, gold: Row, row: Row) -> bool:
    if entity is None or gold["entity"] is None:
        return entity is None and gold["entity"] is None
    theirs = row["entities"][gold["entity"]]
    if entity.named:
        return meet(entity.mentions, theirs["mentions"])
    return not theirs["named"] or meet(entity.mentions, theirs["mentions"])


def train(found: Sequence[Example], former: Sequence[Example] = (), precision: float = 0.5) -> dict[str, Any]:
    """Return both models, the belief under which a hop is an act, and the points of confidence.

    ``former`` are hops of a former model, from which only what tells acts is learned.
    """
    groups, right = np.array([e.page for e in found]), np.array([e.right for e in found])
    whole = [e for e in (*former, *found) if e.attributes is not None]
    at_first, names = _table([e.features for e in whole])
    judge = forest(_model().fit(at_first, np.array([e.attributes for e in whole])), names)
    values, names = _table([{**e.features, **e.resolved} for e in found])
    held_out = cross_val_predict(_model(), values, right, groups=groups, cv=GroupKFold(5), method="predict_proba")[:, 1]
    sure = forest(_model().fit(values, right), names)
    return {"attributes": judge, "right": sure, "least": precision, "points": points(held_out, right)}


def _table(features: Sequence[dict[str, float]]) -> tuple[np.ndarray, list[str]]:
    """Return a row of values for each hop and the names of the columns; what is rare is left out."""
    seen = Counter(name for each in features for name in each)
    vectorizer = DictVectorizer(sparse=False)
    values = vectorizer.fit_transform([{n: v for n, v in each.items() if seen[n] >= RARE} for each in features])
    return values, [str(name) for name in vectorizer.get_feature_names_out()]


def _model() -> GradientBoostingClassifier:
    return GradientBoostingClassifier(
        n_estimators=TREES,
        learning_rate=RATE,
        max_depth=DEEPEST,
        subsample=SAMPLED,
        max_features=LOOKED_AT,
        min_samples_leaf=LEAST_IN_LEAF,
        random_state=0,
    )


def write(judge: Mapping[str, object], path: Path) -> None:
    """Write what ``train`` returns as ``read_judge`` reads it."""
    path.write_text(json.dumps(judge, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


def forest(model: GradientBoostingClassifier, names: Sequence[str]) -> dict[str, Any]:
    """Return a fitted model as the table that ``read_judge`` reads: names of features, trees of nodes, a bias."""
    used = sorted({i for (tree,) in model.estimators_ for i in tree.tree_.feature if i >= 0})
    number = {feature: place for place, feature in enumerate(used)}
    trees = [_nodes(tree.tree_, number) for (tree,) in model.estimators_]
    share = float(model.init_.class_prior_[1])
    return {"bias": round(math.log(share / (1 - share)), 4), "features": [names[i] for i in used], "trees": trees}


def _nodes(tree: Any, number: Mapping[int, int]) -> list[Any]:
    return [
        round(RATE * float(tree.value[i][0][0]), 4)
        if tree.feature[i] < 0
        else [number[tree.feature[i]], round(float(tree.threshold[i]), 4), int(left), int(right)]
        for i, (left, right) in enumerate(zip(tree.children_left, tree.children_right, strict=True))
    ]


def points(beliefs: np.ndarray, right: np.ndarray) -> list[list[float]]:
    """Return what a belief was worth on pages left out: points (belief, share of right hops)."""
    model = IsotonicRegression(out_of_bounds="clip").fit(beliefs, right.astype(float))
    at = np.unique(np.quantile(beliefs, np.linspace(0, 1, POINTS)).round(3))
    return [[float(p), round(float(model.predict([p])[0]), 3)] for p in at]


def pages(corpora: Path, texts: Path | None = None) -> Iterator[tuple[Row, str]]:
    """Yield the annotated pages that the judge learns from; ``texts`` is a folder of the texts of collected ones."""
    yield from press.annotated(press.read_labels("press", "dev"), corpora)
    yield from press.world_pages(corpora, "dev", texts)
    yield from verdicts.judged(texts) if texts is not None else ()


def former_pages(corpora: Path, texts: Path | None = None) -> Iterator[tuple[Row, str]]:
    """Yield the annotated pages that a former model had not learned: those of its judge, and those learned since."""
    yield from press.annotated(press.read_labels("press", "dev"), corpora)
    yield from press.world_pages(corpora, "train", texts)


def make(
    corpora: Path, model: Path, texts: Path | None = None, *, former: Path | None = None, confidence: bool = False
) -> None:
    """Write the judge of a model, where its pages are at hand; ``confidence``: what tells acts stays as it is."""
    file = "kinds.json"
    if found := list(examples(*_parts(model), pages(corpora, texts))):
        kept = json.loads((model / file).read_text(encoding="utf-8")) if confidence else {}
        before = [] if former is None else list(examples(*_parts(former), former_pages(corpora, texts)))
        learned = train(found, before)
        write({**learned, **{part: kept[part] for part in ("attributes", "least") if part in kept}}, model / file)


def _parts(model: Path) -> tuple[Extractor, Linker]:
    return card.extractor_of(model, calibrated=False), card.linker_of(model, calibrated=False)


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the judge of a model anew."""
    parser = argparse.ArgumentParser(prog="python -m training.kinds", description="Make the judge of hops anew.")
    parser.add_argument("corpora", type=Path)
    parser.add_argument(
        "--model", type=Path, default=card.SHIPPED, help="the model's folder (default: the shipped one)"
    )
    parser.add_argument("--texts", type=Path, help="the texts of the collected pages, under any names")
    parser.add_argument("--former", type=Path, help="the folder of the model before")
    parser.add_argument("--confidence", action="store_true", help="leave what tells acts as it is")
    options = parser.parse_args(arguments)
    make(options.corpora, options.model, options.texts, former=options.former, confidence=options.confidence)


if __name__ == "__main__":
    main()
