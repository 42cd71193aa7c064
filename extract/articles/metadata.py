"""What an input says about its article, whatever kind of input it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Metadata:
    """An article's metadata as plain text; ``published`` and ``updated`` are ISO 8601 with their own time zone."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
