"""Who published, who wrote, whose copy, when and where: told by the text's own credit lines, never guessed.

Only lines that are there to credit count ("Read more at ...", "By AFP", "Original url: ..."), and only near the
beginning or the end.  That an outlet is quoted or told something ("told the Courier") credits nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from whosays.extract.bylines import Byline, read_byline
from whosays.extract.dating import has_only_date, iso_date, url_date
from whosays.extract.layout import Line
from whosays.extract.press import agency_like, agency_named, host_of, known_outlet_at, outlet_at, outlet_named
from whosays.extract.records import Outlet, Span

_HEAD, _TAIL, _LONGEST = 15, 20, 300
_I = re.IGNORECASE
_HOSTS = r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,18}\b(?:/\S*)?"
# A name in title case, as a credit prints it: up to eight words, small words inside.
_NAME = r"(?:[Tt]he\s+)?[A-Z0-9][\w'’.&!-]*(?:\s+(?:(?:of|the|and|&|for|in)\s+)?[A-Z0-9(][\w'’.&)!-]*){0,6}"
_WORDS = rf"(?P<name>(?i:{_HOSTS})|{_NAME})"

# Lines that credit an outlet by whatever name, most telling first.
_STRONG = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:(?:this\s+)?(?:article|story|report|piece|post|it)?\s*(?:was\s+)?(?:first|originally)\s+"
        rf"(?:published|appeared)\s+(?:by|in|on|at)\s+){_WORDS}",
        rf"(?i:read\s+(?:more|(?:the|our)\s+(?:full|original|rest\s+of\s+the|whole)\s+"
        rf"(?:story|article|version|report|interview|piece))\s*(?:of\s+this\s+story\s*)?(?:at|from)\s*:?\s+){_WORDS}",
        rf"(?i:(?:want|looking\s+for|get|enjoy)\s+more\s+(?:stories|news|articles|reports?)\s+(?:like\s+this\s+)?"
        rf"from\s+){_WORDS}\s*\?",
        rf"(?i:for\s+more\s+(?:stories|news|articles)\s+(?:like\s+this\s+)?(?:from\s+the\s+\w+\s+)?,?\s*"
        rf"(?:visit|go\s+to|head\s+to)\s+){_WORDS}",
    )
)
# Lines that credit an outlet only if it is a known one.
_WEAK = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:read\s+(?:more|(?:the|our)\s+(?:full|original)\s+\w+)\s*(?:on|in|of)\s*:?\s+){_WORDS}\s*[.!»>→]*$",
        rf"(?i:follow\s+(?:us\s+(?:at|on)\s+)?@?){_WORDS}\s+(?i:on\s+(?:twitter|x|facebook|instagram|telegram|google))",
        rf"(?i:(?:subscribe|sign\s+up)\s+(?:here\s+)?(?:to|for)\s+){_WORDS}",
        rf"(?i:(?:contact|e-?mail|get\s+in\s+touch|got\s+a\s+(?:story|tip)|share\s+your)\b[^@]{{0,120}}@)"
        rf"(?P<name>(?i:{_HOSTS}))",
        r"(?i:source\s*:\s*)(?P<name>[^:]{2,60})$",
    )
)
_COPYRIGHT = re.compile(
    rf"(?i:(?:©|\(c\)|copyright)\s*(?:©|\(c\))?)\s*(?P<year>\d{{4}}(?:\s*[-–]\s*\d{{2,4}})?)?,?\s*(?:by\s+)?"
    rf"(?P<name>{_NAME}|[^\W\d]\w+)"
)
_COMPANY = re.compile(
    r"\b(?:Ltd|Limited|Inc|LLC|Plc|PLC|Group|Holdings|Corp|Corporation|GmbH|Rights|Reserved)\b\.?"
)
_LINK = re.compile(r"https?://[^\s<>\"]{4,2000}", _I)
_LINK_LABEL = re.compile(
    r"(?:original(?:ly)?\s+(?:url|link|article|story|source)|(?:article\s+)?url|permalink|source(?:\s+(?:url|link))?|link)"
    rf"\s*:\s*(?P<link>https?://\S{{4,2000}})?\s*$",
    _I,
)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][^()a-z]{2,30}(?:[,/][^()]{0,40})?\s+)?\((?P<name>[^()\n]{2,40})\)\s*(?:[-–—]{1,2}|:)\s*[\"'“‘\w]"
)
_CONTRIBUTED = re.compile(
    r"(?P<names>.{2,120}?)\s+(?:also\s+)?contributed\s+(?:reporting\s+)?to\s+this\b", _I
)
_WITH = re.compile(
    r"\W*(?:(?:additional\s+)?(?:reporting|inputs?|files|material|copy|contributions?)\s+(?:by|from)|"
    r"with(?:\s+(?:additional\s+)?(?:reporting|inputs?|files|material|information|copy|contributions?)\s+(?:by|from))?)"
    r"\s+(?P<names>[^.]{2,100}?)\W*$",
    _I,
)
_SIGNED = re.compile(r"(?:^|[.!?’”\"]\s*)[-–—/(\[]{1,2}\s*(?P<name>[^\W\d_][\w .&-]{1,40})[)\]/]?\s*$")
_SOURCE = re.compile(r"source\s*:\s*(?P<names>[^:]{2,80})$", _I)
_REPORTING = re.compile(r"\(?reporting\s+by\s+(?P<names>[^;()]{4,150})", _I)
_LIST = re.compile(r"\s*[,;/]\s*|\s+and\s+|\s+of\s+(?=[Tt]he\s|[A-Z])")
_PHOTO = re.compile(r"\b(?:photo|picture|image|video|getty|file|handout|pool)\b", _I)


@dataclass(frozen=True, slots=True)
class Credits:
    """What the credit lines tell; ``lines`` are the starts of those that say nothing else."""

    outlet: Outlet | None = None
    authors: tuple[str, ...] = ()
    wire: str | None = None
    published: str | None = None
    url: str | None = None
    lines: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Edge:
    """One short line near the beginning or the end of an article."""

    start: int
    words: str
    head: bool


def credits_of(text: str, lines: list[Line]) -> Credits:
    """Read the credit lines among the first and the last lines of a text."""
    edges = list(_edges(text, lines))
    signed = [(edge, byline) for edge in edges if (byline := read_byline(edge.words))]
    dates = [edge for edge in edges if has_only_date(edge.words)]
    link, link_lines = _labelled_link(edges)
    outlet = _outlet(edges, signed, link)
    wire = _wire(edges, signed, _dateline(text, lines))
    alone = {edge.start for edge, _ in signed} | {edge.start for edge in dates} | set(link_lines)
    return Credits(
        outlet=outlet,
        authors=_authors(edges, signed),
        wire=wire,
        published=_published(dates, signed, link and link[1]),
        url=link[1] if link else None,
        lines=frozenset(alone | {edge.start for edge in edges if _only_credits(edge.words)}),
    )


def title_suffix(title: str) -> tuple[str, str | None]:
    """Split "Headline | Courier" into the headline and the known outlet that ends it; a section's name goes too."""
    for mark in (" | ", " - ", " – ", " — "):
        head, found, tail = title.rpartition(mark)
        if (
            found
            and len(head.split()) >= 3
            and (outlet_named(tail) or (mark == " | " and len(tail.split()) <= 4))
        ):
            return head.strip(), outlet_named(tail)
    return title, None


