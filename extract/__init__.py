"""Article in, records out: reading files, the spaCy pipeline and its model, attributions, who is who, figures, units.

``extract(paths)`` is the whole way; ``ArticleRecord`` is the only thing that leaves this folder.  Knows no RDF.
The names load on first use: spaCy is heavy, and a caller that only wants ``ArticleRecord`` should not wait for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from whosays.extract.errors import ArticleSkipped
from whosays.extract.records import ArticleRecord, Attribution, Entity, Figure, Outlet, Skipped

if TYPE_CHECKING:
    from whosays.extract.articles import (
        FIELDS,
        Article,
        Facts,
        Paths,
        Reading,
        Unread,
        list_inputs,
        read_article,
        read_articles,
        read_facts,
        read_own_outlets,
    )
    from whosays.extract.batch import Failure, Known, analysed, extract, extract_new, inputs_of, read_new
    from whosays.extract.extractor import Extractor
    from whosays.extract.provenance import model_digest, program_version

__all__ = [
    "FIELDS",
    "Article",
    "ArticleRecord",
    "ArticleSkipped",
    "Attribution",
    "Entity",
    "Extractor",
    "Facts",
    "Failure",
    "Figure",
    "Known",
    "Outlet",
    "Paths",
    "Reading",
    "Skipped",
    "Unread",
    "analysed",
    "extract",
    "extract_new",
    "inputs_of",
    "list_inputs",
    "model_digest",
    "program_version",
    "read_article",
    "read_articles",
    "read_facts",
    "read_new",
    "read_own_outlets",
]

_LAZY = {
    "Extractor": "extractor",
    "Article": "articles.article",
    "Failure": "batch",
    "Known": "batch",
    "analysed": "batch",
    "inputs_of": "batch",
    "read_new": "batch",
    "extract": "batch",
    "extract_new": "batch",
    "model_digest": "provenance",
    "program_version": "provenance",
    "FIELDS": "articles",
    "Facts": "articles",
    "Paths": "articles",
    "Reading": "articles",
    "Unread": "articles",
    "list_inputs": "articles",
    "read_article": "articles",
    "read_articles": "articles",
    "read_facts": "articles",
    "read_own_outlets": "articles",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
