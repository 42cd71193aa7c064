"""Credit lines that say where an article's text comes from, read for what they tell about copying."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from whosays.extract.records import Span
from whosays.graph.names import body_form, plain, well_known
from whosays.resources import word_classes

LONGEST_LINE: Final = 160  # a longer line is prose
_CAPITAL: Final = r"[^\W\d_a-z][\w.&’'-]*"
_NAME: Final = rf"(?P<name>(?:[Tt]he\s+)?{_CAPITAL}(?:\s+(?:(?:of|the|and|for)\s+)?{_CAPITAL}){{0,5}})"
_TAKEN: Final = re.compile(
    r"(?i:\b(?:(?:first|originally)\s+(?:published|appeared|posted|ran)\s+(?:by|in|on|at)"
    r"|(?:re-?published|re-?printed|reproduced|reposted)\s+(?:from|courtesy\s+of|with\s+(?:the\s+)?permission\s+(?:of|from))"
    r"|courtesy\s+of)\s+)" + _NAME
)
# links that feeds and scrapers leave behind; they name nobody
_ADMITS: Final = re.compile(r"^\W*(?:source\s+link|(?:view|read)\s+(?:the\s+)?original|original\s+source)\b", re.I)
_SHARE: Final = re.compile(
    r"\b(?:contribut\w+|(?:additional\s+)?reporting\s+by|with\s+(?:\w+\s+){0,3}(?:from|by)|(?:staff|agencies)\s+and|and\s+agencies"
    r"|edited\s+by)\b",
    re.I,
)
# one word that signs a report is an agency: people sign with two, and these are nobody
_SIGNED: Final = re.compile(r"(?i:by|(?:additional\s+)?reporting\s+by)\s+(?P<name>[^\W\d_a-z][\w-]{1,19})[\s.,:;|–—-]*")
_NOBODY: Final = word_classes("graph")["no_agency"]
_EDGE: Final = 12  # lines at either end in which a signature stands
_PICTURE: Final = re.compile(r"\b(?:picture|photo|photograph|image|video|file|getty)\b", re.I)


def taken_from(text: str) -> tuple[str, ...]:
    """Return the names after "first published by" and the like, as written, in the order of the text."""
    found = (match["name"].rstrip(".’'-") for _, line in _edges(text) for match in _TAKEN.finditer(line))
    return tuple(dict.fromkeys(" ".join(name.split()) for name in found))


def admits_a_source(text: str) -> bool:
    """Tell whether a line credits a source without a name ("Source Link Website")."""
    return any(_ADMITS.match(line) for _, line in _edges(text))


def signing_agency(text: str) -> str | None:
    """Return the one word that signs an article near its beginning or end ("By Norlan"): an agency of that name."""
    found = (match["name"] for _, line in _edges(text) if (match := _SIGNED.fullmatch(line)))
    return next((name for name in found if name.lower() not in _NOBODY), None)


def credit_line(text: str, agency: str) -> Span | None:
    """Return the words that credit the agency: a line that does nothing else, or the beginning of a long one."""
    names = "|".join(re.escape(name) for name in sorted(_names(agency), key=lambda name: (-len(name), name)))
    named = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
    dateline = re.compile(rf"[^()\n]{{0,80}}\((?:{names})\)")
    short = [(start, line) for start, line in _edges(text) if named.search(line) and not _PICTURE.search(line)]
    for credits_ in (_SIGNED.fullmatch, _TAKEN.search, _SHARE.search):
        if found := next(((start, start + len(line)) for start, line in short if credits_(line)), None):
            return found
    for start, line in _lines(text):
        if match := dateline.match(line):
            return start, start + match.end()
    return next(((start, start + len(line)) for start, line in short), None)


def names_outlet(words: str, outlet: str) -> bool:
    """Tell whether the words hold the outlet's name, given in normal form, written as a name."""
    spelt = r"\W+".join(map(re.escape, outlet.split()))
    return any(
        all(word[0].isupper() for word in re.split(r"\W+", match[0]))
        for match in re.finditer(rf"\b{spelt}\b", words, re.IGNORECASE)
    )


def is_share(words: str) -> bool:
    """Tell whether a credit line claims a part only ("Additional reporting by", "With files from")."""
    return _SHARE.search(words) is not None


@functools.cache
def _names(agency: str) -> frozenset[str]:
    """Return the names that the agency goes by, in the spellings that credit lines use."""
    form = body_form(agency)
    others = (name for one in well_known() if plain(one.names[0]) == form for name in one.names)
    return frozenset({agency, *(dressed for name in others for dressed in (name.upper(), name.title()))})


def _edges(text: str) -> list[tuple[int, str]]:
    """Return the short lines near the beginning and the end, where credits stand."""
    lines = list(_lines(text))
    edges = lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]
    return [(start, line) for start, line in edges if len(line) <= LONGEST_LINE]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\s][^\n]*", text):
        yield match.start(), match[0].rstrip()
