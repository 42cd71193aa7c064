"""Scores of a model on the development parts, and the table of the model card made from them.

``python -m training.card CORPORA [--model DIR] [--column NAME] [--card FILE]`` scores a model that is there.  The
scores lie in the model's own ``scores.json``, those that it is compared with beside the card, and the card's table
between its two markers is nothing but their rendering.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline.dep_parser import parser_score
from spacy.pipeline.lemmatizer import lemmatizer_score
from spacy.pipeline.morphologizer import morphologizer_score
from spacy.pipeline.tagger import tagger_score
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc
from spacy.training import Example

from training import entities, ud
from training.calibration import calibration_error, judge
from training.coreference import coreference_scores
from training.pronouns import pronoun_scores
from whosays.extract import ArticleSkipped, Extractor, list_inputs, read_article
from whosays.extract.attribution import Linker, read_judge, read_linker

ROOT = Path(__file__).parents[1]
CARD = ROOT / "docs" / "model-card.md"
SHIPPED = ROOT / "extract" / "model"
SCORES = "scores.json"
# Column of the table to the file of its scores beside the card; the shipped model's lie in its own folder.
OURS, PLAIN, OPEN, FIRST = "this model", "in 32 bits", "without PolNeAR", "first model"
BESIDE = {PLAIN: "scores-32-bits.json", OPEN: "scores-without-polnear.json", FIRST: "scores-first-model.json"}
BEGIN, END = "<!-- scores: begin (written by training/card.py) -->", "<!-- scores: end -->"
POOLED = "EWT and GUM"
SYNTAX_KEYS = {
    "tag": "tag_acc",
    "pos": "pos_acc",
    "morph": "morph_acc",
    "lemma": "lemma_acc",
    "uas": "dep_uas",
    "las": "dep_las",
    "sentences": "sents_f",
    "tokens": "token_f",
}
SYNTAX_LABELS = {
    "tag": "fine tag (PTB), accuracy",
    "pos": "part of speech (UPOS), accuracy",
    "morph": "morphology, accuracy",
    "lemma": "lemma, accuracy",
    "uas": "dependency heads, UAS",
    "las": "dependency heads and relations, LAS",
    "sentences": "sentences, F",
    "tokens": "tokens, F",
}
# Exact F on PolNeAR's test part in the systems' own scoring (Wang et al. 2022, CofeNet, COLING, table 6), best model
# without and with a pretrained encoder; and two annotators against each other by the scorer used here.
COFENET = {"source": (0.733, 0.832), "cue": (0.662, 0.753), "content": (0.636, 0.729)}
HUMAN = {"source": 0.749, "cue": 0.683, "content": 0.668, "content tokens": 0.894, "lenient": 0.720, "full": 0.556}

Scores = dict[str, Any]


def write_card(
    corpora: Path, model: Path, column: str = OURS, card: Path | None = CARD, compared: Path | None = None
) -> None:
    """Score a model, write its scores where its column has them, and bring the table of the card up to date.

    ``compared`` is the folder of the model that the card is about, where that is not the one that ships.
    """
    scores = score(corpora, model)
    write_scores(scores, model / SCORES)
    if card is None:
        return
    if column in BESIDE:
        write_scores(scores, card.parent / BESIDE[column])
    update(card, (compared or SHIPPED) if column in BESIDE else model)


def score(corpora: Path, model: Path) -> Scores:
    """Return the scores of a model folder, rounded, without anything that differs between two runs."""
    nlp = spacy.load(model)
    return {
        "attribution": attribution_scores(corpora, model),
        "calibration": calibration_error(judge(extractor_of(model, calibrated=False), corpora / "PolNeAR" / "dev")),
        "entities": entity_scores(nlp, entities.development_docs(corpora, nlp)),
        "entities by sentence": entity_scores(nlp, entities.development_docs(corpora, nlp, together=1))["all"],
        "pronouns": pronoun_scores(nlp, corpora),
        **_coreference(nlp, corpora, model),
        "megabytes": round(sum(p.stat().st_size for p in model.rglob("*") if p.is_file()) / 1e6),
        "syntax": {
            **{name: syntax_scores(nlp, corpora, [name]) for name in ud.FILES},
            POOLED: syntax_scores(nlp, corpora, ud.FILES),
        },
        "syntax on given words": syntax_scores(nlp, corpora, ud.FILES, given=True),
    }


def _coreference(nlp: Language, corpora: Path, model: Path) -> Scores:
    """Return the scores on OntoGUM where it is at hand."""
    if not any((corpora / "OntoGUM-open").glob("*.tsv")):
        return {}
    return {"coreference": coreference_scores(extractor_of(model), nlp, corpora)}


def syntax_scores(nlp: Language, corpora: Path, names: Iterable[str], *, given: bool = False) -> Mapping[str, float]:
    """Return spaCy's scores on the dev parts of treebanks (punctuation has no part in UAS and LAS).

    They are read from raw text, or with ``given`` from the treebanks' own words (not their sentences).
    """
    gold = ud.to_docs(nlp.vocab, ud.corpus(corpora, "dev", names))
    examples = [Example(nlp(_bare(nlp, doc) if given else doc.text), doc) for doc in gold]
    found = {
        **Scorer.score_tokenization(examples),
        **tagger_score(examples),
        **morphologizer_score(examples),
        **lemmatizer_score(examples),
        **parser_score(examples),
    }
    return {name: _rounded(found[key]) for name, key in SYNTAX_KEYS.items()}


def entity_scores(nlp: Language, gold: Iterable[Doc]) -> Mapping[str, Mapping[str, float]]:
    """Return P, R and F of exact entities over the words of annotated Docs, for all and by type."""
    found = get_ner_prf([Example(nlp(_bare(nlp, doc)), doc) for doc in gold])
    whole = {letter: found[f"ents_{letter}"] for letter in "prf"}
    kinds: dict[str, dict[str, float]] = {"all": whole, **(found["ents_per_type"] or {})}
    return {kind: {letter: _rounded(values[letter]) for letter in "prf"} for kind, values in kinds.items()}


def _bare(nlp: Language, doc: Doc) -> Doc:
    return Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])


def _rounded(value: float | None) -> float:
    return round(value or 0.0, 4)


def attribution_scores(corpora: Path, model: Path) -> Mapping[str, Any] | None:
    """Return what ``score_attribution.py`` says of the whole extractor on PolNeAR dev; None where that is not there."""
    scorer = corpora.resolve().parent / "bench" / "score_attribution.py"
    if not scorer.exists():
        print(f"no attribution scores: {scorer} is not there", file=sys.stderr)
        return None
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        with predictions.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in predict(model, corpora / "PolNeAR" / "dev"))
        command = [sys.executable, str(scorer), str(corpora / "PolNeAR" / "dev"), str(predictions), "--json"]
        answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scores: dict[str, Any] = json.loads(answer)
    return scores


def extractor_of(model: Path, *, calibrated: bool = True) -> Extractor:
    """Return the extractor of a model folder, or one without its judge and with confidences as they come out."""
    judge = model / "kinds.json"
    known = read_judge(judge.read_text(encoding="utf-8")) if calibrated and judge.exists() else None
    return Extractor(spacy.load(model), linker_of(model, calibrated=calibrated), known)


def linker_of(model: Path, *, calibrated: bool = True) -> Linker:
    """Return the linker of a model folder, with or without its calibration."""
    linker = read_linker((model / "linker.json").read_text(encoding="utf-8"))
    return linker if calibrated else replace(linker, right=())


def predict(model: Path, folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the path and the attributions of every text in a folder, as the model's extractor finds them."""
    extractor = extractor_of(model)
    for path in list_inputs(sorted(folder.glob("*.txt"))):
        try:
            article = read_article(path)
        except ArticleSkipped as why:
            print(f"{path}: {why}", file=sys.stderr)
            continue
        found = extractor.record(article).attributions
        rows = [{"source": a.source, "cue": a.cue, "content": a.content, "inside": a.inside} for a in found]
        yield {"path": str(path), "attributions": rows}


