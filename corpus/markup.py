"""The in-line markup of the sample corpus: a marked article in, its plain text and the marked spans out.

``{S1=kaarna Dr Ilse Kaarna}`` marks a source, ``{Q1 said}`` a cue, ``{C1 that it held}`` a content,
``{N1 at least 40}`` a figure and ``{@kaarna she}`` a mention that is no source.  Marks nest;
``{S1+2=kaarna He}`` serves two attributions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal["source", "cue", "content", "figure", "mention"]

ROLES: dict[str, Role] = {"S": "source", "Q": "cue", "C": "content", "N": "figure", "@": "mention"}
LABEL = r"\d+[a-z]*"
MARK = re.compile(rf"\{{(?:([SQCN])({LABEL}(?:\+{LABEL})*)(?:=([\w-]+))?|@([\w-]+)) ")


class MarkupError(ValueError):
    """A marked article breaks the markup: an unknown mark, or one never closed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch of the plain text, end exclusive; ``label`` names the attribution or figure it belongs to."""

    role: Role
    label: str
    entity: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Open:
    role: Role
    labels: tuple[str, ...]
    entity: str | None
    start: int

    def close(self, end: int) -> Iterator[Mark]:
        for label in self.labels:
            yield Mark(self.role, label, self.entity, self.start, end)


def parse(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the plain text and its marks in text order, the outer before the inner.

    Raises ``MarkupError`` with the place where the markup is broken.
    """
    plain: list[str] = []
    length = position = 0
    opened: list[_Open] = []
    marks: list[Mark] = []
    for found in re.finditer(r"[{}]", marked):
        if found.start() < position:
            continue
        plain.append(marked[position : found.start()])
        length += found.start() - position
        position = found.end()
        if found.group() == "}":
            if not opened:
                raise MarkupError(f"nothing to close at {_place(marked, found.start())}")
            marks.extend(opened.pop().close(length))
        else:
            mark, position = _opening(marked, found.start(), length)
            opened.append(mark)
    if opened:
        raise MarkupError(f"never closed: {opened[-1].role} {'+'.join(opened[-1].labels)}")
    plain.append(marked[position:])
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.label))
    return "".join(plain), tuple(marks)


def _opening(marked: str, at: int, length: int) -> tuple[_Open, int]:
    found = MARK.match(marked, at)
    if found is None:
        raise MarkupError(f"unknown mark at {_place(marked, at)}")
    letter, labels, entity, mention = found.groups()
    if mention is not None:
        return _Open("mention", ("",), mention, length), found.end()
    return _Open(ROLES[letter], tuple(labels.split("+")), entity, length), found.end()


def _place(marked: str, at: int) -> str:
    return f"line {marked.count(chr(10), 0, at) + 1}: {marked[at : at + 40]!r}"
