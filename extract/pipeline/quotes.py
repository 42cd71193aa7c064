"""Quotations: which marks belong together, across paragraphs too.

Marks are paired by type and paragraph.  A paragraph that opens with a mark of the type still open continues the
quotation (the printer's convention: repeat the opening mark, close only at the end); so does a second opening mark in
mid-paragraph after a sentence end, which is what is left when a copy lost its paragraph breaks.  Where a copy has
breaks that the printer had not (a sentence a line), the open quotation goes on to a paragraph that closes it before
it opens any.  Otherwise an odd mark never spoils more than its own paragraph.  Linear in the length of the text.

It does not say who speaks, nor whether the words are a statement or scare quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whosays.extract.records import Span

PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
MARK = re.compile(r"[\"“”„‟«»‘’'‚`]")
# The kinds of mark: what may open and what may close each.
DOUBLE, SINGLE, ANGLE = "double", "single", "angle"
KIND = {**dict.fromkeys('"“”„‟', DOUBLE), **dict.fromkeys("‘’'‚`", SINGLE), **dict.fromkeys("«»", ANGLE)}
ONLY_OPENS = frozenset("“„«‚")
ONLY_CLOSES = frozenset("”»")
CLOSED_WITHIN = 3  # paragraphs: an open quotation that a copy has broken
SENTENCE_END = frozenset(".!?…")
BEFORE_CLOSE = frozenset('.,!?;:…-–—”"’)]')


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words in text order, one part a paragraph, marks included; ``closed`` if its last mark was found."""

    parts: tuple[Span, ...]
    closed: bool

    @property
    def start(self) -> int:
        """Offset of the first opening mark."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Offset behind the last mark or word."""
        return self.parts[-1][1]


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    kind: str
    opens: bool
    closes: bool
    strong: bool  # as a closing mark: cannot be a plural's apostrophe


def find_quotations(text: str) -> list[Quotation]:
    """Return the outermost quotations of a text in order; paragraphs are separated by a blank line."""
    found: list[Quotation] = []
    pending: list[Span] = []  # the parts of a quotation that the last paragraph left open
    pending_kind: str | None = None
    paragraphs = [(span, list(_marks(text, *span))) for span in _paragraphs(text)]
    for number, ((start, end), marks) in enumerate(paragraphs):
        rest = marks
        continues = bool(pending) and bool(marks) and marks[0].at == start and marks[0].kind == pending_kind
        if pending and not continues:
            closing = _closing_ahead(text, paragraphs[number : number + CLOSED_WITHIN], pending_kind)
            if closing is not None and closing.at >= end:
                pending.append((start, end))
                continue
            if closing is not None:
                pending.append((start, closing.at + 1))
                rest = [mark for mark in marks if mark.at > closing.at]
            found.append(Quotation(tuple(pending), closed=closing is not None))
            pending = []
        for parts, kind, closed in _pair(text, rest, end):
            pending.extend(parts)
            if closed or parts[-1][1] < end:
                found.append(Quotation(tuple(pending), closed))
                pending = []
            else:
                pending_kind = kind
    if pending:
        found.append(Quotation(tuple(pending), closed=False))
    return [q for q in found if q.closed or _plausible(text, q)]


def _closing_ahead(text: str, paragraphs: Iterable[tuple[Span, list[_Mark]]], kind: str | None) -> _Mark | None:
    """Return the first mark of a kind in these paragraphs if it can only close, behind a stop: 6" are inches."""
    first = next((mark for _, marks in paragraphs for mark in marks if mark.kind == kind), None)
    if first is None or kind == SINGLE or first.opens or not first.closes:
        return None
    return first if text[first.at - 1] in BEFORE_CLOSE else None


