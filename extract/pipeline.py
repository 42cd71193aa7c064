"""The one spaCy pipeline: the shipped model, and the step that lets two taggers share a Doc.

spaCy's transition-based recogniser writes ``doc.ents``.  The model has two of them: the first tags sources, cues and
contents, the second people, organisations, places and outlets.  Between them the first one's spans move to
``doc.spans["attribution"]``.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files

import spacy
from spacy.language import Language
from spacy.tokens import Doc

ATTRIBUTION_SPANS = "attribution"


@Language.component("whosays_attribution_spans", assigns=["doc.spans"], requires=["doc.ents"])
def attribution_spans(doc: Doc) -> Doc:
    """Move ``doc.ents`` to ``doc.spans["attribution"]`` and leave every token open for the entity recogniser."""
    doc.spans[ATTRIBUTION_SPANS] = list(doc.ents)
    doc.set_ents([], default="missing")
    return doc


@lru_cache(maxsize=1)
def load_model() -> Language:
    """Return the shipped pipeline, loaded once a process."""
    with as_file(files(__package__) / "model") as path:
        return spacy.load(path)
