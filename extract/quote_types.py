"""Whether somebody is quoted, partly quoted, or told in other words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from whosays.extract.records import QuoteType, Span

QUOTED = 0.9  # share of a content's letters inside quotation marks that makes it a direct quotation


def quote_type(text: str, content: Iterable[Span], quoted_parts: Sequence[Span]) -> QuoteType:
    """Tell by the share of a content's letters that stand in quotation marks, whose insides are in text order."""
    quoted = letters = 0
    for start, end in content:
        letters += _letters(text[start:end])
        for low, high in _meeting(quoted_parts, start, end):
            quoted += _letters(text[max(low, start) : min(high, end)])
    if not quoted:
        return "indirect"
    return "direct" if quoted >= QUOTED * letters else "mixed"


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _meeting(parts: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Yield those of some parts, in text order and apart, that share a character with start to end."""
    first = bisect_right(parts, start, key=lambda part: part[1])
    return takewhile(lambda part: part[0] < end, (parts[at] for at in range(first, len(parts))))
