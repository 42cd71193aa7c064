"""File in, article out: its text, its metadata and its credits, before any language is analysed."""

from whosays.extract.articles.article import Article
from whosays.extract.articles.prose import Prose, prose_of
from whosays.extract.articles.reader import Paths, list_inputs, read_article

__all__ = ["Article", "Paths", "Prose", "list_inputs", "prose_of", "read_article"]