def write_scores(scores: Scores, path: Path) -> None:
    """Write scores as sorted JSON."""
    path.write_text(json.dumps(scores, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def update(card: Path, model: Path) -> None:
    """Replace what stands between the markers of a card by the table of the scores that are there."""
    text = card.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{card}: the markers around the scores are not there")
    card.write_text(f"{before}{BEGIN}\n{table(card, model)}{END}{after}", encoding="utf-8")


def table(card: Path, model: Path) -> str:
    """Return the table of a card: a model's scores beside those that it is compared with."""
    columns = {OURS: _read(model / SCORES), **{name: _read(card.parent / file) for name, file in BESIDE.items()}}
    heads = ["measure", *columns, "published", "two annotators"]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for label, path, published, human in _rows(list(columns.values())):
        lines.append(_line(label, *(_at(scores, path) for scores in columns.values()), published, human))
    return "\n".join(lines) + "\n"


def _line(label: str, *cells: float | tuple[float, ...] | None) -> str:
    return f"| {' | '.join([label, *map(_shown, cells)])} |"


def _rows(columns: list[Scores | None]) -> Iterator[tuple[str, tuple[str, ...], tuple[float, ...], float | None]]:
    """Yield (label, path into the scores, published figures, human figure)."""
    for role, published in COFENET.items():
        yield f"attribution: {role}, exact F", ("attribution", "exact", role, "f"), published, HUMAN[role]
    tokens = ("attribution", "token", "content", "f")
    yield "attribution: content, token F", tokens, (), HUMAN["content tokens"]
    for kind in ("lenient", "full"):
        yield f"attribution: relation, {kind} F", ("attribution", "relation", kind, "f"), (), HUMAN[kind]
    kinds = sorted({kind for scores in columns if scores for kind in scores["entities"]} - {"all"})
    for kind in ("all", *kinds):
        yield f"entities: {kind}, exact F (UNER-EWT)", ("entities", kind, "f"), (), None
    yield "entities: all, each sentence by itself", ("entities by sentence", "f"), (), None
    for key, label in SYNTAX_LABELS.items():
        for name in (*ud.FILES, POOLED) if key == "las" else (POOLED,):
            yield f"{label} ({name})", ("syntax", name, key), (), None
    yield "LAS on the treebanks' own words (EWT and GUM)", ("syntax on given words", "las"), (), None
    for key in ("accuracy", "accuracy where it means a name", "f"):
        yield f"pronouns (GAP): {key}", ("pronouns", key), (), None
    for key in ("found", "baseline", "found, people", "baseline, people"):
        for measure, name in (("mentions", "mentions, F"), ("conll", "CoNLL F")):
            yield f"coreference (OntoGUM dev), {key}: {name}", ("coreference", key, measure), (), None
    yield "confidence: expected calibration error", ("calibration", "after"), (), None
    yield "size, megabytes", ("megabytes",), (), None


def _read(path: Path) -> Scores | None:
    if not path.exists():
        return None
    scores: Scores = json.loads(path.read_text(encoding="utf-8"))
    return scores


def _at(scores: Any, path: tuple[str, ...]) -> float | None:
    for key in path:
        scores = scores.get(key) if scores else None
    return scores


def _shown(value: float | tuple[float, ...] | None) -> str:
    if value is None or value == ():
        return "–"
    if isinstance(value, tuple):
        return " / ".join(map(_shown, value))
    return f"{value:.3f}".removeprefix("0") if isinstance(value, float) else str(value)


def main() -> None:
    """Score a model that is there."""
    parser = argparse.ArgumentParser(
        prog="python -m training.card", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--column", choices=(OURS, *BESIDE), default=OURS, help="which column of the table it fills")
    parser.add_argument("--card", type=Path, default=CARD)
    options = parser.parse_args()
    write_card(options.corpora, options.model, options.column, options.card)


if __name__ == "__main__":
    main()
