"""Credit lines that say where an article's text comes from: "first published by", "By Norlan", "with files from"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosays.extract.lexicon import all_names, word_class
from whosays.extract.records import Credit, Crediting, Span

LONGEST_LINE: Final = 160  # a longer line is prose
_CAPITAL: Final = r"[^\W\d_a-z][\w.&’'-]*"
_NAME: Final = rf"(?P<name>(?:[Tt]he\s+)?{_CAPITAL}(?:\s+(?:(?:of|the|and|for)\s+)?{_CAPITAL}){{0,5}})"
_TAKEN: Final = re.compile(
    r"(?i:\b(?:(?:first|originally)\s+(?:published|appeared|posted|ran)\s+(?:by|in|on|at)"
    r"|(?:re-?published|re-?printed|reproduced|reposted)\s+(?:from|courtesy\s+of|with\s+(?:the\s+)?permission\s+(?:of|from))"
    r"|courtesy\s+of)\s+)" + _NAME
)
# links that feeds and scrapers leave behind; they name nobody
_LINKED: Final = re.compile(r"^\W*(?:source\s+link|(?:view|read)\s+(?:the\s+)?original|original\s+source)\b", re.I)
_SHARE: Final = re.compile(
    r"\b(?:contribut\w+|(?:additional\s+)?reporting\s+by|with\s+(?:\w+\s+){0,3}(?:from|by)|(?:staff|agencies)\s+and|and\s+agencies"
    r"|edited\s+by)\b",
    re.I,
)
# one word that signs a report is an agency: people sign with two, and some words are nobody
_SIGNED: Final = re.compile(r"(?i:by|(?:additional\s+)?reporting\s+by)\s+(?P<name>[^\W\d_a-z][\w-]{1,19})[\s.,:;|–—-]*")
_EDGE: Final = 12  # lines at either end in which a signature stands
_PICTURE: Final = re.compile(r"\b(?:picture|photo|photograph|image|video|file|getty)\b", re.I)


def credits_of(text: str, wire: str | None) -> Iterator[Credit]:
    """Yield whom an article's lines credit with its text: its agency, then the others in the order of the text."""
    signed = next((match["name"] for _, line in _edges(text) if (match := _signature(line))), None)
    agency = wire or signed
    if agency:
        yield _credit(text, agency, "wire" if wire else "signed")
    found = (match["name"].rstrip(".’'-") for _, line in _edges(text) for match in _TAKEN.finditer(line))
    for name in dict.fromkeys(" ".join(name.split()) for name in found):
        yield _credit(text, name, "taken")
    if any(_LINKED.match(line) for _, line in _edges(text)):
        yield Credit("", "linked")


def _signature(line: str) -> re.Match[str] | None:
    found = _SIGNED.fullmatch(line)
    return found if found and found["name"].lower() not in word_class("no_agency") else None


def _credit(text: str, name: str, how: Crediting) -> Credit:
    span = _line(text, name)
    return Credit(name, how, span, span is not None and _SHARE.search(text[slice(*span)]) is not None)


def _line(text: str, agency: str) -> Span | None:
    """Return the words that credit the agency: a line that does nothing else, or the beginning of a long one."""
    spellings = {agency, *(dressed for name in all_names(agency) for dressed in (name.upper(), name.title()))}
    names = "|".join(re.escape(name) for name in sorted(spellings, key=lambda name: (-len(name), name)))
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


def _edges(text: str) -> list[tuple[int, str]]:
    """Return the short lines near the beginning and the end, where credits stand."""
    lines = list(_lines(text))
    edges = lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]
    return [(start, line) for start, line in edges if len(line) <= LONGEST_LINE]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\s][^\n]*", text):
        yield match.start(), match[0].rstrip()
