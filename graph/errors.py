"""What can go wrong in the graph: one error that skips an article, one that stops the run, one that stops an answer.

RecordError    this record contradicts itself (an offset beyond its text, a voice inside itself): skip the article
GraphError     the graph itself cannot be opened, read or written: stop, tell the person
TooMuchError   an answer is larger than was allowed: ask for less
"""

from __future__ import annotations


class RecordError(ValueError):
    """The record contradicts itself; nothing of its article was written."""


class GraphError(Exception):
    """The graph cannot be used; the message says what, where and what to do."""


class TooMuchError(Exception):
    """An answer has more rows, or bytes, than it may have; ``what`` is ``rows`` or ``size``."""

    def __init__(self, what: str, most: int) -> None:
        super().__init__(f"the answer has more than {most:,} {'rows' if what == 'rows' else 'bytes'}; ask for less")
        self.what = what
