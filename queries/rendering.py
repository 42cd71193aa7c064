"""Answers as text: a table for the terminal, CSV, JSON, JSON lines or Markdown."""

from __future__ import annotations

import csv
import io
import json
import math
import shutil
import unicodedata
from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Final

from whosays.queries.errors import QueryError
from whosays.queries.running import Cell, Table

NARROWEST: Final = 6
GAP: Final = "  "
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def render(table: Table, form: str = "table", width: int | None = None) -> str:
    """Return ``table`` as text that ends in a line break; ``form`` is one of ``FORMATS``.

    ``width`` is that of a ``table`` in columns of the terminal; ``None`` is the terminal's own.  In CSV a
    text that a spreadsheet would run as a formula gets an apostrophe in front; JSON keeps it as it is.
    """
    if form not in FORMATS:
        raise QueryError(f"no format {form!r}; there are: {', '.join(FORMATS)}")
    if form == "table":
        return _as_table(table, width or shutil.get_terminal_size((110, 24)).columns)
    return FORMATS[form](table)


def _as_table(table: Table, width: int = 110) -> str:
    rows = [list(table.columns), *([_visible(cell) for cell in row] for row in table.rows)]
    widths = _fitted([max(map(_cells, column)) for column in zip(*rows, strict=True)], width)
    numeric = [_is_numeric(column) for column in zip(*table.rows, strict=True)] or [False] * len(widths)
    head, *body = ([*map(_padded, row, widths, numeric)] for row in rows)
    lines = [head, ["-" * size for size in widths], *body]
    note = f"({len(table.rows)} {'row' if len(table.rows) == 1 else 'rows'})"
    return "\n".join([*(GAP.join(line).rstrip() for line in lines), note]) + "\n"


def _fitted(widths: list[int], total: int) -> list[int]:
    """Return the widths, the widest cut until they fit into ``total``; none below ``NARROWEST``."""
    room = total - len(GAP) * (len(widths) - 1)
    fitted = list(widths)
    while sum(fitted) > room and max(fitted, default=0) > NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _padded(text: str, width: int, right: bool) -> str:
    cut = _cut(text, width)
    space = " " * (width - _cells(cut))
    return space + cut if right else cut + space


def _cut(text: str, width: int) -> str:
    if _cells(text) <= width:
        return text
    kept, used = "", 0
    for char in text:
        used += _cells(char)
        if used > width - 1:
            break
        kept += char
    return kept + "…"


def _cells(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes: two a wide character, none a combining one."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _is_numeric(column: Sequence[Cell]) -> bool:
    numbers = [cell for cell in column if cell is not None]
    return bool(numbers) and all(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in numbers)


def _visible(cell: Cell) -> str:
    """Return the cell in one line, whatever would steer the terminal made visible."""
    return "".join(map(_shown, _plain(cell)))


def _shown(char: str) -> str:
    if char in "\n\r\t\u2028\u2029":
        return " "
    if unicodedata.category(char) in ("Cc", "Cf", "Cs"):
        return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"
    return char


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


def _as_csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _safe(cell: Cell) -> str:
    text = _plain(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_FORMULA) else text


def _as_json(table: Table) -> str:
    return json.dumps(_objects(table), ensure_ascii=False, indent=1) + "\n"


def _as_jsonl(table: Table) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _objects(table))


def _objects(table: Table) -> list[dict[str, Cell]]:
    return [{column: _finite(cell) for column, cell in zip(table.columns, row, strict=True)} for row in table.rows]


def _finite(cell: Cell) -> Cell:
    return str(cell) if isinstance(cell, float) and not math.isfinite(cell) else cell


def _as_markdown(table: Table) -> str:
    rows = [table.columns, ["---"] * len(table.columns), *table.rows]
    return "".join(f"| {' | '.join(map(_in_markdown, row))} |\n" for row in rows)


def _in_markdown(cell: Cell) -> str:
    text = _visible(cell).replace("\\", "\\\\").replace("|", "\\|")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("`", "\\`").replace("[", "\\[")


FORMATS: Final[MappingProxyType[str, Callable[[Table], str]]] = MappingProxyType(
    {"table": _as_table, "csv": _as_csv, "json": _as_json, "jsonl": _as_jsonl, "markdown": _as_markdown}
)
