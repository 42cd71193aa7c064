"""Spans of one Doc: what they share, what they hold, where they end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from whosays.extract.lexicon import word_class

AMOUNTS = word_class("amounts_behind_as")


def chars(span: Span) -> tuple[int, int]:
    """Return where a span is in the text."""
    return span.start_char, span.end_char


def positions(spans: Iterable[Span]) -> set[int]:
    """Return the tokens of some spans."""
    return {i for span in spans for i in range(span.start, span.end)}


def overlap(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a span shares a token with one of others."""
    return any(span.start < other.end and other.start < span.end for other in others)


def holds(outer: Sequence[Span], inner: Span) -> bool:
    """Tell whether one of the outer spans covers the inner one."""
    return any(span.start <= inner.start and inner.end <= span.end for span in outer)


def subtree(token: Token, *, without: Iterable[Span] = ()) -> Span | None:
    """Return the contiguous words of a token's phrase around it, cut where they meet a span of ``without``."""
    doc = token.doc
    inside = {t.i for t in token.subtree} - {i for span in without for i in range(span.start, span.end)}
    start = end = token.i
    while start - 1 in inside:
        start -= 1
    while end + 1 in inside:
        end += 1
    return trimmed(doc, start, end + 1)


TRAILING = frozenset([",", ";", ":", "-", "–", "—", ".", "(", ")"])


def trimmed(doc: Doc, start: int, end: int) -> Span | None:
    """Return the span without white space and punctuation at its edges that belongs to the sentence around it."""
    while start < end and (doc[start].is_space or doc[start].text in TRAILING):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in TRAILING):
        end -= 1
    return doc[start:end] if start < end else None


def sentence_of(token: Token) -> Span:
    """Return a token's sentence; what the parser parts behind a comma or in mid-phrase is one sentence all the same."""
    ends, whole = _sentences(token.doc)
    start, end = whole[bisect_right(ends, token.i)]
    return token.doc[start:end]


@lru_cache(maxsize=1)
def _sentences(doc: Doc) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
    """Return where the parser's sentences end in a Doc that it is done with, and the whole that each is a piece of."""
    ends = [0, *(sentence.end for sentence in doc.sents)]
    joined = [False, *(not _ends_sentence(doc[end - 1]) for end in ends[1:-1]), False]  # to the piece before
    whole = []
    for piece in range(len(ends) - 1):
        first = last = piece
        for _ in range(MOST_PIECES):
            first -= joined[first]
            last += joined[last + 1]
        whole.append((ends[first], ends[last + 1]))
    return ends[1:], whole


def sentence_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the sentences by their characters, as ``sentence_of`` has them, without white space at their edges."""
    at = 0
    while at < len(doc):
        whole = doc[at : sentence_of(doc[at]).end]
        text = whole.text
        start = whole.start_char + len(text) - len(text.lstrip())
        if text.strip():
            yield start, start + len(text.strip())
        at = whole.end


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what some stretches cover, in order, without overlaps."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def is_quoted(span: Span) -> bool:
    """Tell whether a quotation mark opens a span, or stands right before it."""
    return span[0].is_quote or (span.start > 0 and span.doc[span.start - 1].is_quote)


def is_heading(span: Span) -> bool:
    """Tell the quotation that a heading begins with: a paragraph without a full stop ("‘Dam leaks’: inspector")."""
    doc, start = span.doc, span.start
    while start > 0 and doc[start - 1].is_quote:
        start -= 1
    is_quoted = start < span.start or span[0].is_quote
    if not is_quoted or (start and "\n\n" not in doc[start - 1].text):
        return False
    behind = (token.i for token in doc[span.end :] if "\n\n" in token.text)
    words = [token for token in doc[span.start : next(behind, len(doc))] if not token.is_quote and not token.is_space]
    return bool(words) and words[-1].is_alpha


MOST_PIECES = 3  # on each side: a text without any full stop must not cost its square


def _ends_sentence(token: Token) -> bool:
    return not (token.is_alpha or token.like_num or token.text == ",")


def opens_an_amount(token: Token) -> bool:
    """Tell whether a word is the first of "at least one lawmaker", "as many as five officials"."""
    behind = [following.lower_ for following in token.doc[token.i + 1 : token.i + 3]]
    if token.lower_ == "as":
        return behind[1:] == ["as"] and behind[0] in AMOUNTS
    return token.lower_ == "at" and behind[:1] in (["least"], ["most"])
