"""Words by which a sentence shows that it is held back, that somebody says it, or that it is denied.

They only ever speak against a change: who still has one of them may have said the same in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from whosays.extract.records import Span
from whosays.resources import word_classes

WEAKENING: Final = word_classes("graph")["weakening"]
HEDGING: Final = word_classes("graph")["hedging"]
REPORTING: Final = word_classes("graph")["reporting"]
DENYING: Final = word_classes("graph")["denying"]
QUOTES: Final = frozenset('"“”‘’«»„')
_END: Final = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\s*\n\s*")
# "Mr. Lund", "Gov. Lund", "J. Lund", "U.S. Senate": no sentence ends there
_ABBREVIATED: Final = re.compile(
    rf"(?:\b(?:[A-Z]|{'|'.join(sorted(word_classes('graph')['abbreviations']))})"
    r"|\bU\.S|\bU\.K|\bD\.C|\bU\.N|\ba\.m|\bp\.m)\.$"
)


def sentence(text: str, span: Span) -> Span:
    """Return the sentences around a span: from the end of the one before to the end of the one that it ends in."""
    start = max((end for end in ends(text, max(0, span[0] - 1500), span[0])), default=None)
    after = (match for match in _END.finditer(text, span[1]) if not _ABBREVIATED.search(text[: match.start()][-12:]))
    stop = next(after, None)
    begin = start if start is not None else (0 if span[0] <= 1500 else span[0])
    return begin, stop.start() if stop else len(text.rstrip())


def ends(text: str, start: int, end: int) -> Iterable[int]:
    """Yield where sentences begin behind the first of them, from ``start`` to ``end``."""
    for match in _END.finditer(text, start, end + 1):
        if match.end() <= end and not _ABBREVIATED.search(text[: match.start()][-12:]):
            yield match.end()


def around(text: str, span: Span) -> Span:
    """Return the sentences around a span with the one before and the one behind."""
    first = sentence(text, span)
    before = sentence(text, (max(0, first[0] - 3), max(0, first[0] - 2)))
    after = sentence(text, (min(len(text), first[1] + 2), min(len(text), first[1] + 3)))
    return before[0], max(first[1], after[1])
