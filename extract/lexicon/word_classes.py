"""Words that behave alike, by the name of their class: the files ``data/*_words.txt``, one class a line."""

from __future__ import annotations

from functools import cache

from whosays.resources import read_lines, read_rows, word_classes


@cache
def word_class(name: str) -> frozenset[str]:
    """Return one class of words ("accounts", "months", ...); a name that no file has is a ``KeyError``."""
    return word_classes("extract").get(name) or word_classes("gazetteer")[name]


@cache
def ordinals() -> tuple[str, ...]:
    """Return "first", "second" and so on in order, up to "thirty-first"."""
    return tuple(read_lines("extract", "ordinals.txt"))


@cache
def numerals() -> dict[str, int]:
    """Return the numbers of one word below a hundred by their words, from "zero" on."""
    return {word: int(value) for word, value in read_rows("extract", "numerals.tsv", 2)}
