"""The first and the last lines of an article, where credits stand, and the patterns that credits share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whosays.extract.articles.lines import Line

HEAD = 15
_TAIL, _CLOSING, _LONGEST = 20, 6, 300
# A name in title case, as a credit prints it: up to eight words, small words inside.
NAME = (
    r"(?:[Tt]he\s+)?[A-Z0-9][\w'’.&!-]*"
    r"(?:\s+(?:(?:of|the|and|&|for|in)\s+)?[A-Z0-9(][\w'’.&)!-]*){0,6}"
)
COPYRIGHT = re.compile(
    r"(?i:(?:©|\(c\)|copyright)\s*(?:©|\(c\))?)\s*(?P<year>\d{4}(?:\s*[-–]\s*\d{2,4})?)?"
    rf",?\s*(?P<by>by\s+)?(?P<name>{NAME}|[^\W\d]\w+)"
)
PHOTO = re.compile(r"\b(?:photo|picture|image|video|getty|file|handout|pool)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Edge:
    """One short line near the beginning or the end of an article, its number among all lines, whether it closes."""

    number: int
    start: int
    words: str
    closing: bool


def edges_of(text: str, lines: list[Line]) -> Iterator[Edge]:
    """Yield the short lines among the first fifteen and the last twenty."""
    last_of_head = min(HEAD, len(lines))
    first_of_tail = max(last_of_head, len(lines) - _TAIL)
    for number in (*range(last_of_head), *range(first_of_tail, len(lines))):
        line = lines[number]
        if line.end - line.start <= _LONGEST:
            yield Edge(number, line.start, text[line.start : line.end], number >= max(2, len(lines) - _CLOSING))
