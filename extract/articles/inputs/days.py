"""Dates of a table: what one cell leaves open, the others of its column tell; what stays open is told in the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any, Final, Literal, TypeAlias, TypeVar

from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, Unread

Order: TypeAlias = Literal["day first", "month first"]
Row = TypeVar("Row")
Found = TypeVar("Found", bound="Document | Unread | Source")

NOT_UNDERSTOOD: Final = "publishing date not understood: "
_AHEAD: Final = 200  # rows that are looked at before the first is read
_FIELDS: Final = ("published", "updated")
_NUMBERS: Final = re.compile(
    r"\s*(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?P<rest>(?!\d).*)", re.S
)
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?")


def told_days(rows: Iterator[Row], cells: Callable[[Row], Iterable[Any]]) -> tuple[Order | None, Iterator[Row]]:
    """Return the order in which the first rows write their dates, and all rows; ``cells`` gives the dates of one."""
    first: list[Row] = []
    rest = rows
    try:
        first.extend(islice(rows, _AHEAD))
    except Exception as error:  # what is whole in front of a damaged place is read
        rest = _raising(error)
    return day_order(cell for row in first for cell in cells(row)), chain(first, rest)


def _raising(error: Exception) -> Iterator[Any]:
    """Raise what a file ends with, once the rows in front of it are read."""
    raise error
    yield


def day_order(cells: Iterable[Any]) -> Order | None:
    """Return what stands first in the dates of a column: of ``13/03/2031`` the day; ``None`` where they do not tell."""
    found: set[Order] = set()
    for match in (_NUMBERS.match(cell) for cell in cells if isinstance(cell, str)):
        if match and int(match["first"]) > 12 >= int(match["second"]):
            found.add("day first")
        elif match and int(match["second"]) > 12 >= int(match["first"]):
            found.add("month first")
    return found.pop() if len(found) == 1 else None


def dates_in(row: Mapping[str, Any], mapping: Mapping[str, str]) -> list[Any]:
    """Return the dates of a row as they are written."""
    return [value_in(row, mapping[field]) for field in _FIELDS if field in mapping]


def value_in(row: Mapping[str, Any], column: str) -> Any:
    """Return what a column holds, also within an object: ``meta.date`` of ``{"meta": {"date": "2031-03-04"}}``."""
    if column in row:
        return row[column]
    value: Any = row
    for part in column.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def with_days(row: Mapping[str, Any], mapping: Mapping[str, str], order: Order | None) -> Mapping[str, Any]:
    """Return a row with its dates as year, month and day, where the order of the column is known."""
    if order is None:
        return row
    told = {mapping[field]: value_in(row, mapping[field]) for field in _FIELDS if field in mapping}
    return {**row, **{column: _in_order(day, order) for column, day in told.items() if isinstance(day, str)}}


def _in_order(words: str, order: Order) -> str:
    match = _NUMBERS.fullmatch(words)
    if not match:
        return words
    first, second = f"{match['first']:0>2}", f"{match['second']:0>2}"
    month, day = (second, first) if order == "day first" else (first, second)
    return f"{match['year']}-{month}-{day}{match['rest']}"


def compact_date(stamp: str) -> str:
    """Return a stamp without marks (``20310304``, ``20310304T120000Z``) as it is written elsewhere."""
    match = _COMPACT.fullmatch(stamp.strip())
    if not match:
        return stamp
    day = "-".join(match.groups()[:3])
    return f"{day}T{match[4]}:{match[5]}:{match[6] or '00'}{match[7] or ''}" if match[4] else day


def telling_dates(address: str, reading: Reading, found: Iterable[Found]) -> Iterator[Found]:
    """Yield what a file holds, and tell in the end how many of its dates were not understood."""
    count, first = 0, ""
    for item in found:
        notes = item.notes if isinstance(item, Document) else ()
        missed = [note.removeprefix(NOT_UNDERSTOOD) for note in notes if note.startswith(NOT_UNDERSTOOD)]
        count, first = count + len(missed), first or next(iter(missed), "")
        yield item
    if count:
        reading.tell(f"{address}: {count} date{'' if count == 1 else 's'} not understood, e.g. {first}")
