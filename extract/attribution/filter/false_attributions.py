"""Phrases that look like attributions and are none.

"Who asked not to be identified" is about the source, "(Picture: 4th Rifle Brigade)" about the picture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span

from whosays.extract.records import Span as Offsets

PHRASE = re.compile(
    r"\b(?:who|which) (?:also )?(?:has |have |had )?"
    r"(?:asked|requested|insisted|declined|refused|wished|wanted|preferred|spoke)(?: for| that| on)?[^.;]{0,40}?"
    r"\b(?:named|identified|quoted|anonymous|anonymity|anonymously|their names?|(?:his|her) name)\b"
    r"|\bon (?:the )?condition of anonymity\b|\bspeaking anonymously\b"
    r"|\((?:picture|photo|photograph|image|file|credit|source|graphic|video)s?\b[^()\n]{0,80}\)",
    re.IGNORECASE,
)


def aside_phrases(text: str) -> list[Offsets]:
    """Return the character spans of such phrases."""
    return [match.span() for match in PHRASE.finditer(text)]


def outside_asides(spans: Sequence[Span], phrases: Sequence[Offsets]) -> list[Span]:
    """Return the tagged spans as far as they stand outside such phrases."""
    return [kept for span in spans if (kept := _outside(span, phrases)) is not None]


def _outside(span: Span, phrases: Sequence[Offsets]) -> Span | None:
    """Return what of a span stands before a phrase it runs into, ``None`` where it lies in one; none cuts in two."""
    for start, end in phrases:
        if span.start_char < start and end < span.end_char:
            continue
        if span.start_char < end and start < span.end_char:
            before = [token for token in span if token.idx + len(token) <= start]
            last = before[-1].i + 1 if before else span.start
            return Span(span.doc, span.start, last, label=span.label_) if before else None
    return span
