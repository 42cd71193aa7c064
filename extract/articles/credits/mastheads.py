"""Mastheads: an outlet's name alone at the top, in a line with the date, or after the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from whosays.extract.articles.credits.edges import Edge
from whosays.extract.articles.dates import has_only_date, iso_date
from whosays.extract.articles.publishers import agency_named, outlet_named
from whosays.extract.lexicon import phrases
from whosays.extract.records import Outlet

_HIGHEST, _SUFFIXED, _LONGEST = 4, 6, 90
_PART = re.compile(r"\s*[|•·,]\s*|\s+[–—-]\s+")
_UPDATED = re.compile(r"(?:last )?(?:updated|published|posted)\b.{0,40}|\d+ min(?:ute)?s? read", re.IGNORECASE)
_SAID = phrases("credits", "mastheads")
_NEWSPAPER = re.compile(_SAID["NEWSPAPER"], re.IGNORECASE)


def title_suffix(title: str) -> tuple[str, str | None]:
    """Split "Headline | Courier" into the headline and the known outlet; a section's name is cut off too."""
    for mark in (" | ", " - ", " – ", " — "):
        head, found, tail = title.rpartition(mark)
        if found and len(head.split()) >= 3 and (outlet_named(tail) or (mark == " | " and len(tail.split()) <= 4)):
            return head.strip(), outlet_named(tail)
    return title, None


def mastheads(edges: list[Edge]) -> Iterator[tuple[Edge, Outlet]]:
    """Yield the lines at the top that hold an outlet's name and at most a section, a date or a time beside it."""
    for edge in edges:
        part, *rest = _PART.split(edge.words, maxsplit=1) if edge.number < _HIGHEST else ("",)
        name = _outlet(part) if part and len(edge.words) <= _LONGEST else None
        if name and (not rest or iso_date(rest[0]) or _UPDATED.fullmatch(rest[0])):
            yield edge, Outlet(name, (edge.start, edge.start + len(part)))


def suffixed_outlet(edges: list[Edge]) -> Outlet | None:
    """Return the known outlet that ends the headline."""
    for edge in edges:
        title, suffix = title_suffix(edge.words) if edge.number < _SUFFIXED else ("", None)
        if suffix:
            words = edge.words[len(title) :].lstrip(" |–—-")
            end = edge.start + len(edge.words)
            return Outlet(suffix, (end - len(words), end))
    return None


def bare_bylines(edges: list[Edge]) -> Iterator[Edge]:
    """Yield the lines at the top that stand where a byline does: below the headline, right above the date."""
    for edge, below in pairwise(edges):
        if 0 < edge.number < _SUFFIXED and below.number == edge.number + 1 and has_only_date(below.words):
            yield edge


def _outlet(words: str) -> str | None:
    if not words[-1].isalnum() or agency_named(words):
        return None
    known = outlet_named(words)
    if known or not _NEWSPAPER.fullmatch(words) or any(word[0].islower() for word in words.split()):
        return known
    return words.title() if words.isupper() else words
