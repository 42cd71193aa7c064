"""Who published, who wrote, whose copy, when and where: told by the text's own credit lines, never guessed.

Only lines that are there to credit count ("Read more at ...", "By AFP", "Original url: ..."), and only near
the beginning or the end.  That an outlet is quoted or told something ("told the Courier") credits nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whosays.extract.articles.credits.bylines import Byline, read_byline
from whosays.extract.articles.credits.edges import COPYRIGHT, NAME, PHOTO, Edge, edges_of
from whosays.extract.articles.credits.mastheads import bare_bylines, mastheads, suffixed_outlet
from whosays.extract.articles.credits.wire_copy import CONTRIBUTED, SOURCE, names_agency, wire_of
from whosays.extract.articles.dates import has_only_date, iso_date, url_date
from whosays.extract.articles.lines import Line
from whosays.extract.articles.publishers import (
    agency_like,
    agency_named,
    host_of,
    known_outlet_at,
    outlet_at,
    outlet_named,
)
from whosays.extract.lexicon import phrases
from whosays.extract.records import Outlet, Span

_I = re.IGNORECASE
_OPENING = 20_000  # characters in which an unknown outlet's own spelling of its name is looked for
_HOSTS = r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,18}\b(?:/\S*)?"
_WORDS = rf"(?P<name>(?i:{_HOSTS})|{NAME})"

# Lines that credit an outlet by whatever name, most telling first.
_STRONG = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:(?:this\s+)?(?:article|story|report|piece|post|it)?\s*(?:was\s+)?(?:first|originally)\s+"
        rf"(?:published|appeared)\s+(?:by|in|on|at)\s+){_WORDS}",
        rf"(?i:read\s+(?:more|(?:the|our)\s+(?:full|original|whole)\s+"
        rf"(?:story|article|version|report|interview|piece|series|investigation|text))\s*(?:at|from)\s*:?\s+){_WORDS}",
        rf"(?i:(?:want|looking\s+for|get|enjoy)\s+more\s+(?:stories|news|articles|reports?)\s+"
        rf"(?:like\s+this\s+)?from\s+){_WORDS}\s*\?",
        rf"(?i:for\s+more\s+(?:stories|news|articles)\s+(?:like\s+this\s+)?(?:from\s+the\s+\w+\s+)?,?\s*"
        rf"(?:visit|go\s+to|head\s+to)\s+){_WORDS}",
    )
)
# Lines that credit an outlet only if it is a known one.
_WEAK = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:read\s+(?:more|(?:the|our)\s+(?:full|original)\s+\w+)\s*(?:on|in|of)\s*:?\s+){_WORDS}[\s.!»>→]*$",
        rf"(?i:follow\s+@?){_WORDS}\s+(?i:on\s+(?:twitter|x|facebook|instagram|telegram|google))",
        rf"(?i:(?:subscribe|sign\s+up)\s+(?:here\s+)?(?:to|for)\s+){_WORDS}",
        rf"(?i:(?:contact|e-?mail|get\s+in\s+touch|got\s+a\s+(?:story|tip)|share\s+your)\b[^@]{{0,120}}@)"
        rf"(?P<name>(?i:{_HOSTS}))",
        r"(?i:source\s*:\s*)(?P<name>[^:]{2,60})$",
    )
)
_CLAUSE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s+|\s+(?i:all\s+rights)")
_LATE_YEAR = re.compile(r"\s+(?:19|20)\d\d$")
_COMPANY = re.compile(r"\b(?:Ltd|Limited|Inc|LLC|Plc|PLC|Group|Holdings|Corp|Corporation|GmbH)\b")
_LINK = re.compile(r"https?://[^\s<>\"]{4,2000}", _I)
_SAID = phrases("credits", "credit_lines")
_LINK_LABEL = re.compile(_SAID["LINK_LABEL"], _I)
_REPORTING = re.compile(r"\(?reporting\s+by\s+(?P<names>[^;()]{4,150})", _I)


@dataclass(frozen=True, slots=True)
class Credits:
    """What the credit lines tell; ``lines`` are the starts of those that say nothing else."""

    outlet: Outlet | None = None
    authors: tuple[str, ...] = ()
    wire: str | None = None
    published: str | None = None
    url: str | None = None
    lines: frozenset[int] = frozenset()


def credits_of(text: str, lines: list[Line]) -> Credits:
    """Read the credit lines among the first and the last lines of a text."""
    edges = list(edges_of(text, lines))
    heads = list(mastheads(edges))
    signed = list(_bylines(edges, {edge.start for edge, _ in heads}))
    dates = [edge for edge in edges if has_only_date(edge.words)] + [edge for edge, _ in heads]
    link, link_lines = _labelled_link(edges)
    outlet = _outlet(text[:_OPENING], edges, signed, link, [outlet for _, outlet in heads])
    wire = wire_of(text, lines, edges, [byline for _, byline in signed])
    alone = {edge.start for edge, _ in signed} | {edge.start for edge in dates} | set(link_lines)
    return Credits(
        outlet=outlet,
        authors=_authors(edges, signed),
        wire=wire,
        published=_published(dates, signed, link and link[1]),
        url=link[1] if link else None,
        lines=frozenset(alone | {edge.start for edge in edges if _only_credits(edge.words)}),
    )


def _bylines(edges: list[Edge], heads: set[int]) -> Iterator[tuple[Edge, Byline]]:
    bare = {edge.start for edge in bare_bylines(edges)} - heads
    for edge in edges:
        byline = read_byline(edge.words)
        if byline is None and edge.start in bare:
            byline = read_byline(f"By {edge.words}")
            byline = byline if byline and byline.authors else None
        if byline is not None:
            yield edge, byline


def _outlet(
    text: str,
    edges: list[Edge],
    signed: list[tuple[Edge, Byline]],
    link: tuple[Span, str] | None,
    heads: list[Outlet],
) -> Outlet | None:
    if link and (name := outlet_at(link[1], text)):
        return Outlet(name, link[0])
    for patterns, known in ((_STRONG, False), (_WEAK, True)):
        for pattern in patterns:
            for edge in reversed(edges):
                if outlet := _named(edge, pattern.search(edge.words), known=known):
                    return outlet
        if not known and (outlet := _copyrighted(edges) or _of_byline(signed) or _on_top(edges, heads)):
            return outlet
    return None


def _on_top(edges: list[Edge], heads: list[Outlet]) -> Outlet | None:
    return heads[0] if heads else suffixed_outlet(edges)


def _named(edge: Edge, match: re.Match[str] | None, *, known: bool) -> Outlet | None:
    if not match:
        return None
    words = match["name"] if match["name"][0].islower() else _CLAUSE_END.split(match["name"], maxsplit=1)[0]
    words = re.sub(r"['’]s$", "", words.rstrip(" .,:;!?»>→"))
    name = (known_outlet_at(words) or outlet_named(words)) if known else _outlet_called(words)
    return Outlet(name, _span(edge, match.start("name"), words)) if name else None


def _outlet_called(words: str) -> str | None:
    """Return the outlet of a credit: by its domain, by its known name, or as the credit itself calls it."""
    if host_of(words) and re.search(r"\.[a-z]{2,}", words):
        return outlet_at(words)
    return outlet_named(words) or (None if agency_named(words) else re.sub(r"^the\s+", "", words))


def _span(edge: Edge, at: int, words: str) -> Span:
    return edge.start + at, edge.start + at + len(words)


def _copyrighted(edges: list[Edge]) -> Outlet | None:
    for edge in reversed(edges):
        match = COPYRIGHT.search(edge.words)
        if match and not PHOTO.search(edge.words):
            words = _CLAUSE_END.split(match["name"], maxsplit=1)[0].strip(" .,")
            late = _LATE_YEAR.search(words)
            words = words[: late.start()] if late else words
            stated = (match["year"] or late) and not match["by"] and not _COMPANY.search(match["name"])
            name = outlet_named(words) or (words if stated else None)
            if name and not agency_like(words):
                return Outlet(name, _span(edge, match.start("name"), words))
    return None


def _of_byline(signed: list[tuple[Edge, Byline]]) -> Outlet | None:
    for edge, byline in signed:
        if byline.outlet and byline.outlet_words:
            return Outlet(byline.outlet, _span(edge, edge.words.index(byline.outlet_words), byline.outlet_words))
    return None


def _labelled_link(edges: list[Edge]) -> tuple[tuple[Span, str] | None, list[int]]:
    """Return the link labelled as the article's own (span and words), and the starts of its lines."""
    for edge, after in zip(edges, [*edges[1:], None], strict=False):
        label = _LINK_LABEL.match(edge.words)
        if label and label["link"]:
            return (_span(edge, label.start("link"), label["link"]), label["link"]), [edge.start]
        if label and after and _LINK.fullmatch(after.words):
            return (_span(after, 0, after.words), after.words), [edge.start, after.start]
    return None, []


