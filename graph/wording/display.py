"""Claims as one reads them: without the marks around them."""

from __future__ import annotations

import re
from typing import Final

from whosays.graph.rdf import BETWEEN
from whosays.resources import word_classes

_LEADING: Final = "|".join(sorted(word_classes("graph")["before_a_claim"]))
_EDGES: Final = re.compile(rf"^(?:{_LEADING})\s+|[\s,]+$|,(?=[\"”’']$)")
_PAIRS: Final = {"“": "”", "‘": "’", '"': '"', "'": "'"}


def worded(text: str) -> str:
    """Return a claim's words without the marks around them."""
    return BETWEEN.join(filter(None, map(_unquoted, text.split(BETWEEN))))


def _unquoted(text: str) -> str:
    """Return words without "that", without the comma at their end, and without quotation marks that hold all of them.

    Marks of which only one is left are cut off as well; those of words that are quoted inside stay.
    """
    while (bare := _without_marks(_EDGES.sub("", text))) != text:
        text = bare
    return text


def _without_marks(text: str) -> str:
    for opening, closing in _PAIRS.items():
        inside = text[1:-1]
        if text.startswith(opening) and text.endswith(closing) and opening not in inside and len(text) > 1:
            return inside
        if text.startswith(opening) and closing not in text[1:]:
            return text[1:]
        if text.endswith(closing) and opening not in text[:-1]:
            return text[:-1]
    return text
