"""Answers as text: a table or records for the terminal, CSV, TSV, JSON, JSON lines or Markdown."""

from __future__ import annotations

import csv
import io
import json
import math
import re
import shutil
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from whosays.queries.errors import QueryError
from whosays.queries.output.terminal import as_records, as_table, plain, visible
from whosays.queries.table import Cell, Table

WIDTH: Final = 100  # where nobody tells how wide the terminal is
_IN_TSV: Final = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_FORMULA: Final = re.compile("'*[=+@\t\r-]")  # "'=1" gets one, too: one can be taken off


def render(table: Table, form: str = "table", width: int | None = None) -> str:
    """Return ``table`` as text that ends in a line break; ``form`` is one of ``FORMATS``.

    ``width`` is that of a ``table`` or ``record`` in cells of the terminal; ``None`` is the terminal's own.  In
    CSV a text that a spreadsheet would run as a formula gets an apostrophe in front; JSON keeps it as it is.
    """
    if form not in FORMATS:
        raise QueryError(f"no format {form!r}; there are: {', '.join(FORMATS)}")
    if form in TERMINAL:
        return TERMINAL[form](table, width or shutil.get_terminal_size((WIDTH, 24)).columns)
    return FILES[form](table)


def _as_csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _safe(cell: Cell) -> str:
    text = plain(cell)
    return f"'{text}" if isinstance(cell, str) and _FORMULA.match(text) else text


def _as_tsv(table: Table) -> str:
    """A line is a row, whatever its texts hold: tabs, line breaks and backslashes are written with a backslash."""
    rows = (table.columns, *table.rows)
    return "".join("\t".join(plain(cell).translate(_IN_TSV) for cell in row) + "\n" for row in rows)


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
    text = visible(cell).replace("\\", "\\\\").replace("|", "\\|")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("`", "\\`").replace("[", "\\[")


TERMINAL: Final[MappingProxyType[str, Callable[[Table, int], str]]] = MappingProxyType(
    {"table": as_table, "record": as_records}
)
FILES: Final[MappingProxyType[str, Callable[[Table], str]]] = MappingProxyType(
    {"csv": _as_csv, "tsv": _as_tsv, "json": _as_json, "jsonl": _as_jsonl, "markdown": _as_markdown}
)
FORMATS: Final = (*TERMINAL, *FILES)
