"""An article as it was read: fixed text and what metadata tell, before any language is analysed."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.extract.records import Outlet, Span


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one article.

    ``text`` is fixed from here on: every offset counts code points of it.  For ``.txt`` it is the file as decoded,
    newlines untouched; for HTML the main text.  ``body`` are the spans of ``text`` to be read as news prose, in
    order; what lies outside them is furniture (headline repeats, captions' credits, "Share this article",
    "See also ..." lines, comment forms) and yields no attribution.  ``published`` is an ISO date or date-time.
    ``notes`` say what a reader should know ("decoded as cp1252").  ``source_sha256`` is that of the bytes that the
    article was read from: the file, or the record in it.  ``is_told``: the user said something of it; ``given`` are the
    names of what was then given otherwise than it was read ("outlet").
    """

    path: str
    text: str
    sha256: str
    body: tuple[Span, ...]
    title: str | None = None
    url: str | None = None
    outlet: Outlet | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    wire: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    source_sha256: str | None = None
    is_told: bool = False
    given: tuple[str, ...] = ()
