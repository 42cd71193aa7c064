"""Lines and paragraphs of a text, by their offsets: blank lines, wrapped lines, broken sentences.

Nothing here knows about news.  All offsets are code points into the text given; every function takes time
linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from whosays.extract.records import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
# What no reader sees: control and format characters (zero-width, direction marks, byte order mark).
INVISIBLE = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_BLANK_START = re.compile(rf"[\s{INVISIBLE}]*")
_NOT_BLANK = re.compile(rf"[^\s{INVISIBLE}]")
_CLOSERS = "\"'’”»)]}›*_ \t\xa0"
_TERMINAL = ".!?:…"
_CONTINUATION = re.compile(r"[\"'‘“«(\[]?[a-z]")
# Begins in lower case without continuing anything: links, addresses, handles, brand names, Arabic articles.
_OWN_START = re.compile(r"https?:|www\.|[a-z][\w.+-]*@|[a-z]+[A-Z]|al-[A-Z]|[\w-]+\.(?:com|org|net|co|news|info)\b")
_WRAP_MIN, _WRAP_MAX = 40, 100


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds something visible, trimmed; ``opens``: a blank line (or nothing) is above."""

    start: int
    end: int
    opens: bool


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """Yield the visible lines of ``text[start:end]`` in order."""
    above = -1
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        line = _trim(text, *match.span())
        if line is not None:
            yield Line(*line, opens=above < 0 or _is_blank_between(text, above, match.start()))
            above = match.end()


def _trim(text: str, start: int, end: int) -> Span | None:
    lead = _BLANK_START.match(text, start, end)
    first = lead.end() if lead else start
    if first == end:
        return None
    while not _NOT_BLANK.match(text[end - 1]):
        end -= 1
    return first, end


def _is_blank_between(text: str, start: int, end: int) -> bool:
    found = _BREAK.finditer(text, start, end)
    return next(found, None) is not None and next(found, None) is not None


def is_terminal(words: str) -> bool:
    """Tell whether these words end as a sentence or an announcement ends, closing quotation marks aside."""
    return words[-40:].rstrip(_CLOSERS)[-1:] in tuple(_TERMINAL)


def continues(before: str, after: str) -> bool:
    """Tell whether ``after`` goes on with the sentence that ``before`` leaves open."""
    return not is_terminal(before) and bool(_CONTINUATION.match(after)) and not _OWN_START.match(after)


def paragraphs_of(text: str, lines: list[Line]) -> list[list[Line]]:
    """Group lines into paragraphs: a broken sentence or a wrapped block is one, any other line is its own."""
    paragraphs: list[list[Line]] = []
    for block in _blocks(lines):
        wrapped = _is_wrapped(text, block)
        for number, line in enumerate(block):
            joins = number > 0 and wrapped
            if joins or (paragraphs and _joins(text, paragraphs[-1][-1], line)):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
    return paragraphs


def _joins(text: str, before: Line, after: Line) -> bool:
    return continues(text[max(before.start, before.end - 40) : before.end], text[after.start : after.start + 40])


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.opens and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(text: str, block: list[Line]) -> bool:
    """Tell whether an editor broke this block at a width: no line had room for the first word of the next."""
    width = max(line.end - line.start for line in block)
    if len(block) < 3 or not _WRAP_MIN <= width <= _WRAP_MAX:
        return False
    return all(
        before.end - before.start + 1 + len(text[after.start : after.end].split(None, 1)[0]) > width
        for before, after in pairwise(block)
    )
