"""Words that behave alike, by the name of their class: the files ``data/*_words.txt``, one class a line."""

from __future__ import annotations

from functools import cache

from whosays.resources import read_classes

_FILES = ("reporting_words.txt", "name_words.txt", "figure_words.txt", "unit_words.txt")


def word_class(name: str) -> frozenset[str]:
    """Return one class of words ("accounts", "months", ...); a name that no file has is a ``KeyError``."""
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {name: words for file in _FILES for name, words in read_classes("extract", file).items()}
