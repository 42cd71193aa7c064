"""An article's text as words to compare, and the few hashes that stand for it in an index.

Words are letters and digits only, in ASCII and lower case, so that quotation marks, accents and capitals do
not hide a copy.  The hashes are winnowed shingles (Schleimer, Wilkerson, Aiken 2003): every run of
``SHINGLE + WINDOW - 1`` words that two texts share leaves at least one hash in both.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from anyascii import anyascii

from whosays.extract.records import Span

SHINGLE: Final = 6  # words
WINDOW: Final = 4  # shingles of which the smallest hash is kept

_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W_]+)*")
_POSSESSIVE = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]s$", re.IGNORECASE)
_APOSTROPHES = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|\n(?=[\"\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}])")
# An opening mark stands before a letter and not behind one; ’ between letters or at once before a space
# may be an apostrophe, so it closes only what is open.
_MARK = re.compile(
    r"(?P<open>[\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
    r"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}]|(?<!\w)\N{LEFT SINGLE QUOTATION MARK}(?=\S))"
    r"|(?P<close>[\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}]"
    r"|\N{RIGHT SINGLE QUOTATION MARK}(?!\w))"
    r"|(?P<either>\"|''|``)"
)


@dataclass(frozen=True, slots=True)
class Text:
    """Comparable words of an article, where each stands, and whether it stands in quotation marks."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    quoted: tuple[bool, ...]

    def covers(self, first: int, last: int) -> Span:
        """Return the span from word ``first`` to word ``last``, both included."""
        return self.spans[first][0], self.spans[last][1]


def read_text(text: str) -> Text:
    """Cut a text into comparable words; offsets are code points of ``text``."""
    found = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    plain = text.lower() if text.isascii() else None
    words = tuple(_comparable(text[start:end] if plain is None else plain[start:end]) for start, end in found)
    return Text(words, tuple(found), tuple(_in_quotes(text, found)))


def shingles(words: tuple[str, ...]) -> list[int]:
    """Return a hash of every ``SHINGLE`` words in a row (32 bits; who compares words need not fear clashes)."""
    raw = [word.encode("utf-8", "surrogatepass") for word in words]
    return [zlib.crc32(b" ".join(raw[at : at + SHINGLE])) for at in range(len(raw) - SHINGLE + 1)]


def fingerprint(words: tuple[str, ...]) -> tuple[int, ...]:
    """Return the winnowed hashes of the words, sorted; texts shorter than a window keep their smallest."""
    hashes = shingles(words)
    if len(hashes) <= WINDOW:
        return tuple(sorted({min(hashes)})) if hashes else ()
    return tuple(sorted({min(hashes[at : at + WINDOW]) for at in range(len(hashes) - WINDOW + 1)}))


def _comparable(word: str) -> str:
    bare = _APOSTROPHES.sub("", _POSSESSIVE.sub("", word))
    return bare.lower() if bare.isascii() else anyascii(bare).lower()


def _in_quotes(text: str, words: list[Span]) -> Iterator[bool]:
    """Tell of each word whether it is quoted; a quotation that nobody closes ends with its paragraph."""
    quotations = _quotations(text)
    inside = next(quotations, None)
    for start, _ in words:
        while inside and inside[1] <= start:
            inside = next(quotations, None)
        yield inside is not None and inside[0] <= start


def _quotations(text: str) -> Iterator[Span]:
    edges = [match.end() for match in _PARAGRAPH.finditer(text)]
    for start, end in zip([0, *edges], [*edges, len(text)], strict=True):
        opened: int | None = None
        for mark in _MARK.finditer(text, start, end):
            if opened is None and not mark["close"]:
                opened = mark.start()
            elif opened is not None and not mark["open"]:
                yield opened, mark.end()
                opened = None
        if opened is not None:
            yield opened, end
