"""Whose copy an article carries: bylines, datelines ("KYIV, Dec 19 (AFP) -"), "AFP contributed ..."."""

from __future__ import annotations

import re
from collections.abc import Callable

from whosays.extract.articles.credits.bylines import Byline
from whosays.extract.articles.credits.edges import COPYRIGHT, HEAD, PHOTO, Edge
from whosays.extract.articles.lines import Line
from whosays.extract.articles.publishers import agency_like, agency_named
from whosays.extract.lexicon import phrases

_I = re.IGNORECASE
_DATELINE = re.compile(
    r"(?P<place>[A-Z][^()a-z]{2,30}(?:[,/][^()]{0,40})?\s+)?\((?P<name>[^()\n]{2,40})\)"
    r"\s*(?:[-–—]{1,2}|:)\s*[\"'“‘\w]"
)
CONTRIBUTED = re.compile(r"(?P<names>.{2,120}?)\s+(?:also\s+)?contributed\s+(?:reporting\s+)?to\s+this\b", _I)
_SAID = phrases("credits", "wire_copy")
_WITH = re.compile(_SAID["WITH"], _I)
_SIGNED = re.compile(r"(?:^|[.!?’”\"]\s*)[-–—/(]{1,2}\s*(?P<name>[^\W\d_][\w .&-]{1,40})[)/]?\s*$")
SOURCE = re.compile(r"source\s*:\s*(?P<names>[^:]{2,80})$", _I)
_LIST = re.compile(r"\s*[,;/]\s*|\s+and\s+|\s+of\s+(?=[Tt]he\s|[A-Z])")


def wire_of(text: str, lines: list[Line], edges: list[Edge], bylines: list[Byline]) -> str | None:
    """Return the agency that an article credits, the plainest credit first, or ``None``."""
    credited = next((byline.agency for byline in bylines if byline.agency), None)
    return credited or _dateline(text, lines) or _in_lines(edges) or _copyright_of_agency(edges)


def names_agency(words: str) -> bool:
    """Tell whether a line thanks an agency for its reporting ("With files from ...")."""
    return _listed(_WITH)(words) is not None


def _in_lines(edges: list[Edge]) -> str | None:
    for pattern in (CONTRIBUTED, _WITH, SOURCE):
        read = _listed(pattern)
        if agency := next((agency for edge in edges if (agency := read(edge.words))), None):
            return agency
    signed = (_signature(edge.words) for edge in edges if edge.closing)
    return next(filter(None, signed), None)


def _listed(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    def read(words: str) -> str | None:
        match = pattern.match(words)
        names = _LIST.split(match["names"]) if match else ()
        return next((agency for name in names if (agency := agency_like(name.strip()))), None)

    return read


def _signature(words: str) -> str | None:
    match = _SIGNED.search(words[-60:])
    return agency_named(match["name"].strip()) if match else None


def _copyright_of_agency(edges: list[Edge]) -> str | None:
    named = (COPYRIGHT.search(edge.words) for edge in edges if not PHOTO.search(edge.words))
    return next((agency for match in named if match and (agency := agency_like(match["name"].strip(" .")))), None)


def _dateline(text: str, lines: list[Line]) -> str | None:
    """Return the agency of a dateline, "KYIV, Dec 19 (AFP) -"; after a place, an unknown one too."""
    for line in lines[:HEAD]:
        match = _DATELINE.match(text, line.start, min(line.end, line.start + 160))
        if match and not PHOTO.search(match["name"]):
            name = match["name"].strip()
            unknown = name if match["place"] and name[0].isupper() and len(name.split()) <= 4 else None
            if agency := agency_like(name) or unknown:
                return agency
    return None
