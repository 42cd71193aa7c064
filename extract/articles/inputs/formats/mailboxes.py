"""Mailboxes: letters one after the other, each below a line "From ann@lisk.example Tue Mar  4 10:00:00 2031"."""

from __future__ import annotations

import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO, Final

from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import LARGEST, Source, Unread
from whosays.extract.errors import ArticleSkipped

_BEGINS: Final = re.compile(rb"From \S[^\n]{0,200} \d\d:\d\d(?::\d\d)?[^\n]{0,20} \d{4}\b[^\n]{0,20}\r?\n")
_HEADER: Final = re.compile(rb"[A-Za-z][\w-]{0,60}:")
_ESCAPED: Final = re.compile(rb">+From ")  # what a program writes for a line of a letter that begins so


def _read(source: Source, reading: Reading) -> Iterator[Source | Unread]:  # noqa: ARG001 - as all readers
    number = 0
    for number, letter in enumerate(_letters(source.stream), 1):
        if letter is None:
            yield Unread(source.record(number), f"a letter of more than {LARGEST // 1024**2} MB")
        else:
            yield source.letter(number, io.BytesIO(letter))
    if not number:
        raise ArticleSkipped("a mailbox without letters")


def _letters(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the letters of a mailbox without the lines above them; ``None`` for one that is too long."""
    lines: list[bytes] = []
    size, begun, is_blank = 0, False, True
    for read in stream:
        line = read if begun else read.removeprefix(BOM_UTF8)
        if is_blank and _BEGINS.match(line):
            if begun:
                yield b"".join(lines) if size <= LARGEST else None
            lines, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= LARGEST:
                lines.append(line[1:] if _ESCAPED.match(line) else line)
        is_blank = not line.strip()
    if begun:
        yield b"".join(lines) if size <= LARGEST else None


def _is_mailbox(head: bytes) -> bool:
    head = head.removeprefix(BOM_UTF8)
    first = _BEGINS.match(head)
    return bool(first and _HEADER.match(head, first.end()))


READER = Reader("a mailbox", (".mbox", ".mbx"), _read, sniff=_is_mailbox)
