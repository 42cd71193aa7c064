"""Answers for a terminal: a table of what fits, or one record under the other with everything.

A table shows as many columns as stay readable, in their order.  Where there is no room for all, those go first
that add little to the others, and before them the offsets, checksums and IRIs, which are for programs.  Columns
without a single value are never shown.  The last line names whatever was left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from wcwidth import clip, ljust, rjust, wrap
from wcwidth import width as cells

from whosays.queries.table import Cell, Table

GAP: Final = "  "
LEAST: Final = 12  # cells of a terminal below which a text says nothing
LEAST_LONG: Final = 24  # the same for whole sentences
LONG: Final = 30  # a column with many texts of that size is one of sentences
MANY: Final = 0.2
MOST: Final = 110  # beyond that a column's size asks for no more room
NARROW: Final = 60  # a terminal below that shows records
SECONDARY: Final = frozenset(
    (
        *("approximate", "author", "certainty", "first_day", "language", "last_day", "named", "place", "published"),
        *("quote", "source", "time", "url", "wire"),
    )
)
FOR_PROGRAMS: Final = frozenset(("id", "innermost", "sha256", "start", "end"))
TALLEST: Final = 3  # lines of one cell
NAMES: Final = ("proposition",)  # columns of IRIs that begin alike: the last part tells them apart
PATHS: Final = ("article", *NAMES)  # the names of columns begin so whose cells tell most at their end
OTHER_PATHS: Final = frozenset(("copy", "earlier", "first", "original"))  # these too, beside names of outlets
SEVERAL: Final = " | "  # between the names of several outlets in one cell
GROUPED: Final = 10_000  # numbers from there on are told with commas


@dataclass(slots=True)
class _Column:
    """One column as it would be shown: ``size`` is that of its widest cell, ``width`` what it is given."""

    name: str
    cells: list[str]
    numeric: bool
    path: bool
    size: int
    width: int  # at first the least at which it can be read


def as_table(table: Table, width: int) -> str:
    """Return the columns that fit into ``width`` cells of a terminal, in lines of at most that; or records."""
    if not table.rows:
        return f"{_count(table)}\n"
    columns = [column for column in map(_column, table.columns, _cells_of(table)) if any(column.cells)]
    shown = _chosen(columns, width)
    if width < NARROW and len(shown) < len(columns):
        return as_records(table, width)
    _widen(shown, width)
    rows = [_lines(row, shown) for row in zip(*(column.cells for column in shown), strict=True)]
    apart = [""] if any(len(lines) > 1 for lines in rows) else []
    body = [line for lines in rows for line in (*lines, *apart)]
    head = _lines([column.name for column in shown], shown)
    rule = GAP.join("-" * column.width for column in shown)
    grid = (*head, rule, *body) if shown else ()
    return "".join(f"{line}\n" for line in (*grid, *_notes(table, columns, shown, width)))


def as_records(table: Table, width: int) -> str:
    """Return one row under the other, a line for each value that is there; long values go on in the next line."""
    label = max(map(cells, table.columns), default=0)
    lines = []
    for number, row in enumerate(table.rows, 1):
        title = f"- {number} of {len(table.rows)} "
        lines.append(title + "-" * (width - len(title)))
        for name, cell in zip(table.columns, row, strict=True):
            texts = _wrapped(visible(cell), max(LEAST_LONG, width - label - len(GAP)))
            lines += (ljust(name if not at else "", label) + GAP + text for at, text in enumerate(texts))
    return "".join(f"{line}\n" for line in (*lines, _count(table)))


def visible(cell: Cell) -> str:
    """Return the cell in one line, whatever would steer the terminal made visible."""
    return "".join(map(_shown, plain(cell)))


def plain(cell: Cell) -> str:
    """Return the cell as text; nothing is empty."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


def _shown(char: str) -> str:
    if char in "\n\r\t\u2028\u2029":
        return " "
    if unicodedata.category(char) in ("Cc", "Cf", "Cs"):
        return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"
    return char


def _cells_of(table: Table) -> list[list[Cell]]:
    return [[row[place] for row in table.rows] for place in range(len(table.columns))]


