"""Tables as text: values between commas, semicolons or tabs, with a line of names on top."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import count
from typing import Final

from whosays.extract.articles.encoding import decode
from whosays.extract.articles.inputs.columns import mapping_of, read_record, told
from whosays.extract.articles.inputs.days import dates_in, telling_dates, told_days, with_days
from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, Unread
from whosays.extract.errors import ArticleSkipped

_LONGEST_CELL: Final = 64 * 1024**2
_DELIMITERS: Final = (",", "\t", ";", "|")
_SEPARATOR: Final = re.compile(r"\ufeff?\"?sep=([,;|\t])\"?\r?\n", re.IGNORECASE)


def _read(source: Source, reading: Reading) -> Iterator[Document | Unread]:
    csv.field_size_limit(_LONGEST_CELL)
    encoding = _encoding(source.head)
    lines = io.TextIOWrapper(source.stream, encoding, errors="replace", newline="")
    try:
        yield from _table(source, reading, lines, encoding)
    finally:
        with suppress(ValueError):  # whoever opened the stream closes it, and may have done so
            lines.detach()


def _table(source: Source, reading: Reading, lines: io.TextIOWrapper, encoding: str) -> Iterator[Document | Unread]:
    delimiter = _told_delimiter(source, encoding)
    if delimiter:
        lines.readline()
    header = next(csv.reader(lines, delimiter=(delimiter := delimiter or _delimiter(source))), None)
    if not header or not any(name.strip() for name in header):
        raise ArticleSkipped("the file is empty")
    names = [name.strip().removeprefix("\ufeff") for name in header]
    mapping = mapping_of([name for name in names if name], reading)
    if guessed := told(mapping, reading):
        reading.tell(f"{source.address}: {guessed}")
    notes = () if encoding in ("utf-8", "utf-8-sig") else (f"decoded as {encoding}",)
    rows = _rows(source, csv.reader(lines, delimiter=delimiter), names, mapping, notes)
    yield from telling_dates(source.address, reading, rows)


def _rows(
    source: Source, rows: Iterator[list[str]], names: list[str], mapping: dict[str, str], notes: tuple[str, ...]
) -> Iterator[Document | Unread]:
    order, numbered = told_days(_numbered(rows), lambda row: dates_in(_named(names, row[1]), mapping))
    is_empty = True
    for number, row in numbered:
        is_empty = False
        if isinstance(row, csv.Error):
            yield Unread(source.record(number), f"not a row of a table: {row}")
            continue
        raw = "\t".join(row).encode("utf-8", "surrogatepass")
        read = read_record(source, with_days(_named(names, row), mapping, order), mapping, number, raw)
        yield replace(read, notes=(*notes, *read.notes)) if isinstance(read, Document) else read
    if is_empty:
        raise ArticleSkipped("a table without rows")


def _named(names: list[str], row: list[str] | csv.Error) -> dict[str, str]:
    return dict(zip(names, row, strict=False)) if isinstance(row, list) else {}


def _numbered(rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Yield the rows that hold something with their numbers, from 1, and what stands against one."""
    for number in count(1):
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, error
            continue
        if any(cell.strip() for cell in row):
            yield number, row


def _encoding(head: bytes) -> str:
    """Return the encoding that the beginning of a table is in; the whole of it may be too long to look at."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        head[: head.rfind(b"\n") + 1 or len(head)].decode("utf-8")
    except UnicodeDecodeError:
        notes = decode(head).notes
        return notes[0].removeprefix("decoded as ").split(",")[0] if notes else "utf-8-sig"
    return "utf-8-sig"


def _told_delimiter(source: Source, encoding: str) -> str | None:
    """Return the mark that a first line of its own tells, as spreadsheets write it: "sep=;"."""
    found = _SEPARATOR.match(source.head.decode(encoding, "ignore"))
    return found[1] if found else None


def _delimiter(source: Source) -> str:
    """Return what stands between the names in the first line; a tab for ``.tsv`` where nothing does."""
    first = source.head.split(b"\n", 1)[0].decode("latin-1")
    counts = {mark: first.count(mark) for mark in _DELIMITERS}
    most = max(counts, key=lambda mark: counts[mark])
    usual = "\t" if source.suffix in (".tsv", ".tab") else ","
    return usual if counts[usual] or not counts[most] else most


READER = Reader("CSV", (".csv", ".tsv", ".tab"), _read)
