"""Words that behave alike, by the name of their class: the files ``data/*_words.txt``, one class a line."""

from __future__ import annotations

from whosays.resources import word_classes


def word_class(name: str) -> frozenset[str]:
    """Return one class of words ("accounts", "months", ...); a name that no file has is a ``KeyError``."""
    return word_classes("extract").get(name) or word_classes("gazetteer")[name]