def _edges(text: str, lines: list[Line]) -> Iterator[_Edge]:
    last_of_head = min(_HEAD, len(lines))
    first_of_tail = max(last_of_head, len(lines) - _TAIL)
    for number in (*range(last_of_head), *range(first_of_tail, len(lines))):
        line = lines[number]
        if line.end - line.start <= _LONGEST:
            yield _Edge(line.start, text[line.start : line.end], number < last_of_head)


def _outlet(
    edges: list[_Edge], signed: list[tuple[_Edge, Byline]], link: tuple[Span, str] | None
) -> Outlet | None:
    if link and (name := outlet_at(link[1])):
        return Outlet(name, link[0])
    for patterns, known in ((_STRONG, False), (_WEAK, True)):
        for pattern in patterns:
            for edge in reversed(edges):
                if outlet := _named(edge, pattern.search(edge.words), known=known):
                    return outlet
        if not known and (outlet := _copyrighted(edges) or _of_byline(signed) or _masthead(edges)):
            return outlet
    return None


def _named(edge: _Edge, match: re.Match[str] | None, *, known: bool) -> Outlet | None:
    if not match:
        return None
    words = re.sub(r"['’]s$", "", match["name"].rstrip(" .,:;!?»>→"))
    name = (known_outlet_at(words) or outlet_named(words)) if known else _outlet_called(words)
    return Outlet(name, _span(edge, match.start("name"), words)) if name else None


def _outlet_called(words: str) -> str | None:
    """Return the outlet of a credit: by its domain, by its known name, or as the credit itself calls it."""
    if host_of(words) and re.search(r"\.[a-z]{2,}", words):
        return outlet_at(words)
    return outlet_named(words) or (None if agency_named(words) else re.sub(r"^the\s+", "", words))


def _span(edge: _Edge, at: int, words: str) -> Span:
    return edge.start + at, edge.start + at + len(words)


