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


def as_sentence(text: str) -> str:
    """Return a claim with the capital of a sentence, and without quotation marks that have no partner.

    Marks around all of it stay: they tell that these are the speaker's own words.
    """
    whole, bare = _EDGES.sub("", text), worded(text)
    if bare and whole[-1] == _PAIRS.get(whole[0]) and bare[0] != whole[0]:
        return f"{whole[0]}{_capital(bare)}{whole[-1]}"
    return _capital(bare)


def _capital(text: str) -> str:
    first = text[:1] in _PAIRS  # a claim that begins with words in marks
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


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
