"""Phrases that keep a source unnamed ("who asked not to be identified"): they are about the source, nobody's claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span

from whosays.extract.records import Span as Offsets

PHRASE = re.compile(
    r"\b(?:who|which) (?:also )?(?:has |have |had )?"
    r"(?:asked|requested|insisted|declined|refused|wished|wanted|preferred|spoke)(?: for| that| on)?[^.;]{0,40}?"
    r"\b(?:named|identified|quoted|anonymous|anonymity|anonymously|their names?|(?:his|her) name)\b"
    r"|\bon (?:the )?condition of anonymity\b|\bspeaking anonymously\b",
    re.IGNORECASE,
)


def anonymity(text: str) -> list[Offsets]:
    """Return the character spans of such phrases."""
    return [match.span() for match in PHRASE.finditer(text)]


def named(spans: Sequence[Span], phrases: Sequence[Offsets]) -> list[Span]:
    """Return the tagged spans without those that lie in such a phrase."""
    return [s for s in spans if not any(start <= s.start_char and s.end_char <= end for start, end in phrases)]
