"""The one spaCy pipeline: English tokens, and the shipped encoder that annotates them."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file

import spacy
from spacy.language import Language

from whosays.extract.pipeline.component import COMPONENT
from whosays.resources import resource

__all__ = ["COMPONENT", "load_model", "new_model"]


@lru_cache(maxsize=1)
def load_model() -> Language:
    """Return the shipped pipeline, loaded once a process; nobody may change it."""
    return new_model()


def new_model() -> Language:
    """Return the shipped pipeline, loaded anew for who changes it."""
    with as_file(resource("extract", "model")) as path:
        return spacy.load(path)
