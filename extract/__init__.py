"""Article in, records out: reading files, the spaCy pipeline and its model, attributions, who is who, figures, units.

``extract(paths)`` is the whole way; ``ArticleRecord`` is the only thing that leaves this folder.  Knows no RDF.
The names load on first use: spaCy is heavy, and a caller that only wants ``ArticleRecord`` should not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whosays.extract.errors import ArticleSkipped
from whosays.extract.records import ArticleRecord, Attribution, Entity, Figure, Outlet, Skipped
from whosays.lazily import lazily

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

__getattr__ = lazily(
    __name__,
    {
        "articles": "FIELDS Article Facts Paths Reading Unread list_inputs read_article read_articles read_facts"
        " read_own_outlets",
        "batch": "Failure Known analysed extract extract_new inputs_of read_new",
        "extractor": "Extractor",
        "provenance": "model_digest program_version",
    },
)
