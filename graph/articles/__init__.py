"""One article's record to the triples of its graph, and back.

The names load on first use: a question needs the tables of articles, and not what writes and reads their graphs.
"""

from typing import TYPE_CHECKING

from whosays.graph.articles.attribution_table import Line, read_shown, table_lines, written_shown
from whosays.graph.articles.chains import JOINT, NO_OUTLET, NO_SOURCE, Voice, chains, outwards
from whosays.lazily import lazily

if TYPE_CHECKING:
    from whosays.graph.articles.reader import Article, Credits, read_article
    from whosays.graph.articles.statements import (
        DISPUTE,
        SUPPORT,
        Claim,
        Counted,
        Hop,
        Told,
        context_words,
        reach,
        work,
    )
    from whosays.graph.articles.tables import Row, Tables, Wanted
    from whosays.graph.articles.writer import article_graph, article_lines

__all__ = [
    "DISPUTE",
    "JOINT",
    "NO_OUTLET",
    "NO_SOURCE",
    "SUPPORT",
    "Article",
    "Claim",
    "Counted",
    "Credits",
    "Hop",
    "Line",
    "Row",
    "Tables",
    "Told",
    "Voice",
    "Wanted",
    "article_graph",
    "article_lines",
    "chains",
    "context_words",
    "outwards",
    "reach",
    "read_article",
    "read_shown",
    "table_lines",
    "work",
    "written_shown",
]

__getattr__ = lazily(
    __name__,
    {
        "reader": "Article Credits read_article",
        "statements": "DISPUTE SUPPORT Claim Counted Hop Told context_words reach work",
        "tables": "Row Tables Wanted",
        "writer": "article_graph article_lines",
    },
)
