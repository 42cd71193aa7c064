"""What may hold articles, and how each kind is read: a registry of readers, each a file in ``formats``."""

from whosays.extract.articles.inputs.fetching import fetched
from whosays.extract.articles.inputs.guessing import FIELDS, column_guesses
from whosays.extract.articles.inputs.paths import Paths, is_address, list_inputs, open_input
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.registry import documents_in, is_readable, kinds
from whosays.extract.articles.inputs.source import Document, Source, Unread, defect

__all__ = [
    "FIELDS",
    "Document",
    "Paths",
    "Reading",
    "Source",
    "Unread",
    "column_guesses",
    "defect",
    "documents_in",
    "fetched",
    "is_address",
    "is_readable",
    "kinds",
    "list_inputs",
    "open_input",
]
