"""Words by which a sentence shows that it is held back, that somebody says it, or that it is denied; its sentences.

The words only ever speak against a change: who still has one of them may have said the same in another way.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import Final

from whosays.extract.records import Span
from whosays.resources import word_classes

WEAKENING: Final = word_classes("graph")["weakening"]
HEDGING: Final = word_classes("graph")["hedging"]
REPORTING: Final = word_classes("graph")["reporting"]
DENYING: Final = word_classes("graph")["denying"]
QUOTES: Final = frozenset('"“”‘’«»„')


def sentence(sentences: Sequence[Span], text: str, span: Span) -> Span:
    """Return the sentences that a span begins and ends in; the line, where the article was not read into sentences."""
    first, last = _place(sentences, span[0]), _place(sentences, span[1] - 1)
    start = text.rfind("\n", 0, span[0]) + 1 if first is None else sentences[first][0]
    end = text.find("\n", span[1]) if last is None else sentences[last][1]
    return start, len(text) if end < 0 else end


def around(sentences: Sequence[Span], text: str, span: Span) -> Span:
    """Return the sentences around a span with the one before and the one behind."""
    here = sentence(sentences, text, span)
    before = max((start for start, end in sentences if end <= here[0]), default=here[0])
    after = min((end for start, end in sentences if start >= here[1]), default=here[1])
    return before, after


def _place(sentences: Sequence[Span], at: int) -> int | None:
    """Return the number of the sentence in which a character stands."""
    number = bisect.bisect_right(sentences, (at, len(sentences) and sentences[-1][1])) - 1
    return number if number >= 0 and at < sentences[number][1] else None
