"""JSON: lines of objects, read one at a time; one object, a list of them, or an object around such a list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from whosays.extract.articles.encoding import decode
from whosays.extract.articles.inputs.columns import has_text, mapping_of, read_record, told
from whosays.extract.articles.inputs.days import Order, dates_in, day_order, telling_dates, with_days
from whosays.extract.articles.inputs.guessing import column_guesses
from whosays.extract.articles.inputs.reader import Read, Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, Unread
from whosays.extract.errors import ArticleSkipped

_LONGEST: Final = 64 * 1024**2  # bytes of one line; a longer one is passed over
_LISTS: Final = (
    "articles",
    "response",
    "items",
    "results",
    "data",
    "docs",
    "documents",
    "entries",
    "records",
    "stories",
    "hits",
)
_DEEPEST_LIST: Final = 3
_OPENS: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]\s*(?:[\"{}\[\]\d.tfn-]|$)")  # and not as RTF does: {\rtf1


class _Records:
    """Reads objects as articles; which key holds what is guessed again only for objects of other keys."""

    def __init__(self, source: Source, reading: Reading) -> None:
        self._source, self._reading = source, reading
        self._mappings: dict[frozenset[str], dict[str, str]] = {}
        self._order: Order | None = None

    def read(self, value: Any, number: int, raw: bytes) -> Document | Unread:
        """Return the article of one object, or why it is none."""
        if not isinstance(value, dict):
            return Unread(self._source.record(number), "not a JSON object")
        try:
            mapping = self._mapping(value)
        except ArticleSkipped as error:
            return Unread(self._source.record(number), str(error))
        return read_record(self._source, with_days(value, mapping, self._order), mapping, number, raw)

    def look_at(self, values: list[Any]) -> None:
        """Learn from all objects of a list how they write their dates."""
        usual = column_guesses(key for value in values if isinstance(value, dict) for key in value)
        mapping = usual | dict(self._reading.columns)
        self._order = day_order(day for value in values if isinstance(value, dict) for day in dates_in(value, mapping))

    def _mapping(self, value: Mapping[str, Any]) -> dict[str, str]:
        keys = frozenset(value)
        if keys not in self._mappings or not has_text(value, self._mappings[keys]):
            found = mapping_of(value, self._reading, all_there=False)
            if not self._mappings and (guessed := told(found, self._reading)):
                self._reading.tell(f"{self._source.address}: {guessed}")
            self._mappings[keys] = found
        return self._mappings[keys]


def _read_lines(source: Source, reading: Reading) -> Iterator[Document | Unread]:
    records = _Records(source, reading)
    is_empty = True
    for number, line in _lines(source.stream):
        is_empty = False
        if line is None:
            yield Unread(source.record(number), f"a line of more than {_LONGEST // 1024**2} MB")
        else:
            yield _parsed_line(source, records, number, line)
    if is_empty:
        raise ArticleSkipped("the file is empty")


def _parsed_line(source: Source, records: _Records, number: int, line: bytes) -> Document | Unread:
    try:
        return records.read(_loaded(line), number, line)
    except ValueError as error:
        return Unread(source.record(number), f"not JSON: {_reason(error)}")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines that hold something with their numbers, from 1; ``None`` for one that is too long."""
    number = 0
    while line := stream.readline(_LONGEST):
        number += 1
        is_long = len(line) == _LONGEST and not line.endswith(b"\n")
        while len(line) == _LONGEST and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST)
        if is_long or line.strip():
            yield number, None if is_long else line


def _read_whole(source: Source, reading: Reading) -> Iterator[Document | Unread]:
    data = source.data()
    try:
        value = _loaded(data)
    except ValueError as error:
        if _is_lines(data):
            yield from _of_lines(source, reading, data)
            return
        raise ArticleSkipped(f"not JSON: {_reason(error)}") from error
    records = _Records(source, reading)
    found = _list_in(value)
    if found is None:
        yield _as_whole(records.read(value, 1, data), source)
        return
    if not found:
        raise ArticleSkipped("a list without articles")
    records.look_at(found)
    for number, item in enumerate(found, 1):
        raw = json.dumps(item, ensure_ascii=False, sort_keys=True)
        yield records.read(item, number, raw.encode("utf-8", "surrogatepass"))


def _as_whole(read: Document | Unread, source: Source) -> Document | Unread:
    """Return what the only object of a file gave, under the file's own address."""
    if isinstance(read, Unread):
        return Unread(source.address, read.why)
    return Document(source.address, read.name, read.text, read.sha256, read.metadata, read.notes)


def _of_lines(source: Source, reading: Reading, data: bytes) -> Iterator[Document | Unread]:
    records = _Records(source, reading)
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            yield _parsed_line(source, records, number, line)


def _is_lines(data: bytes) -> bool:
    """Tell whether a file that is no JSON is one object a line, as some are called ``.json``."""
    first = data.lstrip().split(b"\n", 1)[0]
    try:
        return isinstance(_loaded(first), dict)
    except ValueError:
        return False


def _list_in(value: Any, depth: int = 0) -> list[Any] | None:
    """Return the list of articles in a value: the value, or what a usual key of it holds."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and depth < _DEEPEST_LIST:
        for key in _LISTS:
            found = _list_in(value[key], depth + 1) if key in value else None
            if found is not None and all(isinstance(item, dict) for item in found):
                return found
    return None


def _loaded(data: bytes) -> Any:
    """Parse JSON in whatever encoding; numbers that Python would not read again are texts."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = decode(data).text
    try:
        return json.loads(text, strict=False, parse_int=_number)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) < 20 else digits


def _reason(error: ValueError) -> str:
    return " ".join(str(error).split())[:120]


def _is_object_a_line(head: bytes) -> bool:
    lines = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n")
    is_object = lines[0].startswith(b"{") and lines[0].rstrip().endswith(b"}")
    return is_object and len(lines) > 1 and lines[1][:1] in (b"{", b"")


def _telling(read: Read) -> Read:
    """Have a reader tell in the end how many dates it did not understand."""
    return lambda source, reading: telling_dates(source.address, reading, read(source, reading))


LINES = Reader("JSON Lines", (".jsonl", ".ndjson", ".jl"), _telling(_read_lines), sniff=_is_object_a_line)
WHOLE = Reader(
    "JSON",
    (".json",),
    _telling(_read_whole),
    sniff=lambda head: bool(_OPENS.match(head)),
)
