"""Claims as one reads them: without the marks around them, and "… to have" as the clause that it stands for."""

from __future__ import annotations

import re
from typing import Final

_EDGES: Final = re.compile(r"^(?:that|whether)\s+|[\s,]+$|,(?=[\"”’']$)")
_PAIRS: Final = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_SAID_TO_HAVE: Final = re.compile(r"^(?P<who>[^…]+) … (?P<denied>not )?to have (?=\w)")
_SEVERAL: Final = re.compile(
    r"^(?:some|many|most|several|both|two|three|dozens|hundreds|thousands|people|they|we|\d+)\b"
    r"|\b(?:people|police|men|women|children|\w+[^sui\W]s)$",
    re.IGNORECASE,
)


def worded(text: str) -> str:
    """Return a claim's words without the marks around them, "The dam … to have leaked" as the clause that it is."""
    bare = " … ".join(filter(None, map(_unquoted, text.split(" … "))))
    found = _SAID_TO_HAVE.match(bare)
    if found is None:
        return bare
    have = "have" if _SEVERAL.search(found["who"].split(",")[0]) else "has"
    comma = "," if "," in found["who"] else ""
    return f"{found['who']}{comma} {have} {found['denied'] or ''}{bare[found.end() :]}"


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
