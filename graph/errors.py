"""What can go wrong in the graph: one error that skips an article, one that stops the run.

RecordError   this record contradicts itself (an offset beyond its text, a voice inside itself): skip the
article GraphError    the graph itself cannot be opened, read or written: stop, tell the person
"""

from __future__ import annotations


class RecordError(ValueError):
    """The record contradicts itself; nothing of its article was written."""


class GraphError(Exception):
    """The graph cannot be used; the message says what, where and what to do."""