def _column(name: str, values: list[Cell]) -> _Column:
    numeric = _is_numeric(values)
    texts = [_grouped(value) if numeric and _rank(name) == 0 else visible(value) for value in values]
    files = any("/" in text for text in texts) and not any(SEVERAL in text for text in texts)
    path = name.startswith(PATHS) or (name in OTHER_PATHS and files)
    asked = map(_last_part, texts) if path else texts
    sizes = [cells(name), *sorted(map(cells, asked), reverse=True)]
    least = max(sizes) if numeric else min(max(sizes), LEAST_LONG) if path else _least(sizes)
    return _Column(name, texts, numeric, path, max(sizes), least)


def _grouped(value: Cell) -> str:
    return f"{value:,}" if isinstance(value, int | float) and abs(value) >= GROUPED else visible(value)


def _last_part(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    return f"…{slash}{name}" if folder and name else path


def _least(sizes: list[int]) -> int:
    """Return the width at which texts of these sizes, the column's name first, can be read; no name is cut."""
    usual = sizes[min(len(sizes) - 1, 1 + int(MANY * len(sizes)))]
    return max(sizes[0], min(max(sizes), LEAST_LONG if usual > LONG else LEAST))


def _is_numeric(values: Sequence[Cell]) -> bool:
    numbers = [value for value in values if value is not None]
    return bool(numbers) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in numbers)


def _chosen(columns: list[_Column], width: int) -> list[_Column]:
    """Return the columns to show, in their order; of those for programs none where a reader's had to go."""
    chosen: list[int] = []
    room = width + len(GAP)
    missed = False
    for place in sorted(range(len(columns)), key=lambda place: (_rank(columns[place].name), place)):
        needed = columns[place].width + len(GAP)
        if (needed > room and chosen) or (missed and _rank(columns[place].name) > 1):
            missed = True
        else:
            chosen.append(place)
            room -= needed
    return [columns[place] for place in sorted(chosen)]


def _rank(name: str) -> int:
    if name in FOR_PROGRAMS or name.startswith("id_") or name.endswith(("_start", "_end")):
        return 2
    return 1 if name in SECONDARY else 0


def _widen(columns: list[_Column], width: int) -> None:
    """Divide the room that is left: each column gets as much of what it lacks as every other."""
    room = width - len(GAP) * (len(columns) - 1) - sum(column.width for column in columns)
    lacking = [max(0, min(column.size, MOST) - column.width) for column in columns]
    share = min(1.0, max(room, 0) / (sum(lacking) or 1))
    for column, lack in zip(columns, lacking, strict=True):
        column.width = min(width, column.width + int(lack * share))


def _lines(row: Sequence[str], columns: Sequence[_Column]) -> list[str]:
    """Return the lines that a row takes: as many as its tallest cell."""
    tall = [_cell(text, column) for text, column in zip(row, columns, strict=True)]
    return [
        GAP.join(_padded(line, column) for line, column in zip(lines, columns, strict=True)).rstrip()
        for lines in zip_longest(*tall, fillvalue="")
    ]


def _cell(text: str, column: _Column) -> list[str]:
    """Return the lines of a cell, at most ``TALLEST``, the last one cut; of a path or an IRI its last part."""
    if column.path:
        told = text if cells(text) <= column.width else _last_part(text)
        return [_cut(told[::-1], column.width)[::-1]]
    lines = _wrapped(text, column.width)
    kept = [*lines[: TALLEST - 1], " ".join(lines[TALLEST - 1 :])] if len(lines) > TALLEST else lines
    return [_cut(line, column.width) for line in kept]


def _padded(text: str, column: _Column) -> str:
    return (rjust if column.numeric else ljust)(text, column.width)


def _cut(text: str, width: int) -> str:
    return text if cells(text) <= width else clip(text, 0, width - 1) + "…"


def _notes(table: Table, columns: list[_Column], shown: list[_Column], width: int) -> Iterator[str]:
    names = [column.name for column in shown]
    absent = [column.name for column in columns if column.name not in names]
    empty = [name for name in table.columns if name not in {column.name for column in columns}]
    note = _count(table)
    if absent:
        note += f" not shown: {', '.join(absent)} (all with --format record, csv or json)"
    if empty:
        note += f" without a value: {', '.join(empty)}"
    yield from _wrapped(note, width)


def _count(table: Table) -> str:
    return f"({len(table.rows)} {'row' if len(table.rows) == 1 else 'rows'})"


def _wrapped(text: str, width: int) -> list[str]:
    """Return the lines that a text takes, a word longer than that a line of its own; none for no text."""
    return wrap(text, width, break_long_words=False, break_on_hyphens=False) if text else []