def uniform_marks(text: str, quotations: Iterable[Quotation]) -> str:
    """Return the text with each quotation's outer single marks as double curly ones; its length stays the same.

    Outlets differ in their marks, the tagger has mostly seen one kind.
    """
    characters: list[str] = []
    at = 0
    for quotation in quotations:
        for number, (start, end) in enumerate(quotation.parts, start=1):
            closing = quotation.closed and number == len(quotation.parts)
            opens = KIND[text[quotation.start]] == KIND.get(text[start]) == SINGLE
            characters += [text[at:start], "“" if opens else text[start]]
            at = start + 1
            if closing and KIND[text[end - 1]] == SINGLE:
                characters += [text[at : end - 1], "”"]
                at = end
    return "".join([*characters, text[at:]])


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for gap in PARAGRAPH_BREAK.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in MARK.finditer(text, start, end):
        at = match.start()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        mark = _read_mark(match.group(), at, before, after)
        if mark is not None:
            yield mark


def _read_mark(char: str, at: int, before: str, after: str) -> _Mark | None:
    kind = KIND[char]
    if kind == SINGLE and before.isalnum() and after.isalnum():
        return None  # an apostrophe: "Russia's"
    left_edge = not before.isalnum() and before not in SENTENCE_END and not after.isspace()
    right_edge = not before.isspace() and not after.isalnum()
    opens = char in ONLY_OPENS or (char not in ONLY_CLOSES and char != "’" and left_edge)
    alone = char == '"' and before.isspace() and after.isspace()  # "It fell, " he said
    closes = char in ONLY_CLOSES or (char not in ONLY_OPENS and char != "‘" and right_edge) or alone
    if kind == SINGLE and opens and after.isdigit() and char in "'‘":
        closes = False  # "'90s" may still open: '10 killed'
    strong = kind != SINGLE or before in BEFORE_CLOSE or after in ".,;:!?" or before not in "sS"
    return _Mark(at, kind, opens, closes, strong) if opens or closes else None


def _pair(text: str, marks: list[_Mark], end: int) -> Iterator[tuple[list[Span], str, bool]]:
    """Yield (parts, kind, closed) of each outermost quotation of one paragraph."""
    later_close, later_continuation = _outlook(text, marks)
    opened: _Mark | None = None
    parts: list[Span] = []
    for index, mark in enumerate(marks):
        if opened is None:
            if mark.opens:
                opened, parts = mark, []
        elif mark.kind == opened.kind:
            apostrophe = later_close[index] or (later_continuation[index] and _introduced(text, opened.at))
            if mark.closes and (mark.strong or not apostrophe):
                yield [*parts, (opened.at, mark.at + 1)], opened.kind, True
                opened = None
            elif mark.opens and _sentence_ended(text, mark.at):
                parts.append((opened.at, _rstrip(text, opened.at, mark.at)))
                opened = mark
    if opened is not None:
        yield [*parts, (opened.at, _rstrip(text, opened.at, end))], opened.kind, False


def _outlook(text: str, marks: list[_Mark]) -> tuple[list[bool], list[bool]]:
    """Tell for each mark what of its kind comes next: a sure closing mark, or an opening one after a sentence end."""
    closes, continues = [False] * len(marks), [False] * len(marks)
    ahead = dict.fromkeys((DOUBLE, SINGLE, ANGLE), (False, False))
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        closes[index], continues[index] = ahead[mark.kind]
        if mark.closes and mark.strong:
            ahead[mark.kind] = (True, False)
        elif mark.opens:
            ahead[mark.kind] = (False, _sentence_ended(text, mark.at))
    return closes, continues


def _introduced(text: str, at: int) -> bool:
    """Tell whether a colon leads up to the mark: what follows is speech of some length, not scare quotes."""
    return text[max(0, at - 2) : at].rstrip().endswith(":")


def _sentence_ended(text: str, at: int) -> bool:
    before = at - 1
    while before >= 0 and text[before].isspace():
        before -= 1
    return before >= 0 and text[before] in SENTENCE_END


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _plausible(text: str, quotation: Quotation) -> bool:
    """Keep an unclosed quotation only where it runs to a paragraph's end and is more than a word or two."""
    return len(text[quotation.start : quotation.end].split()) >= 4
