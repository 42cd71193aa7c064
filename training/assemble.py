"""The files of a trained encoder as a spaCy pipeline."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from whosays.extract.pipeline import COMPONENT


def assemble(files: Path) -> Language:
    """Return a pipeline of the English tokeniser and the encoder in a folder."""
    nlp = spacy.blank("en")
    nlp.add_pipe(COMPONENT).from_disk(files)  # type: ignore[attr-defined]
    return nlp
