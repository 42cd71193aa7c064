"""File in, articles out: their text, their metadata and their credits, before any language is analysed."""

from whosays.extract.articles.article import Article
from whosays.extract.articles.credits.origin_lines import credits_of
from whosays.extract.articles.facts import Facts, read_facts
from whosays.extract.articles.inputs import FIELDS, Paths, Reading, Unread, list_inputs
from whosays.extract.articles.prose import Prose, prose_of
from whosays.extract.articles.reader import read_article, read_articles
from whosays.extract.lexicon import read_own_outlets

__all__ = [
    "FIELDS",
    "Article",
    "Facts",
    "Paths",
    "Prose",
    "Reading",
    "Unread",
    "credits_of",
    "list_inputs",
    "prose_of",
    "read_article",
    "read_articles",
    "read_facts",
    "read_own_outlets",
]
