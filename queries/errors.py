"""The one error that this folder raises on purpose."""

from __future__ import annotations


class QueryError(ValueError):
    """A question that cannot be asked as it stands: one line for a person, what is wrong and what to do."""
