"""The errors that this folder raises on purpose."""

from __future__ import annotations


class QueryError(ValueError):
    """A question that cannot be asked as it stands: one line for a person, what is wrong and what to do."""


class LimitError(QueryError):
    """A question that was stopped; ``limit`` says by what: ``time``, ``rows``, ``size``, ``memory`` or ``depth``."""

    def __init__(self, limit: str, message: str) -> None:
        super().__init__(message)
        self.limit = limit


class FormatError(QueryError):
    """An answer of another kind than the format holds: rows have no RDF, triples no rows."""
