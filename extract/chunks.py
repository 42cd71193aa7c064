"""A long prose in pieces, each analysed by itself: time and memory then grow with its length alone."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.extract.records import Span

CHUNK = 100_000  # characters analysed at once; a longer article is cut between paragraphs
PARAGRAPH = 20_000  # of one paragraph; articles without any that are longer than this are few, and cut, too


def pieces(text: str) -> Iterator[Span]:
    """Cut a long prose after a paragraph, and a paragraph that is no prose any more after a sentence, or a space.

    What is said of one word asks after the others of its paragraph, so time would grow with the square of that.
    """
    start = 0
    while len(text) - start > min(CHUNK, PARAGRAPH):
        cut = _cut(text, start)
        yield start, cut
        start = cut
    if start < len(text):
        yield start, len(text)


def _cut(text: str, start: int) -> int:
    """Return where the chunk ends that begins at ``start``."""
    limit = min(len(text), start + CHUNK)
    end = start
    while end < limit:  # whole paragraphs, up to the first that is too long or does not fit
        following = text.find("\n\n", end + 1)
        following = len(text) if following < 0 else following
        if following - end > PARAGRAPH or following > limit:
            break
        end = following
    if end > start:
        return end
    limit = min(limit, start + PARAGRAPH)
    half = (start + limit) // 2
    stop = text.rfind(". ", half, limit)
    cut = stop + 1 if stop >= 0 else text.rfind(" ", half, limit)
    return cut if cut > start else limit
