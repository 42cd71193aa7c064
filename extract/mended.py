"""Boundaries that the tagger gets wrong where typography knows better.

* A content that opens a quotation says all of it, unless another span follows inside it.
* A content that begins inside a quotation ends there at the latest.
* A source does not begin with a conjunction or adverb that belongs to the sentence ("However, officials").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from whosays.extract.hops import Hop
from whosays.extract.quotation import Quotation

NOT_OF_A_SOURCE = frozenset(
    ["however", "but", "and", "as", "while", "meanwhile", "then", "although", "though", ",", "by"]
)
OPENING_REACH = 2  # characters between a content's start and the mark before it


def mended(doc: Doc, hops: Sequence[Hop], quotations: Sequence[Quotation]) -> list[Hop]:
    """Return the hops with contents fitted to quotations and sources trimmed."""
    parts = [part for quotation in quotations for part in quotation.parts]
    starts = [start for start, _ in parts]
    taken = sorted(span.start_char for hop in hops for span in hop.spans())
    result = []
    for hop in hops:
        content = tuple(_fit(doc, span, parts, starts, taken) for span in hop.content)
        result.append(replace(hop, content=content, source=_trim(hop.source)))
    return result


def _fit(
    doc: Doc, span: Span, parts: Sequence[tuple[int, int]], starts: Sequence[int], taken: Sequence[int]
) -> Span:
    at = bisect_right(starts, span.start_char + OPENING_REACH) - 1
    if at < 0:
        return span
    start, end = parts[at]
    if not start - OPENING_REACH <= span.start_char < end:
        return span
    opens = abs(span.start_char - start) <= OPENING_REACH
    free = bisect_right(taken, end) == bisect_right(taken, span.start_char)
    crosses = not opens and span.end_char > end
    if crosses or (opens and span.end_char < end and free):
        fitted = doc.char_span(span.start_char, end, label=span.label_, alignment_mode="contract")
        return fitted if fitted is not None else span
    return span


def _trim(source: Span | None) -> Span | None:
    if source is None:
        return None
    start = source.start
    while start < source.end - 1 and source.doc[start].lower_ in NOT_OF_A_SOURCE:
        start += 1
    return source.doc[start : source.end]
