"""Patterns tried only where they can match, which is much cheaper than searching a text for each of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

_OPENING = re.compile(r"[A-Za-z]+|\d+|\.(?=\d)")


def starts_of(text: str, words: Collection[str]) -> list[int]:
    """Return where some words (in lower case) and all numbers in digits begin, in order."""
    found = _OPENING.finditer(text)
    return [match.start() for match in found if not match[0].isalpha() or match[0].lower() in words]


def lowered(text: str) -> str:
    """Return a text in lower case with all its offsets; the few letters that would grow stay as they are."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer(text)`` would, for a pattern that matches at these positions (in order) only."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()
