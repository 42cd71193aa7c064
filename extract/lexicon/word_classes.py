"""Words that behave alike, by the name of their class: the files ``data/*_words.txt``, one class a line."""

from __future__ import annotations

from functools import cache

from whosays.resources import read_lines, word_classes


@cache
def word_class(name: str) -> frozenset[str]:
    """Return one class of words ("accounts", "months", ...); a name that no file has is a ``KeyError``."""
    return word_classes("extract").get(name) or word_classes("gazetteer")[name]


@cache
def ordinals() -> tuple[str, ...]:
    """Return "first", "second" and so on in order, up to "thirty-first"."""
    return tuple(read_lines("extract", "ordinals.txt"))