def _copyrighted(edges: list[_Edge]) -> Outlet | None:
    for edge in reversed(edges):
        match = _COPYRIGHT.search(edge.words)
        if match and not _PHOTO.search(edge.words):
            words = (
                _COMPANY.split(match["name"])[0].strip(" .,")
                if outlet_named(match["name"])
                else match["name"]
            )
            words = re.split(r"\.?\s+(?i:all\s+rights)", words)[0].strip(" .,")
            stated = match["year"] and not _COMPANY.search(words) and not agency_like(words)
            if (
                words
                and (name := outlet_named(words) or (words if stated else None))
                and not agency_named(words)
            ):
                return Outlet(name, _span(edge, match.start("name"), words))
    return None


def _of_byline(signed: list[tuple[_Edge, Byline]]) -> Outlet | None:
    for edge, byline in signed:
        if byline.outlet and byline.outlet_words:
            return Outlet(
                byline.outlet, _span(edge, edge.words.index(byline.outlet_words), byline.outlet_words)
            )
    return None


def _masthead(edges: list[_Edge]) -> Outlet | None:
    """A known outlet's name alone above everything else; a title's suffix; never a name in passing."""
    for edge in [edge for edge in edges if edge.head][:6]:
        title, suffix = title_suffix(edge.words)
        if suffix:
            tail = edge.words[len(title) :].lstrip(" |–—-")
            return Outlet(suffix, _span(edge, len(edge.words) - len(tail), tail))
    for edge in [edge for edge in edges if edge.head][:3]:
        if (name := outlet_named(edge.words)) and not agency_named(edge.words):
            return Outlet(name, _span(edge, 0, edge.words))
    return None


def _labelled_link(edges: list[_Edge]) -> tuple[tuple[Span, str] | None, list[int]]:
    """Return the span and the words of the link that is labelled as the article's own, and the lines it takes."""
    for edge, after in zip(edges, [*edges[1:], None], strict=True):
        label = _LINK_LABEL.match(edge.words)
        if label and label["link"]:
            return (_span(edge, label.start("link"), label["link"]), label["link"]), [edge.start]
        if label and after and _LINK.fullmatch(after.words):
            return (_span(after, 0, after.words), after.words), [edge.start, after.start]
    return None, []


def _wire(edges: list[_Edge], signed: list[tuple[_Edge, Byline]], dateline: str | None) -> str | None:
    credited = next((byline.agency for _, byline in signed if byline.agency), None) or dateline
    readings: tuple[Callable[[str], str | None], ...] = (
        _listed(_CONTRIBUTED),
        _listed(_WITH),
        _listed(_SOURCE),
        _signature,
    )
    found = (wire for read in readings for edge in edges if not edge.head or read is not _signature
             if (wire := read(edge.words)))  # fmt: skip
    return credited or next(found, None) or _copyright_of_agency(edges)


def _listed(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    def read(words: str) -> str | None:
        match = pattern.match(words)
        names = _LIST.split(match["names"]) if match else ()
        return next((agency for name in names if (agency := agency_like(name.strip()))), None)

    return read


def _signature(words: str) -> str | None:
    match = _SIGNED.search(words[-60:])
    return agency_named(match["name"].strip()) if match else None


def _copyright_of_agency(edges: list[_Edge]) -> str | None:
    named = (_COPYRIGHT.search(edge.words) for edge in edges if not _PHOTO.search(edge.words))
    return next(
        (agency for match in named if match and (agency := agency_like(match["name"].strip(" .")))), None
    )


def _dateline(text: str, lines: list[Line]) -> str | None:
    """Return the agency that a dateline names: "KYIV, Dec 19 (AFP) -"; with a place, one that is not known too."""
    for line in lines[:_HEAD]:
        match = _DATELINE.match(text, line.start, min(line.end, line.start + 160))
        if match and not _PHOTO.search(match["name"]):
            name = match["name"].strip()
            unknown = name if match["place"] and name[0].isupper() and len(name.split()) <= 4 else None
            if agency := agency_like(name) or unknown:
                return agency
    return None


def _authors(edges: list[_Edge], signed: list[tuple[_Edge, Byline]]) -> tuple[str, ...]:
    named = next((byline.authors for _, byline in signed if byline.authors), ())
    if named:
        return named
    credited = (_REPORTING.match(edge.words) for edge in edges if not edge.head)
    lines = (f"By {match['names']}" for match in credited if match)
    return next((byline.authors for line in lines if (byline := read_byline(line)) and byline.authors), ())


def _published(dates: list[_Edge], signed: list[tuple[_Edge, Byline]], link: str | None) -> str | None:
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
        or _SOURCE.match(words)
        or (_CONTRIBUTED.match(words) and len(words) < 160)
        or (_WITH.match(words) and _listed(_WITH)(words))
        or (_COPYRIGHT.match(words) and len(words) < 200)
        or _LINK.fullmatch(words)
    )
