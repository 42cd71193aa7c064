"""Three trainings into one pipeline: tagger of attributions, syntax, entities."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

import whosays.extract.pipeline  # noqa: F401 - registers the step between the two recognisers

SYNTAX = ("tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser")


def assemble(attribution: Path, syntax: Path, entities: Path) -> Language:
    """Return one pipeline of three trained ones; only syntax keeps a shared token encoder."""
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", name="attribution", source=_alone(attribution))
    nlp.add_pipe("whosays_attribution_spans")
    source = spacy.load(syntax)
    for name in SYNTAX:
        nlp.add_pipe(name, source=source)
    nlp.add_pipe("ner", name="entities", source=_alone(entities))
    return nlp


def _alone(path: Path) -> Language:
    nlp = spacy.load(path)
    nlp.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    return nlp
