"""One article's record to the triples of its graph, and back."""

from whosays.graph.articles.reader import Reading, read
from whosays.graph.articles.statements import Claim, Counted, Hop, Statement, Told, context_words, told
from whosays.graph.articles.writer import article_graph

__all__ = ["Claim", "Counted", "Hop", "Reading", "Statement", "Told", "article_graph", "context_words", "read", "told"]