def _authors(edges: list[Edge], signed: list[tuple[Edge, Byline]]) -> tuple[str, ...]:
    named = next((byline.authors for _, byline in signed if byline.authors), ())
    if named:
        return named
    credited = (_REPORTING.match(edge.words) for edge in edges if edge.closing)
    lines = (f"By {match['names']}" for match in credited if match)
    return next((byline.authors for line in lines if (byline := read_byline(line)) and byline.authors), ())


def _published(dates: list[Edge], signed: list[tuple[Edge, Byline]], link: str | None) -> str | None:
    """Return when the article appeared: a line of its own, then the byline's, then its own link's path."""
    ranked = sorted(
        dates, key=lambda edge: bool(re.match(r"\W*(?:last\s+)?(?:updated?|modified|edited)", edge.words, _I))
    )
    for edge in (*ranked, *(edge for edge, _ in signed)):
        first = re.split(r"\W+(?:last\s+)?(?:updated?|modified)\b", edge.words, maxsplit=1, flags=_I)[0]
        if published := iso_date(first) or iso_date(edge.words):
            return published
    return url_date(link) if link else None


def _only_credits(words: str) -> bool:
    """Tell whether a line of credits holds nothing that a reader would call a sentence of the story."""
    return bool(
        _REPORTING.match(words)
        or SOURCE.match(words)
        or (CONTRIBUTED.match(words) and len(words) < 160)
        or names_agency(words)
        or (COPYRIGHT.match(words) and len(words) < 200)
        or _LINK.fullmatch(words)
    )
